"""Types that contain themselves work without the user doing anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.functional.support import Spec, make_package

TREES = Spec("""
schemas:
  Node: {type: object, properties: {value: {type: integer}, next: {$ref: "#/components/schemas/Node"}}}
  Folder: {type: object, properties: {folders: {type: array, items: {$ref: "#/components/schemas/Folder"}}}}
  Index: {type: object, properties: {entries: {type: object, additionalProperties: {$ref: "#/components/schemas/Index"}}}}
  Egg: {type: object, properties: {laid_by: {$ref: "#/components/schemas/Hen"}}}
  Hen: {type: object, properties: {egg: {$ref: "#/components/schemas/Egg"}}}
  Sum: {type: object, required: [left], properties: {left: {$ref: "#/components/schemas/Term"}}}
  Term: {oneOf: [{type: integer}, {$ref: "#/components/schemas/Sum"}]}
  Json:
    oneOf:
      - {type: string}
      - {type: number}
      - {type: array, items: {$ref: "#/components/schemas/Json"}}
      - {type: object, additionalProperties: {$ref: "#/components/schemas/Json"}}
  Nested: {type: array, items: {$ref: "#/components/schemas/Nested"}}
  Holder: {type: object, properties: {json: {$ref: "#/components/schemas/Json"}, nested: {$ref: "#/components/schemas/Nested"}}}
  Base: {type: object, properties: {children: {type: array, items: {$ref: "#/components/schemas/Derived"}}}}
  Derived: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {name: {type: string}}}]}
  Left: {$ref: "#/components/schemas/Right"}
  Right: {type: object, properties: {left: {$ref: "#/components/schemas/Left"}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(TREES)


def test_an_object_may_hold_itself(sdk: Any) -> None:
    node = sdk.Node.model_validate({"value": 1, "next": {"value": 2, "next": {"value": 3}}})
    assert type(node.next.next) is sdk.Node


def test_an_object_may_hold_an_array_of_itself(sdk: Any) -> None:
    assert type(sdk.Folder(folders=[sdk.Folder()]).folders[0]) is sdk.Folder


def test_an_object_may_hold_a_map_of_itself(sdk: Any) -> None:
    assert type(sdk.Index.model_validate({"entries": {"a": {"entries": {}}}}).entries["a"]) is sdk.Index


@pytest.mark.parametrize("first", ["Egg", "Hen"])
def test_two_objects_may_hold_each_other(sdk: Any, first: str) -> None:
    value: Any = {"laid_by": {"egg": {}}} if first == "Egg" else {"egg": {"laid_by": {}}}
    assert getattr(sdk, first).model_validate(value).model_dump() == value


def test_a_circle_may_go_through_a_union(sdk: Any) -> None:
    total = sdk.Sum.model_validate({"left": {"left": {"left": 1}}})
    assert type(total.left.left) is sdk.Sum
    assert total.left.left.left == 1


def test_a_union_may_hold_arrays_and_maps_of_itself(sdk: Any) -> None:
    value = {"a": [1.5, "text", {"b": []}]}
    assert sdk.Holder(json=value).model_dump() == {"json": value}


def test_an_array_may_hold_itself(sdk: Any) -> None:
    assert sdk.Holder(nested=[[], [[]]]).model_dump() == {"nested": [[], [[]]]}


def test_a_base_may_hold_what_derives_from_it(sdk: Any) -> None:
    base = sdk.Base.model_validate({"children": [{"name": "a", "children": []}]})
    assert type(base.children[0]) is sdk.Derived
    assert issubclass(sdk.Derived, sdk.Base)


def test_an_alias_may_stand_in_its_own_target(sdk: Any) -> None:
    assert type(sdk.Right.model_validate({"left": {"left": {}}}).left) is sdk.Right


#: What is imported for a type is looked at here, so there is no other one in its module.
ALONE = Spec("""
schemas:
  Tree:
    oneOf: [{type: string}, {type: array, items: {anyOf: [{$ref: "#/components/schemas/Tree"}, {type: "null"}]}}]
paths:
  /alone:
    get: {tags: [alone], operationId: list, parameters: [{name: several, in: query, explode: false, schema: {type: array}}]}
""")


@pytest.mark.parametrize(("name", "unused"), [("tree.py", "Optional"), ("client.py", "Sequence")])
def test_nothing_is_imported_for_what_ends_as_anything(name: str, unused: str) -> None:
    package = Path(make_package(ALONE).__file__).parent
    texts = [file.read_text(encoding="utf-8") for file in package.rglob(name) if file.parent != package]
    assert texts and all(unused not in text for text in texts)
