"""Results and findings for programs, and what makes findings errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.unit.cli.stand_ins import Command, Stages, degrade, fail


@pytest.mark.parametrize("fail_on", ["warning", "degraded"])
@pytest.mark.parametrize("command", ["generate", "inspect"])
def test_fail_on_makes_errors(stages: Stages, run: Command, folder: Path, command: str, fail_on: str) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())
    more = ["--output", "out"] if command == "generate" else []

    result = run(command, "api.yaml", *more, "--fail-on", fail_on)

    assert (result.code, "error[w]" in result.err) == ((2, True) if fail_on == "warning" else (0, False))
    stages.on_parse = degrade
    result = run(command, "api.yaml", *more, "--fail-on", fail_on)
    assert result.code == 2
    assert "error[degraded]" in result.err
    assert ("error[w]" in result.err, "warning[w]" in result.err) == (fail_on == "warning", fail_on == "degraded")


def test_nothing_is_written_when_a_warning_fails_the_run(stages: Stages, run: Command, folder: Path) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())

    run("generate", "api.yaml", "--output", "out", "--fail-on", "warning")

    assert not (folder / "out").exists()


def test_validate_fails_on_warnings_when_asked(stages: Stages, run: Command) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())

    assert run("validate", "api.yaml").code == 0
    assert run("validate", "api.yaml", "--fail-on", "warning").code == 2


def test_what_is_degraded_is_a_note_for_programs(stages: Stages, run: Command) -> None:
    stages.on_parse = degrade

    assert "degraded]" not in run("generate", "api.yaml", "--output", "out").err
    found = json.loads(run("generate", "api.yaml", "--output", "out", "--format", "json").out)["diagnostics"]
    assert [(each["code"], each["severity"]) for each in found] == [("degraded", "note"), ("unaccounted-input", "note")]


@pytest.mark.parametrize("command", ["generate", "inspect", "validate"])
@pytest.mark.parametrize("failing", [False, True])
def test_sarif_is_alone_on_standard_output(stages: Stages, run: Command, command: str, failing: bool) -> None:
    stages.on_load = fail() if failing else lambda diagnostics: diagnostics.warning("w", "careful", pointer=())
    more = ["--output", "out"] if command == "generate" else []

    result = run(command, "api.yaml", *more, "--format", "sarif")

    log = json.loads(result.out)
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": True, "exitCode": 2 if failing else 0}]
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["bad-document" if failing else "w"]
    assert "api.yaml:4:2: " in result.err


@pytest.mark.parametrize("command", ["generate", "inspect", "validate"])
def test_workflow_commands_are_alone_on_standard_output(stages: Stages, run: Command, command: str) -> None:
    stages.on_load = lambda diagnostics: diagnostics.warning("w", "careful", pointer=())
    more = ["--output", "out"] if command == "generate" else []

    result = run(command, "api.yaml", *more, "--format", "github")

    assert result.out == "::warning file=api.yaml,line=4,col=2,title=w::careful\n"
    assert result.err != ""


def test_overlays_of_the_command_line_come_after_those_of_the_config(
    stages: Stages, run: Command, folder: Path
) -> None:
    (folder / "specs").mkdir()
    (folder / "specs" / "my.toml").write_text('spec = "api.json"\noverlays = ["a.yaml", "../b.yaml"]\n')

    run("inspect", "--config", "specs/my.toml", "--overlay", "c.yaml", "--overlay", "d.yaml")

    assert stages.overlays == (
        str(Path("specs") / "a.yaml"),
        str(Path("specs") / "../b.yaml"),
        "c.yaml",
        "d.yaml",
    )


def test_generate_validates_when_asked(stages: Stages, run: Command) -> None:
    stages.on_validate = fail("not-valid")

    assert run("generate", "api.yaml", "--output", "out").code == 0
    assert run("generate", "api.yaml", "--output", "out", "--validate").code == 2


def test_generate_as_json(stages: Stages, run: Command) -> None:
    stages.on_parse = lambda diagnostics, _: diagnostics.warning("w", "careful", pointer=("a",))

    result = run("generate", "api.yaml", "--output", "out", "--format", "json")

    assert result.err == ""
    found = json.loads(result.out)
    (target,) = found["targets"]
    assert (target["target"], target["written"]) == ("python", ["a.py", "b.py"])
    assert (found["exit_code"], target["operations"], target["types"], target["files"]) == (0, 1, 1, 2)
    assert [diagnostic["code"] for diagnostic in found["diagnostics"]] == ["w"]


@pytest.mark.parametrize("command", ["generate", "inspect", "validate"])
def test_errors_as_json(stages: Stages, run: Command, command: str) -> None:
    stages.on_load = fail()

    result = run(command, "api.yaml", "--format", "json")

    assert (result.code, result.err) == (2, "")
    found = json.loads(result.out)
    assert found["exit_code"] == 2
    assert (found["diagnostics"][0]["file"], found["diagnostics"][0]["line"]) == ("api.yaml", 4)
