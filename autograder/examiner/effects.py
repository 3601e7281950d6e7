"""What running a cell may do beyond giving values to names, read off its text.

A cell may change an object through a method or an index, draw random numbers, write a
file, change a setting of a library, or look names up by text. Each of these is
recognised here from the syntax tree alone, and where that cannot be sure, the worse
is assumed; `skipping` decides what follows from it.

What cannot be recognised, and is trusted of a course's own unchanged cells: a function
of a library, or one of the course's, changes the objects that it is given only where
its name says so (`shuffle`, `fit`, `update`, `out=` …).
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from autograder.examiner import vocabulary as words

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
#: Defaults of arguments in which a function cannot keep what it was given.
_STATELESS = (ast.Constant, ast.Name, ast.Attribute, ast.UnaryOp, ast.Tuple)


@dataclass
class Effects:
    """What a piece of code may do.

    Attributes:
        acts: It may do what outlives it and is not seen from names: write a file,
            change a setting, run what nothing is known of.
        by_text: It may reach names that are not in its text.
        patches: It sets an attribute of a module.
        draws: It draws from the random generators that all code shares, or seeds them.
        seeds_first: It seeds all of them before it draws.
        imports: Modules that it imports.
        changes: Names whose objects it may change, with whether what those hold may be
            changed as well.
        changes_arguments: For functions: they may change what they are given.
        links: Pairs of names that may share an object: `(kind, name, other)`, kind
            "same", "part" for a part of it, and "holds" for a container of it.
        iterators: Names that it binds to iterators, which change by being read.
    """

    acts: bool = False
    by_text: bool = False
    patches: bool = False
    draws: bool = False
    seeds_first: bool = False
    imports: set[str] = field(default_factory=set)
    changes: set[tuple[str, bool]] = field(default_factory=set)
    changes_arguments: bool = False
    links: set[tuple[str, str, str]] = field(default_factory=set)
    iterators: set[str] = field(default_factory=set)

    def include(self, other: Effects) -> None:
        """Add what other code does."""
        self.acts |= other.acts
        self.by_text |= other.by_text
        self.patches |= other.patches
        self.draws |= other.draws
        self.imports |= other.imports
        self.changes |= other.changes
        self.changes_arguments |= other.changes_arguments
        self.links |= other.links
        self.iterators |= other.iterators


@dataclass(frozen=True)
class CellEffects:
    """What a cell may do when it is run, and what its functions may when called."""

    now: Effects
    called: Effects


def effects_of(
    tree: ast.Module, origins: Mapping[str, str], functions: frozenset[str]
) -> CellEffects:
    """Read off a cell what it may do.

    Args:
        tree: The cell, IPython's magics turned into calls.
        origins: Names of the notebook that are bound by import statements only, with
            what they import, such as `numpy.random`.
        functions: Names of it that are bound by `def` and `class` only.
    """
    reader = _Reader(origins, functions)
    reader.bound_here = frozenset(_bound_in(tree.body)[0])
    reader.read(tree.body)
    return CellEffects(reader.found, reader.called)


def reachable(
    start: Iterable[tuple[str, bool]], links: Iterable[tuple[str, str, str]]
) -> set[str]:
    """Give all names whose objects may change when some do.

    Args:
        start: Names, each with whether also what its object holds changes.
        links: See `Effects.links`.
    """
    near: dict[str, list[tuple[str, bool | None, bool]]] = {}
    for kind, name, other in links:
        if kind == "call":
            continue
        # Each step: where to, whether it needs a deep change, whether it makes one.
        deepens = kind == "part"
        near.setdefault(name, []).append((other, kind == "holds", deepens))
        near.setdefault(other, []).append((name, False, False))
    seen: set[tuple[str, bool]] = set()
    waiting = list(start)
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        name, deep = one
        for other, needs_deep, deepens in near.get(name, ()):
            if deep or not needs_deep:
                waiting.append((other, deep or deepens))
    return {name for name, _ in seen}


def is_known_module(name: str) -> bool:
    """Tell whether importing a module changes nothing but what is imported."""
    return name.partition(".")[0] in words.KNOWN_MODULES


class _Reader(ast.NodeVisitor):
    """Walks through a cell, or through one function of it."""

    def __init__(
        self,
        origins: Mapping[str, str],
        functions: frozenset[str],
        local: frozenset[str] = frozenset(),
    ) -> None:
        self.origins = origins
        self.functions = functions
        self.local = local
        self.found = Effects()
        self.called = Effects()
        self.has_yield = False
        self.in_function = False

    def read(self, body: list[ast.stmt]) -> None:
        for statement in body:
            if (
                not self.found.draws
                and isinstance(statement, ast.Expr)
                and isinstance(statement.value, ast.Call)
            ):
                dotted = self._dotted(statement.value.func)
                self.found.seeds_first |= dotted[-1:] == ["set_random_seed"]
            self.visit(statement)

    # Names.

    def _dotted(self, node: ast.expr) -> list[str]:
        """Return `["numpy", "random", "rand"]` for `np.random.rand`, or nothing."""
        path: list[str] = []
        while isinstance(node, ast.Attribute):
            path.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name) or node.id in self.local:
            return []
        origin = self.origins.get(node.id)
        return [*origin.split("."), *reversed(path)] if origin else []

    def _objects(self, *nodes: ast.AST | None) -> set[str]:
        """Names in expressions that may stand for an object that can change."""
        return {
            name.id
            for node in nodes
            if node is not None
            for name in ast.walk(node)
            if isinstance(name, ast.Name) and self._is_object(name.id)
        }

    def _is_object(self, name: str) -> bool:
        if name in self.local:
            return True
        return not (
            name in self.origins or name in self.functions or name in words.BUILTINS
        )

    def _change(self, names: Iterable[str], deep: bool) -> None:
        self.found.changes |= {(name, deep) for name in names}

    def visit_Name(self, node: ast.Name) -> None:
        if node.id in self.local:
            return
        if node.id in words.BY_TEXT or (
            isinstance(node.ctx, ast.Load)
            and words.HISTORY.fullmatch(node.id)
            and node.id not in self.bound_here
        ):
            self.found.by_text = True
        self._look(self._dotted(node))

    #: Names that the cell binds itself; `_` is then no result of an earlier cell.
    bound_here: frozenset[str] = frozenset()

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in words.BY_TEXT_ATTRIBUTES:
            self.found.by_text = True
        dotted = self._dotted(node)
        if dotted:
            self._look(dotted)
        else:
            self.visit(node.value)

    def _look(self, dotted: list[str]) -> None:
        """Take note of what is mentioned of a library."""
        if not dotted:
            return
        if dotted[0] in words.ACTING_MODULES and len(dotted) > 1:
            self.found.acts = True
        self.found.draws |= _draws(dotted)

    # Statements.

    def visit_Import(self, node: ast.Import) -> None:
        self._import([alias.name for alias in node.names])

    def _import(self, modules: list[str]) -> None:
        self.found.imports |= set(modules)
        # In a function it is not seen what of the module is used.
        tops = {module.partition(".")[0] for module in modules}
        self.found.acts |= self.in_function and bool(tops & words.ACTING_MODULES)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        self._import(["." * node.level + (node.module or "")])
        if any(alias.name == "*" for alias in node.names) or (
            node.module == "__future__"
        ):
            self.found.acts = True

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call):
            self._call(node.value, is_statement=True)
        else:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._bind(target, node.value)
        self.visit(node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self._bind(node.target, node.value)
            self.visit(node.value)
        self.visit(node.annotation)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._bind(node.target, node.value)
        self.visit(node.value)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self._change([node.target.id], deep=False)
            # `items += more` puts what `more` holds into `items`.
            self._link("holds", node.target, self._objects(node.value))
        else:
            self._store(node.target)
        self.visit(node.value)

    def visit_Delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.found.acts = True
            else:
                self._store(target)

    def visit_Global(self, node: ast.Global) -> None:
        self._change(node.names, deep=True)

    def visit_Nonlocal(self, _node: ast.Nonlocal) -> None:
        self.found.acts = True

    def visit_For(self, node: ast.For) -> None:
        self._bind_items(node.target, node.iter)
        self.visit(node.iter)
        for statement in [*node.body, *node.orelse]:
            self.visit(statement)

    visit_AsyncFor = visit_For  # type: ignore[assignment]

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self._bind_items(node.target, node.iter)
        self.visit(node.iter)
        for condition in node.ifs:
            self.visit(condition)

    def visit_With(self, node: ast.With) -> None:
        for item in node.items:
            if item.optional_vars is not None:
                self._bind(item.optional_vars, item.context_expr)
            self.visit(item.context_expr)
        for statement in node.body:
            self.visit(statement)

    visit_AsyncWith = visit_With  # type: ignore[assignment]

    def visit_Match(self, node: ast.Match) -> None:
        captured = {
            name
            for case in node.cases
            for part in ast.walk(case.pattern)
            for name in (getattr(part, "name", None), getattr(part, "rest", None))
            if name
        }
        for name in captured:
            self._bind_items(ast.Name(name, ast.Store()), node.subject)
        self.generic_visit(node)

    def visit_Yield(self, node: ast.Yield) -> None:
        self.has_yield = True
        self.generic_visit(node)

    def visit_YieldFrom(self, node: ast.YieldFrom) -> None:
        self.has_yield = True
        self.generic_visit(node)

    # Who shares an object with whom.

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Starred):
            target = target.value
        if isinstance(target, ast.Tuple | ast.List):
            if isinstance(value, ast.Tuple | ast.List) and (
                len(value.elts) == len(target.elts)
            ):
                for one, part in zip(target.elts, value.elts, strict=True):
                    self._bind(one, part)
            else:
                self._bind_items(target, value)
            return
        if not isinstance(target, ast.Name):
            self._store(target)
            root = _root(target)
            if root is not None:
                self._link("holds", root, self._sources(value))
            return
        for kind, name in self._shared(value):
            self.found.links.add((kind, target.id, name))
        if _makes_iterator(value):
            self.found.iterators.add(target.id)
        elif isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            # Resolved by `skipping`: the function may be a generator's.
            self.found.links.add(("call", target.id, value.func.id))

    def _bind_items(self, target: ast.expr, container: ast.expr) -> None:
        # A name for the container itself, so that there are not too many pairs.
        here = f"<{container.lineno}:{container.col_offset}:{id(container)}>"
        self.found.links |= {("part", here, one) for one in self._sources(container)}
        for name in ast.walk(target):
            if isinstance(name, ast.Name):
                self.found.links.add(("part", name.id, here))
            elif isinstance(name, ast.Attribute | ast.Subscript):
                self._store(name)

    def _link(self, kind: str, target: ast.Name, others: Iterable[str]) -> None:
        self.found.links |= {(kind, target.id, other) for other in others}

    def _sources(self, value: ast.expr) -> set[str]:
        return {name for _, name in self._shared(value)}

    def _shared(self, value: ast.expr) -> set[tuple[str, str]]:
        """Names whose object a value may be, be a part of, or hold."""
        if isinstance(value, ast.Name):
            return {("same", value.id)} if self._is_object(value.id) else set()
        if isinstance(value, ast.Attribute | ast.Subscript | ast.Starred | ast.Await):
            return {("part", name) for name in self._sources(value.value)}
        if isinstance(value, ast.IfExp):
            return self._shared(value.body) | self._shared(value.orelse)
        if isinstance(value, ast.BoolOp):
            return {one for part in value.values for one in self._shared(part)}
        if isinstance(value, ast.NamedExpr):
            return self._shared(value.value)
        if isinstance(value, ast.Call):
            return {("part", name) for name in self._shared_by_call(value)}
        if isinstance(
            value,
            ast.Constant | ast.JoinedStr | ast.Compare | ast.UnaryOp,
        ):
            return set()
        if isinstance(value, ast.BinOp):
            # Sums of lists hold the items of both; of arrays they share nothing.
            if isinstance(value.op, ast.Add | ast.Mult | ast.BitOr):
                return {("holds", name) for name in self._objects(value)}
            return set()
        return {("holds", name) for name in self._objects(value)}

    def _shared_by_call(self, call: ast.Call) -> set[str]:
        dotted = self._dotted(call.func)
        last = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if dotted[:1] == ["numpy"] and dotted[-1] not in words.VIEWS_OF_NUMPY:
            return set()
        if dotted[:1] in (["tensorflow"], ["math"], ["random"]):
            return set()
        if not dotted and last in words.FRESH:
            return set()
        if isinstance(call.func, ast.Name) and call.func.id in (
            words.PURE_BUILTINS
            & {"len", "int", "float", "str", "bool", "range", "repr"}
        ):
            return set()
        return self._objects(call.func, *call.args, *(k.value for k in call.keywords))

    def _store(self, target: ast.expr) -> None:
        """Take note of `name[…] = …`, `name.x = …` and what goes deeper."""
        if isinstance(target, ast.Starred):
            target = target.value
        if isinstance(target, ast.Name):
            return
        if isinstance(target, ast.Tuple | ast.List):
            for one in target.elts:
                self._store(one)
            return
        root = _root(target)
        inner = target.value if isinstance(target, ast.Attribute | ast.Subscript) else 0
        if root is None:
            self._change(self._objects(target), deep=True)
        elif self._is_object(root.id) or root.id in self.functions:
            self._change([root.id], deep=not isinstance(inner, ast.Name))
        else:
            self.found.patches = self.found.acts = True
        self.visit(target)

    # Calls.

    def visit_Call(self, node: ast.Call) -> None:
        self._call(node, is_statement=False)

    def _call(self, node: ast.Call, is_statement: bool) -> None:
        magic = _magic(node)
        if magic is not None:
            self.found.acts = True
            self.found.by_text |= magic not in words.HARMLESS_MAGICS
            return
        arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
        dotted = self._dotted(node.func)
        if dotted:
            self._call_library(dotted, node, is_statement)
        elif isinstance(node.func, ast.Name):
            self._call_name(node.func.id, node)
        elif isinstance(node.func, ast.Attribute):
            self._call_method(node.func, node)
        else:
            self._change(self._objects(node), deep=True)
        for keyword in node.keywords:
            if keyword.arg in ("out", "inplace", "overwrite_a", "overwrite_x") or (
                keyword.arg == "copy" and _is_false(keyword.value)
            ):
                self._change(self._objects(node), deep=True)
            if keyword.arg == "training":
                self.found.draws = True
            if keyword.arg == "file":
                self.found.acts = True
        if not isinstance(node.func, ast.Name):
            self.visit(node.func)
        else:
            self.visit_Name(node.func)
        for argument in arguments:
            self.visit(argument)

    def _call_library(
        self, dotted: list[str], node: ast.Call, is_statement: bool
    ) -> None:
        last = dotted[-1]
        if last in words.SEEDS:
            self.found.draws = True
            return
        is_array_library = dotted[0] in ("numpy", "tensorflow", "keras")
        self.found.acts |= bool(
            words.WRITES_FILES.fullmatch(last)
            or words.SETTINGS.intersection(dotted[1:])
            or (
                words.CHANGES_SETTINGS.fullmatch(last)
                and not (is_array_library and last in words.ON_ARRAYS)
            )
        )
        if words.CHANGES_ARGUMENTS.fullmatch(last) or words.TRAINS.fullmatch(last):
            self._change(self._objects(*node.args, *_values(node)), deep=True)
        if is_statement and dotted[0] not in words.KNOWN_MODULES:
            # Done for what it does, and nothing says what that is.
            shows = any(words.SHOWS.fullmatch(part) for part in dotted[1:])
            self.found.acts |= not shows

    def _call_name(self, name: str, node: ast.Call) -> None:
        if name in self.local or name in self.functions:
            if name in self.local:
                self._change([name], deep=True)
            if words.TRAINS.fullmatch(name) or words.DRAWS.fullmatch(name):
                self._change(self._objects(*node.args, *_values(node)), deep=True)
        elif name not in words.BUILTINS and name != "display":
            self._change([name], deep=True)  # an object that can be called
        elif name in ("next", "setattr", "delattr"):
            self._change(self._objects(*node.args), deep=False)
            if name != "next" and not self._objects(*node.args[:1]):
                self.found.acts = self.found.patches = True
        elif name not in words.PURE_BUILTINS:
            self.found.acts = True

    def _call_method(self, method: ast.Attribute, node: ast.Call) -> None:
        name = method.attr
        if isinstance(method.value, ast.Constant | ast.JoinedStr):
            return
        self.found.acts |= bool(words.WRITES_FILES.fullmatch(name))
        if (
            words.TRAINS.fullmatch(name)
            or words.DRAWS.fullmatch(name)
            or name in words.SEEDS
        ):
            self.found.draws = True
        if name in words.PURE_METHODS:
            return
        owners = self._objects(method.value)
        self._change(owners, deep=not isinstance(method.value, ast.Name))
        given = self._objects(*node.args, *_values(node))
        root = _root(method)
        if root is not None and self._is_object(root.id):
            self._link("holds", root, given)
        elif root is not None and root.id in self.functions:
            self._change([root.id], deep=True)  # f.cache_clear(), Class.register(x)
        if name in ("shuffle", "readinto", "update_state", "apply_gradients", "adapt"):
            self._change(given, deep=True)

    # Functions and classes: what is in them happens when they are called.

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for decorator in node.decorator_list:
            name = decorator.func if isinstance(decorator, ast.Call) else decorator
            last = name.attr if isinstance(name, ast.Attribute) else ""
            last = name.id if isinstance(name, ast.Name) else last
            self.called.acts |= last not in words.QUIET_DECORATORS
            self.visit(decorator)
        self._read_function(node.args, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._read_function(node.args, [ast.Expr(node.body)])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for one in [*node.decorator_list, *node.bases]:
            self.visit(one)
        for keyword in node.keywords:
            self.visit(keyword.value)
            self.called.acts |= keyword.arg == "metaclass"
        for statement in node.body:
            self.visit(statement)

    def _read_function(self, arguments: ast.arguments, body: list[ast.stmt]) -> None:
        given = {
            one.arg
            for one in [
                *arguments.posonlyargs,
                *arguments.args,
                *arguments.kwonlyargs,
                *([arguments.vararg] if arguments.vararg else []),
                *([arguments.kwarg] if arguments.kwarg else []),
            ]
        }
        defaults = [*arguments.defaults, *filter(None, arguments.kw_defaults)]
        for default in defaults:
            self.visit(default)
        bound, outer = _bound_in(body)
        local = (given | bound) - outer
        reader = _Reader(self.origins, self.functions, self.local | local)
        reader.bound_here = self.bound_here | local
        reader.in_function = True
        for statement in body:
            reader.visit(statement)
        inner = reader.found
        inner.include(reader.called)
        changed = reachable(inner.changes, inner.links)
        inner.changes_arguments |= bool(changed & given)
        keeps_state = any(
            not isinstance(
                default,
                ast.Constant | ast.Name | ast.Attribute | ast.UnaryOp | ast.Tuple,
            )
            for default in defaults
        )
        inner.acts |= inner.changes_arguments and keeps_state
        for default in defaults:
            if inner.changes_arguments:
                self._change(self._objects(default), deep=True)
        inner.changes = {(name, True) for name in changed - local}
        # What leaves a function may hold what it finds outside of it.
        inner.links = set()
        inner.iterators = set()
        if reader.has_yield:
            inner.iterators.add("")
        inner.seeds_first = False
        self.called.include(inner)


def _draws(dotted: list[str]) -> bool:
    """Whether what has this name draws random numbers, or sets how they are drawn."""
    first, last = dotted[0], dotted[-1]
    if last in words.OWN_GENERATORS:
        return False
    if first in ("numpy", "random"):
        return "random" in dotted and len(dotted) > 1
    if first in ("tensorflow", "keras"):
        return bool(
            words.KERAS_THAT_DRAWS.intersection(dotted[1:]) or last in words.SEEDS
        )
    if first in ("torch", "sklearn"):
        return len(dotted) > 1 and dotted[1] not in ("metrics", "datasets")
    return any(
        words.DRAWS.fullmatch(one) or words.TRAINS.fullmatch(one) for one in dotted[1:]
    )


def _values(call: ast.Call) -> list[ast.expr]:
    return [keyword.value for keyword in call.keywords]


def _is_false(value: ast.expr) -> bool:
    return not (isinstance(value, ast.Constant) and value.value is True)


def _root(node: ast.expr) -> ast.Name | None:
    """The name that `name.x[0].y` begins with."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node if isinstance(node, ast.Name) else None


def _magic(node: ast.Call) -> str | None:
    """Name of the magic that a call runs, "pip" for a line of the shell."""
    function = node.func
    if not isinstance(function, ast.Attribute) or not (
        isinstance(function.value, ast.Call)
        and isinstance(function.value.func, ast.Name)
        and function.value.func.id == "get_ipython"
    ):
        return None
    if function.attr in ("system", "getoutput"):
        return "pip"
    if function.attr == "run_line_magic" and node.args:
        first = node.args[0]
        return first.value if isinstance(first, ast.Constant) else ""
    return ""


def _makes_iterator(value: ast.expr) -> bool:
    if isinstance(value, ast.GeneratorExp):
        return True
    if not isinstance(value, ast.Call):
        return False
    function = value.func
    name = function.attr if isinstance(function, ast.Attribute) else ""
    name = function.id if isinstance(function, ast.Name) else name
    if name in words.ITERATOR_MAKERS:
        return True
    root = _root(function)
    return root is not None and root.id == "itertools"


def _bound_in(body: list[ast.stmt]) -> tuple[set[str], set[str]]:
    """Names that a function binds, with those of functions in it, and its globals."""
    bound: set[str] = set()
    outer: set[str] = set()
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                bound.add(node.id)
            elif isinstance(node, ast.arg):
                bound.add(node.arg)
            elif isinstance(
                node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
            ):
                bound.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                # Stays what it is: a library's, not an object that can change.
                continue
            elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar):
                bound.update([node.name] if node.name else [])
            elif isinstance(node, ast.Global):
                outer.update(node.names)
    return bound, outer
