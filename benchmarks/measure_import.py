"""Measures what a program pays for a generated library before its first call.

Prints one table: the libraries that every such client needs anyway, and beside them the import of a generated package
with the construction of its client, for the committed package and for one made of a document that is named:

    python benchmarks/measure_import.py [DOCUMENT] [--config CONFIG] [--rounds N]

Every round runs each program once in a fresh process, in turn, so that a slow moment of the machine hits all of them.
Packages are compiled beforehand, as an installer does. The median of the rounds is shown; ratios count, milliseconds
only illustrate.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / "specs" / "sdksmith.toml"

# Measured inside the process: what Python itself needs to start is the same for all, and not ours to change.
PROGRAM = """
import sys, time
before = set(sys.modules)
started = time.perf_counter()
{statements}
taken = time.perf_counter() - started
print(taken * 1000, len(set(sys.modules) - before))
"""
CONSTRUCT = "import auth0.management\nclient = auth0.management.Auth0(token='token', base_url='http://127.0.0.1:9')"
# The HTTP library and pydantic are loaded when they are first needed, which is the first call, at the latest.
READY = "import httpx2, pydantic\n" + CONSTRUCT


@dataclass
class Program:
    """Something to be measured."""

    name: str
    statements: str
    #: Folder that goes on the import path, or ``None``.
    path: Path | None = None
    milliseconds: list[float] = field(default_factory=list[float])
    modules: int = 0

    def run(self) -> None:
        """Run it once, in a process of its own."""
        environment = {**os.environ, "PYTHONPATH": str(self.path or "")}
        printed = subprocess.run(
            [sys.executable, "-c", PROGRAM.format(statements=self.statements)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
        taken, modules = printed.split()
        self.milliseconds.append(float(taken))
        self.modules = int(modules)


def measure(programs: list[Program], rounds: int) -> None:
    """Run the programs in turn; a first round, which warms the file system, does not count."""
    for number in range(rounds + 1):
        for program in programs:
            program.run()
            if number == 0:
                program.milliseconds.clear()


def table(programs: list[Program]) -> str:
    """Return the medians, the modules that were loaded, and the ratio to the first program."""
    base = statistics.median(programs[0].milliseconds)
    lines = [f"{'':<52}{'ms':>9}{'ratio':>9}{'modules':>9}"]
    for program in programs:
        median = statistics.median(program.milliseconds)
        lines.append(f"{program.name:<52}{median:>9.1f}{median / base:>9.2f}{program.modules:>9}")
    return "\n".join(lines)


def generate(document: Path, config: Path, output: Path) -> None:
    """Generate a package from a document."""
    command = [sys.executable, "-m", "sdksmith", "generate", str(document), "--config", str(config), "--quiet"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    subprocess.run([*command, "--output", str(output)], env=environment, check=True)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("document", nargs="?", type=Path, help="an OpenAPI document to make a second package of")
    parser.add_argument("--config", type=Path, default=CONFIG, help="how; its package must be auth0.management")
    parser.add_argument("--rounds", type=int, default=7, help="runs of each; the median counts")
    arguments = parser.parse_args()
    programs = [Program("import httpx2, pydantic", "import httpx2, pydantic")]
    with tempfile.TemporaryDirectory() as folder:
        packages = {"generated/python": Path(folder) / "committed"}
        shutil.copytree(ROOT / "generated" / "python", packages["generated/python"])
        if arguments.document is not None:
            packages[arguments.document.name] = Path(folder) / "made"
            generate(arguments.document, arguments.config, packages[arguments.document.name])
        for name, path in packages.items():
            # As pip leaves it: whoever imports an installed library does not compile it.
            compileall.compile_dir(path, quiet=2)
            programs.append(Program(f"{name}: import, construct", CONSTRUCT, path))
            programs.append(Program(f"{name}: the same, and httpx2, pydantic", READY, path))
        measure(programs, arguments.rounds)
    print(table(programs))


if __name__ == "__main__":
    main()
