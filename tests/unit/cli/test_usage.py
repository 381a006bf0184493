"""Arguments, settings and configs; the commands beside generate."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from tests.unit.cli.stand_ins import Command, Run, Stages, degrade, fail

from sdksmith import __version__
from sdksmith.config.keys import keys_of
from sdksmith.project import open_project
from sdksmith.starter import starter_config
from sdksmith.targets.python.options import PythonOptions


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["generate", "--bogus"],
        ["generate", "a", "--target", "cobol"],
        ["generate", "--config", "none.toml"],
        [],
    ],
)
def test_wrong_usage_exits_3(run: Command, arguments: list[str]) -> None:
    result = run(*arguments)

    assert result.code == 3
    assert "Traceback" not in result.err


def test_no_document_exits_3(run: Command) -> None:
    result = run("generate")

    assert result.code == 3
    assert "no OpenAPI document was given" in result.err


def test_a_bad_config_exits_3(run: Command, folder: Path) -> None:
    (folder / "sdksmith.toml").write_text("wrods = 1")

    result = run("generate", "api.yaml")

    assert result.code == 3
    assert "wrods" in result.err


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file or directory"), (b"\xff", "it is not UTF-8")])
def test_a_text_that_can_not_be_read_exits_3(content: bytes | None, reason: str, run: Command, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "sdksmith.toml").write_text('[targets.python]\nmigration = "moving.md"\n')
    if content is not None:
        (folder / "sub" / "moving.md").write_bytes(content)

    result = run("generate", "api.json", "--config", "sub/sdksmith.toml")

    assert result.code == 3
    assert (
        f"sub/moving.md: error[migration-unreadable]: the text that `migration` names can't be read: {reason}"
        in result.err
    )
    assert not (folder / "generated").exists()


def test_a_bad_setting_exits_3(run: Command) -> None:
    assert run("generate", "api.yaml", "--set", "wrods=1").code == 3


def test_the_config_of_the_current_folder_names_document_and_output(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "sdksmith.toml").write_text('spec = "api.json"\n[targets.python]\noutput = "library"\n')

    assert run("generate").code == 0
    assert stages.loaded == ["api.json"]
    assert (folder / "library" / "a.py").exists()


def test_paths_of_a_config_are_relative_to_it(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "specs").mkdir()
    (folder / "specs" / "my.toml").write_text(
        'spec = "api.json"\n[input]\nallowed_roots = ["../common"]\n[targets.python]\noutput = "../library"\n'
    )

    assert run("generate", "--config", "specs/my.toml").code == 0
    assert stages.loaded == [str(Path("specs") / "api.json")]
    assert stages.limits[0].allowed_roots == (str(Path("specs") / "../common"),)
    assert (folder / "library" / "a.py").exists()


def test_a_url_of_a_config_stays_a_url(stages: Stages, run: Command, folder: Path) -> None:
    (folder / "c.toml").write_text('spec = "https://localhost/api.json"\n')

    run("generate", "--config", "c.toml")

    assert stages.loaded == ["https://localhost/api.json"]


def test_settings_beat_the_config(stages: Stages, run: Command, folder: Path) -> None:
    assert run("generate", "api.yaml", "--set", "targets.python.output=elsewhere").code == 0
    assert (folder / "elsewhere" / "a.py").exists()


def test_inspect_shows_the_tree_and_the_ledger(stages: Stages, run: Command) -> None:
    stages.on_parse = degrade

    result = run("inspect", "api.yaml")

    assert result.code == 0
    assert "client.users\n  .list() -> None " in result.out
    assert "  GET /users\n" in result.out
    for out in (result.out, run("inspect", "api.yaml", "--ledger").out):
        assert "  api.yaml:4:2: 'not' (keyword): Any: it can't be said\n" in out
        assert "  api.yaml:4:2: mystery\n" in out


def test_inspect_as_json(stages: Stages, run: Command) -> None:
    stages.on_parse = degrade

    found = json.loads(run("inspect", "api.yaml", "--format", "json").out)

    assert found["groups"]["groups"][0]["operations"] == [{"name": "list", "method": "GET", "path": "/users"}]
    assert found["types"] == {"alias": 1}
    assert {"kind": "keyword", "name": "not", "outcome": "degraded", "count": 1} in found["ledger"]["counts"]
    assert found["ledger"]["degraded"][0]["line"] == 4
    assert found["ledger"]["unaccounted"] == [{"pointer": "/paths/~1y", "name": "mystery"}]


def test_validate(stages: Stages, run: Command) -> None:
    assert run("validate", "api.yaml") == Run(0, "api.yaml is valid\n", "")
    stages.on_validate = fail("not-valid")
    assert run("validate", "api.yaml").code == 2


def test_init_writes_a_config_that_generate_takes(stages: Stages, run: Command, folder: Path) -> None:
    assert run("init", "api.yaml").code == 0

    config = tomllib.loads((folder / "sdksmith.toml").read_text())
    assert config["spec"] == "api.yaml"
    assert (config["targets"]["python"]["package"], config["targets"]["python"]["client"]) == (
        "acme_billing",
        "AcmeBilling",
    )
    assert run("generate").code == 0


def test_init_overwrites_nothing(run: Command, folder: Path) -> None:
    (folder / "sdksmith.toml").write_text("# mine")

    assert run("init").code == 3
    assert (folder / "sdksmith.toml").read_text() == "# mine"


@pytest.mark.parametrize("title", ["", "API", "日本", "class", "Test", "JSON API", 'a"b\\c\n[x]', "1 2 3"])
@pytest.mark.parametrize("source", [None, 'odd "name"\\\x07.yaml'])
def test_every_title_makes_a_valid_config(title: str, source: str | None, folder: Path) -> None:
    tables = {"python": PythonOptions}
    (folder / "sdksmith.toml").write_text(
        starter_config(source, keys_of(tables), {"python": PythonOptions.suggested(title)})
    )

    if source is not None:
        assert open_project(None, None).source == source
    assert open_project("x", None).targets() == ("python",)


@pytest.mark.parametrize(
    ("title", "package", "client"),
    [
        ("The Acme Billing API v2", "acme_billing", "AcmeBilling"),
        ("GitHub's official OpenAPI + Octokit", "github_octokit", "GitHubOctokit"),
        ("Blockfrost.io ~ API Documentation", "blockfrost_io", "BlockfrostIo"),
        ("REST API", "api", "Api"),
        ("Test", "test_client", "Test"),
        ("json", "json_client", "Json"),
    ],
)
def test_names_are_suggested_by_what_a_title_says(title: str, package: str, client: str) -> None:
    assert PythonOptions.suggested(title) == {"package": package, "client": client}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Command, shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run("completion", shell)

    assert result.code == 0
    assert "_SDKSMITH_COMPLETE" in result.out


def test_version(run: Command) -> None:
    assert run("--version") == Run(0, f"sdksmith {__version__}\n", "")
