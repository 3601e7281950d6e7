"""The examiner: runs the instructor's tests outside the student's process.

`examine` walks through a submission. On the trusted side `plan` and `names` find what
to run, `process`, `cell` and `namespace` run it, `student`, `handles`, `models` and
`channel` stand for the student's process; on the other side of the trust boundary
`agent` answers, in the student's own kernel. `wire` is what both sides speak.
"""

from autograder.examiner.bounds import Bounds
from autograder.examiner.examination import Examination, TestResult, examine
from autograder.examiner.kernel import CellRun, KernelDied, StudentKernel
from autograder.examiner.plan import Plan, find_hidden_dependencies, make_plan
from autograder.examiner.process import ExaminerDied, run_examiner
from autograder.examiner.warm import WarmExaminers

__all__ = [
    "Bounds",
    "CellRun",
    "Examination",
    "ExaminerDied",
    "KernelDied",
    "Plan",
    "StudentKernel",
    "TestResult",
    "WarmExaminers",
    "examine",
    "find_hidden_dependencies",
    "make_plan",
    "run_examiner",
]
