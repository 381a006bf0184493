"""What a part of the benchmark returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from benchmarks.figures import ratio


@dataclass(frozen=True)
class Verdict:
    """A row of the budget table.

    Attributes
    ----------
    ours, theirs
        Our figure and the one that it is held against, as text; ``""`` where there is none.
    beside
        What it is held against.
    ratio
        Ours to theirs, or our own figure when the budget is no ratio; ``None`` when it could not be measured.
    bound, limit
        What the ratio must be: at most, or at least, this.
    note
        Why something is missing, or how to read the row.
    """

    what: str
    ours: str
    beside: str
    theirs: str
    ratio: float | None
    bound: Literal["<=", ">="]
    limit: float
    unit: str = "x"
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the budget is met; ``None`` when nobody knows."""
        if self.ratio is None:
            return None
        return self.ratio <= self.limit if self.bound == "<=" else self.ratio >= self.limit

    def cells(self) -> list[str]:
        """Return the row, in the order of :data:`VERDICT_COLUMNS`."""
        # A figure that is no ratio stands in the second column already.
        measured = ratio(self.ratio) if self.ratio is not None and self.unit == "x" else ""
        budget = f"{self.bound} {self.limit:g}{'' if self.unit == 'x' else ' ' + self.unit}"
        outcome = {True: "met", False: "NOT met", None: "not measured"}[self.met]
        return [self.what, self.ours, self.beside, self.theirs, measured, budget, outcome, self.note]


VERDICT_COLUMNS = ("what", "sdksmith", "beside", "", "ratio", "budget", "", "note")


def unmeasured(what: str, beside: str, bound: Literal["<=", ">="], limit: float, why: str, unit: str = "x") -> Verdict:
    """Return the row of a budget that could not be measured."""
    return Verdict(what, "", beside, "", None, bound, limit, unit, why)


@dataclass(frozen=True)
class Table:
    """Figures in rows; the first column names them, and the others are numbers."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Section:
    """All that a part has to say."""

    title: str
    tables: Sequence[Table] = ()
    verdicts: Sequence[Verdict] = ()
    notes: Sequence[str] = field(default_factory=list[str])
