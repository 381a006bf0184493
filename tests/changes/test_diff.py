"""What changes for users of a library: one pair of small documents for each thing that can happen."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.e2e.support import shared

from sdksmith.changes import Change, bump_of, compare, entries_of
from sdksmith.cli import main
from sdksmith.config import Config, load_config, to_config
from sdksmith.pipeline import surface
from sdksmith.surface import Surface
from sdksmith.targets.registry import options_of

BASE = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{region}.example.com", variables: {region: {default: eu}}}]
components:
  securitySchemes: {bearer: {type: http, scheme: bearer}}
  schemas:
    Kind: {type: string, enum: [book, record]}
    Item:
      type: object
      required: [id]
      properties: {id: {type: string}, at: {type: string}, size: {type: integer}, any: {}, kind: {$ref: "#/components/schemas/Kind"}}
    New: {type: object, required: [name], properties: {name: {type: string}, note: {type: string}}}
    Fault: {type: object, properties: {code: {type: integer}}}
    Spare: {type: object, properties: {a: {type: string}}}
security: [{bearer: []}]
paths:
  /items/{id}:
    get:
      tags: [items]
      operationId: get
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: q, in: query, schema: {type: string}}
      - {name: tags, in: query, schema: {type: array, items: {type: string}}}
      responses:
        "200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
        "404": {description: None, content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
  /items:
    post:
      tags: [items]
      operationId: create
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/New"}}}}
      responses: {"201": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}}
"""
CONFIG = to_config({"targets": {"python": {"package": "shop", "client": "Shop"}}}, options_of)
GET, POST = ("paths", "/items/{id}", "get"), ("paths", "/items", "post")
ITEM, NEW = ("components", "schemas", "Item", "properties"), ("components", "schemas", "New", "properties")


@dataclass(frozen=True)
class Case:
    """An edit of the document, and what comes of it: code, member, what breaks, and whether nobody is told."""

    name: str
    edits: Sequence[tuple[Sequence[str | int], Any]]
    code: str
    member: str
    breaks: str = ""
    silent: bool = False
    bump: str = "breaking"
    others: frozenset[str] = field(default_factory=frozenset)


DROP = object()
CASES = [
    Case("method removed", [(GET, DROP)], "method-removed", "client.items.get", "types run"),
    Case("method renamed", [((*GET, "operationId"), "fetch")], "method-moved", "client.items.get", "types run"),
    Case("method added", [(("paths", "/items", "get"), {"tags": ["items"], "operationId": "all", "responses": {"204": {"description": "x"}}})],
         "method-added", "client.items.all", bump="minor"),
    Case("path", [(("paths", "/things"), "move:/items")], "path-changed", "client.items.create", "wire", silent=True),
    Case("verb", [(("paths", "/items", "put"), "move:post")], "method-changed", "client.items.create", "wire", silent=True),
    Case("wire name", [((*GET, "parameters", 1, "name"), "Q")], "name-changed", "client.items.get(q)", "wire", silent=True),
    Case("location", [((*GET, "parameters", 1, "in"), "header")], "name-changed", "client.items.get(q)", "wire", silent=True),
    Case("style", [((*GET, "parameters", 2, "explode"), False)], "style-changed", "client.items.get(tags)", "wire", silent=True),
    Case("media type", [((*POST, "requestBody", "content"), {"application/x-www-form-urlencoded": {"schema": {"$ref": "#/components/schemas/New"}}})],
         "media-type-changed", "client.items.create", "wire", silent=True),
    Case("optional keyword added", [((*NEW, "more"), {"type": "string"})], "argument-added", "client.items.create(more)", bump="minor"),
    Case("required keyword added", [((*NEW, "more"), {"type": "string"}), (("components", "schemas", "New", "required"), ["name", "more"])],
         "required-argument-added", "client.items.create(more)", "types run"),
    Case("became required", [(("components", "schemas", "New", "required"), ["name", "note"])],
         "argument-became-required", "client.items.create(note)", "types run"),
    Case("became optional", [(("components", "schemas", "New", "required"), [])],
         "argument-became-optional", "client.items.create(name)", bump="minor"),
    Case("keyword removed", [((*NEW, "note"), DROP)], "argument-removed", "client.items.create(note)", "types run"),
    Case("request narrowed", [((*NEW, "note", "type"), "integer")], "type-changed", "client.items.create(note)", "types"),
    Case("request widened", [((*NEW, "note", "type"), ["string", "integer"])], "type-widened", "client.items.create(note)", bump="minor"),
    Case("field added", [((*ITEM, "more"), {"type": "string"})], "field-added", "Item.more", bump="minor"),
    Case("field removed", [((*ITEM, "at"), DROP)], "field-removed", "Item.at", "types run"),
    Case("field replaced", [((*ITEM, "at", "format"), "date-time")], "type-changed", "Item.at", "types run", silent=True),
    Case("field got a type", [((*ITEM, "any"), {"$ref": "#/components/schemas/Spare"})], "type-changed", "Item.any", "types run", silent=True),
    Case("field widened", [((*ITEM, "size", "type"), ["integer", "string"])], "type-changed", "Item.size", "types"),
    Case("field nullable", [((*ITEM, "id", "type"), ["string", "null"])], "type-changed", "Item.id", "types"),
    Case("field narrowed", [(("components", "schemas", "Item", "required"), ["id", "size"])], "type-narrowed", "Item.size", bump="minor"),
    Case("enum value added", [(("components", "schemas", "Kind", "enum"), ["book", "record", "map"])], "value-added", 'Kind: "map"', bump="minor"),
    Case("enum value removed", [(("components", "schemas", "Kind", "enum"), ["book"])], "value-removed", 'Kind: "record"', bump="api"),
    Case("type removed", [(("components", "schemas", "Spare"), DROP)], "class-removed", "Spare", "types run"),
    Case("result", [((*GET, "responses", "204"), {"description": "None"})], "result-changed", "client.items.get", "types run"),
    Case("error", [((*GET, "responses", "404", "content", "application/json", "schema"), {"$ref": "#/components/schemas/Spare"})],
         "type-changed", "client.items.get: NotFoundError.body (404)", "types run"),
    Case("deprecated", [((*GET, "deprecated"), True)], "stage-changed", "client.items.get", bump="minor"),
    Case("text", [((*GET, "description"), "More.")], "documentation-changed", "client.items.get", bump="patch"),
    Case("limit", [((*NEW, "name", "maxLength"), 9)], "documentation-changed", "client.items.create(name)", bump="patch"),
    Case("default URL", [(("servers", 0, "url"), "https://{region}.example.org")], "server-changed", "Shop(base_url)", "wire", silent=True),
    Case("credential no longer asked for", [(("security",), []), ((*GET, "security"), []), ((*POST, "security"), [])], "setting-became-optional", "Shop(token)", bump="minor"),
    Case("server variable added", [(("servers", 0, "url"), "https://{region}.example{zone}"), (("servers", 0, "variables", "zone"), {"default": ".com"})],
         "setting-added", "Shop(zone)", bump="minor"),
]  # fmt: skip


def edited(edits: Iterable[tuple[Sequence[str | int], Any]]) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.safe_load(BASE)
    for path, value in edits:
        node: Any = tree
        for part in path[:-1]:
            node = node.setdefault(part, {}) if isinstance(node, dict) else node[part]
        if value is DROP:
            del node[path[-1]]
        elif isinstance(value, str) and value.startswith("move:"):
            node[path[-1]] = node.pop(value.removeprefix("move:"))
        else:
            node[path[-1]] = value
    return tree


def surface_of(tree: Any, folder: Path, config: Config = CONFIG) -> Surface:
    file = folder / "api.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return surface(str(file), config, "python")[0]


def changes(old: Any, new: Any, folder: Path) -> list[Change]:
    return compare(surface_of(old, folder), surface_of(new, folder))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_change_means(case: Case, tmp_path: Path) -> None:
    found = changes(edited(()), edited(case.edits), tmp_path)
    (change,) = (each for each in found if (each.code, each.member) == (case.code, case.member))
    assert (set(change.breaks), change.silent, change.bump) == (set(case.breaks.split()), case.silent, case.bump)
    breaking = bump_of(entries_of(found)) == "breaking"
    assert breaking == (case.bump == "breaking")


def test_a_document_does_not_differ_from_itself_in_another_order(tmp_path: Path) -> None:
    tree = edited(())
    turned = json.loads(json.dumps(tree, sort_keys=True))
    turned["paths"] = dict(reversed(turned["paths"].items()))
    # The order of properties and parameters is what callers see, and stays.
    turned["components"]["schemas"] = {
        name: tree["components"]["schemas"][name] for name in sorted(tree["components"]["schemas"], reverse=True)
    }
    turned["paths"]["/items/{id}"]["get"]["parameters"] = tree["paths"]["/items/{id}"]["get"]["parameters"]
    assert changes(tree, tree, tmp_path) == []
    assert changes(tree, turned, tmp_path) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_comes_in_one_direction_goes_in_the_other(case: Case, tmp_path: Path) -> None:
    there = changes(edited(()), edited(case.edits), tmp_path)
    back = changes(edited(case.edits), edited(()), tmp_path)

    def members(found: list[Change], *words: str) -> set[str]:
        return {change.member for change in found if any(word in change.code for word in words)}

    assert members(there, "-added") == members(back, "-removed", "-moved")
    assert members(there, "-removed", "-moved") == members(back, "-added")


# -- real documents ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def states(repository: Path) -> list[Surface]:
    config = load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)
    return [surface(str(file), config, "python")[0] for file in sorted(shared("specs", "management").glob("*.json"))]


def test_the_last_update_of_the_management_api_is_a_patch(states: list[Surface]) -> None:
    entries = entries_of(compare(states[-2], states[-1]))
    assert bump_of(entries) == "patch"


def test_the_largest_one_is_told_in_few_entries(states: list[Surface]) -> None:
    entries = entries_of(compare(states[-3], states[-2]))
    breaking = [entry for entry in entries if entry.bump == "breaking"]
    assert len(breaking) <= 10
    dates = breaking[1]
    assert (dates.silent, dates.new, len(dates.members)) == (True, "datetime", 20)
    assert len({member.partition(".")[0] for member in dates.members}) == 4
    models = breaking[0]
    assert (models.silent, models.old, len(models.members)) == (True, "Any", 10)
    gone = {member for entry in breaking if entry.code.endswith("-removed") for member in entry.members}
    assert {"UserDateSchema", "ConnectionAttributeIdentifier"} <= gone


# -- the command ------------------------------------------------------------------------------------------------------


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["diff", *arguments])
    out = capsys.readouterr()
    return int(str(ended.value.code)), out.out, out.err


def git(folder: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "api.json").write_text(json.dumps(edited(())), encoding="utf-8")
    (tmp_path / "sdksmith.toml").write_text(
        'spec = "specs/api.json"\n[targets.python]\npackage = "shop"\n', encoding="utf-8"
    )
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / "specs" / "api.json").write_text(
        json.dumps(edited([((*ITEM, "at", "format"), "date-time")])), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_working_tree_is_compared_with_its_last_commit(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys=capsys) == (
        0,
        "git:HEAD -> specs/api.json: breaking\n\nBreaking (1)\n  [silent, types, run] type changed: Item.at: str -> datetime\n",
        "",
    )
    assert run("--fail-on", "wire", capsys=capsys)[0] == 0
    assert run("--fail-on", "run", capsys=capsys)[0] == 1
    code, out, _ = run("git:HEAD:specs/api.json", "--format", "json", capsys=capsys)
    entry = json.loads(out)["entries"][0]
    assert (code, entry["members"], entry["breaks"], entry["silent"]) == (0, ["Item.at"], ["run", "types"], True)
    assert entry["places"][0]["pointer"] == "/components/schemas/Item"
    _, out, _ = run("--format", "commit", capsys=capsys)
    assert out.splitlines()[0] == "feat(api)!: follow the API"
    assert out.splitlines()[-1] == "BREAKING CHANGE: type changed: Item.at: str -> datetime"
    _, out, _ = run("--format", "markdown", capsys=capsys)
    assert "- type changed (silent, types, run): `Item.at`: `str` becomes `datetime`" in out


def test_a_state_that_is_not_there_is_an_error(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("git:nowhere", capsys=capsys)
    assert (code, out) == (2, "")
    assert "no-such-state" in err
    code, _, err = run("git:HEAD:specs/other.json", capsys=capsys)
    assert code == 2
    assert "there is no specs/other.json in HEAD" in err


def test_changes_of_a_target_without_a_surface_are_refused(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run("--target", "reference", capsys=capsys)
    assert code == 3
    assert "can't be told yet" in err
