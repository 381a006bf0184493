"""What a build script, a plug-in or a test calls in place of the command line."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.mypy_cache import mypy_cache

import sdksmith
from sdksmith import Failure, Finding, diff, generate, inspect, load_config, validate

PETS = """openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://pets.example.com}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
"""
CONFIG = """spec = "api/pets.yaml"
[targets.python]
output = "python"
package = "pets"
[targets.go]
output = "go"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "pets.yaml").write_text(PETS, encoding="utf-8")
    (tmp_path / "sdksmith.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def test_every_target_of_a_configuration_is_made_and_nothing_is_printed(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    outcome = generate(config=project / "sdksmith.toml")

    assert [(each.target, each.output, each.operations) for each in outcome.targets] == [
        ("python", project / "python", 1),
        ("go", project / "go", 1),
    ]
    assert outcome.changed
    assert (project / "python" / "pets" / "pets" / "client.py").is_file()
    assert "pets/client.py" in outcome.targets[0].written
    assert not generate(config=project / "sdksmith.toml").changed
    assert capfd.readouterr() == ("", "")


def test_what_a_run_would_change_is_said_and_not_done(project: Path) -> None:
    generate(config=project / "sdksmith.toml")
    changed = project / "python" / "pets" / "pets" / "client.py"
    changed.unlink()

    outcome = generate(config=project / "sdksmith.toml", targets=["python"], check=True)

    assert outcome.changed
    assert outcome.targets[0].outdated == ("pets/pets/client.py",)
    assert not changed.exists()


def test_several_configurations_are_several_calls(project: Path, tmp_path: Path) -> None:
    other = project / "other.toml"
    other.write_text('[targets.python]\npackage = "others"\n', encoding="utf-8")

    first = generate(project / "api" / "pets.yaml", outputs={"python": tmp_path / "one"}, overrides=["words='lodash'"])
    second = generate(project / "api" / "pets.yaml", config=other, outputs={"python": tmp_path / "two"})

    assert [each.output.name for outcome in (first, second) for each in outcome.targets] == ["one", "two"]
    assert (tmp_path / "two" / "others").is_dir()


def test_a_failure_has_its_findings_at_their_places(project: Path) -> None:
    document = project / "api" / "pets.yaml"
    document.write_text(PETS.replace("type: string", "$ref: '#/components/schemas/Pet'"), encoding="utf-8")

    with pytest.raises(Failure) as caught:
        generate(config=project / "sdksmith.toml")

    (found,) = caught.value.findings
    assert isinstance(found, Finding)
    assert (found.code, found.location.file, found.location.line) == ("unresolvable-reference", str(document), 9)
    assert not (project / "python").exists()


def test_a_failure_of_the_configuration_names_its_line(project: Path) -> None:
    config = project / "sdksmith.toml"
    config.write_text(CONFIG + '[targets.go.names]\n"Pett" = "Animal"\n', encoding="utf-8")

    with pytest.raises(Failure) as caught:
        generate(config=config)
    with pytest.raises(Failure) as wrong:
        load_config(config, overrides=["wrods='lodash'"])

    assert [(each.code, str(each.location)) for each in caught.value.findings] == [("name-pin", f"{config}:8:1")]
    assert [each.code for each in wrong.value.findings] == ["config-invalid"]


def test_the_others_return_what_their_commands_print(project: Path) -> None:
    config = project / "sdksmith.toml"
    newer = project / "newer.yaml"
    newer.write_text(PETS.replace("listPets", "allPets"), encoding="utf-8")

    assert load_config(config).spec == "api/pets.yaml"
    assert validate(config=config).findings == ()
    assert json.loads(json.dumps(inspect(config=config)))["groups"]
    found = diff(project / "api" / "pets.yaml", newer, config=config)
    assert found.bump == "breaking"
    assert "method-moved" in {entry["code"] for entry in found.entries}
    assert diff(project / "api" / "pets.yaml", config=config) == sdksmith.Difference(None, ())


def test_an_old_state_may_have_a_configuration_of_its_own(project: Path) -> None:
    (project / "old.toml").write_text(CONFIG.replace('"pets"\n', '"pets"\nclient = "Before"\n'), encoding="utf-8")
    found = diff(project / "api" / "pets.yaml", config=project / "sdksmith.toml", old_config=project / "old.toml")
    assert [(entry["code"], entry["before"]) for entry in found.entries] == [("client-renamed", "Before(...)")]


def test_a_failure_goes_to_another_process_with_its_findings(project: Path) -> None:
    with pytest.raises(Failure) as caught:
        generate(project / "missing.yaml", config=project / "sdksmith.toml")

    copy = pickle.loads(pickle.dumps(caught.value))

    assert type(copy) is type(caught.value)
    assert (str(copy), copy.findings) == (str(caught.value), caught.value.findings)
    assert len(copy.findings) == 1
    assert list(copy.diagnostics) == list(caught.value.diagnostics)


def test_what_is_exported_is_there_and_no_more() -> None:
    assert sdksmith.__version__ == version("sdksmith")
    assert set(sdksmith.__all__) <= set(dir(sdksmith))
    for name in sdksmith.__all__:
        assert getattr(sdksmith, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'genrate'"):
        sdksmith.genrate  # type: ignore[attr-defined]  # noqa: B018


def test_a_program_that_uses_it_is_typed(tmp_path: Path) -> None:
    program = tmp_path / "build.py"
    program.write_text(
        "from typing import assert_type\n"
        "from sdksmith import Failure, Finding, Outcome, generate, load_config\n"
        "from sdksmith import genrate\n"
        "try:\n"
        "    outcome = generate('openapi.yaml', targets=['python'], check=True)\n"
        "    assert_type(outcome, Outcome)\n"
        "    assert_type(outcome.targets[0].outdated, tuple[str, ...])\n"
        "except Failure as failure:\n"
        "    assert_type(failure.findings, tuple[Finding, ...])\n"
        "assert_type(load_config().spec, str | None)\n",
        encoding="utf-8",
    )

    process = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--cache-dir", mypy_cache(), program],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert process.stderr == ""
    assert [line.partition(": error: ")[2] for line in process.stdout.splitlines()] == [
        'Module "sdksmith" has no attribute "genrate"; maybe "generate"?  [attr-defined]'
    ]


@pytest.mark.parametrize("call", ["targets", "outputs", "inspect", "diff"])
def test_a_target_that_there_is_not_is_a_failure_with_a_suggestion(project: Path, call: str) -> None:
    config = project / "sdksmith.toml"
    with pytest.raises(Failure) as caught:
        if call == "targets":
            generate(config=config, targets=["pyton"])
        elif call == "outputs":
            generate(config=config, outputs={"pyton": project / "x"})
        elif call == "inspect":
            inspect(config=config, target="pyton")
        else:
            diff(project / "api" / "pets.yaml", config=config, target="pyton")

    (found,) = caught.value.findings
    assert (found.code, found.message) == ("config-invalid", "there is no target 'pyton'")
    assert found.hint == "did you mean 'python'?"
    assert not (project / "python").exists()
