"""Type checks of many packages in one process: a type checker reads its libraries once, and not for each of them.

Packages are put side by side under names of their own; they import themselves by relative imports alone. What is found is
told apart by the path. Where a checker gives up on a batch as a whole, each package is checked by itself.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import Literal

from tests.e2e.support import run

TypeCheck = Literal["mypy", "pyright"]
#: Bytes of code in a batch; a checker needs some 250 times as much memory.
MOST_BYTES = 3_000_000
#: Name of a package in its batch -> what a checker has against it.
Complaints = dict[str, str]


class UncheckedError(Exception):
    """A checker gave up; the text is what it said."""


def batches(packages: Mapping[str, Path], most: int = MOST_BYTES) -> Iterator[dict[str, Path]]:
    """Yield packages in batches of at most so many bytes of code, or of one package."""
    batch: dict[str, Path] = {}
    held = 0
    for name, folder in packages.items():
        size = sum(file.stat().st_size for file in folder.rglob("*.py"))
        if batch and held + size > most:
            yield batch
            batch, held = {}, 0
        batch[name] = folder
        held += size
    if batch:
        yield batch


def check(batch: Mapping[str, Path], folder: Path, with_: TypeCheck, *, cache: Path) -> Complaints:
    """Check generated packages; what is found, for each that has faults.

    Parameters
    ----------
    batch
        Name -> folder that holds the package, beside what else was generated.
    folder
        An empty one, to lay the packages out in.
    cache
        Kept by mypy from one run to the next.
    """
    keys = {f"package_{number}": name for number, name in enumerate(batch)}
    project = folder / with_
    for key, name in keys.items():
        _lay_out(batch[name], project / key)
    try:
        return _told_apart(_CHECKERS[with_](project, keys, cache), keys)
    except UncheckedError as error:
        if len(keys) == 1:
            return {name: str(error) for name in keys.values()}
    finally:
        shutil.rmtree(project)
    found: Complaints = {}
    for name in batch:
        found |= check({name: batch[name]}, folder, with_, cache=cache)
    return found


def _lay_out(generated: Path, place: Path) -> None:
    (root,) = (file.parent.parent for file in generated.rglob("core/__init__.py"))
    shutil.copytree(root, place, ignore=shutil.ignore_patterns("__pycache__"))


def _told_apart(lines: Iterable[str], keys: Mapping[str, str]) -> Complaints:
    found: dict[str, list[str]] = {}
    for line in lines:
        key, _, rest = line.replace(os.sep, "/").partition("/")
        if key not in keys:
            raise UncheckedError(line)
        found.setdefault(keys[key], []).append(rest)
    return {name: "\n".join(told) for name, told in found.items()}


#: mypy does not expect another process in its cache.
_MYPY = Lock()


def _mypy(project: Path, keys: Iterable[str], cache: Path) -> list[str]:
    with _MYPY:
        process = run(
            sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context", "--no-pretty",
            "--explicit-package-bases", "--namespace-packages", "--config-file=", "--cache-dir", cache, *keys,
            cwd=project, environment={"MYPYPATH": str(project)},
        )  # fmt: skip
    if process.returncode not in (0, 1) or process.stderr.strip():
        raise UncheckedError((process.stderr or process.stdout)[:2000])
    return [line for line in process.stdout.splitlines() if ": note: " not in line]


def _pyright(project: Path, keys: Iterable[str], cache: Path) -> list[str]:
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": [*keys]}
    (project / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    process = run(
        sys.executable, "-m", "pyright", "--project", project, "--pythonpath", sys.executable, "--outputjson",
        cwd=project, environment={"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
    )  # fmt: skip
    try:
        report = json.loads(process.stdout)
    except ValueError:
        raise UncheckedError((process.stderr or process.stdout)[:2000]) from None
    if not report["summary"]["filesAnalyzed"]:
        raise UncheckedError("pyright saw no file")
    lines: list[str] = []
    for found in report["generalDiagnostics"]:
        place = Path(found["file"]).resolve()
        text = found["message"].replace("\n", " ")
        if place.is_relative_to(project.resolve()):
            text = f"{place.relative_to(project.resolve())}:{found['range']['start']['line'] + 1}: {text}"
        lines.append(text)
    return lines


_CHECKERS: Mapping[TypeCheck, Callable[[Path, Iterable[str], Path], list[str]]] = {"mypy": _mypy, "pyright": _pyright}
