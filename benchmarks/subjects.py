"""Python code that is measured in a process of its own, by an interpreter of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Samples
from benchmarks.processes import RunFailed, Usage, alternate, run

PROGRAMS = Path(__file__).with_name("programs")


@dataclass(frozen=True)
class Subject:
    """Statements, and where they can run.

    Attributes
    ----------
    python_path
        What must be importable beside the environment's own packages.
    setup
        Runs before the clock starts.
    number
        How often the statement runs; 0 for as often as takes about `seconds`.
    """

    name: str
    python: Path
    python_path: Path | None
    setup: str
    statement: str
    number: int = 1
    seconds: float = 0.3

    def run(self) -> Usage:
        """Run it once."""
        request = repr((self.setup, self.statement, self.number, self.seconds))
        return run([str(self.python), str(PROGRAMS / "timed.py"), request], python_path=self.python_path, timeout=180)


@dataclass(frozen=True)
class Timing:
    """What the rounds of a subject gave.

    Attributes
    ----------
    first, each
        Seconds for the first run of the statement, and for each of the later ones.
    modules
        How many modules the first run loaded.
    mebibytes
        Resident memory after it.
    """

    first: Samples
    each: Samples
    modules: int
    mebibytes: Samples


def time_all(subjects: Sequence[Subject], rounds: int) -> tuple[dict[str, Timing], dict[str, str]]:
    """Run the subjects in turn, once in each round; a first round, which warms the file system, does not count.

    Returns
    -------
    tuple
        Timings by name, and the reasons of those that failed.
    """
    for subject in subjects:
        try:
            subject.run()
        except RunFailed:
            # It fails again below, and is told there.
            continue
    usages, failures = alternate(rounds, {subject.name: subject.run for subject in subjects})
    return {name: _timing(found) for name, found in usages.items()}, failures


def _timing(usages: Sequence[Usage]) -> Timing:
    printed = [json.loads(usage.output.splitlines()[-1]) for usage in usages]

    def samples(key: str) -> Samples:
        return Samples(tuple(one[key] for one in printed))

    return Timing(samples("first"), samples("each"), printed[-1]["modules"], samples("mebibytes"))
