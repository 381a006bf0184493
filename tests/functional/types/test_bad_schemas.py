"""One bad schema never removes its neighbours: what it touches takes any value, and the ledger says so."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.functional.support import Server, Spec, python_options

from sdksmith.diagnostics import Failure
from sdksmith.pipeline import generate, inspect

#: No Spec at the top of the module: those must be valid.
BAD = """
schemas:
  Pet:
    type: object
    required: [name]
    properties:
      name: {type: string}
      owner: {$ref: '#/components/schemas/Owner'}
      tags: {type: array, items: 5}
      age: {type: integre}
  Owner: 42
  Shop:
    type: object
    properties: [name]
    required: name
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: 7}]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
  /shops:
    get:
      operationId: getShop
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Shop'}}}}
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bad") / "api.json"
    path.write_text(json.dumps(Spec(BAD).document), encoding="utf-8")
    return path


def test_the_neighbours_of_a_bad_schema_work(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    generate(str(document), Spec(BAD).config(), outputs={"python": tmp_path / "out"})
    monkeypatch.syspath_prepend(str(tmp_path / "out"))
    package: Any = importlib.import_module(python_options(Spec(BAD)).package or "")
    server.answer(body={"name": "Tom", "owner": ["any", "thing"], "tags": [1, "two"], "age": "old"})

    result = server.call(package, lambda client: client.pets.get_pet(id="1")).result

    assert (result.name, result.owner, result.tags, result.age) == ("Tom", ["any", "thing"], [1, "two"], "old")


def test_what_it_touches_is_in_the_ledger_with_a_place(document: Path) -> None:
    inspection = inspect(str(document), Spec(BAD).config(), targets=("python",))

    degraded = {(entry.name, entry.pointer) for entry in inspection.ledger.degraded() if entry.kind == "schema"}
    schemas = ("components", "schemas")
    assert degraded == {
        ("items", (*schemas, "Pet", "properties", "tags", "items")),
        ("type", (*schemas, "Pet", "properties", "age")),
        ("Owner", (*schemas, "Owner")),
        ("properties", (*schemas, "Shop")),
        ("required", (*schemas, "Shop")),
        ("schema", ("paths", "/pets/{id}", "get", "parameters", "0", "schema")),
    }
    assert not inspection.ledger.unaccounted


@pytest.mark.parametrize("options", [{"fail_on": "degraded"}, {"fail_on": "warning"}, {"validate": True}])
def test_who_wants_none_of_it_gets_nothing(document: Path, tmp_path: Path, options: Any) -> None:
    with pytest.raises(Failure):
        generate(str(document), Spec(BAD).config(), outputs={"python": tmp_path / "out"}, **options)

    assert not (tmp_path / "out").exists()
