"""What ``sdksmith inspect`` shows: the client tree, what is in it, and what became of every part of the document."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sdksmith.diagnostics import format_pointer
from sdksmith.report import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.model import Group
    from sdksmith.pipeline import Inspection


def inspection_json(inspection: Inspection) -> dict[str, Any]:
    """Return an inspection as JSON values: ``document``, ``groups``, ``types`` and ``ledger``."""
    api, ledger = inspection.api, inspection.ledger
    return {
        "document": {"source": inspection.source, "title": api.info.title, "version": api.info.version},
        "operations": len(api.operations()),
        "groups": _group_json(api.root),
        "types": _types(inspection),
        "ledger": {
            "counts": [
                {"kind": kind, "name": name, "outcome": outcome, "count": count}
                for kind, name, outcome, count in _counts(inspection)
            ],
            "degraded": [
                {
                    "kind": entry.kind,
                    "name": entry.name,
                    "outcome": entry.outcome.value,
                    "reason": entry.reason,
                    "target": entry.target,
                    "pointer": format_pointer(entry.pointer),
                    "file": (place := inspection.locate(entry.pointer)).file,
                    "line": place.line,
                    "column": place.column,
                }
                for entry in ledger.degraded()
            ],
            "unaccounted": [{"pointer": format_pointer(pointer), "name": name} for pointer, name in ledger.unaccounted],
        },
    }


def inspection_lines(inspection: Inspection) -> Iterator[str]:
    """Yield an inspection as lines for a person, safe to print."""
    api, ledger = inspection.api, inspection.ledger
    yield visible(f"{api.info.title or 'untitled'} {api.info.version}".strip())
    yield ""
    yield f"Operations: {len(api.operations()):,}"
    yield from _group_lines(api.root, "  ")
    yield ""
    yield f"Types: {len(api.declarations):,}"
    for kind, count in _types(inspection).items():
        yield f"  {kind:<24} {count:>8,}"
    yield ""
    yield "Ledger"
    for kind, name, outcome, count in _counts(inspection):
        yield f"  {outcome:<12} {count:>8,}  {visible(kind)} {visible(name)}"
    degraded = ledger.degraded()
    yield ""
    yield f"Degraded or rejected: {len(degraded):,}"
    for entry in degraded:
        where = visible(str(inspection.locate(entry.pointer)))
        yield f"  {where}: {entry.outcome.value} {visible(entry.kind)} {visible(entry.name)}: {visible(entry.reason)}"
    if ledger.unaccounted:
        yield ""
        yield f"Unaccounted for (please report this): {len(ledger.unaccounted):,}"
        for pointer, name in ledger.unaccounted:
            yield f"  {visible(str(inspection.locate(pointer)))}: {visible(name)}"


def _types(inspection: Inspection) -> dict[str, int]:
    kinds = Counter(type(found).__name__.rstrip("_").lower() for found in inspection.api.declarations.values())
    return dict(sorted(kinds.items()))


def _counts(inspection: Inspection) -> list[tuple[str, str, str, int]]:
    """Return the ledger's counts, by kind, then outcome, then name."""
    rows = [(kind, name, outcome.value, count) for (kind, name, outcome), count in inspection.ledger.counts.items()]
    return sorted(rows, key=lambda row: (row[0], row[2], row[1]))


def _group_json(group: Group) -> dict[str, Any]:
    return {
        "name": group.path[-1] if group.path else "",
        "operations": [
            {"name": operation.name, "method": operation.method.upper(), "path": operation.path}
            for operation in group.operations
        ],
        "groups": [_group_json(child) for child in group.groups],
    }


def _group_lines(group: Group, indent: str) -> Iterator[str]:
    for operation in group.operations:
        yield visible(f"{indent}{operation.name}  {operation.method.upper()} {operation.path}")
    for child in group.groups:
        yield visible(f"{indent}{child.path[-1]}")
        yield from _group_lines(child, indent + "  ")
