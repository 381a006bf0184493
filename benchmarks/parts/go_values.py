"""Go: reading and writing the answer of one operation, and calls per second."""

from __future__ import annotations

import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import golang
from benchmarks.bench import Bench
from benchmarks.documents import answer
from benchmarks.figures import percent, rate, ratio
from benchmarks.golang import Reading, Toolchain
from benchmarks.processes import environment
from benchmarks.results import Section, Table, Verdict

_PLAIN, _OURS, _METHODS = "encoding/json, plain structs", "sdksmith", "sdksmith, through encoding/json"
_WAYS = {"plain": _PLAIN, "sdksmith": _OURS, "sdksmith-json": _METHODS}
_BARE = "bare net/http and encoding/json"


def measure(bench: Bench) -> Section:
    """Decode, encode and call with each Go that is there; the oldest decides about allocations and calls."""
    module = golang.module(bench)
    tables: list[Table] = []
    verdicts: list[Verdict] = []
    for number, toolchain in enumerate(golang.toolchains()):
        bench.tell(f"decoding and encoding with {toolchain.name}")
        program = _built(bench, module, "values", toolchain)
        ways = [f"{what}-{way}" for what in ("decode", "encode") for way in _WAYS]
        found = golang.read_all(program, [str(answer())], ways, bench.quick_rounds)
        for what in ("decode", "encode"):
            readings = {name: found[f"{what}-{way}"] for way, name in _WAYS.items()}
            tables.append(_table(f"{toolchain.name}: {what} the create-action answer", readings, _PLAIN))
            verdicts += budgets(toolchain.name, what, readings, 1.6 if number == 0 else 0.9)
    toolchain = golang.toolchains()[0]
    bench.tell("calling with Go")
    client = _built(bench, module, "calls", toolchain)
    with _server(_built(bench, module, "server", toolchain)) as port:
        called = golang.read_all(client, [f"http://127.0.0.1:{port}"], ["bare", "sdksmith"], bench.quick_rounds)
    calls = {_BARE: called["bare"], _OURS: called["sdksmith"]}
    tables.append(_table(f"{toolchain.name}: calls, one goroutine, connection kept alive", calls, _BARE))
    verdicts.append(_called(calls))
    size = len(answer().read_bytes())
    notes = [
        f"The answer has {size:,} bytes. Unknown fields are kept by sdksmith, and dropped by plain structs.",
        "Values decide for a second of the processor, calls for a second by the clock.",
    ]
    return Section("Go: decode, encode, calls", tables, verdicts, notes)


def _built(bench: Bench, module: Path, name: str, toolchain: Toolchain) -> Path:
    program = bench.output("go", "programs", f"{name}-{toolchain.wanted}")
    golang.build(module, name, program, toolchain=toolchain.wanted)
    return program


def budgets(go: str, what: str, readings: dict[str, Reading], limit: float) -> list[Verdict]:
    """Return how reading or writing stands beside the standard library; `limit` is that of decoding."""
    found = [_rates(f"{go}: {what} the create-action answer", readings, _PLAIN, limit if what == "decode" else 1.0)]
    # Its encoding/json allocates by rules of its own from Go 1.27 on.
    if what == "decode" and limit > 1:
        ours, plain = readings[_OURS].allocations, readings[_PLAIN].allocations
        name = f"{go}: decode, allocations"
        found.append(Verdict(name, f"{ours:,}", _PLAIN, f"{plain:,}", ours / plain, "<=", 1.0))
    return found


def _rates(what: str, readings: dict[str, Reading], beside: str, limit: float) -> Verdict:
    ours, theirs = (1 / readings[name].processor.median for name in (_OURS, beside))
    return Verdict(what, rate(ours), beside, rate(theirs), ours / theirs, ">=", limit)


def _called(calls: dict[str, Reading]) -> Verdict:
    ours, theirs = (1 / calls[name].each.median for name in (_OURS, _BARE))
    note = f"for a second of the client's processor: {ratio(_of_the_processor(calls, _OURS, _BARE))}"
    return Verdict(
        "Go: calls per second, one goroutine", rate(ours), _BARE, rate(theirs), ours / theirs, ">=", 0.95, note=note
    )


def _of_the_processor(readings: dict[str, Reading], name: str, base: str) -> float:
    return readings[base].processor.median / readings[name].processor.median


def _table(title: str, readings: dict[str, Reading], base: str) -> Table:
    beside = readings[base].each.reversed(1).median
    rows: list[list[str]] = []
    for name, reading in readings.items():
        rates, work = reading.each.reversed(1), reading.processor.reversed(1)
        row = [name, rate(rates.median), percent(rates.spread), ratio(rates.median / beside)]
        row += [rate(work.median), percent(work.spread), ratio(_of_the_processor(readings, name, base))]
        rows.append([*row, f"{reading.allocations:,}", f"{reading.size:,}"])
    columns = ("", "by the clock", "spread", "of the first", "of the processor", "spread", "of the first")
    return Table(title, (*columns, "allocations", "bytes"), rows)


@contextmanager
def _server(program: Path) -> Generator[int]:
    """Serve the answer with a program of Go, whose part in a call is small; gives the port."""
    command = [str(program), str(answer())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()
