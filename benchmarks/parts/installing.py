"""Size of the library, and what installing and compiling it takes, beside the official one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.environments import Environment, Missing
from benchmarks.figures import Samples, duration, memory, percent
from benchmarks.libraries import OFFICIAL, OURS
from benchmarks.processes import RunFailed, Usage, alternate, run
from benchmarks.results import Section, Table

_MEBIBYTE = 1024 * 1024


def measure(bench: Bench) -> Section:
    """Install both wheels, without what they depend on, and compile them."""
    wheels, failures = _wheels(bench)
    installs: dict[str, Callable[[], Usage]] = {}
    compiles: dict[str, Callable[[], Usage]] = {}
    for name, (environment, wheel) in wheels.items():
        target = bench.output("installed", name)
        installs[name] = _install(environment, wheel, target)
        compiles[name] = _compile(environment, target)
    bench.tell("installing and compiling")
    installed, failed = alternate(bench.rounds, installs)
    compiled, fallen = alternate(bench.rounds, compiles)
    rows: list[list[str]] = []
    for name, (_, wheel) in wheels.items():
        if name not in installed or name not in compiled:
            continue
        files, held, compiled_size = _sizes(bench.output("installed", name))
        row = [name, memory(wheel.stat().st_size / _MEBIBYTE), f"{files:,}", memory(held), memory(compiled_size)]
        rows.append([*row, *_times(installed[name]), *_times(compiled[name])])
    rows += [[name, f"failed: {why}"] for name, why in {**failures, **failed, **fallen}.items()]
    columns = ("", "wheel", "files", "installed", "compiled", "pip install", "spread", "compileall", "spread")
    notes = ["Without the libraries that they depend on. `installed` is what the wheel holds, `compiled` the rest."]
    return Section("Installation", [Table("pip install of a local wheel", columns, rows)], notes=notes)


def _times(usages: list[Usage]) -> tuple[str, str]:
    samples = Samples(tuple(usage.seconds for usage in usages))
    return duration(samples.median), percent(samples.spread)


def _wheels(bench: Bench) -> tuple[dict[str, tuple[Environment, Path]], dict[str, str]]:
    bench.tell("building wheels")
    found: dict[str, tuple[Environment, Path]] = {}
    failures: dict[str, str] = {}
    try:
        folder = _empty(bench.output("wheels", "ours"))
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
        # Of a copy without compiled files.
        source = bench.output("wheels", "source")
        shutil.rmtree(source, ignore_errors=True)
        shutil.copytree(bench.sdk, source, ignore=shutil.ignore_patterns("__pycache__"))
        run([*command, str(source)])
        found[OURS] = bench.ours, next(folder.glob("*.whl"))
    except RunFailed as failure:
        failures[OURS] = str(failure)
    official = bench.environments.peer("official")
    if isinstance(official, Missing):
        failures[OFFICIAL] = official.why
        return found, failures
    try:
        folder = _empty(bench.output("wheels", "official"))
        version = official.versions["auth0-python"]
        pip = [str(official.python), "-m", "pip", "--disable-pip-version-check"]
        run([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), f"auth0-python=={version}"])
        found[OFFICIAL] = official, next(folder.glob("*.whl"))
    except RunFailed as failure:
        failures[OFFICIAL] = str(failure)
    return found, failures


def _install(environment: Environment, wheel: Path, target: Path) -> Callable[[], Usage]:
    def install() -> Usage:
        _empty(target)
        pip = [str(environment.python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        return run([*pip, "--no-deps", "--no-index", "--no-compile", "--target", str(target), str(wheel)])

    return install


def _compile(environment: Environment, target: Path) -> Callable[[], Usage]:
    def compile_all() -> Usage:
        for folder in [*target.rglob("__pycache__")]:
            shutil.rmtree(folder)
        return run([str(environment.python), "-m", "compileall", "-q", str(target)])

    return compile_all


def _sizes(folder: Path) -> tuple[int, float, float]:
    """Return the number of files and their MiB, and the MiB of those that compiling added."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    own = [path for path in files if path.suffix != ".pyc"]
    size = sum(path.stat().st_size for path in own) / _MEBIBYTE
    return len(own), size, sum(path.stat().st_size for path in files) / _MEBIBYTE - size


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
