"""Measures sdksmith and what it generates beside its peers, and against the budgets; ``make bench`` runs it.

What decides are ratios within one run; seconds only illustrate, because they depend on the machine. Peers are installed
below build/bench/ by the versions of peers.toml. A peer that can't be had or fails has a row that says why.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks import report
from benchmarks.bench import Bench, CannotMeasure
from benchmarks.documents import ROOT
from benchmarks.parts import (
    calls,
    comparing,
    decoding,
    first_call,
    generation,
    go_building,
    go_peers,
    go_values,
    growth,
    importing,
    installing,
    outputs,
    reference_generation,
    reference_pages,
    regeneration,
    stages,
)
from benchmarks.processes import RunFailed
from benchmarks.results import Section

#: In the order in which they are shown.
PARTS: dict[str, Callable[[Bench], Section]] = {
    "generation": generation.measure,
    "regeneration": regeneration.measure,
    "compare": comparing.measure,
    "stages": stages.measure,
    "growth": growth.measure,
    "output": outputs.measure,
    "import": importing.measure,
    "first-call": first_call.measure,
    "decode": decoding.measure,
    "calls": calls.measure,
    "install": installing.measure,
    "reference": reference_generation.measure,
    "reference-pages": reference_pages.measure,
    "go-build": go_building.measure,
    "go-values": go_values.measure,
    "go-peers": go_peers.measure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write RESULTS.md when all parts were asked for.

    Returns
    -------
    int
        1 when a part broke off by a fault of its own; what the others found is shown all the same.
    """
    parser = argparse.ArgumentParser(
        prog="make bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", metavar="PART,...", help=f"some of: {', '.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each (3); the median counts")
    parser.add_argument("--thorough", action="store_true", help="also what takes the peers many minutes")
    parser.add_argument("--results", type=Path, help="where to write the results (without --only: RESULTS.md)")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "bench", help="the folder for all that is made")
    chosen = parser.parse_args(arguments)
    names = chosen.only.split(",") if chosen.only else list(PARTS)
    if unknown := [name for name in names if name not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    if chosen.rounds < 1:
        parser.error("--rounds must be 1 or more")
    results = chosen.results or (None if chosen.only else Path(__file__).with_name("RESULTS.md"))

    with ExitStack() as stack:
        bench = Bench(chosen.work.resolve(), chosen.rounds, chosen.thorough, _progress(stack))
        measured = [_measured(name, bench) for name in names]
    sections = [section for section, _ in measured]
    print(report.terminal(sections))
    if results is not None:
        machine = report.machine(bench.environments.found, bench.rounds)
        results.write_text(report.markdown(sections, machine), encoding="utf-8")
    return 0 if all(whole for _, whole in measured) else 1


def _measured(name: str, bench: Bench) -> tuple[Section, bool]:
    """Return what a part found, and whether it came to its end."""
    try:
        return PARTS[name](bench), True
    except (CannotMeasure, RunFailed) as failure:
        return Section(name, notes=[f"could not be measured: {failure}"]), True
    except Exception as error:  # noqa: BLE001
        # Minutes of other measurements must not be lost with it.
        traceback.print_exc()
        return Section(name, notes=[f"broke off: {type(error).__name__}: {error}"]), False


def _progress(stack: ExitStack) -> Callable[[str], None]:
    """Return what shows on a terminal what is being done; elsewhere nothing is shown."""
    if not sys.stderr.isatty():
        return lambda text: None
    from rich.console import Console

    status = stack.enter_context(Console(stderr=True).status("measuring"))
    return status.update


if __name__ == "__main__":
    sys.exit(main())
