"""All that the functional tests generate holds against mypy, pyright and Black, each run once over everything."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from tests.functional.support import Spec, write_package
from tests.mypy_cache import MYPY_SETTINGS, mypy_cache

_FOLDER = Path(__file__).parent
_MODULES = sorted(
    ".".join(("tests", "functional", *path.relative_to(_FOLDER).with_suffix("").parts))
    for path in _FOLDER.rglob("test_*.py")
    if path != Path(__file__)
)


def _specs() -> Iterator[Spec]:
    """Yield the specs of all test modules, each document once."""
    seen: set[str] = set()
    for module in _MODULES:
        for value in vars(import_module(module)).values():
            if isinstance(value, Spec) and value.package not in seen:
                seen.add(value.package)
                yield value


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages of all specs."""
    folder = tmp_path_factory.mktemp("packages")
    for spec in _specs():
        write_package(spec, folder / "projects")
        for child in (folder / "projects" / spec.package).iterdir():
            if child.name != "tests" and (child / "__init__.py").exists():
                child.rename(folder / child.name)
        if spec.use:
            (folder / f"{spec.package}_use.py").write_text(spec.use.format(package=spec.package).lstrip())
    return folder


def test_there_are_packages_to_check() -> None:
    assert len(list(_specs())) >= 20


def _run(*command: str, cwd: Path) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_mypy_strict_finds_nothing(packages: Path) -> None:
    names = [f"--{'package' if child.is_dir() else 'module'}={child.stem}" for child in sorted(packages.glob("sdk_*"))]
    code, text = _run("mypy", f"--cache-dir={mypy_cache()}", f"--config-file={MYPY_SETTINGS}", *names, cwd=packages)
    assert code == 0, text


def test_pyright_strict_finds_nothing(packages: Path) -> None:
    settings = {
        "typeCheckingMode": "strict",
        "include": ["sdk_*"],
        # The runtime is checked where it lies, once.
        "exclude": ["**/core"],
        "pythonVersion": "3.11",
        "reportMissingTypeStubs": False,
    }
    (packages / "pyrightconfig.json").write_text(json.dumps(settings))
    code, text = _run("pyright", "--pythonpath", sys.executable, cwd=packages)
    assert code == 0, text


def test_black_finds_nothing_to_change(packages: Path) -> None:
    names = [str(child) for child in sorted(packages.glob("sdk_*"))]
    code, text = _run("black", "--check", "--quiet", "--diff", "--extend-exclude=/core/", *names, cwd=packages)
    assert code == 0, text
