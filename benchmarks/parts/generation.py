"""Generation with nothing kept from before, beside the peers."""

from __future__ import annotations

from benchmarks.bench import Bench
from benchmarks.documents import Document
from benchmarks.environments import Missing
from benchmarks.figures import Samples, duration, memory, percent, ratio
from benchmarks.generators import OURS, generators
from benchmarks.processes import Usage, alternate
from benchmarks.results import Section, Table, Verdict, unmeasured

_PEER = "openapi-python-client"
_TIME, _MEMORY = "cold generate", "cold generate, memory"


def measure(bench: Bench) -> Section:
    """Generate everything of both documents with every generator, in turn."""
    tables: list[Table] = []
    usages, failures = _measure(bench, bench.management, "management", bench.rounds)
    tables.append(_table(bench.management, usages, failures))
    notes = [f"{name} can't be measured: {why}." for name, why in bench.environments.absent.items()]
    if isinstance(bench.github, Missing):
        notes.append(f"GitHub's document: {bench.github.why}.")
    else:
        # It takes the peers minutes.
        rounds = bench.rounds if bench.thorough else 1
        tables.append(_table(bench.github, *_measure(bench, bench.github, "github", rounds)))
    return Section("Cold generation", tables, _verdicts(usages, failures), notes)


def _measure(bench: Bench, document: Document, key: str, rounds: int) -> tuple[dict[str, list[Usage]], dict[str, str]]:
    found, missing = generators(bench, document, key)
    bench.tell(f"generating from {document.name}")
    usages, failures = alternate(rounds, {generator.name: generator.run for generator in found})
    return usages, {**missing, **failures}


def _verdicts(usages: dict[str, list[Usage]], failures: dict[str, str]) -> list[Verdict]:
    if OURS not in usages or _PEER not in usages:
        why = failures.get(OURS) or failures.get(_PEER, "")
        return [unmeasured(_TIME, _PEER, "<=", 0.25, why), unmeasured(_MEMORY, _PEER, "<=", 1.5, why)]
    time, theirs = _seconds(usages[OURS]).median, _seconds(usages[_PEER]).median
    held, beside = _memory(usages[OURS]), _memory(usages[_PEER])
    return [
        Verdict(_TIME, duration(time), _PEER, duration(theirs), time / theirs, "<=", 0.25),
        Verdict(_MEMORY, memory(held), _PEER, memory(beside), held / beside, "<=", 1.5),
    ]


def _table(document: Document, usages: dict[str, list[Usage]], failures: dict[str, str]) -> Table:
    base = _seconds(usages[OURS]).median if OURS in usages else None
    rows: list[list[str]] = []
    for name, found in usages.items():
        seconds = _seconds(found)
        processor = Samples(tuple(usage.processor for usage in found)).median
        times = ratio(seconds.median / base) if base else ""
        row = [name, duration(seconds.median), percent(seconds.spread), times, duration(processor)]
        rows.append([*row, memory(_memory(found))])
    rows += [[name, f"failed: {why}"] for name, why in failures.items()]
    columns = ("", "time", "spread", "of ours", "processor", "memory")
    return Table(f"{document.name}: {document.size()}", columns, rows)


def _seconds(usages: list[Usage]) -> Samples:
    return Samples(tuple(usage.seconds for usage in usages))


def _memory(usages: list[Usage]) -> float:
    return Samples(tuple(usage.mebibytes for usage in usages)).median
