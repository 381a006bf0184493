"""Durations of the stages of a run."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


class _Observer(Protocol):
    def stage(self, name: str, total: int | None = None) -> None: ...

    def advance(self) -> None: ...


@dataclass(frozen=True, slots=True)
class StageTime:
    """Time that a stage took, in seconds."""

    stage: str
    seconds: float


class Stopwatch:
    """Observer of a run that notes the time of each stage.

    Parameters
    ----------
    observer
        Is told all that this one is; a terminal may show it.
    clock
        Seconds, from any point on.
    """

    def __init__(self, observer: _Observer | None, clock: Callable[[], float] = time.perf_counter) -> None:
        self._observer = observer
        self._clock = clock
        #: What comes before the first stage: imports, for the most part.
        self._begun: list[tuple[str, float]] = [("starting", clock())]

    def stage(self, name: str, total: int | None = None) -> None:
        """Note that a stage begins, and with it the end of the one before."""
        self._begun.append((name, self._clock()))
        if self._observer is not None:
            self._observer.stage(name, total)

    def advance(self) -> None:
        """Pass a step on."""
        if self._observer is not None:
            self._observer.advance()

    def times(self) -> list[StageTime]:
        """Return the time of each stage, in the order in which they ran; the last one ends now."""
        ends = [*(moment for _, moment in self._begun[1:]), self._clock()]
        return [StageTime(name, round(end - moment, 6)) for (name, moment), end in zip(self._begun, ends, strict=True)]
