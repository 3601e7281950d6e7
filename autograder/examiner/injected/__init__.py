"""What is put into the student's kernel: the other side of the trust boundary.

The text of every module here is injected into the kernel before the student's first
cell, as a package `_autograder` of its own, and runs there. Nothing of it is trusted
there: the student may read, change or replace it. All checks are in the modules of
`autograder.examiner` outside this folder.

`agent` answers the examiner, with what `descriptions`, `generators`, `listening` and
`operations` hold. The others are used on both sides, in the examiner from this
package's own files: `wire` for values as bytes, `attributes`, `gradients`, `links`,
`networks`, `shared`, `signatures` and `texts` for what both sides do alike. They import
one another relatively, for they are another package there, and nothing else of this
project.
"""

#: The modules, in an order in which each finds those that it imports.
ORDER = (
    "wire",
    "attributes",
    "generators",
    "gradients",
    "links",
    "listening",
    "networks",
    "operations",
    "shared",
    "signatures",
    "texts",
    "descriptions",
    "agent",
)
