"""Go: what the module takes to build, anew and after an edit, how large it is, and what the tools say about it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.go.toolchain import find_staticcheck, gofmt

from benchmarks import golang
from benchmarks.bench import Bench
from benchmarks.figures import Samples, duration, memory, percent, ratio
from benchmarks.processes import RunFailed, Usage, run
from benchmarks.results import Section, Table, Verdict, unmeasured

_MEBIBYTE = 1024 * 1024
_BARE, _SEED = "a program with net/http, encoding/json, mime/multipart", "the program that makes one call"
_EDITED = "the same, after one type changed"
_AGAIN = "Go: build after one type changed, processor"
_TOGETHER, _ALONE = "Go: generate Python and Go together, cold", "Python alone"


def measure(bench: Bench) -> Section:
    """Build with an empty cache, change one type, build again; generate both libraries; ask the tools."""
    module = golang.module(bench)
    found: dict[str, list[Usage]] = {_BARE: [], _SEED: [], _EDITED: []}
    programs = {name: bench.output("go", "programs", name) for name in ("bare", "seed")}
    # Each takes a minute of the processor.
    for number in range(bench.rounds if bench.thorough else 1):
        bench.tell(f"building Go, {number + 1}")
        kept = bench.output("go", "build-cache")
        found[_BARE].append(golang.build(module, "bare", programs["bare"], kept=_emptied(kept)))
        found[_SEED].append(golang.build(module, "seed", programs["seed"], kept=_emptied(kept)))
        found[_EDITED].append(_after_an_edit(module, programs["seed"], kept))
        _emptied(kept)
    taken = {name: Samples(tuple(one.processor for one in usages)) for name, usages in found.items()}
    sizes = {name: path.stat().st_size / _MEBIBYTE for name, path in programs.items()}
    files = golang.generated(module)
    count = golang.lines(files)
    bare, seed, edited = (taken[name].median for name in (_BARE, _SEED, _EDITED))
    rows = [[name, duration(one.median), percent(one.spread), ratio(one.median / bare)] for name, one in taken.items()]
    small, large = sizes["bare"], sizes["seed"]
    verdicts = [
        Verdict("Go: build, processor", duration(seed), _BARE, duration(bare), seed / bare, "<=", 1.6),
        Verdict(_AGAIN, duration(edited), "the build with nothing kept", duration(seed), edited / seed, "<=", 0.2),
        Verdict("Go: size of the program", memory(large), _BARE, memory(small), large / small, "<=", 1.2),
        Verdict("Go: lines", f"{count:,}", "vendor's SDK: 237,000", "", count, "<=", 110_000, "lines"),
        _together(bench),
        *_complaints(bench, module, files),
    ]
    table = Table("go build", ("", "processor", "spread", "of the bare program"), rows)
    return Section("Go: build", [table], verdicts, [f"{len(files):,} files, {count:,} lines."])


def _after_an_edit(module: Path, program: Path, kept: Path) -> Usage:
    """Give a type one field more, build, and take it away again."""
    for path in golang.generated(module):
        text = path.read_text(encoding="utf-8")
        changed = re.sub(r"(?m)^type ActionTrigger struct \{$", r'\g<0>\n\tAdded string `json:"added"`', text)
        if changed != text:
            path.write_text(changed, encoding="utf-8")
            try:
                return golang.build(module, "seed", program, kept=kept)
            finally:
                path.write_text(text, encoding="utf-8")
    raise RunFailed("there is no type ActionTrigger to change")


def _together(bench: Bench) -> Verdict:
    bench.tell("generating Python and Go")
    document, taken = bench.management, dict[str, list[float]]()
    for _ in range(bench.rounds):
        for key, targets in (("python", ("python",)), ("both", ("python", "go"))):
            folders = [f"targets.{target}.output={bench.output('go', key, target)}" for target in targets]
            for target in targets:
                shutil.rmtree(bench.output("go", key, target), ignore_errors=True)
            options = ["--no-cache", *document.options, "--set", "targets.go.tests=false"]
            options += [part for folder in folders for part in ("--set", folder)]
            usage = bench.sdksmith(document.file, None, options, *targets)
            taken.setdefault(key, []).append(usage.seconds)
    both, alone = (Samples(tuple(taken[key])).median for key in ("both", "python"))
    return Verdict(_TOGETHER, duration(both), _ALONE, duration(alone), both / alone, "<=", 1.6)


def _complaints(bench: Bench, module: Path, files: list[Path]) -> list[Verdict]:
    bench.tell("asking gofmt, go vet and staticcheck")
    asked: dict[str, Callable[[], Usage]] = {
        "gofmt -l": lambda: run([gofmt(), "-l", *map(str, files)]),
        # It prints to the other stream, and is not content then.
        "go vet": lambda: golang.go("vet", "./management/...", folder=module),
    }
    staticcheck = find_staticcheck()
    if staticcheck is not None:
        asked["staticcheck"] = lambda: golang.with_go([staticcheck, "./management/..."], module)
    found: list[Verdict] = []
    for name, ask in asked.items():
        try:
            said = [line for line in ask().output.splitlines() if "/bench/" not in line]
            found.append(Verdict(f"Go: {name}", str(len(said)), "", "", len(said), "<=", 0, "lines"))
        except RunFailed as failure:
            found.append(unmeasured(f"Go: {name}", "", "<=", 0, str(failure), "lines"))
    if staticcheck is None:
        found.append(unmeasured("Go: staticcheck", "", "<=", 0, "its sources are not there: run make setup", "lines"))
    return found


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder
