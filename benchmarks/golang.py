"""Programs of Go that are measured: the generated module, what stands beside it, and how they are built and run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.go.toolchain import NEWEST, environment, find_go, has_newest, missing

from benchmarks.bench import Bench, CannotMeasure
from benchmarks.figures import Samples
from benchmarks.processes import RunFailed, Usage, alternate, run
from benchmarks.programs.answer_models import go_answer
from benchmarks.subjects import PROGRAMS

MODULE = "github.com/auth0/go-auth0/management"
#: In the module, below its root package: only there its codec can be imported.
_BENCH = Path("management") / "bench"
_SOURCES = PROGRAMS / "go"


@dataclass(frozen=True)
class Toolchain:
    """A Go.

    Attributes
    ----------
    name
        For people, with its version.
    wanted
        What ``GOTOOLCHAIN`` is to be.
    """

    name: str
    wanted: str


@dataclass(frozen=True)
class Reading:
    """What a program of Go told of one way to do something.

    Attributes
    ----------
    each, processor
        Seconds by the clock on the wall, and of the processor, for each round. The latter hardly depend on what else
        the machine does.
    allocations, size
        Allocations for one time, and their bytes.
    """

    each: Samples
    processor: Samples
    allocations: int
    size: int


def toolchains() -> list[Toolchain]:
    """Return the Go that the tests run with, and the newest where it is there.

    Raises
    ------
    CannotMeasure
        There is no Go, or the module that generated code requires is not there.
    """
    if why := missing():
        raise CannotMeasure(why)
    found = [Toolchain(f"Go {go('env', 'GOVERSION').output.strip().removeprefix('go')}", "local")]
    if has_newest() and not found[0].name.endswith(NEWEST.removeprefix("go")):
        found.append(Toolchain(f"Go {NEWEST.removeprefix('go')}", NEWEST))
    return found


def go(
    *arguments: str,
    folder: Path | None = None,
    toolchain: str = "local",
    offline: bool = True,
    extra: Mapping[str, str] | None = None,
) -> Usage:
    """Run the go command.

    Raises
    ------
    CannotMeasure
        There is no Go.
    RunFailed
        It failed.
    """
    command = find_go()
    if command is None:
        raise CannotMeasure("needs Go")
    variables = {**_variables(offline, toolchain), **(extra or {})}
    return run([command, *arguments], folder=folder, extra=variables)


def with_go(command: Sequence[str], folder: Path) -> Usage:
    """Run a program that uses the go command, and may exit with 1 when it has something to say."""
    return run(command, folder=folder, extra=_variables(True, "local"), accepted=(0, 1))


def program(bench: Bench, name: str) -> Path:
    """Return a program, which is built when it is first asked for.

    Raises
    ------
    RunFailed
        Without a network, unless it was built earlier.
    """
    module = bench.environments.module(name)
    folder = bench.folder / "environments" / f"{name}-{module.rpartition('@')[2]}"
    if not (folder / name).is_file():
        bench.tell(f"installing {name}")
        go("install", module, offline=False, extra={"GOBIN": str(folder)})
    return folder / name


def _variables(offline: bool, toolchain: str) -> dict[str, str]:
    own = environment(offline=offline, toolchain=toolchain)
    return {name: value for name, value in own.items() if name.startswith("GO")}


def module(bench: Bench) -> Path:
    """Return the folder of the module of the Management API, generated, with the programs of the benchmark in it."""
    toolchains()
    folder = bench.output("go", "management")
    if bench.outcomes.get(folder) == "":
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    bench.tell("generating Go")
    options = ("--no-cache", *bench.management.options, "--set", "targets.go.tests=false")
    try:
        bench.sdksmith(bench.management.file, folder, options, "go")
    except RunFailed as failure:
        raise CannotMeasure(f"no module: {failure}") from failure
    shutil.copytree(_SOURCES, folder / _BENCH)
    plain = folder / _BENCH / "plain" / "plain.go"
    plain.parent.mkdir()
    plain.write_text(go_answer(), encoding="utf-8")
    bench.outcomes[folder] = ""
    return folder


def generated(folder: Path) -> list[Path]:
    """Return the files of Go in a module that its generator made."""
    return [path for path in sorted(folder.rglob("*.go")) if folder / _BENCH not in path.parents]


def lines(files: Sequence[Path]) -> int:
    """Return how many lines files have together."""
    return sum(path.read_bytes().count(b"\n") for path in files)


def build(folder: Path, name: str, output: Path, *, toolchain: str = "local", kept: Path | None = None) -> Usage:
    """Build a program of the benchmark.

    Parameters
    ----------
    kept
        The build cache, when it is not the one that everything uses.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    extra = {"GOCACHE": str(kept)} if kept else None
    package = f"./{_BENCH.as_posix()}/{name}"
    return go("build", "-o", str(output), package, folder=folder, toolchain=toolchain, extra=extra)


def read_all(program: Path, arguments: Sequence[str], ways: Sequence[str], rounds: int) -> dict[str, Reading]:
    """Run a program once in each way and round, in turn.

    Raises
    ------
    RunFailed
        One of the ways failed.
    """
    tasks = {way: partial(run, [str(program), *arguments, way]) for way in ways}
    usages, failures = alternate(rounds, tasks)
    if failures:
        raise RunFailed("; ".join(f"{way}: {why}" for way, why in failures.items()))
    found: dict[str, Reading] = {}
    for way, runs in usages.items():
        printed = [json.loads(usage.output) for usage in runs]
        each, processor = (Samples(tuple(float(one[key]) for one in printed)) for key in ("each", "processor"))
        found[way] = Reading(each, processor, printed[-1]["allocations"], printed[-1]["bytes"])
    return found
