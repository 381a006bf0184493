"""Documents on which generators are reported to fail: what is made of them imports, works and is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.support import (
    build_package,
    count_passed,
    import_everything,
    mypy_complaints,
    pyright_complaints,
    run_tests,
    shared,
    shared_folder,
)

DOCUMENTS = sorted((shared_folder() / "reports").glob("*.yaml"))


def package_of(document: Path) -> str:
    return f"report_{document.stem.replace('-', '_')}"


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A project for each document, with tests of its own."""
    shared("reports")
    folder = tmp_path_factory.mktemp("reports")
    found: dict[str, Path] = {}
    for document in DOCUMENTS:
        name = package_of(document)
        settings = (f"targets.python.package={name}", "targets.python.tests=true")
        found[name] = build_package(document, folder / name, *settings)
    return found


@pytest.mark.parametrize("document", DOCUMENTS or [Path("none")], ids=lambda path: path.stem)
def test_it_imports_and_its_own_tests_pass(document: Path, projects: dict[str, Path], tmp_path: Path) -> None:
    project = projects[package_of(document)]

    assert import_everything(project, cwd=tmp_path) > 20
    process = run_tests(project, tmp_path)
    assert process.returncode in (0, 5), process.stdout
    assert count_passed(process) > 0 or "no tests ran" in process.stdout


def test_all_are_typed(projects: dict[str, Path], tmp_path: Path) -> None:
    packages = [project / name for name, project in projects.items()]
    together = tmp_path / "packages"
    together.mkdir()
    for package in packages:
        (together / package.name).symlink_to(package)
    project = tmp_path / "project"
    project.mkdir()

    assert mypy_complaints(together) == ""
    assert pyright_complaints(project, *(project for project in projects.values())) == ""
