"""What changed between two states of the Management API, told by ``sdksmith diff`` and by oasdiff.

They answer different questions: oasdiff's is what the wire may break, ours what users of a library notice.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import golang
from benchmarks.bench import Bench, CannotMeasure
from benchmarks.documents import CONFIG, ROOT, SHARED
from benchmarks.figures import Samples, duration, memory, percent
from benchmarks.processes import RunFailed, Usage, alternate, run
from benchmarks.results import Section, Table, Verdict, unmeasured

_PEER = "oasdiff"
_TIME, _MEMORY = "diff of two states: time", "diff of two states: memory"
#: The states whose comparison has the most entries.
_STATES = ("2026-06-05.json", "2026-06-24.json")


def measure(bench: Bench) -> Section:
    """Compare the same two documents with both, in turn."""
    bench.tell("comparing two states")
    old, new, name = _states(bench)
    tasks: dict[str, Callable[[], Usage]] = {"sdksmith diff": lambda: _ours(bench, old, new)}
    why = ""
    try:
        program = golang.program(bench, _PEER)
        tasks[_PEER] = lambda: run([str(program), "changelog", str(old), str(new)], folder=bench.folder)
    except (CannotMeasure, RunFailed) as failure:
        why = str(failure)
    usages, failures = alternate(bench.quick_rounds, tasks)
    seconds = {each: Samples(tuple(usage.seconds for usage in found)) for each, found in usages.items()}
    size = {each: max(usage.mebibytes for usage in found) for each, found in usages.items()}
    rows = [
        [each, duration(found.median), percent(found.spread), memory(size[each])] for each, found in seconds.items()
    ]
    rows += [[each, f"failed: {reason}"] for each, reason in failures.items()]
    rows += [[_PEER, f"could not be had: {why}"]] if why else []
    why = why or next(iter(failures.values()), "")
    notes = [f"{bench.environments.module(_PEER)}, its changelog: what the wire may break; ours: what users notice."]
    table = Table(name, ("", "time", "spread", "memory"), rows)
    return Section("Comparing two states", [table], _verdicts(seconds, size, why), notes)


def _verdicts(seconds: dict[str, Samples], size: dict[str, float], why: str) -> list[Verdict]:
    ours = "sdksmith diff"
    if ours not in seconds:
        return [unmeasured(_TIME, _PEER, "<=", 1.5, why), unmeasured(_MEMORY, "", "<=", 250, why, "MiB")]
    held = Verdict(_MEMORY, memory(size[ours]), "", "", size[ours], "<=", 250, "MiB")
    if _PEER not in seconds:
        return [unmeasured(_TIME, _PEER, "<=", 1.5, why), held]
    mine, theirs = seconds[ours].median, seconds[_PEER].median
    return [Verdict(_TIME, duration(mine), _PEER, duration(theirs), mine / theirs, "<=", 1.5), held]


def _ours(bench: Bench, old: Path, new: Path) -> Usage:
    command = [sys.executable, "-m", "sdksmith", "diff", str(old), str(new), "--config", str(CONFIG)]
    return run(command, python_path=ROOT / "generator", folder=bench.folder)


def _states(bench: Bench) -> tuple[Path, Path, str]:
    """Return two states: real ones when they are at hand, else the document of the bench and one with an edit."""
    found = [SHARED / "management" / name for name in _STATES]
    if all(each.is_file() for each in found):
        return found[0], found[1], f"Management API {' -> '.join(each.stem for each in found)}"
    document = bench.management
    tree = document.tree()
    for schema in tree["components"]["schemas"].values():
        if schema.get("properties"):
            schema["properties"]["benchmark"] = {"type": "string"}
    edited = bench.folder / "documents" / "edited-everywhere.json"
    edited.parent.mkdir(parents=True, exist_ok=True)
    edited.write_text(json.dumps(tree), encoding="utf-8")
    return document.file, edited, f"{document.name}, and with a property more in each object"
