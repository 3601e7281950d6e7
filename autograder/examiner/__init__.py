"""The examiner: runs the instructor's tests outside the student's process.

`examine` walks through a submission. On the trusted side `plan` and `names` find what
to run, `process`, `cell` and `namespace` run it, `student`, `handles`, `models` and
`channel` stand for the student's process. What answers on the other side of the trust
boundary, in the student's own kernel, is in the folder `injected`, and nothing else is.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

#: Where each of them is. The processes that examiners are forked from import what runs
#: in an examiner, and not the grader's side, which takes a second.
_HOMES = {
    "Bounds": "bounds",
    "CellRun": "kernel",
    "Examination": "examination",
    "ExaminerDied": "process",
    "KernelDied": "kernel",
    "Plan": "plan",
    "StudentKernel": "kernel",
    "TestResult": "examination",
    "WarmExaminers": "warm",
    "examine": "examination",
    "find_hidden_dependencies": "plan",
    "make_plan": "plan",
    "run_examiner": "process",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
