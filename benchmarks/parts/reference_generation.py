"""Generation of the reference beside that of the Python library, from the same document and configuration."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.documents import ROOT
from benchmarks.figures import Samples, duration, memory, percent
from benchmarks.processes import Usage, alternate, run
from benchmarks.results import Section, Table, Verdict, unmeasured

_WHAT = "reference, cold generate: HTML and Markdown"


def site(bench: Bench) -> Path:
    """Return the folder of the site."""
    return bench.output("reference", "reference")


def make(bench: Bench, target: str, *options: str) -> Usage:
    """Make a target of the Management API, with nothing kept from before."""
    output = bench.output("reference", target)
    shutil.rmtree(output, ignore_errors=True)
    document = bench.management
    command = [sys.executable, "-m", "sdksmith", "generate", str(document.file), "--output", str(output), "--quiet"]
    return run(
        [*command, "--target", target, "--no-cache", *document.options, *options],
        python_path=ROOT / "generator",
        folder=bench.folder,
    )


def measure(bench: Bench) -> Section:
    """Make both in turn; the index of the search, which is Pagefind's work, on its own."""
    bench.folder.mkdir(parents=True, exist_ok=True)
    bench.tell("generating the reference")
    usages, failures = alternate(
        bench.quick_rounds,
        {
            "Python library": partial(make, bench, "python"),
            "reference": partial(make, bench, "reference", "--set", "targets.reference.search=false"),
            "reference, with the index of its search": partial(make, bench, "reference"),
        },
    )
    rows = [
        [
            name,
            duration((seconds := Samples(tuple(usage.seconds for usage in found))).median),
            percent(seconds.spread),
            duration(Samples(tuple(usage.processor for usage in found)).median),
            memory(Samples(tuple(usage.mebibytes for usage in found)).median),
        ]
        for name, found in usages.items()
    ]
    rows += [[name, f"failed: {why}"] for name, why in failures.items()]
    table = Table(bench.management.name, ("", "time", "spread", "processor", "memory"), rows)
    return Section("Reference: generation", [table], [_verdict(usages, failures)])


def _verdict(usages: dict[str, list[Usage]], failures: dict[str, str]) -> Verdict:
    if failures:
        return unmeasured(_WHAT, "our Python target", "<=", 1.5, next(iter(failures.values())))
    ours, beside = (
        Samples(tuple(usage.seconds for usage in usages[name])).median for name in ("reference", "Python library")
    )
    return Verdict(_WHAT, duration(ours), "our Python target", duration(beside), ours / beside, "<=", 1.5)
