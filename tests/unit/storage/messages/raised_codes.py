"""Which codes the source raises and with which parameters: read from syntax trees, nothing is imported or run.

A code may reach ``LedgerError`` as a literal, by a local name, by a table, by a local function's answer, or as an argument of
the function that raises; parameters may be handed on by ``**``. What comes from another error (``error.code``) is left alone:
its parameters were looked at where that error was raised. Findings that carry a code and a table of parameters count as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.domain.codes import Code

ROOT = Path(__file__).resolve().parents[4]
ROOMS = ("storage", "export", "ui")
NOT_FOR_SENTENCES = frozenset({"detail", "code"})
CARRIERS = {"Problem": frozenset[str](), "CellRefused": frozenset({"column"})}
"""Classes that carry a code with a table of parameters, and what is added to each table before it is shown."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Raised:
    """One way in which a code is raised: where, and the names of the parameters given for its sentence."""

    code: Code
    place: str
    names: frozenset[str]


class Source:
    """Modules by their path; ``raised`` is the question they are read for."""

    def __init__(self, modules: dict[str, str]) -> None:
        self._trees = {path: ast.parse(text) for path, text in modules.items()}
        self._calls = [node for tree in self._trees.values() for node in ast.walk(tree) if isinstance(node, ast.Call)]

    @classmethod
    def of_product(cls) -> Source:
        paths = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
        main = ROOT / "main.py"
        return cls(
            {
                str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
                for path in [*paths, *([main] if main.exists() else [])]
            }
        )

    def raised(self) -> list[Raised]:
        found: list[Raised] = []
        for path, tree in self._trees.items():
            for call, function in _errors_in(tree):
                argument = _code_argument(call)
                if argument is not None:
                    place = f"{path}:{call.lineno}"
                    found.extend(self._ways(call, argument, function, tree, place))
            found.extend(_carried(path, tree))
        return found

    def _ways(
        self, call: ast.Call, argument: ast.expr, function: Function | None, tree: ast.Module, place: str
    ) -> Iterator[Raised]:
        names, handed_on = _names(call)
        for code in _codes(argument, function, tree):
            if not handed_on:
                yield Raised(code, place, names)
        if function is None:
            return
        passed = argument.id if isinstance(argument, ast.Name) and argument.id in _parameters(function) else ""
        extra = function.args.kwarg is not None and function.args.kwarg.arg == handed_on
        if not passed and not extra:
            return
        for caller in self._calls:
            if _called(caller) == function.name:
                given, more = _names(caller)
                beside = given - frozenset(_parameters(function)) if extra else frozenset()
                source = _argument(caller, function, passed) if passed else argument
                if not more and source is not None:
                    for code in _codes(source, None, tree):
                        yield Raised(code, place, names | beside)


def _errors_in(tree: ast.Module) -> Iterator[tuple[ast.Call, Function | None]]:
    """Every making of a ``LedgerError`` with the function around it."""
    return ((call, function) for call, function in _calls_in(tree, None) if _called(call) == "LedgerError")


def _calls_in(node: ast.AST, function: Function | None) -> Iterator[tuple[ast.Call, Function | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, function
        yield from _calls_in(child, child if isinstance(child, Function) else function)


def _carried(path: str, tree: ast.Module) -> Iterator[Raised]:
    """Codes that stand in a finding with a table of parameters, or in a carrier without any."""
    for call, function in _calls_in(tree, None):
        argument = _code_argument(call)
        table = next((keyword.value for keyword in call.keywords if keyword.arg == "parameters"), None)
        if table is None and len(call.args) > 1 and isinstance(call.args[1], ast.Dict):
            table = call.args[1]
        if argument is None or _called(call) == "LedgerError" or (table is None and _called(call) not in CARRIERS):
            continue
        names = _keys(table, function, tree)
        for code in _codes(argument, function, tree):
            if names is not None:
                yield Raised(code, f"{path}:{call.lineno}", names | CARRIERS.get(_called(call), frozenset()))


def _keys(table: ast.expr | None, function: Function | None, tree: ast.Module) -> frozenset[str] | None:
    """The keys of a table that is written out; None when they cannot be told."""
    if table is None:
        return frozenset()
    if isinstance(table, ast.Name):
        values = _values(table.id, function, tree)
        return _keys(values[0], function, tree) if len(values) == 1 and isinstance(values[0], ast.Dict) else None
    if not isinstance(table, ast.Dict):
        return None
    keys = [key.value for key in table.keys if isinstance(key, ast.Constant)]
    return frozenset(str(key) for key in keys) if len(keys) == len(table.keys) else None


def _called(call: ast.Call) -> str:
    """The last part of the name that is called."""
    return call.func.id if isinstance(call.func, ast.Name) else call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _code_argument(call: ast.Call) -> ast.expr | None:
    if call.args:
        return call.args[0]
    return next((keyword.value for keyword in call.keywords if keyword.arg == "code"), None)


def _names(call: ast.Call) -> tuple[frozenset[str], str]:
    """The keywords of a call, and the name of what is handed on by ``**`` ("?" for anything but a name)."""
    names = frozenset(keyword.arg for keyword in call.keywords if keyword.arg is not None) - NOT_FOR_SENTENCES
    spread = [keyword.value for keyword in call.keywords if keyword.arg is None]
    return names, "" if not spread else spread[0].id if isinstance(spread[0], ast.Name) else "?"


def _parameters(function: Function) -> list[str]:
    arguments = function.args
    return [argument.arg for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]]


def _argument(call: ast.Call, function: Function, name: str) -> ast.expr | None:
    """What a call gives for the parameter, or None for its default."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    positions = [
        argument.arg for argument in [*function.args.posonlyargs, *function.args.args] if argument.arg not in {"self", "cls"}
    ]
    return call.args[positions.index(name)] if name in positions and positions.index(name) < len(call.args) else None


def _codes(expression: ast.expr, function: Function | None, tree: ast.Module, depth: int = 0) -> set[Code]:
    """The codes that an expression can stand for, as far as the module tells."""
    if depth > 4:
        return set()
    if isinstance(expression, ast.Attribute):
        literal = isinstance(expression.value, ast.Name) and expression.value.id == "Code"
        return {Code[expression.attr]} if literal else set()
    inner: list[ast.expr] = []
    if isinstance(expression, ast.IfExp):
        inner = [expression.body, expression.orelse]
    elif isinstance(expression, ast.Dict):
        inner = expression.values
    elif isinstance(expression, ast.Subscript):
        inner = [expression.value]
    elif isinstance(expression, ast.Call) and isinstance(expression.func, ast.Attribute) and expression.func.attr == "get":
        inner = [expression.func.value, *expression.args[1:]]
    elif isinstance(expression, ast.Call):
        inner = _answers(_called(expression), tree)
    elif isinstance(expression, ast.Name):
        inner = _values(expression.id, function, tree)
    return {code for part in inner for code in _codes(part, function, tree, depth + 1)}


def _answers(name: str, tree: ast.Module) -> list[ast.expr]:
    """What the module's function of that name returns."""
    functions = [node for node in ast.walk(tree) if isinstance(node, Function) and node.name == name]
    return [
        node.value
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Return) and node.value is not None
    ]


def _values(name: str, function: Function | None, tree: ast.Module) -> list[ast.expr]:
    """What is assigned to the name within the function, its default as a parameter, else what the module assigns to it."""
    if function is not None:
        found = [*_defaults(name, function), *_assigned(name, ast.walk(function))]
        if found or name in _parameters(function):
            return found
    return _assigned(name, tree.body)


def _defaults(name: str, function: Function) -> list[ast.expr]:
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    pairs = [
        *zip(reversed(positional), reversed(arguments.defaults), strict=False),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    return [default for argument, default in pairs if argument.arg == name and default is not None]


def _assigned(name: str, nodes: Iterable[ast.AST]) -> list[ast.expr]:
    found: list[ast.expr] = []
    for node in nodes:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            found.append(node.value)
    return found
