"""The surface that the Go target gives is that of the code it generates, and what diff says of it the compiler says too."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.go.probes import failing
from tests.go.support import MODULE

from sdksmith.changes import Change, compare
from sdksmith.config import load_config, to_config
from sdksmith.pipeline import generate, surface
from sdksmith.surface import Surface
from sdksmith.targets.registry import options_of

OLD = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{region}.example.com", variables: {region: {default: eu}}}]
components:
  schemas:
    Kind: {type: string, enum: [book, record]}
    Item:
      type: object
      required: [id, owner]
      properties:
        id: {type: string}
        at: {type: string}
        size: {type: integer}
        any: {}
        kind: {$ref: "#/components/schemas/Kind"}
        owner: {type: object, properties: {name: {type: string}}}
        either: {oneOf: [{type: string}, {type: integer}]}
    New: {type: object, required: [name], properties: {name: {type: string}, note: {type: string}}}
    Other: {type: object, properties: {a: {type: string}}}
    Spare: {type: object, properties: {a: {type: string}}}
    Fault: {type: object, properties: {code: {type: integer}}}
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
  /pings/{a}/{b}:
    get:
      tags: [pings]
      operationId: ping
      parameters:
      - {name: a, in: path, required: true, schema: {type: string}}
      - {name: b, in: path, required: true, schema: {type: string}}
      responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Other"}}}}}
    put:
      tags: [pings]
      operationId: keep
      parameters:
      - {name: a, in: path, required: true, schema: {type: string}}
      - {name: b, in: path, required: true, schema: {type: string}}
      responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Spare"}}}}}
"""


def new() -> dict[str, Any]:
    """Return the document with something done to nearly all of it."""
    tree: dict[str, Any] = yaml.safe_load(OLD)
    schemas, paths = tree["components"]["schemas"], tree["paths"]
    item = schemas["Item"]["properties"]
    schemas["Kind"]["enum"] = ["book", "film"]
    schemas["Item"]["required"].append("kind")
    del item["at"]
    item["size"] = {"type": "string"}
    item["more"] = {"type": "string"}
    item["either"]["oneOf"].append({"type": "boolean"})
    schemas["New"]["properties"] |= {"note": {"type": "integer"}, "age": {"type": "integer"}}
    schemas["New"]["required"].append("age")
    get, post, ping = paths["/items/{id}"]["get"], paths["/items"]["post"], paths["/pings/{a}/{b}"]["get"]
    get["parameters"][1] = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
    get["responses"]["200"]["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Other"}
    ping["parameters"].append({"name": "loud", "in": "query", "schema": {"type": "boolean"}})
    post["operationId"] = "add"
    del paths["/pings/{a}/{b}"]["put"], schemas["Spare"]
    return tree


#: The members that code of the old library can't be compiled with the new one for.
BROKEN = {
    "client.Items.Create",
    "client.Items.Get",
    "client.Pings.Keep",
    "client.Pings.Ping",
    "shop.Item.At",
    "shop.Item.Kind",
    "shop.Item.Size",
    "shop.ItemsGetRequest.Q",
    "shop.Kind: shop.KindRecord",
    "shop.New.Note",
    "shop.Spare",
    "shop.Spare.A",
}


def made(tree: dict[str, Any], folder: Path) -> Surface:
    """Write a document, generate its module beside, and return the surface."""
    folder.mkdir()
    document = folder / "api.yaml"
    document.write_text(yaml.safe_dump(tree, sort_keys=False), encoding="utf-8")
    config = to_config({"targets": {"go": {"module": MODULE, "package": "shop"}}}, options_of)
    generate(str(document), config, outputs={"go": folder / "module"})
    return surface(str(document), config, "go")[0]


def owners(path: str) -> Iterator[str]:
    """Yield a member and what it belongs to."""
    yield path
    yield path.partition("(")[0]
    yield path.partition(": ")[0]
    yield path.rpartition(".")[0]


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Change], Surface, Path, Path]:
    folder = tmp_path_factory.mktemp("surface")
    old = made(yaml.safe_load(OLD), folder / "old")
    return compare(old, made(new(), folder / "new")), old, folder / "old" / "module", folder / "new" / "module"


def test_the_compiler_refuses_what_diff_says_breaks_types_and_nothing_else(
    changes: tuple[list[Change], Surface, Path, Path],
) -> None:
    found, old, before, after = changes
    assert failing(old, before, MODULE, "shop") == (set(), "")

    broken, output = failing(old, after, MODULE, "shop")

    claimed = {change.member for change in found if "types" in change.breaks}
    explained = {member for member in broken if claimed & {*owners(member), *arguments(member, old)}}
    assert broken == explained, output
    assert {member for member in claimed if member.partition("(")[0] not in broken} == set(), output
    assert broken == BROKEN


def arguments(path: str, old: Surface) -> set[str]:
    """Return what a call takes, also what came later."""
    return {f"{path}({number})" for number in range(1, 9)} if old.members[path].kind == "method" else set()


def test_verdicts_are_those_of_a_compiled_language(changes: tuple[list[Change], Surface, Path, Path]) -> None:
    told = {(change.code, change.member): (sorted(change.breaks), change.silent, change.bump) for change in changes[0]}

    assert told[("value-removed", "shop.Kind: shop.KindRecord")] == (["types"], False, "breaking")
    assert told[("type-changed", "shop.Item.Size")] == (["types"], False, "breaking")
    assert told[("type-changed", "shop.Item.Kind")] == (["types"], False, "breaking")
    assert told[("field-added", "shop.Item.More")] == ([], False, "minor")
    assert told[("required-field-added", "shop.New.Age")] == (["wire"], True, "breaking")
    assert told[("method-moved", "client.Items.Create")] == (["types"], False, "breaking")
    assert told[("required-argument-added", "client.Pings.Ping(3)")] == (["types"], False, "breaking")
    assert told[("result-changed", "client.Items.Get")] == (["types"], False, "breaking")
    assert told[("class-removed", "shop.Spare")] == (["types"], False, "breaking")


def test_a_part_of_the_path_with_another_name_breaks_nothing(tmp_path: Path) -> None:
    tree = yaml.safe_load(OLD)
    item = tree["paths"].pop("/items/{id}")
    item["get"]["parameters"][0]["name"] = "key"
    tree["paths"]["/items/{key}"] = item

    found = compare(made(yaml.safe_load(OLD), tmp_path / "old"), made(tree, tmp_path / "new"))

    assert [change for change in found if change.breaks] == []


def test_another_name_for_a_type_is_that_type(tmp_path: Path) -> None:
    before, after = yaml.safe_load(OLD), yaml.safe_load(OLD)
    formats = [{"type": "string", "format": "ipv4"}, {"type": "string", "format": "ipv6"}]
    texts = {"type": "array", "items": {"type": "string"}}
    before["components"]["schemas"] |= {"Names": texts, "Address": {"type": "string"}}
    after["components"]["schemas"] |= {"Address": {"type": "string", "oneOf": formats}}
    fields = {"names": {"$ref": "#/components/schemas/Names"}, "from": {"$ref": "#/components/schemas/Address"}}
    before["components"]["schemas"]["Item"]["properties"] |= fields
    after["components"]["schemas"]["Item"]["properties"] |= {**fields, "names": texts}

    found = compare(made(before, tmp_path / "old"), made(after, tmp_path / "new"))

    assert [(change.code, change.member) for change in found if change.breaks] == [("name-removed", "shop.Names")]


def test_all_that_is_generated_has_the_members_of_the_surface(repository: Path, tmp_path: Path) -> None:
    config = load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)
    found, _ = surface(str(repository / "specs" / "management-api.yaml"), config, "go")
    module = tmp_path / "go"
    shutil.copytree(repository / "generated" / "go", module)

    assert failing(found, module, "github.com/auth0/go-auth0/management", "management") == (set(), "")

    texts = [
        file.read_text(encoding="utf-8")
        for file in (module / "management").glob("*.go")
        if file.name not in ("errors.go", "helpers.go")
    ]
    declared = {f"management.{name}" for text in texts for name in re.findall(r"^type (\w+) ", text, re.MULTILINE)}
    assert declared - found.members.keys() == set()
    clients = "".join(
        file.read_text(encoding="utf-8")
        for file in (module / "management" / "client").glob("*.go")
        if not file.name.endswith("_test.go")
    )
    methods = re.findall(r"^func \(c \*(?!Raw)\w+Client\) (\w+)\(", clients, re.MULTILINE)
    assert len(methods) == sum(member.kind == "method" for member in found.members.values()) == 64
