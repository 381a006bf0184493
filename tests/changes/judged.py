"""What becomes of programs with a package: what mypy says of them, and what happens when they run."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.support import run

#: Runs each program of a folder, and prints which function of it raised what.
_RUNNER = """\
import json, runpy, sys, traceback
from pathlib import Path

found = {}
for file in sorted(Path(sys.argv[1]).glob("*.py")):
    try:
        runpy.run_path(str(file), run_name="__main__")
    except Exception as error:
        names = [frame.name for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
        found[file.name] = [next((name for name in names if name != "<module>"), "<module>"), repr(error)]
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Judgement:
    """What became of a program.

    Attributes
    ----------
    types
        Function -> what mypy says of it.
    raised
        The function that raised, and what; ``()`` where none did.
    """

    types: Mapping[str, list[str]]
    raised: tuple[str, ...]

    @property
    def breaks(self) -> set[str]:
        """What fails: ``types``, ``run``, ``wire``."""
        raised = {self.raised[0].partition("_")[0]} if self.raised else set[str]()
        return raised | ({"types"} if self.types else set())


def judge(programs: Mapping[str, str], roots: Iterable[Path], folder: Path) -> dict[str, Judgement]:
    """Return what becomes of programs, by their names.

    Parameters
    ----------
    roots
        The folders that packages are imported from.
    folder
        A new one, that the programs are written to.
    """
    (folder / "programs").mkdir(parents=True)
    for name, text in programs.items():
        (folder / "programs" / name).write_text(text, encoding="utf-8")
    path = os.pathsep.join(map(str, roots))
    types = _types(folder, programs, path)
    process = run(sys.executable, "-c", _RUNNER, folder / "programs", cwd=folder, environment={"PYTHONPATH": path})
    assert process.returncode == 0, process.stderr
    raised = json.loads(process.stdout)
    return {name: Judgement(types.get(name, {}), tuple(raised.get(name, ()))) for name in programs}


def _types(folder: Path, programs: Mapping[str, str], path: str) -> dict[str, dict[str, list[str]]]:
    process = run(
        sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--no-pretty", "--follow-imports=silent",
        "--explicit-package-bases", "--namespace-packages", "--config-file=", "--cache-dir", folder / "cache", *programs,
        cwd=folder / "programs", environment={"MYPYPATH": path},
    )  # fmt: skip
    assert process.returncode in (0, 1), process.stderr or process.stdout
    found: dict[str, dict[str, list[str]]] = {}
    for line in process.stdout.splitlines():
        if match := re.match(r"(\S+\.py):(\d+): error: (.*)", line):
            before = programs[match[1]].splitlines()[: int(match[2])]
            names = [name for text in before for name in re.findall(r"^def (\w+)", text)]
            found.setdefault(match[1], {}).setdefault(names[-1] if names else "", []).append(match[3])
    return found
