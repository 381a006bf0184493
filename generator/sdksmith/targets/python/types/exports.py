"""Exports of ``types``, and the module each comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sdksmith.targets.python.layout.code import import_from
from sdksmith.targets.python.types.modules import TypeModule


@dataclass(frozen=True)
class TypeExports:
    """The names of the modules of types.

    Attributes
    ----------
    statements
        The imports that type checkers see, indented below ``if TYPE_CHECKING``.
    modules
        ``(name, module)`` of every type, by name: the look-up at run time.
    """

    statements: list[str]
    modules: list[tuple[str, str]]


def exports_of(modules: Iterable[TypeModule]) -> TypeExports:
    """Return what the modules export, in their order."""
    statements: list[str] = []
    found: list[tuple[str, str]] = []
    for module in modules:
        where = f"{module.home.folder}.{module.home.module}"
        names = [declared.name for declared in module.declarations]
        statements.append(import_from(f".{where}", names, 4))
        found.extend((name, where) for name in names)
    return TypeExports(statements, sorted(found))
