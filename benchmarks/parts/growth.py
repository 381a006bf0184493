"""How time and memory of generation grow with the number of schemas."""

from __future__ import annotations

import json
import shutil

from benchmarks.bench import Bench
from benchmarks.figures import duration, memory
from benchmarks.results import Section, Table
from benchmarks.synthetic import document

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000)


def measure(bench: Bench) -> Section:
    """Generate from a synthetic document of each size, cold; once, because the curve itself shows what is noise."""
    folder, output = bench.folder / "documents", bench.output("growth")
    folder.mkdir(parents=True, exist_ok=True)
    rows: list[list[str]] = []
    for size in SIZES:
        bench.tell(f"generating from {size:,} schemas")
        source = folder / f"synthetic-{size}.json"
        source.write_text(json.dumps(document(size)), encoding="utf-8")
        shutil.rmtree(output, ignore_errors=True)
        usage = bench.sdksmith(source, output)
        per_thousand = 1_000 / size
        seconds = [duration(usage.processor), duration(usage.processor * per_thousand)]
        rows.append([f"{size:,}", *seconds, memory(usage.mebibytes), memory(usage.mebibytes * per_thousand)])
    shutil.rmtree(output, ignore_errors=True)
    columns = ("schemas", "processor", "for each 1,000", "memory", "for each 1,000")
    notes = ["When growth is linear, the time for each thousand schemas stays as it is."]
    return Section("Growth", [Table("Synthetic documents", columns, rows)], notes=notes)
