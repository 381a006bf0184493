"""Modules of the user's own, read as syntax trees: nothing of them is ever run or imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from sdksmith.diagnostics import Location

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """A name that a module imports.

    Attributes
    ----------
    module
        Absolute: ``acme.users.client``.
    name
        What is imported from it; ``""`` for the module.
    local
        What it is called here; ``""`` for ``import *``.
    """

    module: str
    name: str
    local: str
    node: ast.stmt

    @property
    def meaning(self) -> str:
        """Dotted name that the local name stands for."""
        return f"{self.module}.{self.name}" if self.name else self.module


@dataclass(frozen=True)
class CustomModule:
    """A module.

    Attributes
    ----------
    name
        Absolute: ``acme.custom.users``.
    file
        As the user would name it.
    is_package
        It is an ``__init__.py``.
    """

    name: str
    file: str
    is_package: bool
    text: str
    tree: ast.Module

    @classmethod
    def read(cls, name: str, file: str, is_package: bool, text: str) -> CustomModule:
        """Parse a module.

        Raises
        ------
        SyntaxError, ValueError
            The text is no Python.
        """
        return cls(name, file, is_package, text, ast.parse(text))

    def location(self, node: ast.stmt | ast.expr | None) -> Location:
        """Return where a node stands; the file alone for none."""
        if node is None:
            return Location(self.file)
        lines = self.text.splitlines()
        line = node.lineno
        # Decorators stand above what they decorate.
        excerpt = lines[line - 1] if line <= len(lines) else ""
        column = len(excerpt.encode()[: node.col_offset].decode("utf-8", "ignore")) + 1
        return Location(self.file, line, column, excerpt=excerpt)

    @cached_property
    def definitions(self) -> Mapping[str, ast.stmt]:
        """Name -> the statement that defines it last, at the top of the module."""
        found: dict[str, ast.stmt] = {}
        for node in _top(self.tree.body):
            for name in _defined(node):
                found[name] = node
        return found

    @cached_property
    def imports(self) -> Sequence[Import]:
        """Everything that is imported, in functions and for type checkers too."""
        return [found for node in ast.walk(self.tree) for found in self._imported(node)]

    @cached_property
    def bindings(self) -> Mapping[str, str]:
        """Local name -> what it stands for, of what is imported at the top of the module."""
        found: dict[str, str] = {}
        for node in _top(self.tree.body):
            for each in self._imported(node):
                if each.local:
                    found[each.local] = each.meaning
        return found

    def classes(self) -> Mapping[str, ast.ClassDef]:
        """Return the classes at the top of the module, by name."""
        return {name: node for name, node in self.definitions.items() if isinstance(node, ast.ClassDef)}

    def meaning(self, expression: ast.expr) -> str:
        """Return what a name with dots stands for, absolute; ``""`` for another expression."""
        if isinstance(expression, ast.Subscript):
            return self.meaning(expression.value)
        if isinstance(expression, ast.Attribute):
            outer = self.meaning(expression.value)
            return f"{outer}.{expression.attr}" if outer else ""
        if isinstance(expression, ast.Name):
            return self.bindings.get(expression.id, f"{self.name}.{expression.id}")
        return ""

    def _imported(self, node: ast.AST) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                # Without `as` the name is that of the first package.
                whole = Import(alias.name, "", "", node)
                yield replace(whole, local=alias.asname) if alias.asname else whole
                if not alias.asname:
                    yield Import(first, "", first, node)
        elif isinstance(node, ast.ImportFrom):
            module = self._from(node)
            for alias in node.names:
                if alias.name == "*":
                    yield Import(module, "", "", node)
                else:
                    yield Import(module, alias.name, alias.asname or alias.name, node)

    def _from(self, node: ast.ImportFrom) -> str:
        """Return the module that something is imported from."""
        if not node.level:
            return node.module or ""
        parts = self.name.split(".")
        drop = node.level - (1 if self.is_package else 0)
        base = parts[: len(parts) - drop] if drop else parts
        return ".".join([*base, *([node.module] if node.module else [])])


def methods_of(node: ast.ClassDef) -> Mapping[str, ast.stmt]:
    """Return what a class defines: methods, other classes, attributes."""
    return {name: each for each in _top(node.body) for name in _defined(each)}


def is_override(module: CustomModule, node: ast.stmt) -> bool:
    """Whether a method says that it takes the place of another (PEP 698)."""
    return isinstance(node, Function) and any(
        module.meaning(each) in ("typing.override", "typing_extensions.override") for each in node.decorator_list
    )


def _top(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield statements, and those that stand in conditions or attempts."""
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With):
            yield from _top(node.body)
        if isinstance(node, ast.If | ast.Try):
            yield from _top(node.orelse)
        if isinstance(node, ast.Try):
            for handler in node.handlers:
                yield from _top(handler.body)


def _defined(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Assign(targets=targets):
            for target in targets:
                yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in names if alias.name != "*")
        case _:
            # A statement of Python 3.12.
            if type(node).__name__ == "TypeAlias":
                alias = getattr(node, "name", None)
                yield from [alias.id] if isinstance(alias, ast.Name) else []
