"""Entries as diagnostics, for the formats that show findings at lines of a file."""

from __future__ import annotations

from collections.abc import Sequence

from sdksmith.changes.entries import Entry
from sdksmith.changes.reports import marks, sentence
from sdksmith.diagnostics import Diagnostic, Severity


def annotations_of(entries: Sequence[Entry]) -> list[Diagnostic]:
    """Return a warning for each breaking entry, at its first place, and a note for each other but those of texts."""
    return [
        Diagnostic(
            entry.code,
            Severity.WARNING if entry.bump == "breaking" else Severity.NOTE,
            sentence(entry),
            f"breaks: {marks(entry)}" if entry.breaks else "",
            # What is gone stood in a part of the document that is still there.
            next(iter((*entry.places, *entry.old_places)), ()),
        )
        for entry in entries
        if entry.bump != "patch"
    ]
