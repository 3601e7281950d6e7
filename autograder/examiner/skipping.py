"""Which of a submission's cells need not run, because nothing graded depends on them.

A lesson's figures and training runs are most of a notebook's time, and no score. A
cell is left out if its text is that of a lesson cell of the instructor's notebook,
letter by letter, and no cell that runs and no test needs

- a name that it binds: followed from cell to cell as the examiner's plan does, names
  that functions read when they are called included;
- an object that it may change: through an index, an attribute, an augmented
  assignment, or a method that is not known to leave its object as it is, under this
  name or any that may share the object. Where it runs code of the learner's, all that
  it mentions counts as changed;
- the random numbers that it draws from generators that all code shares, or seeds, up
  to the next cell that seeds them anew;
- what else outlives it: files, settings and attributes of libraries, magics, calls of
  which nothing is known (`effects.acts`).

Of a lesson cell with the tag `no-side-effects` the last two are the instructor's word
that nobody needs them; names and objects are followed all the same.

All cells that the learner wrote, changed or added run. If any cell reaches names by
text (`exec`, `globals()`, `get_ipython`, `Out`, star imports …), or a cell of the
learner's sets an attribute of a module or imports what is not known, all cells run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode

from autograder.examiner.effects import (
    CellEffects,
    Effects,
    effects_of,
    is_known_module,
    reachable,
)
from autograder.examiner.names import Names, names_of
from autograder.examiner.places import Places
from autograder.examiner.plan import Plan

#: A submission with more text than this is run as it is, not analysed.
_MOST_TEXT = 300_000
_MOST_WITH_MAGICS = 10_000
_END = 10**9


class _Unclear(Exception):
    """The names of a notebook cannot be known."""


@dataclass
class _Cell:
    index: int
    is_lesson: bool
    is_quiet: bool
    tree: ast.Module
    names: Names
    #: Names that it binds, by how: "import", "def" or "other".
    bound: dict[str, set[str]] = field(default_factory=dict)
    effects: CellEffects = field(default_factory=lambda: _NOTHING)

    @cached_property
    def uses_own_functions(self) -> bool:
        own = {name for name, how in self.bound.items() if "def" in how}
        return any(
            isinstance(node, ast.Name)
            and isinstance(node.ctx, ast.Load)
            and node.id in own
            for node in _outside_functions(self.tree)
        )

    @property
    def reads(self) -> frozenset[str]:
        return self.names.uses | self.names.later | self.names.changes


_NOTHING = CellEffects(Effects(), Effects())


def find_unneeded(
    plan: Plan, submission: NotebookNode, students: Iterable[int]
) -> frozenset[int]:
    """Find the cells of a submission that need not run.

    Args:
        plan: What the examiner runs.
        submission: The student's notebook.
        students: Indexes of the cells that would run in the student's kernel.

    Returns:
        Indexes of cells whose running changes no score.
    """
    try:
        return _Analysis(plan, submission, sorted(students)).unneeded()
    except Exception:
        # Also for what Python's parser refuses: too deep, too large. Then all runs.
        return frozenset()


class _Analysis:
    def __init__(
        self, plan: Plan, submission: NotebookNode, students: Sequence[int]
    ) -> None:
        self.plan = plan
        cells = submission.cells
        if sum(len(cells[index].source) for index in students) > _MOST_TEXT:
            raise _Unclear
        self.cells = [_read(index, cells[index].source, plan) for index in students]
        self.binders: dict[str, list[_Cell]] = {}
        for cell in self.cells:
            for name in cell.bound:
                self.binders.setdefault(name, []).append(cell)
        origins = self._origins()
        functions = frozenset(
            name
            for name, cells in self.binders.items()
            if all(cell.bound[name] == {"def"} for cell in cells)
        )
        classes = {name for cell in self.cells for name in cell.names.classes}
        self.libraries = frozenset(origins)
        # They have a state only where code sets their attributes, which is seen.
        self.plain_functions = functions - classes
        for cell in self.cells:
            cell.effects = effects_of(cell.tree, origins, functions)
        self._refuse_unclear()
        self.links = self._links()
        self.iterators = self._iterators()
        self.tests = self._tests(submission)

    def _origins(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for name, cells in self.binders.items():
            for cell in cells:
                origin = ""
                if cell.bound[name] == {"import"}:
                    origin = _origin(cell.names.imports[name])
                found.setdefault(name, set()).add(origin)
        return {
            name: next(iter(origins))
            for name, origins in found.items()
            if len(origins) == 1 and "" not in origins
        }

    def _refuse_unclear(self) -> None:
        known = {
            module.partition(".")[0]
            for cell in self.cells
            if cell.is_lesson
            for module in cell.effects.now.imports | cell.effects.called.imports
        }
        for cell in self.cells:
            both = Effects()
            both.include(cell.effects.now)
            both.include(cell.effects.called)
            if both.by_text or "*" in cell.names.imports:
                raise _Unclear
            if not cell.is_lesson and (
                both.patches
                or any(
                    not is_known_module(module)
                    and module.partition(".")[0] not in known
                    for module in both.imports
                )
            ):
                raise _Unclear

    def _links(self) -> set[tuple[str, str, str]]:
        links = set()
        for cell in self.cells:
            for kind, name, other in cell.effects.now.links:
                if kind != "call":
                    links.add((kind, name, other))
                    continue
                # What a function returns may be what it finds outside of itself.
                for binder in self.binders.get(other, ()):
                    links |= {
                        ("part", name, one)
                        for one in (binder.names.later | binder.names.own_later)
                        - self.libraries
                        - self.plain_functions
                        if one in self.binders
                    }
        return links

    def _iterators(self) -> frozenset[str]:
        found = set()
        for cell in self.cells:
            found |= cell.effects.now.iterators
            for kind, name, other in cell.effects.now.links:
                if kind == "call" and any(
                    "" in binder.effects.called.iterators
                    for binder in self.binders.get(other, ())
                ):
                    found.add(name)
        return frozenset(found)

    def _tests(self, submission: NotebookNode) -> list[tuple[int, frozenset[str]]]:
        """Place of each cell of the grader's, and the student's names that it asks."""
        places = Places(submission)
        found = []
        for step in self.plan.steps:
            cell = step.cell
            place = places.of(cell)
            names = cell.names.uses | cell.names.later | cell.names.changes
            if names & {"globals", "locals", "vars", "dir", "eval", "exec"}:
                names |= set(self.plan.providers)
            theirs = {name for name in names if name not in self.plan.graders}
            theirs |= names & set(self.plan.providers)
            found.append((_END if place is None else place, frozenset(theirs)))
        return found

    # What a cell does, with the functions that it may call.

    def _reached(self, names: Iterable[str]) -> list[_Cell]:
        """All cells whose functions may be called through these names."""
        seen: dict[int, _Cell] = {}
        waiting = list(names)
        asked: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in asked:
                continue
            asked.add(name)
            for cell in self.binders.get(name, ()):
                if cell.bound[name] != {"import"}:
                    seen[cell.index] = cell
                    waiting += cell.reads
        return list(seen.values())

    def _all_effects(self, cell: _Cell) -> Effects:
        """What running a cell may do, what it calls included."""
        found = Effects()
        found.include(cell.effects.now)
        reached = [
            one
            for one in self._reached(cell.reads)
            if one is not cell or cell.uses_own_functions
        ]
        if cell.uses_own_functions and cell not in reached:
            reached.append(cell)
        touched = set(cell.reads | cell.names.defines)  # functions of its own, too
        is_theirs = False
        for one in reached:
            found.include(one.effects.called)
            is_theirs |= not one.is_lesson
            touched |= one.names.later | one.names.own_later
        if is_theirs or found.changes_arguments:
            found.changes |= {
                (name, True)
                for name in touched - self.libraries - self.plain_functions
                if name in self.binders
            }
        found.changes |= {(name, True) for name in cell.reads & self.iterators}
        found.acts |= any(not is_known_module(one) for one in found.imports)
        if cell.is_quiet:
            found.acts = found.draws = False
        return found

    # Which cells run.

    def unneeded(self) -> frozenset[int]:
        effects = {cell.index: self._all_effects(cell) for cell in self.cells}
        theirs = [cell.index for cell in self.cells if not cell.is_lesson]
        last = max([*theirs, *(place for place, _ in self.tests)], default=-1)
        kept = set(theirs)
        kept |= {
            cell.index
            for cell in self.cells
            if effects[cell.index].acts and cell.index < last
        }
        changed = {
            cell.index: reachable(effects[cell.index].changes, self.links)
            for cell in self.cells
            if cell.is_lesson
        }
        while True:
            before = len(kept)
            kept |= self._binding(kept)
            used = self._last_uses(kept)
            kept |= {
                index
                for index, names in changed.items()
                if any(used.get(name, -1) > index for name in names)
            }
            kept |= self._drawing(kept, effects)
            if len(kept) == before:
                break
        return frozenset(cell.index for cell in self.cells) - kept

    def _binding(self, kept: set[int]) -> set[int]:
        """Cells that bind what the kept ones and the tests read."""
        found: set[int] = set()
        for cell in self.cells:
            if cell.index in kept:
                for name in cell.names.uses | cell.names.changes:
                    found |= self._binders_before(name, cell.index)
                for name in cell.names.later | cell.names.own_later:
                    found |= {one.index for one in self.binders.get(name, ())}
        for place, names in self.tests:
            for name in names:
                found |= self._binders_before(name, place)
        return found

    def _binders_before(self, name: str, place: int) -> set[int]:
        """The last cell before a place that binds a name, and those it may fall to."""
        found = set()
        for cell in reversed(self.binders.get(name, ())):
            if cell.index < place:
                found.add(cell.index)
                if cell.is_lesson and self._binds_for_sure(cell, name):
                    break
        return found

    def _binds_for_sure(self, cell: _Cell, name: str) -> bool:
        if any(not one.is_lesson for one in self._reached(cell.reads)):
            return False  # it may stop before, with an error of the learner's code
        return any(
            name in _names_bound_by(statement)
            for statement in cell.tree.body
            if isinstance(
                statement,
                ast.Assign
                | ast.AnnAssign
                | ast.FunctionDef
                | ast.ClassDef
                | ast.Import
                | ast.ImportFrom,
            )
        )

    def _last_uses(self, kept: set[int]) -> dict[str, int]:
        """For each name the last place where its object may be read."""
        found: dict[str, int] = {}
        for cell in self.cells:
            if cell.index in kept:
                for name in cell.names.uses | cell.names.changes:
                    found[name] = max(found.get(name, -1), cell.index)
                later = cell.names.later | cell.names.own_later
                found |= dict.fromkeys(later, _END)
        for place, names in self.tests:
            for name in names:
                found[name] = max(found.get(name, -1), place)
        return found

    def _drawing(self, kept: set[int], effects: dict[int, Effects]) -> set[int]:
        """Cells whose random numbers come before those of what is kept."""
        places = [index for index in kept if effects[index].draws]
        seeded = {cell.index for cell in self.cells if cell.effects.now.seeds_first}
        for place, names in self.tests:
            if any(one.effects.called.draws for one in self._reached(names)):
                places.append(place)
        found = set()
        for place in places:
            if place in seeded:
                continue
            for cell in reversed(self.cells):
                if cell.index < place and effects[cell.index].draws:
                    found.add(cell.index)
                    if cell.index in seeded:
                        break
        return found


def _read(index: int, source: str, plan: Plan) -> _Cell:
    """Read a cell.

    Raises:
        _Unclear: If its names cannot be known.
    """
    code = source
    is_lesson, is_quiet = source in plan.lessons, source in plan.quiet
    try:
        tree = ast.parse(source)
    except SyntaxError:
        if len(source) > _MOST_WITH_MAGICS:
            raise _Unclear from None
        code = TransformerManager().transform_cell(source)
        try:
            tree = ast.parse(code)
        except SyntaxError:  # it will not run in the kernel, either
            return _Cell(index, is_lesson, is_quiet, ast.Module([], []), Names())
    cell = _Cell(index, is_lesson, is_quiet, tree, names_of(code))
    for statement in _outside_functions(tree):
        for name, how in _bindings(statement):
            if name not in cell.names.defines:
                continue  # of a class or a comprehension
            cell.bound.setdefault(name, set()).add(how)
    for name in cell.names.defines - set(cell.bound):
        cell.bound[name] = {"other"}
    return cell


def _bindings(node: ast.AST) -> list[tuple[str, str]]:
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        return [(node.id, "other")]
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [(node.name, "def")]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [
            (alias.asname or alias.name.partition(".")[0], "import")
            for alias in node.names
        ]
    return []


def _names_bound_by(statement: ast.stmt) -> set[str]:
    return {
        name for node in _outside_functions(statement) for name, _ in _bindings(node)
    }


def _outside_functions(node: ast.AST) -> Iterable[ast.AST]:
    """The nodes that are evaluated when a cell runs, functions' names included."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*one.decorator_list, *one.args.defaults]
            waiting += [default for default in one.args.kw_defaults if default]
        elif isinstance(one, ast.Lambda):
            continue
        elif isinstance(one, ast.ListComp | ast.SetComp | ast.DictComp):
            # Its variables are its own; what it reads is of no matter here.
            waiting += [
                child for child in ast.walk(one) if isinstance(child, ast.NamedExpr)
            ]
            waiting += [
                child
                for child in ast.walk(one)
                if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load)
            ]
        else:
            waiting += ast.iter_child_nodes(one)


def _origin(statement: str) -> str:
    """What a name stands for after an import statement that binds only it."""
    node = ast.parse(statement).body[0]
    if isinstance(node, ast.Import):
        alias = node.names[0]
        return alias.name if alias.asname else alias.name.partition(".")[0]
    assert isinstance(node, ast.ImportFrom)
    module = "." * node.level + (node.module or "")
    return f"{module}.{node.names[0].name}"
