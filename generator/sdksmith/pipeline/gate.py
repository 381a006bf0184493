"""Degradations and warnings as errors, where the user wants none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sdksmith.diagnostics import Diagnostics, Pointer

if TYPE_CHECKING:
    from sdksmith.document import Document
    from sdksmith.model import Ledger

#: What a run may be told not to put up with; "warning" includes "degraded".
FailOn = Literal["warning", "degraded"]


def judge(ledger: Ledger, document: Document, diagnostics: Diagnostics, fail_on: FailOn | None) -> None:
    """Report what is only partly supported: as errors where the user wants none of it, else as notes.

    Parameters
    ----------
    fail_on
        ``"warning"`` makes errors of the warnings found so far as well.
    """
    report = diagnostics.note if fail_on is None else diagnostics.error
    for entry in ledger.degraded():
        place = _keyword_place(document, entry.pointer, entry.name)
        if entry.outcome.value == "rejected":
            report("rejected", f"{entry.name!r} ({entry.kind}) is not generated: {entry.reason}", pointer=place)
        else:
            message = f"{entry.name!r} ({entry.kind}) is only partly supported: {entry.reason}"
            report("degraded", message, pointer=place)
    for pointer, keyword in ledger.unaccounted:
        message = f"no rule of sdksmith accounts for {keyword!r}"
        report("unaccounted-input", message, pointer=_keyword_place(document, pointer, keyword))
    if fail_on == "warning":
        diagnostics.refuse_warnings()


def _keyword_place(document: Document, pointer: Pointer, name: str) -> Pointer:
    """Return where the keyword stands that an entry of the ledger is about; its object, for any other entry."""
    try:
        document.at((*pointer, name))
    except KeyError:
        return pointer
    return (*pointer, name)
