"""The Management API's own documents, whole: what comes out of them is complete, sound, and the same every time."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.e2e.support import (
    CONFIG,
    black_complaints,
    build_package,
    differing_lines,
    import_everything,
    mypy_complaints,
    pyright_complaints,
    run_python,
    sdksmith,
    shared,
    tree,
)

from sdksmith import pipeline
from sdksmith.config import Config
from sdksmith.diagnostics import Severity
from sdksmith.pipeline import GenerateOutcome, Inspection
from sdksmith.project import open_project

DOCUMENTS = ["2026-03-20", "2026-04-20", "2026-04-28", "2026-06-05", "2026-06-24", "2026-06-25"]
NEWEST = DOCUMENTS[-1]


def document(date: str) -> Path:
    return shared("specs", "management", f"{date}.json")


def config(date: str) -> tuple[str, Config]:
    project = open_project(str(document(date)), CONFIG)
    return project.source, project.config


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of the newest document."""
    return build_package(document(NEWEST), tmp_path_factory.mktemp("newest") / "package", config=CONFIG)


@pytest.fixture(scope="module")
def inspection() -> Inspection:
    """What is read of the newest document."""
    return pipeline.inspect(*config(NEWEST), targets=("python",))


@pytest.mark.parametrize("date", DOCUMENTS)
def test_each_document_generates(date: str, tmp_path: Path) -> None:
    source, settings = config(date)

    outcome: GenerateOutcome = pipeline.generate(source, settings, outputs={"python": tmp_path / "package"})

    assert [found.message for found in outcome.diagnostics if found.severity is Severity.ERROR] == []
    assert outcome.targets[0].files == len(tree(tmp_path / "package")) - 1, "all files, and the manifest"


def test_every_operation_that_is_not_beta_is_there(inspection: Inspection) -> None:
    assert len(inspection.api.operations()) == 429


def test_every_keyword_is_accounted_for(inspection: Inspection) -> None:
    assert inspection.ledger.unaccounted == []


def test_what_does_not_come_through_whole_is_known(inspection: Inspection) -> None:
    assert [(entry.kind, entry.name) for entry in inspection.ledger.degraded()] == [
        ("schema", "additionalProperties"),
    ]


def test_lists_page_as_callers_know_them(inspection: Inspection) -> None:
    kinds = Counter(found.pagination.kind for found in inspection.api.operations() if found.pagination)

    assert kinds == {"offset": 33, "cursor": 36}


def test_each_paging_method_gives_a_pager(package: Path) -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(package.rglob("client.py")))

    assert len(re.findall(r"-> SyncPager\[", text)) == 33 + 36
    assert len(re.findall(r"-> AsyncPager\[", text)) == 33 + 36


def test_each_module_imports_by_itself_without_a_warning(package: Path, tmp_path: Path) -> None:
    assert import_everything(package, tmp_path) > 2_000


def test_each_model_builds(package: Path, tmp_path: Path) -> None:
    program = (
        "import inspect, auth0.management.types as types\n"
        "from pydantic import BaseModel, TypeAdapter\n"
        "found = [getattr(types, name) for name in types.__all__]\n"
        "models = [each for each in found if inspect.isclass(each) and issubclass(each, BaseModel)]\n"
        "for model in models:\n"
        "    assert model.model_rebuild() is not False and model.__pydantic_complete__, model\n"
        "for alias in found:\n"
        "    TypeAdapter(alias)\n"
        "print(len(models), len(found))\n"
    )

    models, types = map(int, run_python(program, cwd=tmp_path, path=package, flags=("-W", "error")).split())

    assert models > 1_400
    assert types > 2_500


def test_black_would_change_nothing(package: Path) -> None:
    assert black_complaints(package) == ""


def test_mypy_strict_finds_nothing(package: Path) -> None:
    assert mypy_complaints(package) == ""


def test_pyright_strict_finds_nothing(package: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()

    assert pyright_complaints(project, package) == ""


def test_a_second_run_touches_no_file(package: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in package.rglob("*")}

    build_package(document(NEWEST), package, config=CONFIG)

    assert {file: file.stat().st_mtime_ns for file in package.rglob("*")} == before


def test_neither_hash_seed_nor_folder_shows(package: Path, tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        cwd = tmp_path / f"somewhere {seed}"
        cwd.mkdir()
        process = sdksmith(
            "generate", document(NEWEST), "--config", CONFIG,
            *(f"--set=targets.{name}.output={cwd / name}" for name in ("python", "go", "reference")),
            cwd=cwd, environment={"PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}"},
        )  # fmt: skip
        assert process.returncode == 0, process.stderr
        made.append({name: tree(cwd / name) for name in ("python", "go", "reference")})

    assert made[0] == made[1]
    assert made[0]["python"] == tree(package)


def test_marks_of_release_change_only_the_lines_that_tell_them(package: Path, tmp_path: Path) -> None:
    """The newest document took three `x-release-lifecycle: EA` from the one before, and changed nothing else.

    Two of the marks stood at properties; each takes its note out of one field's text. The third stood at the schema
    that both refer to, and takes it out of the class's text.
    """
    before = tree(build_package(document("2026-06-24"), tmp_path / "before", config=CONFIG))
    after = tree(package)
    manifest = ".sdksmith-manifest.json"

    changed = {path: list(differing_lines(before[path], after[path])) for path in before if before[path] != after[path]}

    text = "Password policy options for flexible password policy configuration"
    note = [f'-    """{text}', "-", "-    Release stage: EA.", '-    """', f'+    """{text}"""']
    assert before.keys() == after.keys()
    assert {path: lines for path, lines in changed.items() if path != manifest} == {
        "auth0/management/types/connections/connection_properties_options.py": note,
        "auth0/management/types/connections/update_connection_options.py": note,
        "auth0/management/types/connections/connection_password_options.py": note,
    }
    assert len(changed[manifest]) == 6
