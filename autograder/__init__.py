"""Build, grade and report on the assignments of an nbgrader course.

What each module is for, in the order in which a submission meets them:

* `course`, `delimiters`, `gradebook`: the course folder as nbgrader sees it
* `generate`, `inspection`, `build`: from `source/` to `release/`
* `plan`, `skeleton`: an assignment as it is graded, found once for a class
* `engine`, `processes`: which submissions, each in a process of its own
* in that process: `worker`, `files`, `reading`, `sanitise`, `examined`, `scoring`;
  `execution` runs a notebook whose language is not Python
* beyond the trust boundary: `kernels` shuts the learner's code in, `examiner` runs the
  tests and asks that kernel for what the learner defined
* back in the main process, the only writer: `recording`, `store`
* `classwork`, `exercises`: what is known of a class afterwards
* `feedback`, `views`, `messages`, `hidden`, `safe_html`, `formulas`: learners' pages
* `report`, `charts`, `pages`: the instructor's
* `pipeline`, `preprocessors`: the same steps inside nbgrader's own commands
* `cli`, `progress`, `doctor`: the command line

Only plain values cross from one process to the other: `results` and `worker.Job`.
"""
