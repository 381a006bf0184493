"""What the first call costs beyond a later one."""

from __future__ import annotations

from benchmarks.bench import Bench
from benchmarks.documents import answer
from benchmarks.figures import duration, percent, ratio
from benchmarks.libraries import CALL, OFFICIAL, OURS, Library, libraries
from benchmarks.loopback import server
from benchmarks.results import Section, Table, Verdict, unmeasured
from benchmarks.subjects import Subject, Timing, time_all

_WHAT = "first call, beyond a later one"


def measure(bench: Bench) -> Section:
    """Make the first calls of processes of their own."""
    found, failures = libraries(bench)
    bench.tell("making first calls")
    with server() as port:
        subjects = [subject for library in found for subject in _subjects(library, port)]
        timings, failed = time_all(subjects, bench.quick_rounds)
    rows: list[list[str]] = []
    for name, timing in timings.items():
        later = duration(timing.each.median) if not name.endswith("from nothing") else ""
        rows.append([name, duration(timing.first.median), percent(timing.first.spread), later])
    rows += [[name, f"failed: {why}"] for name, why in {**failures, **failed}.items()]
    tables = [Table("actions.create against a server on loopback", ("", "first", "spread", "later ones"), rows)]
    notes = [
        "`call` has its libraries loaded and its HTTP client made; `decode` is what it spends on building classes. "
        "With an HTTP client of its own, sdksmith makes that with the first call, the official SDK when it is "
        "constructed. `from nothing` has the import and all else in it."
    ]
    return Section("First call", tables, [_verdict(timings, {**failures, **failed})], notes)


def _subjects(library: Library, port: int) -> list[Subject]:
    types = "from auth0.management import ActionTrigger\n"
    construct = library.construct(port)
    given = library.limit + library.construct(port, more=f", httpx_client={library.http}.Client()")
    read = f"data = open({str(answer())!r}, 'rb').read()\n"
    python, path = library.python, library.python_path
    return [
        Subject(f"{library.name}: call", python, path, given + types, CALL, 20),
        Subject(f"{library.name}: call, own HTTP client", python, path, library.limit + construct + types, CALL, 20),
        Subject(f"{library.name}: decode", python, path, library.limit + library.codec + read, library.decode, 20),
        Subject(f"{library.name}: call from nothing", python, path, "", construct + types + CALL),
    ]


def _verdict(timings: dict[str, Timing], failures: dict[str, str]) -> Verdict:
    ours, theirs = timings.get(f"{OURS}: call"), timings.get(f"{OFFICIAL}: call")
    if ours is None or theirs is None:
        return unmeasured(_WHAT, OFFICIAL, "<=", 0.5, next(iter(failures.values()), ""))
    own, beside = (timing.first.median - timing.each.median for timing in (ours, theirs))
    note = ""
    whole = [timings.get(f"{name}: call from nothing") for name in (OURS, OFFICIAL)]
    if whole[0] is not None and whole[1] is not None:
        note = f"with import and construction: {ratio(whole[0].first.median / whole[1].first.median)}"
    return Verdict(_WHAT, duration(own), OFFICIAL, duration(beside), own / beside, "<=", 0.5, note=note)
