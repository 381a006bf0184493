"""Generation again: when nothing changed, and when one property was added."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.bench import Bench
from benchmarks.figures import Samples, duration, percent, ratio
from benchmarks.processes import Usage
from benchmarks.results import Section, Table, Verdict

#: The schema that gets a property; an answer, which has few dependents.
_EDITED = "CreateActionResponseContent"


def measure(bench: Bench) -> Section:
    """Generate cold, again, and with an edit, in turn."""
    document = bench.management
    folder = bench.folder / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    tree = document.tree()
    source, output = folder / "edited.json", bench.output("regenerated")
    bench.tell("generating again")
    cold: list[Usage] = []
    unchanged: list[Usage] = []
    edited: list[Usage] = []
    touched: list[tuple[int, int]] = []
    # Entries of earlier benchmarks would answer for edits of this one.
    shutil.rmtree(bench.folder / "cache", ignore_errors=True)

    def generate(*options: str) -> Usage:
        return bench.sdksmith(source, output, (*document.options, *options))

    _write(source, tree)
    for number in range(bench.quick_rounds):
        shutil.rmtree(output, ignore_errors=True)
        cold.append(generate("--no-cache"))
        if number == 0:
            # Kept by this run.
            generate()
        usage, without = _counted(output, generate)
        unchanged.append(usage)
        _write(source, _edit(tree, f"benchmark_{number}"))
        usage, count = _counted(output, generate)
        edited.append(usage)
        touched.append((without, count))
        _write(source, tree)
    base = _seconds(cold)
    rows = [
        [name, duration(found.median), percent(found.spread), ratio(found.median / base.median), files]
        for name, found, files in (
            ("cold", base, ""),
            ("nothing changed", _seconds(unchanged), str(max(without for without, _ in touched))),
            ("one property added", _seconds(edited), str(max(count for _, count in touched))),
        )
    ]
    table = Table(document.name, ("", "time", "spread", "of cold", "files written"), rows)
    return Section("Generating again", [table], _verdicts(base, _seconds(unchanged), _seconds(edited), touched))


def _verdicts(cold: Samples, unchanged: Samples, edited: Samples, touched: list[tuple[int, int]]) -> list[Verdict]:
    untouched = max(without for without, _ in touched)
    written = max(count for _, count in touched)
    why = f"{written} files written"
    return [
        _verdict("warm generate, nothing changed", unchanged, cold, 0.1, ""),
        Verdict("files touched when nothing changed", str(untouched), "", "", float(untouched), "<=", 0, "files"),
        _verdict("warm generate, one property added", edited, cold, 1.0, why),
    ]


def _verdict(what: str, warm: Samples, cold: Samples, limit: float, note: str) -> Verdict:
    share = warm.median / cold.median
    return Verdict(what, duration(warm.median), "our cold run", duration(cold.median), share, "<=", limit, note=note)


def _counted(output: Path, generate: Callable[[], Usage]) -> tuple[Usage, int]:
    """Generate, and count the files that were written."""
    before = _stamps(output)
    usage = generate()
    after = _stamps(output)
    return usage, sum(1 for name in after | before if after.get(name) != before.get(name))


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    states = ((path, path.stat()) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path): (state.st_mtime_ns, state.st_ino) for path, state in states}


def _edit(tree: dict[str, Any], name: str) -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps(tree))
    copied["components"]["schemas"][_EDITED]["properties"][name] = {"type": "string"}
    return copied


def _write(file: Path, tree: dict[str, Any]) -> None:
    file.write_text(json.dumps(tree), encoding="utf-8")


def _seconds(usages: list[Usage]) -> Samples:
    return Samples(tuple(usage.seconds for usage in usages))
