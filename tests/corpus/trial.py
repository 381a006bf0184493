"""One document, tried: does it generate, does what comes out import and work, is it typed?"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from tests.corpus.batches import TypeCheck
from tests.e2e.support import HUNG, ROOT, black_complaints, mypy_complaints, pyright_complaints, run, shared_folder

Check = Literal["import", "black", "mypy", "pyright"]
CHECKS: tuple[Check, ...] = get_args(Check)
#: Those that are made of many packages at a time: see tests/corpus/batches.py.
TYPE_CHECKS: tuple[TypeCheck, ...] = get_args(TypeCheck)

#: Root documents that are not called ``openapi.*``.
ROOTS = {"digitalocean": "DigitalOcean-public.v2.yaml"}


@dataclass
class Trial:
    """What came of a document.

    Attributes
    ----------
    seconds
        Processor time of generating.
    degraded
        Keyword, or kind of thing, -> how many are only partly supported.
    failures
        Stage (``generate`` or a check) -> why it failed.
    """

    name: str
    operations: int = 0
    types: int = 0
    seconds: float = 0
    degraded: dict[str, int] = field(default_factory=dict[str, int])
    done: list[str] = field(default_factory=list[str])
    failures: dict[str, str] = field(default_factory=dict[str, str])

    def enter(self, check: Check, complaints: str) -> None:
        """Note what came of a check: nothing, or complaints."""
        if complaints:
            self.failures[check] = complaints
        else:
            self.done.append(check)

    def word(self, stage: str) -> str:
        """Return what a table says of a stage."""
        return "FAILED" if stage in self.failures else "yes" if stage in self.done else "-"


def documents() -> dict[str, Path]:
    """Return the documents of the shared corpus: name -> root file; none where the folder is absent."""
    folder = shared_folder() / "corpus"
    found: dict[str, Path] = {}
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        found[each.name] = next(iter(sorted(each.glob(ROOTS.get(each.name, "openapi.*")))))
    return found


def generate(document: Path, output: Path, *, seconds: int = 0, memory: int = 0) -> dict[str, Any]:
    """Generate in a process of its own, within limits; see :mod:`tests.corpus.generate`."""
    environment = {"PYTHONPATH": f"{ROOT / 'generator'}:{ROOT}", "PYTHONUTF8": "1"}
    command = (sys.executable, "-m", "tests.corpus.generate", document.resolve(), output, str(seconds), str(memory))
    process = run(*command, cwd=output.parent, environment=environment)
    try:
        result: dict[str, Any] = json.loads(process.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        lines = process.stderr.splitlines() or [f"exit code {process.returncode}"]
        return {"cause": f"the process died: {lines[-1][:200]}"}
    return result


def exercise(package: Path, *, timeout: float = HUNG) -> dict[str, Any]:
    """Import and use everything of a package; see :mod:`tests.corpus.exercise`."""
    program = Path(__file__).with_name("exercise.py")
    try:
        process = run(sys.executable, "-W", "error", program, package, cwd=package, timeout=timeout)
    except subprocess.TimeoutExpired:
        return {"problems": [f"its use was not done after {timeout} s"]}
    try:
        result: dict[str, Any] = json.loads(process.stdout)
    except ValueError:
        return {"problems": [(process.stderr or process.stdout)[-400:]]}
    return result


def try_document(
    name: str, document: Path, folder: Path, checks: Collection[Check] = CHECKS, *, seconds: int = 0, memory: int = 0
) -> Trial:
    """Generate of a document below an empty folder, and check what came out; what failed is in the result.

    Parameters
    ----------
    seconds, memory
        Limits of generating, in seconds of processor time and bytes; 0 for none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    package = folder / "package"
    result = generate(document, package, seconds=seconds, memory=memory)
    trial = Trial(name, result.get("operations", 0), result.get("types", 0), result.get("seconds", 0))
    trial.degraded = result.get("degraded", {})
    if result["cause"]:
        trial.failures["generate"] = f"{result['cause']}: {result.get('detail', '')}".removesuffix(": ")
        return trial
    if result["unaccounted"]:
        trial.failures["ledger"] = f"unaccounted: {', '.join(result['unaccounted'])}"
    trial.done.append("generate")
    for check in CHECKS:
        if check in checks:
            trial.enter(check, _CHECKS[check](package))
    return trial


def _exercised(package: Path) -> str:
    return "\n".join(exercise(package)["problems"])


def _mypy(package: Path) -> str:
    return mypy_complaints(package, cache=package.with_name("mypy-cache"))


def _pyright(package: Path) -> str:
    project = package.with_name("pyright")
    project.mkdir()
    try:
        return pyright_complaints(project, package)
    finally:
        shutil.rmtree(project)


_CHECKS: dict[Check, Callable[[Path], str]] = {
    "import": _exercised,
    "black": black_complaints,
    "mypy": _mypy,
    "pyright": _pyright,
}
