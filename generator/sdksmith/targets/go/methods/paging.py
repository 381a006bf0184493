"""Pagination arguments for the runtime: where the items are, and how the next page is requested."""

from __future__ import annotations

from sdksmith.model import Pagination
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.values import FunctionValue


def paging_entries(
    paging: Pagination,
    item: str,
    response: str,
    names: Names,
) -> list[tuple[str, str | FunctionValue]]:
    """Return the entries of a ``call.Paging``."""
    found: list[tuple[str, str | FunctionValue]] = [("Kind", literals.string(paging.kind))]
    if paging.page_parameter:
        found.append(("Parameter", literals.string(paging.page_parameter)))
    if paging.first:
        found.append(("First", str(paging.first)))
    if paging.items_property:
        field = names.fields[paging.response][paging.items_property]
        found.append(("Items", FunctionValue(f"func(page {response}) []{item}", (f"return page.{field}",))))
        made = f"&{response.removeprefix('*')}{{{field}: items}}"
        found.append(("WithItems", FunctionValue(f"func(items []{item}) {response}", (f"return {made}",))))
    else:
        found.append(("Items", FunctionValue(f"func(page {response}) []{item}", ("return page",))))
    if paging.next_path:
        found.append(("Next", FunctionValue(f"func(page {response}) any", _reached(paging.next_path, names))))
    if paging.kind == "last-item":
        symbol, wire_name = paging.key
        key = f"return item.{names.fields[symbol][wire_name]}"
        found.append(("Key", FunctionValue(f"func(item {item}) any", (key,))))
    return found


def _reached(path: tuple[tuple[Symbol, str], ...], names: Names) -> tuple[str, ...]:
    """Return the statements that return what is at the end of a way through a page; nil where the way ends early."""
    text = "page"
    conditions: list[str] = []
    for depth, (symbol, wire_name) in enumerate(path):
        text = f"{text}.{names.fields[symbol][wire_name]}"
        if depth < len(path) - 1:
            conditions.append(f"{text} == nil")
    if not conditions:
        return (f"return {text}",)
    return (f"if {' || '.join(conditions)} {{", "\treturn nil", "}", f"return {text}")
