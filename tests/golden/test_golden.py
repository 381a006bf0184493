"""A few small packages, kept as text to be read: what a change of the generator does to them is what it does to users.

Files of Python have ``.txt`` behind their name, so that no tool takes them for code of this repository.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import black
import pytest
from black.mode import Mode, TargetVersion

from sdksmith.config import Config
from sdksmith.pipeline import generate
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.package.runtime import RUNTIME
from sdksmith.targets.reference.options import ReferenceOptions

FOLDER = Path(__file__).parent
SPECS = {
    "minimal": FOLDER.parents[1] / "specs" / "teaching" / "minimal.json",
    "everything": FOLDER / "everything.yaml",
    "awkward": FOLDER / "awkward.yaml",
}
PACKAGES = {"minimal": "greeter", "everything": "workshop_api", "awkward": "the_awkward_api"}


@pytest.fixture(scope="session", params=SPECS)
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A golden's name, and the folder with the package that was made of its document."""
    folder = tmp_path_factory.mktemp(request.param)
    generate(str(SPECS[request.param]), Config(), outputs={"python": folder})
    return request.param, folder


def tree(folder: Path, package: str) -> dict[str, str]:
    """Return path -> text of what the document decides: no copy of the runtime, nothing about the distribution."""
    copied = {f"{package}/{path}" for path in RUNTIME} | {"pyproject.toml", f"{package}/py.typed"}
    found: dict[str, str] = {}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and path not in copied and not file.name.startswith(".") and file.suffix != ".pyc":
            found[path + (".txt" if file.suffix == ".py" else "")] = file.read_bytes().decode("utf-8")
    return found


def test_a_package_is_what_it_was(package: tuple[str, Path], golden: Callable[[Path, Mapping[str, str]], None]) -> None:
    name, folder = package
    golden(FOLDER / name, tree(folder, PACKAGES[name]))


def test_a_package_is_as_black_lays_it_out(package: tuple[str, Path]) -> None:
    name, folder = package
    mode = Mode(target_versions={TargetVersion.PY311})
    for path, text in tree(folder, PACKAGES[name]).items():
        if path.endswith(".py.txt"):
            assert black.format_str(text, mode=mode) == text, path


def test_a_package_and_all_its_types_can_be_imported(package: tuple[str, Path]) -> None:
    name, folder = package
    code = f"import {PACKAGES[name]} as package; print(*sorted(type(getattr(package, name)) and name for name in package.__all__))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "ApiError" in done.stdout


def test_a_site_is_what_it_was(tmp_path: Path, golden: Callable[[Path, Mapping[str, str]], None]) -> None:
    targets = {"python": PythonOptions(), "reference": ReferenceOptions(search=False)}
    generate(str(SPECS["minimal"]), Config(targets=targets), outputs={"reference": tmp_path})
    files = (file for file in sorted(tmp_path.rglob("*")) if file.is_file() and file.suffix in (".html", ".md", ".txt"))
    golden(FOLDER / "site", {file.relative_to(tmp_path).as_posix(): file.read_text(encoding="utf-8") for file in files})
