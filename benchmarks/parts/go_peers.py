"""Go: what generators of Go make of documents that all of them can do, and what that takes to build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks import golang
from benchmarks.bench import Bench, CannotMeasure
from benchmarks.documents import ROOT
from benchmarks.figures import duration, memory
from benchmarks.processes import RunFailed, Usage, run
from benchmarks.results import Section, Table

_CORPUS = ROOT.parent / "shared" / "corpus"
#: Not the Management API: one of them refuses it, and what the other makes of it does not compile.
_DOCUMENTS = ("vtex-search", "spotify")
_MODULE = "example.com/peer"


def measure(bench: Bench) -> Section:
    """Generate with each, once, and build all packages that it made."""
    if not _CORPUS.is_dir():
        raise CannotMeasure("needs the real documents of shared/corpus")
    golang.toolchains()
    tables = [_table(bench, name) for name in _DOCUMENTS]
    notes = [
        "Processor seconds of one run. ogen's code is a server too; oapi-codegen's has no retries, paging or streams."
    ]
    return Section("Go: beside other generators", tables, notes=notes)


def _table(bench: Bench, document: str) -> Table:
    file = next((_CORPUS / document).glob("openapi.*"))
    rows: list[list[str]] = []
    for name, generate in _generators(bench).items():
        folder = bench.output("go", "peers", document, name.split()[0])
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        bench.tell(f"Go of {document}: {name}")
        try:
            made = generate(file, folder)
            files = sorted(folder.rglob("*.go"))
            kept = folder / "build-cache"
            # The standard library and what generated code requires are the same, whatever is generated: they are built
            # first. Another flag makes Go compile the packages of this module once more, and nothing else.
            golang.go("build", "./...", folder=folder, extra={"GOCACHE": str(kept)})
            again = f"-gcflags={_MODULE}/...=-e"
            built = golang.go("build", again, "./...", folder=folder, extra={"GOCACHE": str(kept)})
            shutil.rmtree(kept)
        except RunFailed as failure:
            rows.append([name, f"failed: {failure}"])
            continue
        size = sum(path.stat().st_size for path in files) / 1024 / 1024
        lines = f"{golang.lines(files):,}"
        rows.append(
            [name, duration(made.processor), memory(made.mebibytes), lines, memory(size), duration(built.processor)]
        )
    return Table(document, ("", "generate", "memory", "lines", "size", "build"), rows)


def _generators(bench: Bench) -> dict[str, Callable[[Path, Path], Usage]]:
    def sdksmith(file: Path, folder: Path) -> Usage:
        options = ("--no-cache", "--set", f"targets.go.module={_MODULE}", "--set", "targets.go.package=peer")
        return bench.sdksmith(file, folder, options, "go")

    def oapi_codegen(file: Path, folder: Path) -> Usage:
        program = golang.program(bench, "oapi-codegen")
        options = ["-generate", "types,client", "-package", "peer", "-o", str(folder / "peer.go")]
        return _with_module(folder, lambda: run([str(program), *options, str(file)], folder=folder))

    def ogen(file: Path, folder: Path) -> Usage:
        program = golang.program(bench, "ogen")
        options = ["--target", str(folder), "--package", "peer"]
        return _with_module(folder, lambda: run([str(program), *options, str(file)], folder=folder))

    return {
        "sdksmith": sdksmith,
        _named(bench, "oapi-codegen"): oapi_codegen,
        _named(bench, "ogen"): ogen,
    }


def _named(bench: Bench, name: str) -> str:
    return f"{name} {bench.environments.module(name).rpartition('@v')[2]}"


def _with_module(folder: Path, generate: Callable[[], Usage]) -> Usage:
    golang.go("mod", "init", _MODULE, folder=folder)
    usage = generate()
    golang.go("mod", "tidy", folder=folder, offline=False)
    return usage
