"""What a program pays before its first call: import, construction, memory; and how that grows with the document."""

from __future__ import annotations

import json

from benchmarks.bench import Bench
from benchmarks.figures import duration, memory, percent, ratio, slope
from benchmarks.generators import PEERS, generators
from benchmarks.libraries import OFFICIAL, OURS, libraries
from benchmarks.processes import RunFailed, run
from benchmarks.results import Section, Table, Verdict, unmeasured
from benchmarks.subjects import Subject, Timing, time_all
from benchmarks.synthetic import document

_SIZES = (500, 1_000, 2_000, 4_000)
_LIMIT, _READY = "httpx2 and pydantic alone", "sdksmith, and httpx2, pydantic"
_WHAT, _SLOPE = "import + construct", "import, for each 1,000 schemas"
#: What is imported of the code that a peer generates: the client and one operation.
_GENERATED = {
    "openapi-python-client": (
        "from api_client import AuthenticatedClient\n"
        "from api_client.api.actions import post_action\n"
        "client = AuthenticatedClient(base_url='http://127.0.0.1:9', token='token')\n"
    ),
    "openapi-generator": "import openapi_client\nclient = openapi_client.ActionsApi(openapi_client.ApiClient())\n",
}


def measure(bench: Bench) -> Section:
    """Import everything in turn, each in a process of its own."""
    subjects = [Subject(_LIMIT, bench.ours.python, None, "", "import httpx2, pydantic")]
    found, missing = libraries(bench)
    for library in found:
        # The official one loads its libraries by itself; ours when they are first needed, which is the first call.
        subjects.append(Subject(library.name, library.python, library.python_path, "", library.construct()))
        if library.name == OURS:
            statement = library.limit + library.construct()
            subjects.append(Subject(_READY, library.python, library.python_path, "", statement))
    generated, failures = _generated(bench)
    bench.tell("importing")
    timings, failed = time_all([*subjects, *generated], bench.quick_rounds)
    failures = {**missing, **failures, **failed}
    per_thousand, growth = _growth(bench)
    verdicts = [_verdict(timings), Verdict(_SLOPE, f"{per_thousand:.2f} ms", "", "", per_thousand, "<=", 2, "ms")]
    return Section("Import", [_table(timings, failures), growth], verdicts)


def _generated(bench: Bench) -> tuple[list[Subject], dict[str, str]]:
    """Return what imports the code of the generating peers, generated if need be."""
    subjects: list[Subject] = []
    found, failures = generators(bench, bench.management, "management")
    for generator in found:
        if generator.name not in PEERS or generator.name not in _GENERATED:
            continue
        try:
            bench.tell(f"generating with {generator.name}")
            generator.ensure()
            bench.tell(f"compiling what {generator.name} made")
            run([str(generator.python), "-m", "compileall", "-q", str(generator.output)], accepted=(0, 1))
        except RunFailed as failure:
            failures[generator.name] = str(failure)
        else:
            name = f"{generator.name}: client and one operation"
            subjects.append(Subject(name, generator.python, generator.output, "", _GENERATED[generator.name]))
    return subjects, {name: why for name, why in failures.items() if name in _GENERATED}


def _growth(bench: Bench) -> tuple[float, Table]:
    folder = bench.folder / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    subjects: list[Subject] = []
    options = ("--set", "targets.python.package=synthetic", "--set", "targets.python.client=Client")
    statement = "import httpx2, pydantic, synthetic\nclient = synthetic.Client(base_url='http://127.0.0.1:9')\n"
    for size in _SIZES:
        source = folder / f"synthetic-{size}.json"
        source.write_text(json.dumps(document(size)), encoding="utf-8")
        bench.tell(f"generating from {size:,} schemas")
        library = bench.library(source, options, f"synthetic-{size}")
        subjects.append(Subject(f"{size:,}", bench.ours.python, library, "import httpx2, pydantic", statement))
    bench.tell("importing synthetic libraries")
    timings, failures = time_all(subjects, max(bench.quick_rounds, 5))
    if failures:
        raise RunFailed(next(iter(failures.values())))
    rows = [
        [name, duration(timing.first.median), percent(timing.first.spread), memory(timing.mebibytes.median)]
        for name, timing in timings.items()
    ]
    points = [(size / 1_000, timings[f"{size:,}"].first.median * 1_000) for size in _SIZES]
    columns = ("schemas", "beyond httpx2, pydantic", "spread", "memory")
    return slope(points), Table("Libraries of synthetic documents, httpx2 and pydantic loaded before", columns, rows)


def _verdict(timings: dict[str, Timing]) -> Verdict:
    if _READY not in timings or _LIMIT not in timings:
        return unmeasured(_WHAT, _LIMIT, "<=", 1.25, "see the table")
    ours, limit = timings[_READY].first.median, timings[_LIMIT].first.median
    note = "with httpx2 and pydantic, which the library itself loads with the first call"
    if OFFICIAL in timings:
        note += f"; official SDK: {ratio(timings[OFFICIAL].first.median / limit)}"
    return Verdict(_WHAT, duration(ours), _LIMIT, duration(limit), ours / limit, "<=", 1.25, note=note)


def _table(timings: dict[str, Timing], failures: dict[str, str]) -> Table:
    limit = timings[_LIMIT].first.median if _LIMIT in timings else None
    rows: list[list[str]] = []
    for name, timing in timings.items():
        taken = timing.first
        times = ratio(taken.median / limit) if limit else ""
        row = [name, duration(taken.median), percent(taken.spread), times]
        rows.append([*row, f"{timing.modules:,}", memory(timing.mebibytes.median)])
    rows += [[name, f"failed: {why}"] for name, why in failures.items()]
    return Table("Import and construction", ("", "time", "spread", "of the limit", "modules", "memory after"), rows)
