"""What the generators leave: how much, and whether it imports and type-checks."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.documents import Document
from benchmarks.environments import Environment, Missing
from benchmarks.figures import memory
from benchmarks.generators import OURS, Generator, generators
from benchmarks.libraries import OFFICIAL
from benchmarks.processes import RunFailed, run
from benchmarks.results import Section, Table, Verdict, unmeasured
from benchmarks.subjects import PROGRAMS

_MEBIBYTE = 1024 * 1024
#: Seconds; mypy takes minutes for the larger outputs.
_PATIENCE = 900
_MYPY, _PYRIGHT = "mypy --strict, errors", "pyright strict, errors"
_NOT_NOW = "with --thorough"


def measure(bench: Bench) -> Section:
    """Look at the outputs for the Management API, and for GitHub's document; generate them if need be."""
    tables: list[Table] = []
    checked, table = _look(bench, bench.management, "management")
    tables.append(table)
    notes = ["`imports` tells how many modules can be imported, or the error of the first that can't be."]
    if isinstance(bench.github, Missing):
        notes.append(f"GitHub's document: {bench.github.why}.")
    else:
        tables.append(_look(bench, bench.github, "github")[1])
    verdicts = [_verdict(what, errors) for what, errors in zip((_MYPY, _PYRIGHT), checked, strict=True)]
    return Section("Output", tables, verdicts, notes)


def _verdict(what: str, errors: str) -> Verdict:
    if not errors.isdecimal():
        return unmeasured(what, "", "<=", 0, errors, "errors")
    return Verdict(what, errors, "", "", float(errors), "<=", 0, "errors")


def _look(bench: Bench, document: Document, key: str) -> tuple[tuple[str, str], Table]:
    found, failures = generators(bench, document, key)
    rows: list[list[str]] = []
    ours = ("", "")
    for generator in found:
        try:
            bench.tell(f"generating with {generator.name}")
            generator.ensure()
        except RunFailed as failure:
            failures[generator.name] = str(failure)
            continue
        files = [path for path in generator.output.rglob("*") if path.is_file() and path.suffix != ".pyc"]
        size = sum(path.stat().st_size for path in files) / _MEBIBYTE
        checks = (_NOT_NOW, _NOT_NOW)
        # The peers' take minutes, and so does what is made of GitHub's document.
        if bench.thorough or (generator.name == OURS and document == bench.management):
            bench.tell(f"checking the types of what {generator.name} made")
            checks = _check(bench, generator.name, generator.python, generator.package, generator.output)
        if generator.name == OURS:
            ours = checks
        bench.tell(f"importing what {generator.name} made")
        rows.append([generator.name, f"{len(files):,}", memory(size), _imports(generator), *checks])
    rows += [[name, f"failed: {why}"] for name, why in failures.items()]
    official = bench.environments.peer("official")
    if bench.thorough and key == "management" and isinstance(official, Environment):
        bench.tell("checking the types of the official SDK")
        checks = _check(bench, OFFICIAL, official.python, "auth0", official.site_packages)
        rows.append([OFFICIAL, "", "", "", *checks])
    return ours, Table(document.name, ("", "files", "size", "imports", _MYPY, _PYRIGHT), rows)


def _imports(generator: Generator) -> str:
    command = [str(generator.python), str(PROGRAMS / "import_all.py"), generator.package]
    try:
        usage = run(command, python_path=generator.output, timeout=_PATIENCE)
    except RunFailed as failure:
        return str(failure)
    return f"{int(usage.output):,} modules"


def _check(bench: Bench, name: str, python: Path, package: str, path: Path) -> tuple[str, str]:
    """Return the numbers of errors that mypy and pyright find, or why there is none."""
    tools = Path(sys.executable).parent
    mypy = [str(tools / "mypy"), "--strict", "--python-executable", str(python), "--cache-dir", os.devnull]
    # mypy finds by itself what is installed.
    extra = {"MYPYPATH": str(path)} if path.name != "site-packages" else {}
    try:
        # Somewhere without a configuration of its own.
        bench.folder.mkdir(parents=True, exist_ok=True)
        options = ["--config-file", os.devnull, "--namespace-packages", "--explicit-package-bases", "-p", package]
        usage = run([*mypy, *options], folder=bench.folder, extra=extra, timeout=_PATIENCE, accepted=(0, 1))
        strict = mypy_errors(usage.output)
    except RunFailed as failure:
        strict = str(failure)
    try:
        folder = bench.output("checks", name)
        folder.mkdir(parents=True, exist_ok=True)
        # The package alone: what stands beside it, such as tests, may need what is not installed.
        top = path / package.partition(".")[0]
        included = [os.path.relpath(top if top.is_dir() else top.with_suffix(".py"), folder)]
        settings = {"include": included, "extraPaths": [os.path.relpath(path, folder)], "typeCheckingMode": "strict"}
        (folder / "pyrightconfig.json").write_text(json.dumps({**settings, "exclude": []}), encoding="utf-8")
        pyright = [str(tools / "pyright"), "--outputjson", "--pythonpath", str(python), "-p", str(folder)]
        usage = run(pyright, timeout=_PATIENCE, accepted=(0, 1))
        summary = json.loads(usage.output)["summary"]
        errors = str(summary["errorCount"]) if summary["filesAnalyzed"] else "saw no file"
    except RunFailed as failure:
        errors = str(failure)
    return strict, errors


def mypy_errors(output: str) -> str:
    """Return the number of errors that mypy's last line tells, or that line."""
    last = output.strip().rpartition("\n")[2]
    if last.startswith("Success"):
        return "0"
    found = re.match(r"Found (\d+) errors?", last)
    return found[1] if found else last[:160]
