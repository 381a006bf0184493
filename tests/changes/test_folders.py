"""Folders of generated libraries as states, and the members that are read from the source of one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.changes.cases import ITEM, NEW
from tests.changes.rows import edited
from tests.changes.support import git, run, written
from tests.custom.project import CONFIG as CONFIG_OF_BAKERY
from tests.custom.project import begin
from tests.e2e.support import build_package

from sdksmith.config import Config, load_config, to_config
from sdksmith.pipeline import read_surface, surface
from sdksmith.surface import Member, Surface
from sdksmith.targets.registry import options_of

CONFIG = 'spec = "api.json"\n[targets.python]\npackage = "shop"\nclient = "Shop"\n'


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A repository with a library; a later document and its library are not committed."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "api.json")
    (tmp_path / "sdksmith.toml").write_text(CONFIG, encoding="utf-8")
    assert run("generate", "-q", capsys=capsys)[0] == 0
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    written(tmp_path / "api.json", [((*ITEM, "at", "format"), "date-time"), ((*NEW, "more"), {"type": "string"})])
    return tmp_path


TOLD = """\
Breaking (1)
  [silent, types, run] type changed: Item.at: str -> datetime

Added (1)
  argument added: client.items.create(more)
"""


def test_a_folder_is_compared_with_a_document(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", "generated/python/", capsys=capsys) == (
        0,
        f"generated/python/ -> api.json: breaking\n\n{TOLD}",
        "",
    )


def test_a_folder_is_compared_with_what_git_keeps_of_it(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("generate", "-q", capsys=capsys)[0] == 0
    for old in ("git:HEAD:generated/python/", "git:HEAD:generated/python"):
        code, out, err = run("diff", old, "generated/python", capsys=capsys)
        assert (code, out, err) == (0, f"{old} -> generated/python: breaking\n\n{TOLD}", "")
    _, out, _ = run("diff", "git:HEAD:generated/python/", "generated/python", "--format", "json", capsys=capsys)
    first = json.loads(out)["entries"][0]
    assert (first["before"], first["after"]) == ("Item.at None | str", "Item.at None | datetime")


def test_a_folder_without_a_library_is_an_error(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / "empty").mkdir()
    code, out, err = run("diff", "empty", capsys=capsys)
    assert (code, out) == (2, "")
    assert err.startswith("empty: error[no-library]: the folder can't be compared as a python library: no library of")
    module = checkout / "generated" / "python" / "shop" / "items" / "client.py"
    module.write_text("def (", encoding="utf-8")
    code, _, err = run("diff", "generated/python", capsys=capsys)
    assert code == 2
    assert "items/client.py:1: invalid syntax" in err
    code, _, err = run("diff", "git:HEAD:nowhere/", "generated/python", capsys=capsys)
    assert code == 2
    assert "there is no nowhere in HEAD" in err


def test_a_fault_in_a_state_of_git_is_shown_by_its_name(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / "api.json").write_text("{", encoding="utf-8")
    git(checkout, "commit", "-qam", "broken")
    written(checkout / "api.json")
    code, _, err = run("diff", capsys=capsys)
    assert code == 2
    assert err.startswith("git:HEAD:api.json:1:")


# -- what is read is what is said of a document -----------------------------------------------------------------------

INCOMING = {
    "webhooks": {
        "sold": {
            "post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Inner"}}}},
                "responses": {"204": {"description": "Taken."}},
            }
        }
    }
}


def read_and_said(folder: Path, source: str, config: Config) -> tuple[Surface, Surface]:
    found = read_surface(folder, "python")
    assert found is not None
    return found, surface(source, config, "python")[0]


def differences(read: Surface, said: Surface) -> Iterator[tuple[str, str]]:
    """Yield how members differ: what a source does not say is left out, and how requests are made is written otherwise."""
    beside = {path for path, each in read.members.items() if each.kind == "requirement"}
    for path in (read.members.keys() | said.members.keys()) - beside:
        one, other = read.members.get(path), said.members.get(path)
        if one is None or other is None:
            yield path, "only said" if one is None else "only read"
        elif comparable(one, other) != comparable(other, one):
            yield path, f"{comparable(one, other)} != {comparable(other, one)}"
    assert read.credentials == said.credentials


def comparable(member: Member, other: Member) -> Member:
    types = frozenset(each.partition(" by ")[0] for each in member.types)
    # Classes that are taken for variants with classes of their own are in the annotation alone.
    types = frozenset(each for each in types if not any(other.endswith(f"_{each}") for other in types))
    wire: Mapping[str, str] = {}
    if member.kind == "setting":
        wire = member.wire
    elif member.kind == "method":
        wire = {fact: member.wire[fact] for fact in ("method", "path", "security")}
    elif member.kind in ("argument", "field"):
        wire = {"name": member.wire["name"]} if "name" in member.wire else {}
    # What is always there, and may be null, is read as what may be missing.
    required = member.required and not types & {"None", "Any"}
    # Where a name stands in no annotation, its source does not say who gives it; a class that classes of variants stand for
    # is given alone.
    loose = member.kind in ("name", "value") or "both" in (member.direction, other.direction)
    return replace(
        member,
        types=types,
        wire=wire,
        required=required,
        direction="" if loose else member.direction,
        mirror="" if member.kind == "field" else member.mirror,
        stage="",
        notes=(),
        place=(),
    )


def test_the_members_of_a_small_library_are_read(tmp_path: Path) -> None:
    tree = {**edited(), **INCOMING}
    root = build_package(tree, tmp_path / "shop", "targets.python.package=shop", "targets.python.client=Shop")
    source = tmp_path / "api.json"
    source.write_text(json.dumps(tree), encoding="utf-8")
    config = to_config({"targets": {"python": {"package": "shop", "client": "Shop"}}}, options_of)
    read, said = read_and_said(root, str(source), config)
    assert dict(differences(read, said)) == {}
    assert {"Webhooks.sold", "package", "requires httpx2", "Shop(api_key)"} <= read.members.keys()
    assert read.members["Shop(api_key)"].wire == {"credential": "header X-Key"}


def test_the_members_of_the_committed_library_are_read(repository: Path) -> None:
    config = load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)
    source = str(repository / "specs" / "management-api.yaml")
    read, said = read_and_said(repository / "generated" / "python", source, config)
    assert dict(differences(read, said)) == {}
    assert len(read.members) > 2_000


def test_methods_of_a_client_of_the_users_own_are_members_beside_the_generated_ones(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "own").mkdir()
    (checkout / "own" / "__init__.py").write_text("", encoding="utf-8")
    clients = "\n\n".join(
        f"class {name}(_{name}):\n    def count(self, start: int) -> int:\n        return start\n"
        for name in ("ItemsClient", "AsyncItemsClient")
    )
    imports = "".join(f"from ..items.client import {name} as _{name}\n" for name in ("ItemsClient", "AsyncItemsClient"))
    (checkout / "own" / "items.py").write_text(f"{imports}\n\n{clients}", encoding="utf-8")
    custom = '[targets.python.custom]\nfolder = "own"\nclients = { items = "items:ItemsClient" }\n'
    (checkout / "sdksmith.toml").write_text(CONFIG + custom, encoding="utf-8")
    assert run("generate", "-q", capsys=capsys)[0] == 0

    found = read_surface(checkout / "generated" / "python", "python")

    assert found is not None
    assert {"client.items.get", "client.items.create", "client.items.count(start)"} <= found.members.keys()
    assert found.members["client.items.count"].types == {"int"}
    written(checkout / "api.json")
    _, out, _ = run("diff", "git:HEAD:generated/python/", "generated/python", capsys=capsys)
    assert "  method added: client.items.count\n" in out


def test_what_maintainers_wrote_is_compared_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Methods of a client and of a model, and an export: each is gone, and another has come."""
    for state in ("old", "new"):
        folder = tmp_path / state
        folder.mkdir()
        begin(folder)
    config = tmp_path / "new" / "sdksmith.toml"
    config.write_text(CONFIG_OF_BAKERY.replace(', "helpers:LIMIT"', ', "helpers:T"'), encoding="utf-8")
    for module, old, new in (("loaves.py", "def first", "def earliest"), ("models.py", "def is_dark", "def is_light")):
        file = tmp_path / "new" / "custom" / module
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    for state in ("old", "new"):
        assert run("generate", "-q", "--config", str(tmp_path / state / "sdksmith.toml"), capsys=capsys)[0] == 0

    folders = [str(tmp_path / state / "out") for state in ("old", "new")]
    code, out, err = run("diff", *folders, "--target", "python", capsys=capsys)

    assert (code, err) == (0, "")
    assert out.partition("\n\n")[2] == """\
Breaking (2)
  [types, run] method removed: Loaf.is_dark, client.loaves.first
  [types, run] name removed: LIMIT

Added (2)
  method added: Loaf.is_light, client.loaves.earliest
  name added: T
"""
    assert run("diff", folders[0], folders[0], "--target", "python", capsys=capsys)[1].endswith(": no change\n")
