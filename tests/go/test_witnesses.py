"""Each breaking change has a test of Go that passes with the old module, and fails with the new one."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace
from tests.e2e.support import shared
from tests.go.test_surface import OLD, made, new
from tests.go.toolchain import gofmt, run_go

from sdksmith.changes import compare, entries_of
from sdksmith.changes.witnesses import witnesses_of
from sdksmith.cli import main
from sdksmith.config import load_config
from sdksmith.pipeline import generate, surface
from sdksmith.surface import Surface
from sdksmith.targets.go.options import GoOptions
from sdksmith.targets.registry import options_of

FORM = "application/x-www-form-urlencoded"


def sent_otherwise() -> dict[str, Any]:
    """Return the document with what programs that compile as before send, or get, otherwise."""
    tree: dict[str, Any] = yaml.safe_load(OLD)
    schemas, paths = tree["components"]["schemas"], tree["paths"]
    tree["servers"][0]["variables"]["region"]["default"] = "us"
    schemas["Kind"]["enum"] = ["Book", "record"]
    schemas["New"]["properties"]["age"] = {"type": "integer"}
    schemas["New"]["required"].append("age")
    schemas["Item"]["properties"]["AT"] = schemas["Item"]["properties"].pop("at")
    get = paths["/items/{id}"]["get"]
    get["parameters"][1]["name"] = "Q"
    get["parameters"][2]["explode"] = False
    get["responses"]["404"]["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Other"}
    ping = paths.pop("/pings/{a}/{b}")
    paths["/pongs/{a}/{b}"] = {"get": ping["get"], "post": ping["put"]}
    return tree


def other_kinds(tree: dict[str, Any], *, changed: bool) -> dict[str, Any]:
    """Return a document with what is sent in other ways: credentials, forms, texts."""
    text = {"schema": {"type": "string"}}
    tree["components"]["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
    tree["paths"]["/notes"] = {
        "post": {
            "tags": ["notes"],
            "operationId": "keep",
            "security": [] if changed else [{"bearer": []}],
            "requestBody": {"required": True, "content": {"text/csv" if changed else "text/plain": text}},
            "responses": {"200": {"description": "OK", "content": {"text/html" if changed else "text/plain": text}}},
        }
    }
    fields = {"schema": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}}
    tree["paths"]["/forms"] = {
        "post": {
            "tags": ["forms"],
            "operationId": "fill",
            "requestBody": {"required": True, "content": {FORM if changed else "application/json": fields}},
            "responses": {"204": {"description": "OK"}},
        }
    }
    return tree


def judged(programs: Mapping[str, str], module: Path) -> tuple[set[str], set[str], str]:
    """Return the tests that do not compile with a module, those that compile and fail, and what Go says."""
    packages: dict[str, str] = {}
    for name, text in programs.items():
        folder = module / "witnesses" / f"w{name[:2]}"
        folder.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
        packages[folder.name] = name
    vetted = run_go("vet", "./witnesses/...", cwd=module)
    refused = {packages[each] for each in re.findall(r"^# \S+/witnesses/(w\d\d)$", vetted.stderr, re.MULTILINE)}
    run = [
        f"./witnesses/{each}"
        for each, name in packages.items()
        if name not in refused and "DoesTheSame" in programs[name]
    ]
    if not run:
        return refused, set(), vetted.stderr
    # Nobody debugs these.
    tested = run_go("test", "-ldflags=-s -w", *run, cwd=module)
    output = tested.stdout + tested.stderr
    failed, passed = (
        {packages[each] for each in re.findall(rf"^{result}\t\S*/witnesses/(w\d\d)\b", output, re.MULTILINE)}
        for result in ("FAIL", "ok  ")
    )
    assert len(failed | passed) == len(run), output
    return refused, failed, vetted.stderr + output


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        pytest.param(
            yaml.safe_load(OLD),
            new(),
            {
                "class-removed",
                "field-removed",
                "method-moved",
                "method-removed",
                "required-argument-added",
                "required-field-added",
                "result-changed",
                "type-changed",
                "value-removed",
            },
            id="types",
        ),
        pytest.param(
            other_kinds(yaml.safe_load(OLD), changed=False),
            other_kinds(sent_otherwise(), changed=True),
            {
                "accept-changed",
                "error-body-changed",
                "media-type-changed",
                "method-changed",
                "name-changed",
                "path-changed",
                "required-field-added",
                "security-changed",
                "server-changed",
                "style-changed",
                "value-changed",
            },
            id="wire",
        ),
    ],
)
def test_each_breaking_change_is_shown_by_a_test(
    before: dict[str, Any], after: dict[str, Any], codes: set[str], tmp_path: Path
) -> None:
    old, later = made(before, tmp_path / "old"), made(after, tmp_path / "new")
    entries = [entry for entry in entries_of(compare(old, later)) if entry.bump == "breaking"]
    assert {entry.code for entry in entries} == codes

    programs = witnesses_of(entries, old, later)

    assert len(programs) == len(entries), {entry.code for entry in entries} - {name[3:-8] for name in programs}
    assert judged(programs, tmp_path / "old" / "module")[:2] == (set(), set())
    formatted = subprocess.run(
        [gofmt(), "-l", "witnesses"], cwd=tmp_path / "old" / "module", capture_output=True, text=True, check=False
    )
    assert formatted.stdout + formatted.stderr == ""
    refused, failed, output = judged(programs, tmp_path / "new" / "module")
    claimed = {name: "types" in entry.breaks for name, entry in zip(programs, entries, strict=True)}
    assert refused == {name for name, types in claimed.items() if types}, output
    assert failed == claimed.keys() - refused, output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-03-20", "2026-04-20"),
        ("2026-04-20", "2026-04-28"),
        ("2026-04-28", "2026-06-05"),
        ("2026-06-05", "2026-06-24"),
    ],
)
def test_so_is_each_of_a_real_update(earlier: str, later: str, repository: Path, tmp_path: Path) -> None:
    config = load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)
    go = config.targets["go"]
    assert isinstance(go, GoOptions)
    config = replace(config, targets={**config.targets, "go": replace(go, tests=False)})
    states: list[Surface] = []
    for day in (earlier, later):
        document = str(shared("specs", "management", f"{day}.json"))
        generate(document, config, outputs={"go": tmp_path / day})
        states.append(surface(document, config, "go")[0])
    entries = [entry for entry in entries_of(compare(*states)) if entry.bump == "breaking"]

    programs = witnesses_of(entries, *states)

    assert len(programs) == len(entries) > 0
    assert judged(programs, tmp_path / earlier)[:2] == (set(), set())
    refused, failed, output = judged(programs, tmp_path / later)
    claimed = {name: "types" in entry.breaks for name, entry in zip(programs, entries, strict=True)}
    assert refused == {name for name, types in claimed.items() if types}, output
    assert failed == claimed.keys() - refused, output


def test_the_command_writes_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, tree in (("old", yaml.safe_load(OLD)), ("new", new())):
        (tmp_path / f"{name}.json").write_text(json.dumps(tree), encoding="utf-8")
    folder = tmp_path / "shown"
    with pytest.raises(SystemExit) as ended:
        main(
            ["diff", str(tmp_path / "old.json"), str(tmp_path / "new.json"), "--target", "go", "--witness", str(folder)]
        )
    assert (ended.value.code, capsys.readouterr().err) == (0, "")
    (file,) = folder.glob("*method_moved_test.go")
    assert file.read_text(encoding="utf-8").startswith("// Shows a change: method moved: client.Items.Create")
