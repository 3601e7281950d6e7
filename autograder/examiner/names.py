"""Which names a cell takes from the notebook, and which it gives to it."""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

_BINDERS = (
    ast.ClassDef,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ExceptHandler,
    ast.MatchAs,
    ast.MatchStar,
)


class Unreadable(ValueError):
    """A cell of the source notebook is not Python."""


_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True)
class Names:
    """The names of one cell.

    Attributes:
        defines: Names that the cell binds at its top level, or by `global`.
        uses: Names that it reads while it runs.
        later: Names that its functions and classes' methods read when they are called.
        own_later: The same for names that the cell binds itself.
        changes: Names whose object it changes in place, without binding them.
        imports: Names that it binds by an import statement, with that statement.
        classes: Names that it binds by a class statement.
        stars: Whether it imports with a star, or runs a magic that may bind names.
        ends_with: Names in the call that is the cell's last expression, if it is one.
    """

    defines: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    own_later: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    imports: dict[str, str] = field(default_factory=dict)
    classes: frozenset[str] = frozenset()
    stars: bool = False
    ends_with: str | None = None


@cache
def names_of(source: str) -> Names:
    """Analyse a cell.

    Args:
        source: Python text; IPython's magics must have been turned into calls.

    Raises:
        Unreadable: If it is not Python.
    """
    try:
        tree = ast.parse(source)
        table = symtable.symtable(source, "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Unreadable(f"The cell is not Python: {error}.") from error
    defines, uses = set(), set()
    for symbol in table.get_symbols():
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace():
            defines.add(symbol.get_name())
        if symbol.is_referenced():
            uses.add(symbol.get_name())
    defines |= {
        node.target.id
        for node in _outside_functions(tree)
        if isinstance(node, ast.NamedExpr)
    }
    inner = _only_in_comprehensions(tree)
    defines -= inner
    uses -= inner
    later: set[str] = set()
    for scope, is_called_later in _scopes(table):
        for symbol in scope.get_symbols():
            if not symbol.is_global():
                continue
            (later if is_called_later else uses).add(symbol.get_name())
            if symbol.is_declared_global() and symbol.is_assigned():
                defines.add(symbol.get_name())
    imports = dict(_imports(tree))
    before = _used_before_defined(tree, defines)
    return Names(
        defines=frozenset(defines - {"*"}),
        uses=frozenset((uses - defines) | before),
        later=frozenset(later - defines),
        own_later=frozenset(later & defines),
        changes=frozenset(_changed(tree) - defines - set(imports)),
        imports=imports,
        classes=frozenset(
            node.name for node in tree.body if isinstance(node, ast.ClassDef)
        ),
        stars="*" in imports or "get_ipython" in uses,
        ends_with=_last_call(tree),
    )


def _only_in_comprehensions(tree: ast.Module) -> set[str]:
    """Names that are nothing but variables of comprehensions.

    From Python 3.12 on, symbol tables show them in the scope around.
    """
    variables: set[str] = set()
    others: set[str] = set()

    def visit(node: ast.AST, own: frozenset[str]) -> None:
        if isinstance(node, _COMPREHENSIONS):
            targets = {
                name.id
                for generator in node.generators
                for name in ast.walk(generator.target)
                if isinstance(name, ast.Name)
            }
            variables.update(targets)
            visit(node.generators[0].iter, own)  # read in the scope around
            own |= targets
        elif isinstance(node, ast.Name) and node.id not in own:
            others.add(node.id)
        elif isinstance(node, ast.NamedExpr):
            others.add(node.target.id)  # bound in the scope around
        else:
            others.update(_bound_without_a_name_node(node))
        for child in ast.iter_child_nodes(node):
            visit(child, own)

    visit(tree, frozenset())
    return variables - others


def _bound_without_a_name_node(node: ast.AST) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {one.asname or one.name.partition(".")[0] for one in node.names}
    if isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar):
        return {node.name} if node.name else set()
    if isinstance(node, ast.MatchMapping):
        return {node.rest} if node.rest else set()
    if isinstance(node, ast.Global):
        return set(node.names)
    return set()


def _scopes(table: symtable.SymbolTable) -> Iterator[tuple[symtable.SymbolTable, bool]]:
    """Inner scopes, and whether they run only when something is called."""
    waiting = [(child, False) for child in table.get_children()]
    while waiting:
        scope, inside_function = waiting.pop()
        is_function = scope.get_type() == "function" and scope.get_name() not in (
            "listcomp",
            "setcomp",
            "dictcomp",
            "genexpr",
        )
        called_later = inside_function or is_function
        yield scope, called_later
        waiting += [(child, called_later) for child in scope.get_children()]


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                yield bound, ast.unparse(ast.Import([alias]))
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                statement = ast.ImportFrom(node.module, [alias], node.level)
                yield alias.asname or alias.name, ast.unparse(statement)


def _used_before_defined(tree: ast.Module, names: set[str]) -> set[str]:
    """Names that are read above the first statement that binds them: `x = x + 1`."""
    bound: set[str] = set()
    found: set[str] = set()
    for statement in tree.body:
        reads, writes = set(), set()
        for node in _outside_functions(statement):
            if isinstance(node, ast.Name):
                (reads if isinstance(node.ctx, ast.Load) else writes).add(node.id)
            elif isinstance(node, _BINDERS) and node.name:
                writes.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                writes |= {a.asname or a.name.partition(".")[0] for a in node.names}
            if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
                reads.add(node.target.id)
        simple = isinstance(statement, ast.Assign | ast.AugAssign | ast.Expr)
        # Inside a loop or a branch a name may well be bound above where it is read.
        found |= (reads & names) - bound - (set() if simple else writes)
        bound |= writes
    return found


def _changed(tree: ast.Module) -> set[str]:
    """Roots of `name.x = …`, `name[…] = …`, `del name[…]` and of `name.method(…)`."""
    found = set()
    for statement in tree.body:
        for node in _outside_functions(statement):
            targets: list[ast.expr] = []
            if isinstance(node, ast.Assign | ast.Delete):
                targets = list(node.targets)
            elif isinstance(node, ast.AugAssign | ast.AnnAssign):
                targets = [node.target]
            elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                targets = [node.value.func]
            for target in targets:
                root = target
                while isinstance(root, ast.Attribute | ast.Subscript):
                    root = root.value
                if root is not target and isinstance(root, ast.Name):
                    found.add(root.id)
    return found


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        if not isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(one)


def _last_call(tree: ast.Module) -> str | None:
    """The name that is called in the last expression, `f` in `f(3)`."""
    if not tree.body or not isinstance(tree.body[-1], ast.Expr):
        return None
    value = tree.body[-1].value
    if isinstance(value, ast.Call):
        value = value.func
    return value.id if isinstance(value, ast.Name) else None
