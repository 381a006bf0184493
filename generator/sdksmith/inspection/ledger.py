"""The ledger as lines: what became of every part of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sdksmith.report import visible

if TYPE_CHECKING:
    from sdksmith.diagnostics import Pointer
    from sdksmith.model import LedgerEntry
    from sdksmith.pipeline import Inspection


def ledger_lines(inspection: Inspection) -> Iterator[str]:
    """Yield how often each outcome came about, and all that is only partly supported, safe to print."""
    yield "Ledger"
    for kind, name, outcome, count in counts(inspection):
        yield f"  {outcome:<12} {count:>8,}  {visible(kind)} {visible(name)}"
    yield ""
    yield from partial_lines(inspection)


def partial_lines(inspection: Inspection, limit: int | None = None) -> Iterator[str]:
    """Yield what is only partly supported, or not at all.

    Parameters
    ----------
    limit
        How many are named.
    """
    degraded = inspection.ledger.degraded()
    yield f"Only partly supported: {len(degraded):,}"
    for entry in degraded[:limit]:
        where = visible(str(inspection.locate(place_of(inspection, entry))))
        kind = f"{entry.kind}, {entry.target}" if entry.target else entry.kind
        lost = " is not generated" if entry.outcome.value == "rejected" else ""
        yield f"  {where}: {visible(repr(entry.name))} ({visible(kind)}){lost}: {visible(entry.reason)}"
    if limit is not None and len(degraded) > limit:
        yield f"  ... and {len(degraded) - limit:,} more: see sdksmith inspect --only degraded"
    if inspection.ledger.unaccounted:
        yield ""
        yield f"Unaccounted for (please report this): {len(inspection.ledger.unaccounted):,}"
        for pointer, name in inspection.ledger.unaccounted:
            yield f"  {visible(str(inspection.locate(pointer)))}: {visible(name)}"


def place_of(inspection: Inspection, entry: LedgerEntry) -> Pointer:
    """Return where the keyword stands that an entry is about; its object, for any other entry."""
    try:
        inspection.node((*entry.pointer, entry.name))
    except KeyError:
        return entry.pointer
    return (*entry.pointer, entry.name)


def counts(inspection: Inspection) -> list[tuple[str, str, str, int]]:
    """Return the ledger's counts, by kind, then outcome, then name."""
    rows = [(kind, name, outcome.value, count) for (kind, name, outcome), count in inspection.ledger.counts.items()]
    return sorted(rows, key=lambda row: (row[0], row[2], row[1]))
