"""The programs and libraries that are measured, each in a virtual environment of its own under build/bench/."""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.processes import RunFailed, run

PEERS = Path(__file__).with_name("peers.toml")
#: What the generated library stands on, and msgspec to compare with; versions are those of constraints.txt.
OURS = ("httpx2", "pydantic", "typing_extensions", "msgspec")
#: Interpreters without a global lock; the first that is installed is used.
FREE_THREADED = ("python3.15t", "python3.14t", "python3.13t")


@dataclass(frozen=True)
class Environment:
    """A virtual environment that is ready for use."""

    folder: Path
    versions: dict[str, str]

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.program("python")

    @property
    def site_packages(self) -> Path:
        """Where pip puts what it installs."""
        return next(self.folder.glob("lib/python*/site-packages"))

    def program(self, name: str) -> Path:
        """Return the path of a console script."""
        return self.folder / "bin" / name

    @property
    def path(self) -> dict[str, str]:
        """The environment variable with which its programs find each other."""
        return {"PATH": os.pathsep.join((str(self.folder / "bin"), os.environ.get("PATH", os.defpath)))}


@dataclass(frozen=True)
class Missing:
    """Something that can't be measured, and why."""

    why: str


class Environments:
    """Makes each environment when it is first asked for; one that was made earlier is taken as it is."""

    def __init__(self, folder: Path, constraints: Path, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._constraints = constraints
        self._tell = tell
        self._peers: dict[str, Any] = tomllib.loads(PEERS.read_text(encoding="utf-8"))
        self._found: dict[str, Environment | Missing] = {}

    @property
    def absent(self) -> dict[str, str]:
        """Peers that can't be installed from a package index, and why."""
        return dict(self._peers["absent"])

    @property
    def found(self) -> dict[str, Environment | Missing]:
        """What was asked for until now."""
        return dict(self._found)

    def ours(self) -> Environment | Missing:
        """Return the environment of the generated library."""
        return self._environment("sdk", ["--constraint", str(self._constraints), *OURS])

    def free_threaded(self) -> Environment | Missing:
        """Return the environment of the generated library under an interpreter without a global lock (PEP 703)."""
        for program in FREE_THREADED:
            interpreter = shutil.which(program)
            if interpreter is not None:
                return self._environment(f"sdk-{program}", ["--constraint", str(self._constraints), *OURS], interpreter)
        return Missing(f"none of {', '.join(FREE_THREADED)} is installed")

    def peer(self, name: str) -> Environment | Missing:
        """Return the environment of a peer of peers.toml."""
        wanted = self._peers[name]
        program = wanted.get("program")
        if program is not None and shutil.which(program) is None:
            return Missing(f"needs {program}, which is not installed")
        return self._environment(name, wanted["requirements"])

    def module(self, name: str) -> str:
        """Return the path of a program of Go of peers.toml, and its version behind an ``@``."""
        return str(self._peers[name]["go"])

    def npm_file(self, name: str) -> Path | Missing:
        """Return a file of an npm package of peers.toml."""
        package, file = self._peers[name]["npm"], self._peers[name]["file"]
        folder = self._folder / name
        kept = folder / f"{package.replace('/', '-')}-{Path(file).name}"
        if kept.is_file():
            return kept
        self._tell(f"fetching {package}")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            run(["npm", "pack", "--silent", package], folder=folder)
            archive = next(folder.glob("*.tgz"))
            with tarfile.open(archive) as members:
                content = members.extractfile(f"package/{file}")
                assert content is not None
                kept.write_bytes(content.read())
            archive.unlink()
        except RunFailed as failure:
            return Missing(f"npm pack {package} {failure}")
        return kept

    def _environment(
        self, name: str, requirements: Sequence[str], interpreter: str = sys.executable
    ) -> Environment | Missing:
        if name not in self._found:
            self._found[name] = self._make(name, requirements, interpreter)
        return self._found[name]

    def _make(self, name: str, requirements: Sequence[str], interpreter: str) -> Environment | Missing:
        folder = self._folder / name
        ready = folder / ".versions"
        wanted = [self._digest(requirement) for requirement in requirements]
        if not ready.is_file() or ready.read_text(encoding="utf-8").splitlines()[0] != " ".join(wanted):
            self._tell(f"installing {name}")
            try:
                run([interpreter, "-m", "venv", "--clear", str(folder)])
                pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
                run([*pip, "install", "--quiet", *requirements], timeout=900)
                frozen = run([*pip, "freeze"]).output
            except RunFailed as failure:
                return Missing(f"could not be installed: {failure}")
            ready.write_text(" ".join(wanted) + "\n" + frozen, encoding="utf-8")
        versions = (line.partition("==") for line in ready.read_text(encoding="utf-8").splitlines()[1:])
        return Environment(folder, {package.lower(): version for package, _, version in versions})

    def _digest(self, requirement: str) -> str:
        # The constraints decide about versions: by content, not by where they are.
        if requirement != str(self._constraints):
            return requirement
        lines = self._constraints.read_text(encoding="utf-8").splitlines()
        return ",".join(line for line in lines if line.partition("==")[0].lower() in OURS)
