"""Where the time of a cold run goes."""

from __future__ import annotations

import json
import shutil
import sys

from benchmarks.bench import Bench
from benchmarks.documents import CONFIG, ROOT
from benchmarks.figures import Samples, duration, percent
from benchmarks.processes import run
from benchmarks.results import Section, Table
from benchmarks.subjects import PROGRAMS


def measure(bench: Bench) -> Section:
    """Generate a few times with a clock at each stage."""
    bench.tell("timing the stages")
    output = bench.output("stages")
    found: dict[str, list[float]] = {}
    for _ in range(bench.quick_rounds):
        shutil.rmtree(output, ignore_errors=True)
        command = [sys.executable, str(PROGRAMS / "stages.py"), str(bench.management.file), str(CONFIG), str(output)]
        usage = run(command, python_path=ROOT / "generator")
        stages: dict[str, float] = json.loads(usage.output)
        stages["start and end of the process"] = usage.seconds - sum(stages.values())
        for name, seconds in stages.items():
            found.setdefault(name, []).append(seconds)
    samples = {name: Samples(tuple(values)) for name, values in found.items()}
    whole = sum(sample.median for sample in samples.values())
    rows = [
        [name, duration(sample.median), percent(sample.spread), f"{sample.median / whole:.0%}"]
        for name, sample in samples.items()
    ]
    rows.append(["all", duration(whole), "", "100%"])
    return Section("Stages of a cold run", [Table(bench.management.name, ("", "time", "spread", "share"), rows)])
