"""A document does not differ from itself, however its parts are ordered, and whether they stand in components or in place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.changes.rows import edited
from tests.e2e.support import shared

from sdksmith.changes import compare
from sdksmith.config import to_config
from sdksmith.diagnostics import Failure
from sdksmith.pipeline import surface
from sdksmith.targets.registry import options_of

CONFIG = to_config({"targets": {"python": {"package": "library", "client": "Client"}}}, options_of)
#: Bytes of the largest document of the corpus that is compared.
LARGEST = 1_500_000


def turned(tree: Any) -> Any:
    """Return a document whose maps without an order of their own go the other way round."""
    tree = dict(tree)
    for key, value in tree.get("components", tree).items() if isinstance(tree.get("components"), dict) else ():
        if isinstance(value, dict):
            tree["components"] = {**tree["components"], key: dict(reversed(value.items()))}
    paths: dict[str, Any] = tree.get("paths") or {}
    tree["paths"] = {
        path: (
            {
                name: (
                    {**each, "responses": dict(reversed(each["responses"].items()))}
                    if isinstance(each, dict) and isinstance(each.get("responses"), dict)
                    else each
                )
                for name, each in reversed(item.items())
            }
            if isinstance(item, dict)
            else item
        )
        for path, item in reversed(paths.items())
    }
    return tree


#: What has no name of its own in a library: parts of calls.
_NAMELESS = ("parameters", "responses", "requestBodies", "headers", "examples", "links", "callbacks", "pathItems")
_SCALARS = ("string", "integer", "number", "boolean")


def inlined(tree: Any) -> Any:
    """Return a document in which parts of calls, and schemas of plain values, stand where they were referred to.

    A schema of an object, an enum or a union is left in components: its name there is that of a type. So is one with texts or
    limits, which would be those of a field.
    """

    def replaced(reference: str) -> Any:
        parts = reference.removeprefix("#/").split("/")
        if not reference.startswith("#/components/") or len(parts) != 3:
            return None
        found = tree["components"].get(parts[1], {}).get(parts[2].replace("~1", "/").replace("~0", "~"))
        if parts[1] in _NAMELESS:
            return found
        is_plain = isinstance(found, dict) and found.get("type") in _SCALARS and found.keys() <= {"type", "format"}
        return found if parts[1] == "schemas" and is_plain else None

    def walk(node: Any, inside: tuple[str, ...] = ()) -> Any:
        if isinstance(node, list):
            return [walk(each, inside) for each in node]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref")
        if isinstance(reference, str) and len(node) == 1 and reference not in inside:
            found = replaced(reference)
            if found is not None:
                return walk(found, (*inside, reference))
        return {key: walk(value, inside) for key, value in node.items()}

    return walk(tree)


def differences(tree: Any, folder: Path, other: Callable[[Any], Any] = turned) -> list[str]:
    """Return what is said to differ between a document and itself in another form, in either direction."""
    found: list[Any] = []
    for name, each in (("old", tree), ("new", other(tree))):
        file = folder / f"{name}.json"
        file.write_text(json.dumps(each, default=str), encoding="utf-8")
        found.append(surface(str(file), CONFIG, "python")[0])
    return [f"{change.code} {change.member}" for pair in (found, found[::-1]) for change in compare(*pair)]


def test_the_order_of_a_small_document_is_no_change(tmp_path: Path) -> None:
    assert turned(edited())["paths"].keys() == edited()["paths"].keys()
    assert list(turned(edited())["paths"]) != list(edited()["paths"])
    assert differences(edited(), tmp_path) == []


PARTS = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
components:
  schemas:
    Id: {type: string}
    Kind: {type: string, enum: [book, record]}
    Item: {type: object, required: [id], properties: {id: {$ref: "#/components/schemas/Id"}, kind: {$ref: "#/components/schemas/Kind"}}}
    Fault: {type: object, properties: {code: {type: integer}}}
  parameters:
    Id: {name: id, in: path, required: true, schema: {$ref: "#/components/schemas/Id"}}
    Page: {name: page, in: query, schema: {type: integer}}
  requestBodies:
    Item: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
  headers:
    Left: {schema: {type: integer}}
  responses:
    Item: {description: OK, headers: {X-Left: {$ref: "#/components/headers/Left"}}, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
    Fault: {description: No, content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
paths:
  /items/{id}:
    parameters: [{$ref: "#/components/parameters/Id"}]
    get:
      operationId: get
      parameters: [{$ref: "#/components/parameters/Page"}]
      responses: {"200": {$ref: "#/components/responses/Item"}, "404": {$ref: "#/components/responses/Fault"}}
    put:
      operationId: put
      requestBody: {$ref: "#/components/requestBodies/Item"}
      responses: {"200": {$ref: "#/components/responses/Item"}}
"""


def test_it_is_no_change_where_a_part_without_a_name_stands(tmp_path: Path) -> None:
    tree = yaml.safe_load(PARTS)
    other = inlined(tree)
    assert json.dumps(tree["paths"]).count("$ref") == 6
    assert json.dumps(other["paths"]).count("$ref") == json.dumps(other["paths"]).count("schemas/") == 4
    assert differences(tree, tmp_path, inlined) == []


@pytest.mark.slow
@pytest.mark.parametrize("other", [turned, inlined])
def test_the_form_of_real_documents_is_no_change(other: Callable[[Any], Any], tmp_path: Path) -> None:
    wrong: dict[str, list[str]] = {}
    compared = 0
    for file in sorted(shared("corpus").rglob("*")):
        if file.suffix not in (".json", ".yaml", ".yml") or file.stat().st_size > LARGEST:
            continue
        text = file.read_text(encoding="utf-8")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        tree = json.loads(text) if file.suffix == ".json" else yaml.load(text, loader)
        if not isinstance(tree, dict) or not str(tree.get("openapi", "")).startswith("3."):
            continue
        try:
            found = differences(tree, tmp_path, other)
        except Failure:
            # Of several files, or refused: other tests have those.
            continue
        compared += 1
        if found:
            wrong[file.relative_to(shared("corpus")).as_posix()] = found[:5]
    assert wrong == {}
    assert compared > 15
