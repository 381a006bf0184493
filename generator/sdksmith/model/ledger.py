"""The ledger: what became of every operation and keyword of the input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sdksmith.diagnostics import Pointer


class Disposition(StrEnum):
    """Outcome for one part of the document.

    A text, because the hash of one is no Python call: every keyword of a document is counted by it.
    """

    GENERATED = "generated"
    #: It is in the documentation of what was generated (limits, examples, texts).
    DOCUMENTED = "documented"
    #: It limits which values are valid, and says nothing of their type: left to the server, which checks it.
    ASSERTED = "asserted"
    DEGRADED = "degraded"
    REJECTED = "rejected"
    #: Left out because the configuration says so.
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Part of the document that is only partly supported, or left out.

    Attributes
    ----------
    kind
        What it is: ``operation``, ``schema``, ``parameter``, ``response``, ``keyword``, ...
    name
        The keyword's name, the operation's ``METHOD /path``, the schema's name.
    reason
        To what it was degraded, and why.
    target
        Target that can't express it; ``""`` where no target can.
    """

    pointer: Pointer
    kind: str
    name: str
    outcome: Disposition
    reason: str
    target: str = ""


class Ledger:
    """Filled by the parser and the targets, read by ``inspect`` and the exit code."""

    def __init__(self, target: str = "") -> None:
        #: Target whose entries are recorded.
        self.target = target
        #: (kind, name, outcome) -> how often.
        self.counts: Counter[tuple[str, str, Disposition]] = Counter()
        self.entries: list[LedgerEntry] = []
        #: Pointers of input that no rule of ours covers; must stay empty.
        self.unaccounted: list[tuple[Pointer, str]] = []

    def for_target(self, name: str) -> Ledger:
        """Return the same ledger for a target to fill: its entries carry the target's name."""
        ledger = Ledger(name)
        ledger.counts, ledger.entries, ledger.unaccounted = self.counts, self.entries, self.unaccounted
        return ledger

    def count(self, kind: str, name: str, outcome: Disposition) -> None:
        """Account for something that came through."""
        self.counts[kind, name, outcome] += 1

    def count_keywords(self, kind: str, outcomes: Iterable[tuple[str, Disposition]]) -> None:
        """Account for the keywords of one object."""
        for keyword, outcome in outcomes:
            self.counts[kind, keyword, outcome] += 1

    def record(self, pointer: Pointer, kind: str, name: str, outcome: Disposition, reason: str) -> None:
        """Account for something that is only partly supported, or left out, with the reason."""
        self.counts[kind, name, outcome] += 1
        self.entries.append(LedgerEntry(pointer, kind, name, outcome, reason, self.target))

    def degraded(self, target: str | None = None) -> list[LedgerEntry]:
        """Return the entries that were degraded or rejected, for any target, or for one."""
        return [
            entry
            for entry in self.entries
            if entry.outcome in (Disposition.DEGRADED, Disposition.REJECTED)
            and target in (None, entry.target or target)
        ]
