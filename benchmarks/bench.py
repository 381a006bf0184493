"""Measures sdksmith against its budgets; ``make bench`` runs it.

What decides are ratios within one run; seconds only illustrate, because they depend on the machine. Every figure is the
best of a few runs in fresh processes, which is what a user waits for.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Measurement:
    """One figure: the best wall-clock time, in seconds, and the largest resident set, in MiB."""

    name: str
    seconds: float
    mebibytes: float


def measure(name: str, command: Sequence[str], rounds: int, *, prepare: Sequence[str] = ()) -> Measurement:
    """Run a command some times in fresh processes, each after `prepare`."""
    seconds, mebibytes = float("inf"), 0.0
    for _ in range(rounds):
        if prepare:
            _wait(prepare)
        taken, peak = _wait(command)
        seconds, mebibytes = min(seconds, taken), max(mebibytes, peak)
    return Measurement(name, round(seconds, 4), round(mebibytes, 1))


def _wait(command: Sequence[str]) -> tuple[float, float]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    # wait4 instead of wait: it tells the resources of this child alone.
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{errors.decode('utf-8', 'replace')}")
    # Kibibytes on Linux, bytes on macOS (getrusage(2)).
    return taken, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)


def run(config: Path, rounds: int) -> list[Measurement]:
    """Measure everything."""
    program = [sys.executable, "-m", "sdksmith"]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "out"
        generate = [*program, "generate", "--config", str(config), "--output", str(output), "--quiet"]
        remove = [sys.executable, "-c", f"import shutil; shutil.rmtree({str(output)!r}, ignore_errors=True)"]
        return [
            measure("python alone", [sys.executable, "-c", ""], rounds),
            measure("sdksmith --help", [*program, "--help"], rounds),
            measure("generate, cold", [*generate, "--no-cache"], rounds, prepare=remove),
            # Kept by the first round, whatever the user's cache had of it.
            measure("generate, nothing changed", generate, max(rounds, 2)),
            measure("generate --check", [*generate, "--check"], rounds),
            measure("generate --check, no cache", [*generate, "--check", "--no-cache"], rounds),
        ]


def main() -> None:
    """Measure, and print a table, or JSON with ``--json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=ROOT / "specs" / "sdksmith.toml", help="what to generate")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each; the best counts")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    found = run(arguments.config, arguments.rounds)
    if arguments.json:
        print(json.dumps([asdict(measurement) for measurement in found], indent=2))
        return
    base = next(measurement for measurement in found if measurement.name == "generate, cold")
    print(f"{'':<28}{'seconds':>10}{'of cold':>10}{'MiB':>10}")
    for measurement in found:
        share = measurement.seconds / base.seconds
        print(f"{measurement.name:<28}{measurement.seconds:>10.3f}{share:>10.1%}{measurement.mebibytes:>10.1f}")


if __name__ == "__main__":
    main()
