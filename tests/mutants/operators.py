"""Wrong changes of one place in a function: a flipped comparison, a number one off, a dropped condition."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Undo = Callable[[], None]
Change = tuple[str, Undo]

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
# In SQL: the first of each that a text holds.
_ASKED = (
    ("<=", "<"),
    (">=", ">"),
    ("<>", "="),
    (" DESC", " ASC"),
    ("max(", "min("),
    ("min(", "max("),
    (" OR ", " AND "),
    ("count(DISTINCT ", "count("),
    ("IS NULL", "IS NOT NULL"),
)


@dataclass(frozen=True)
class Mutant:
    """One wrong change: of which place in the source of which module."""

    path: str
    function: str
    what: str
    source: str

    @property
    def key(self) -> str:
        """Its name, which stays as long as the function does."""
        digest = hashlib.sha256(f"{self.path}|{self.function}|{self.what}".encode()).hexdigest()[:8]
        return f"{digest} {self.path}:{self.function}: {self.what}"

    @property
    def text(self) -> str:
        """The whole module as it reads with the change."""
        tree = ast.parse(self.source)
        made = (function == self.function and what == self.what for function, what in _walked(tree))
        # The change stands in the tree until the next one is asked for.
        assert any(made), self.key
        return ast.unparse(tree)


def mutants_of(path: str, source: str) -> Iterator[Mutant]:
    """All mutants of a module's functions, in the order of the text."""
    for function, what in _walked(ast.parse(source)):
        yield Mutant(path, function, what, source)


def _walked(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """(function, change) with the change made in the tree while it is looked at."""
    for name, function in _functions(tree, ""):
        seen: dict[str, int] = {}
        for node in _places(function):
            for what, undo in _changes(node):
                seen[what] = seen.get(what, 0) + 1
                yield name, f"{what} #{seen[what]}"
                undo()


def chosen(root: Path, modules: list[str], most: int) -> list[Mutant]:
    """So many mutants of the modules that match, the same ones as long as the functions stay as they are."""
    paths = sorted({path for pattern in modules for path in root.glob(pattern) if path.name != "__init__.py"})
    found = [
        mutant
        for path in paths
        for mutant in mutants_of(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    ]
    # One of each function before a second one of any.
    turns: dict[str, int] = {}
    ranked = []
    for mutant in sorted(found, key=lambda one: one.key):
        place = f"{mutant.path}:{mutant.function}"
        turns[place] = turns.get(place, 0) + 1
        ranked.append((turns[place], mutant.key, mutant))
    return [mutant for _, _, mutant in sorted(ranked, key=lambda one: one[:2])[:most]]


def _functions(node: ast.AST, within: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield f"{within}{child.name}", child
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{within}{child.name}.")


def _places(function: ast.FunctionDef) -> list[ast.AST]:
    """What can be changed: neither annotations, defaults, decorators nor the docstring, and nothing that raises."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    found: list[ast.AST] = []
    for statement in body:
        _gather(statement, found)
    return found


def _gather(node: ast.AST, found: list[ast.AST]) -> None:
    if isinstance(node, ast.Raise | ast.Assert | ast.Import | ast.ImportFrom):
        return
    found.append(node)
    for name, value in ast.iter_fields(node):
        if name == "annotation":
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                _gather(child, found)


def _changes(node: ast.AST) -> Iterator[Change]:
    """Each change of a node, made; what it is in words and how to take it back."""
    way = _WAYS.get(type(node))
    if way is not None:
        yield from way(node)


def _compared(node: ast.Compare) -> Iterator[Change]:
    for at, op in enumerate(node.ops):
        other = _COMPARED.get(type(op))
        if other is not None:
            node.ops[at] = other()
            yield f"{type(op).__name__} becomes {other.__name__}", _put(node.ops, at, op)


def _counted(node: ast.BinOp) -> Iterator[Change]:
    op = node.op
    if type(op) in _COUNTED:
        node.op = _COUNTED[type(op)]()
        yield f"{type(op).__name__} becomes {type(node.op).__name__}", _set(node, "op", op)


def _negated(node: ast.UnaryOp) -> Iterator[Change]:
    operand = node.operand
    if isinstance(node.op, ast.Not):
        node.operand = ast.UnaryOp(ast.Not(), operand)
        yield "not is dropped", _set(node, "operand", operand)


def _swapped(node: ast.IfExp) -> Iterator[Change]:
    node.body, node.orelse = node.orelse, node.body
    yield "the two sides of if are swapped", _swap(node)


def _filtered(node: ast.comprehension) -> Iterator[Change]:
    kept = node.ifs
    if kept:
        node.ifs = []
        yield "the condition of a comprehension is dropped", _set(node, "ifs", kept)


def _called(node: ast.Call) -> Iterator[Change]:
    if isinstance(node.func, ast.Name) and node.func.id in _CALLED:
        name = node.func.id
        node.func.id = _CALLED[name]
        yield f"{name} becomes {node.func.id}", _set(node.func, "id", name)


def _joined(node: ast.BoolOp) -> Iterator[Change]:
    op = node.op
    node.op = ast.Or() if isinstance(op, ast.And) else ast.And()
    yield f"{type(op).__name__} becomes {type(node.op).__name__}", _set(node, "op", op)
    values = node.values
    node.values = values[:-1]
    yield "the last condition is dropped", _set(node, "values", values)


def _constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        node.value = not value
        yield f"{value} becomes {node.value}", _set(node, "value", value)
    elif isinstance(value, int):
        node.value = value + 1
        yield f"{value} becomes {node.value}", _set(node, "value", value)
    elif isinstance(value, str) and any(word in value for word in ("SELECT", "WHERE", " AND ", "ORDER BY")):
        for one, other in _ASKED:
            if one in value:
                node.value = value.replace(one, other, 1)
                yield (
                    f"in SQL{one.rstrip()} becomes{other.rstrip() if other[0] == ' ' else ' ' + other}",
                    _set(node, "value", value),
                )


def _set(node: ast.AST, name: str, value: object) -> Undo:
    return lambda: setattr(node, name, value)


def _put(places: list[ast.cmpop], at: int, value: ast.cmpop) -> Undo:
    return lambda: places.__setitem__(at, value)


def _swap(node: ast.IfExp) -> Undo:
    body, orelse = node.body, node.orelse

    def back() -> None:
        node.body, node.orelse = orelse, body

    return back


_WAYS: dict[type[ast.AST], Callable[[Any], Iterator[Change]]] = {
    ast.Compare: _compared,
    ast.BoolOp: _joined,
    ast.BinOp: _counted,
    ast.UnaryOp: _negated,
    ast.IfExp: _swapped,
    ast.comprehension: _filtered,
    ast.Call: _called,
    ast.Constant: _constant,
}
