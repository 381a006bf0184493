"""Numbers that were measured, and how they are put into words."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Samples:
    """What the rounds of one measurement gave, at least one value.

    The median is what counts: a slow moment of the machine moves the mean, and the best of all is what no user sees.
    """

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    @property
    def spread(self) -> float:
        """Distance from the lowest to the highest, as a share of the median; 0 when there is one value."""
        return (max(self.values) - min(self.values)) / self.median if self.median else 0.0

    def reversed(self, amount: float) -> Samples:
        """Return `amount` divided by each value: seconds for some calls as calls per second."""
        return Samples(tuple(amount / value for value in self.values))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the straight line that fits (x, y) points best (least squares).

    Raises
    ------
    statistics.StatisticsError
        There are fewer than two points, or all have the same x.
    """
    return statistics.linear_regression([x for x, _ in points], [y for _, y in points]).slope


def duration(seconds: float) -> str:
    """Return seconds for people: ``850 µs``, ``12.3 ms``, ``4.56 s``."""
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def rate(per_second: float) -> str:
    """Return a rate for people: ``12,300/s``."""
    return f"{per_second:,.0f}/s"


def memory(mebibytes: float) -> str:
    """Return an amount of memory or disk for people: ``81 MiB``, ``4.2 MiB``."""
    return f"{mebibytes:.0f} MiB" if mebibytes >= 10 else f"{mebibytes:.1f} MiB"


def ratio(value: float) -> str:
    """Return a ratio with as many digits as tell something: ``0.053``, ``0.81``, ``12``."""
    if value >= 10:
        return f"{value:,.0f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def percent(share: float) -> str:
    """Return a spread for people: ``±7%`` is half of it to each side."""
    return f"±{share * 50:.0f}%"
