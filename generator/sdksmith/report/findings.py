"""Diagnostics with their places worked out: what every format says, each in its way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sdksmith.diagnostics import Diagnostic, Finding, Location, Locator, Pointer, Severity
from sdksmith.report.catalogue import general_hint

#: What the severities are called in every format of ours.
WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

#: References shown of the chain that leads to a file.
_MOST_HOPS = 10


def findings(diagnostics: Iterable[Diagnostic], locate: Locator | None = None) -> list[Finding]:
    """Work out where diagnostics are, in the order they were found.

    What several parts of a document take in by reference stands at one place only, so its fault is listed once.

    Parameters
    ----------
    locate
        Turns pointers into places; without it they are named as pointers into ``<document>``.
    """
    found: dict[tuple[str, str, Location], Finding] = {}
    for diagnostic in diagnostics:
        location = place(diagnostic, locate)
        related = [(message, _resolve(where, locate)) for message, where in diagnostic.related]
        related += [("reached through this reference", hop) for hop in location.via[-_MOST_HOPS:]]
        hint = diagnostic.hint or general_hint(diagnostic.code)
        finding = Finding(diagnostic.code, diagnostic.severity, diagnostic.message, hint, location, tuple(related))
        found.setdefault((diagnostic.code, diagnostic.message, location), finding)
    return list(found.values())


def place(diagnostic: Diagnostic, locate: Locator | None) -> Location:
    """Return where a diagnostic is, computing it from the pointer where need be."""
    if diagnostic.location is not None:
        return diagnostic.location
    return _resolve(diagnostic.pointer or (), locate)


def _resolve(where: Pointer | Location, locate: Locator | None) -> Location:
    if isinstance(where, Location):
        return where
    return locate(where) if locate is not None else Location("<document>", pointer=where)


@dataclass(frozen=True, slots=True)
class Counts:
    """Number of diagnostics of each severity."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0

    @classmethod
    def of(cls, found: Iterable[Finding]) -> Counts:
        """Count."""
        severities = [each.severity for each in found]
        return cls(
            severities.count(Severity.ERROR), severities.count(Severity.WARNING), severities.count(Severity.NOTE)
        )

    def __str__(self) -> str:
        """Return the counts as text: ``2 errors, 1 warning``; ``no findings`` for none."""
        parts = [
            f"{count:,} {word}{'' if count == 1 else 's'}"
            for count, word in ((self.errors, "error"), (self.warnings, "warning"), (self.notes, "note"))
            if count
        ]
        return ", ".join(parts) or "no findings"
