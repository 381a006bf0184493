"""``config show``, ``config schema``, ``init`` and the completion of ``--set``: all of one table of keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from sdksmith.cli import main
from sdksmith.config.keys import keys_of
from sdksmith.config.schema import schema_of
from sdksmith.targets.registry import find_target, options_of, target_names

DOCUMENT = '{"openapi": "3.1.0", "info": {"title": "The Acme Billing API", "version": "1"}, "paths": {}}'

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.chdir(tmp_path)
    Path("openapi.json").write_text(DOCUMENT, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        captured = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, captured.out, captured.err

    return call


def test_show_prints_each_value_and_where_it_is_from(run: Command) -> None:
    Path("sdksmith.toml").write_text('spec = "a.yaml"\n\n[targets.go]\npackage = "shop"\n', encoding="utf-8")
    code, out, _ = run("config", "show", "--set", "words=lodash")
    origins = dict(
        line.split("  # ") for line in (" ".join(line.split()).replace(" # ", "  # ") for line in out.splitlines())
    )
    assert code == 0
    assert origins['spec = "a.yaml"'] == "sdksmith.toml:1"
    assert origins['words = "lodash"'] == "--set"
    assert origins["input.max_depth = 500"] == "default"
    assert origins['targets.go.package = "shop"'] == "sdksmith.toml:4"
    assert origins["# targets.go.module"] == "from the package"
    assert not any("targets.python" in line for line in origins)


def test_what_show_prints_is_the_configuration_it_shows(run: Command) -> None:
    Path("sdksmith.toml").write_text('[[targets.reference.links]]\ntext = "a"\nurl = "https://b"\n', encoding="utf-8")
    Path("shown.toml").write_text(run("config", "show")[1], encoding="utf-8")
    again = json.loads(run("config", "show", "-c", "shown.toml", "--format", "json")[1])
    first = json.loads(run("config", "show", "--format", "json")[1])
    assert {key: row["value"] for key, row in again.items()} == {key: row["value"] for key, row in first.items()}
    assert first["targets.reference.links"] == {
        "value": [{"text": "a", "url": "https://b"}],
        "from": "sdksmith.toml:1",
    }


def test_show_without_a_file_has_the_defaults_of_the_first_target(run: Command) -> None:
    found = json.loads(run("config", "show", "--format", "json")[1])
    assert found["targets.python.output"] == {"value": "generated/python", "from": "default"}
    assert found["spec"] == {"value": None, "from": "not given"}


def test_values_of_headers_are_shown_only_where_they_are_variables(run: Command) -> None:
    headers = 'Authorization = "Bearer ${TOKEN}", X-Key = "hunter2", X-Both = "hunter2${TOKEN}"'
    Path("sdksmith.toml").write_text(f"[input]\nheaders = {{{headers}}}\n", encoding="utf-8")
    for options in ((), ("--format", "json"), ("--set", "input.headers.X-Third=hunter2")):
        out = run("config", "show", *options)[1]
        assert "Bearer ${TOKEN}" in out
        assert "hunter2" not in out
    found = json.loads(run("config", "show", "--format", "json")[1])["input.headers"]["value"]
    assert found == {"Authorization": "Bearer ${TOKEN}", "X-Key": "***", "X-Both": "***"}


def test_a_wrong_configuration_is_not_shown(run: Command) -> None:
    Path("sdksmith.toml").write_text("wrods = 1\n", encoding="utf-8")
    code, out, err = run("config", "show")
    assert (code, out) == (3, "")
    assert "sdksmith.toml:1:1: error[config-invalid]: there is no key `wrods` in the configuration\n" in err


def test_the_schema_is_printed(run: Command) -> None:
    made = schema_of({name: options for name in target_names() if (options := options_of(name)) is not None})
    assert json.loads(run("config", "schema")[1]) == json.loads(json.dumps(made))
    assert "did you mean 'schema'?" in run("config", "shcema")[2]


def test_init_has_every_key_of_its_targets(run: Command) -> None:
    assert run("init", "openapi.json")[1] == "wrote sdksmith.toml; next: sdksmith generate\n"
    text = Path("sdksmith.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {
        "spec": "openapi.json",
        "targets": {"python": {"output": "generated/python", "package": "acme_billing", "client": "AcmeBilling"}},
        "input": {},
        "pagination": {},
        "versioning": {},
    }
    for key in keys_of({"python": find_target("python").options}):
        table, _, name = key.name.rpartition(".")
        assert f"\n{name} = " in text or f"\n# {name} = " in text, key.name
        assert not table or f"[{table}]" in text
    assert "targets.go" not in text


def test_what_init_comments_out_can_be_uncommented(run: Command) -> None:
    run("init", "openapi.json", *(f"--target={name}" for name in target_names()))
    lines = Path("sdksmith.toml").read_text(encoding="utf-8").splitlines()
    keys = {
        key.name.rpartition(".")[2] for key in keys_of({name: find_target(name).options for name in target_names()})
    }
    active = [
        (
            line.removeprefix("# ")
            if line.startswith("# [") or line.removeprefix("# ").partition(" = ")[0] in keys
            else line
        )
        for line in lines
    ]
    Path("all.toml").write_text("\n".join(active), encoding="utf-8")
    code, out, err = run("config", "show", "-c", "all.toml")
    assert (code, err) == (0, "")
    assert "default" not in {line.rpartition("# ")[2] for line in out.splitlines()}


def complete(words: str) -> list[str]:
    """Return what a shell is offered for the last word."""
    process = subprocess.run(
        [sys.executable, "-c", "from sdksmith.cli import main; main()"],
        env={
            **os.environ,
            "_SDKSMITH_COMPLETE": "bash_complete",
            "COMP_WORDS": f"sdksmith {words}",
            "COMP_CWORD": str(len(words.split())),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return [line.partition(",")[2] for line in process.stdout.splitlines()]


def test_shells_complete_keys_and_their_values() -> None:
    assert complete("generate --set targets.python.p") == ["targets.python.package="]
    assert complete("generate --set words=") == ["words=lodash", "words=compact"]
    assert complete("generate --set targets.python.tests=t") == ["targets.python.tests=true"]
    assert len(complete("generate --set t")) > 20
    assert complete("generate --target r") == ["reference"]
    assert complete("explain config-") == ["config-invalid", "config-override", "config-syntax", "config-unreadable"]
    assert complete("gener") == ["generate"]
