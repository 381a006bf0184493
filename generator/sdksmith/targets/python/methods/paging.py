"""Pagination arguments for the runtime: where the items are, and how the next page is requested."""

from __future__ import annotations

from collections.abc import Mapping

from sdksmith.model import Declaration, Object, Pagination, all_properties
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import Brackets, Expression
from sdksmith.targets.python.methods.samples import named
from sdksmith.targets.python.types.expressions import Imports, TypePrinter


def paging_arguments(
    pagination: Pagination, names: Names, declarations: Mapping[Symbol, Declaration], imports: Imports
) -> list[Expression]:
    """Return the arguments ``items``, ``rule`` and ``item`` of the runtime's ``paginate``."""
    items = "page"
    if pagination.items_property:
        items = f"page.{names.fields[pagination.response][pagination.items_property]}"
    name, arguments = _rule(pagination, names, declarations)
    imports.core.add(name)
    given: list[Expression] = [f"items=lambda page: {items}", Brackets(f"rule={name}(", arguments, ")")]
    if pagination.items_property:
        printer = TypePrinter(imports, lambda symbol: f"_types.{names.types[symbol]}")
        given.append(named("item", printer.print(pagination.item)))
    return given


def _rule(
    pagination: Pagination, names: Names, declarations: Mapping[Symbol, Declaration]
) -> tuple[str, tuple[str, ...]]:
    parameter = literals.string(pagination.page_parameter)
    following = f"lambda page: {_reached(pagination.next_path, names, declarations)}"
    match pagination.kind:
        case "offset":
            first = f"first={pagination.first}"
            return "PageNumber", (parameter, first) if pagination.first else (parameter,)
        case "items":
            return "Offset", (parameter,)
        case "cursor":
            return "Cursor", (parameter, following)
        case "last-item":
            symbol, wire_name = pagination.key
            key = f"lambda item: item.{names.fields[symbol][wire_name]}"
            return "LastItem", (parameter, key, following)
        case "next-url":
            return "NextUrl", (following,)
        case "link-header":
            return "LinkHeader", ()


def _reached(path: tuple[tuple[Symbol, str], ...], names: Names, declarations: Mapping[Symbol, Declaration]) -> str:
    """Return the expression for what is at the end of a way through a page; ``None`` where the way ends early."""
    text = "page"
    conditions: list[str] = []
    for depth, (symbol, wire_name) in enumerate(path):
        text = f"{text}.{names.fields[symbol][wire_name]}"
        declared = declarations[symbol]
        assert isinstance(declared, Object)
        (entry,) = (entry for entry in all_properties(declared, declarations) if entry.name == wire_name)
        if depth < len(path) - 1 and (not entry.required or entry.nullable):
            conditions.append(text)
    return " and ".join([*conditions, text])
