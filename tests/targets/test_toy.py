"""A second target passes through config, pipeline, cache, ledger and ``--check`` without a line about it in the program."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.targets import toy

from sdksmith.cli import main
from sdksmith.output import templates_folder
from sdksmith.targets import registry

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets": {
            "get": {"tags": ["pets"], "operationId": "list", "responses": {"204": {"description": ""}}},
            "post": {
                "tags": ["pets"],
                "operationId": "create",
                "deprecated": True,
                "responses": {"204": {"description": ""}},
            },
        }
    },
}

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a folder with a document, where there is a toy target beside Python."""
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "python").symlink_to(templates_folder() / "python")
    for name, text in toy.TEMPLATES.items():
        (templates / "toy" / name).parent.mkdir(parents=True, exist_ok=True)
        (templates / "toy" / name).write_text(text)
    monkeypatch.setattr(import_module("sdksmith.output.render"), "templates_folder", lambda: templates)
    monkeypatch.setitem(registry.MODULES, "toy", toy.__name__)
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SDKSMITH_CACHE_DIR", str(tmp_path / "cache"))
    (folder / "api.json").write_text(json.dumps(DOCUMENT))

    def call(*arguments: str, config: str = "") -> tuple[int, Any]:
        (folder / "sdksmith.toml").write_text(f'spec = "api.json"\n{config}')
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--format", "json"])
        return int(str(ended.value.code)), json.loads(capsys.readouterr().out)

    return call


BOTH = "[targets.python]\n[targets.toy]\nindent = 4\n"


def test_every_target_of_the_config_is_made(run: Run) -> None:
    code, found = run("generate", config=BOTH)

    assert code == 0
    assert [(each["target"], each["operations"]) for each in found["targets"]] == [("python", 2), ("toy", 2)]
    assert Path("generated/toy/pets/list.json").read_text() == '{\n    "method": "GET",\n    "path": "/pets"\n}\n'
    assert Path("generated/toy/README.txt").read_text() == "Copied as it is.\n"
    assert Path("generated/python/pets/client.py").is_file()


def test_without_a_table_python_is_made(run: Run) -> None:
    _, found = run("generate")

    assert [each["target"] for each in found["targets"]] == ["python"]
    assert not Path("generated/toy").exists()


def test_target_chooses_and_may_be_repeated(run: Run) -> None:
    _, one = run("generate", "--target", "toy", config=BOTH)
    _, two = run("generate", "--target", "toy", "--target", "python")

    assert [each["target"] for each in one["targets"]] == ["toy"]
    assert [each["target"] for each in two["targets"]] == ["toy", "python"]


def test_a_run_of_the_same_request_is_taken_from_the_cache(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("generate", config=BOTH)
    Path("generated/toy/pets/list.json").unlink()
    monkeypatch.setattr(toy.ToyTarget, "plan", None)

    code, found = run("generate", config=BOTH)

    assert code == 0
    assert [each["written"] for each in found["targets"]] == [[], ["pets/list.json"]]


def test_check_tells_which_target_differs(run: Run) -> None:
    run("generate", config=BOTH)
    Path("generated/toy/pets/list.json").write_text("{}")

    code, found = run("generate", "--check", "--no-cache", config=BOTH)

    assert code == 1
    assert [[drift["path"] for drift in each["drift"]] for each in found["targets"]] == [[], ["pets/list.json"]]


@pytest.mark.parametrize("obstacle", ["target", "folder"])
def test_the_failure_of_one_target_writes_nothing_of_any(run: Run, obstacle: str) -> None:
    config = BOTH
    if obstacle == "target":
        config += "refuse = true\n"
    else:
        Path("generated/toy/pets").mkdir(parents=True)
        Path("generated/toy/pets/list.json").write_text("mine")

    code, found = run("generate", config=config)

    assert code == (2 if obstacle == "target" else 3)
    assert [each["code"] for each in found["diagnostics"] if each["severity"] == "error"] == [
        "toy" if obstacle == "target" else "foreign-file"
    ]
    assert not Path("generated/python").exists()


def test_one_target_does_not_fail_for_what_another_lacks(run: Run) -> None:
    assert run("generate", "--strict", "--target", "python", config=BOTH)[0] == 0
    assert run("generate", "--strict", "--target", "toy", config=BOTH)[0] == 2


def test_the_ledger_knows_whose_entries_they_are(run: Run) -> None:
    _, found = run("inspect", config=BOTH)

    assert [(each["name"], each["target"]) for each in found["ledger"]["degraded"]] == [("create", "toy")]


def test_an_output_folder_is_for_one_target(run: Run) -> None:
    with pytest.raises(ValueError, match="Expecting value"):
        run("generate", "--output", "elsewhere", config=BOTH)
    assert not Path("elsewhere").exists()


def test_two_targets_cannot_share_a_folder(run: Run) -> None:
    code, found = run("generate", config='[targets.python]\n[targets.toy]\noutput = "generated/python/../python"\n')

    assert (code, [each["code"] for each in found["diagnostics"]]) == (3, ["output-collision"])
    assert not Path("generated").exists()


def test_a_table_of_no_target_is_refused(run: Run) -> None:
    code, found = run("generate", config="[targets.toi]\n")

    assert (code, found["diagnostics"][0]["code"]) == (3, "config-invalid")
