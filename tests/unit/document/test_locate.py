from __future__ import annotations

import json
from typing import Any

import pytest

from sdksmith.diagnostics import Pointer
from sdksmith.document.syntax.positions import JsonPositions

JSON = """{
  "openapi": "3.1.0", "info": {"title": "a \\"{[\\\\", "version": "1"},
  "paths": {
    "/a": {"get": {"tags": ["x",
       "y"], "responses": {}}}
  },
  "compon\\u0065nts": {"schemas": {"é": {"type": "string"}, "List": {"items": {}}}}
}
"""
YAML = """# comment
openapi: 3.1.0
info: {title: 'a "{[', version: '1'}
paths:
  /a:
    get:
      tags: [x,
        y]
      responses: {}
components:
  schemas:
    é: {type: string}
    "List":
      items: {}
"""


@pytest.mark.parametrize(
    ("pointer", "json_place", "yaml_place"),
    [
        ((), (1, 1), (2, 1)),
        (("openapi",), (2, 3), (2, 1)),
        (("info", "version"), (2, 53), (3, 24)),
        (("paths", "/a"), (4, 5), (5, 3)),
        (("paths", "/a", "get", "tags"), (4, 20), (7, 7)),
        (("paths", "/a", "get", "tags", "0"), (4, 29), (7, 14)),
        (("paths", "/a", "get", "tags", "1"), (5, 8), (8, 9)),
        (("components", "schemas", "é", "type"), (7, 41), (12, 9)),
        (("components", "schemas", "List"), (7, 60), (13, 5)),
    ],
)
def test_a_member_is_where_its_key_is(
    load_files: Any, pointer: Pointer, json_place: tuple[int, int], yaml_place: tuple[int, int]
) -> None:
    for name, text, place in (("a.json", JSON, json_place), ("a.yaml", YAML, yaml_place)):
        location = load_files({name: text}).document.locate(pointer)
        assert (location.file, location.line, location.column, location.pointer) == (name, *place, pointer)
        assert location.excerpt == text.split("\n")[location.line - 1]


@pytest.mark.parametrize("pointer", [("paths", "/a", "get", "nope", "deeper"), ("paths", "/a", "get", "tags", "7")])
def test_what_is_missing_is_at_its_deepest_ancestor(load_files: Any, pointer: Pointer) -> None:
    for name, text in (("a.json", JSON), ("a.yaml", YAML)):
        document = load_files({name: text}).document
        missing = document.locate(pointer)
        parent = pointer[: 3 if "nope" in pointer else 4]
        assert (missing.line, missing.column) == (document.locate(parent).line, document.locate(parent).column)


def test_every_node_of_a_json_text_is_found() -> None:
    tree = {"a": [1, {"b": "}]", "": [[], [{"c": None}]]}, "x"], "d\ne": {"f": {}}, "g": -1.5e3, "t": True}
    for indent in (None, 2):
        text = json.dumps(tree, indent=indent)
        positions = JsonPositions(text)

        def check(node: Any, pointer: Pointer, text: str = text, positions: JsonPositions = positions) -> None:
            offset, found = positions.find(pointer)
            assert found == len(pointer)
            in_object = isinstance(pointer and reach(tree, pointer[:-1]), dict)
            shown = json.dumps(pointer[-1]) if in_object else json.dumps(node)[:1]
            assert text.startswith(shown, offset)
            children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
            for key, child in children:
                check(child, (*pointer, str(key)))

        check(tree, ())


def reach(tree: Any, pointer: Pointer) -> Any:
    for token in pointer:
        tree = tree[int(token)] if isinstance(tree, list) else tree[token]
    return tree


def test_nodes_from_other_files_are_located_there(load_files: Any) -> None:
    root = {
        "openapi": "3.1.0",
        "paths": {"/a": {"$ref": "paths.yaml#/a"}},
        "components": {"schemas": {"A": {"$ref": "x/a.yaml"}}},
    }
    document = load_files(
        {
            "root.json": root,
            "paths.yaml": "b: {}\na:\n  get:\n    responses:\n      '200': {description: ok}\n",
            "x/a.yaml": "type: object\nproperties:\n  b: {$ref: 'b.yaml'}\n",
            "x/b.yaml": "description: d\ntype: string\n",
        }
    ).document

    def place(*pointer: str) -> tuple[str, int, Pointer]:
        location = document.locate(pointer)
        return location.file, location.line, location.pointer

    assert place("paths", "/a", "get", "responses") == ("paths.yaml", 4, ("a", "get", "responses"))
    assert place("paths", "/a") == ("paths.yaml", 2, ("a",))
    assert place("components", "schemas", "A", "properties", "b") == ("x/a.yaml", 3, ("properties", "b"))
    assert place("components", "schemas", "b", "type") == ("x/b.yaml", 2, ("type",))
    assert place("components", "schemas") == ("root.json", 1, ("components", "schemas"))


def test_what_the_upgrade_made_is_located_at_what_it_was_made_from(load_files: Any) -> None:
    text = "openapi: 3.0.0\npaths: {}\ncomponents:\n  schemas:\n    A:\n      nullable: true\n      allOf: [{}]\n"
    document = load_files({"a.yaml": text}).document
    assert document.locate(("components", "schemas", "A", "anyOf", "1")).line == 5


def test_of_a_line_of_megabytes_the_part_around_the_place_is_shown(load_files: Any) -> None:
    outcome = load_files({"a.json": '{"openapi": "3.1.0", "paths": {}, "x": "' + "y" * 10_000 + '", "x-last": 1}'})
    for key, column in (("paths", 22), ("x-last", 10_044)):
        location = outcome.document.locate((key,))
        assert (location.line, location.column) == (1, column)
        assert len(location.excerpt) <= 2_000
        assert location.excerpt[location.column - location.excerpt_column :].startswith(f'"{key}"')


def test_windows_line_ends(load_files: Any) -> None:
    for name, text in (("a.yaml", YAML), ("a.json", JSON)):
        document = load_files({name: text.replace("\n", "\r\n").encode()}).document
        location = document.locate(("components",))
        assert location.column in (1, 3)
        assert location.excerpt == text.split("\n")[location.line - 1]


def test_a_fault_in_another_file_has_the_chain_that_led_there(load_files: Any) -> None:
    outcome = load_files(
        {
            "in/api.yaml": (
                "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    $ref: paths/a.yaml#/item\n"
            ),
            "in/paths/a.yaml": (
                "item:\n  get:\n    responses:\n      '200':\n        description: ok\n        content:\n"
                "          application/json:\n            schema:\n              $ref: ../pet.yaml\n"
            ),
            "in/pet.yaml": "type: object\nproperties:\n  name:\n    type: strnig\n  next:\n    $ref: '#/properties/name'\n",
        }
    )

    (found,) = outcome.diagnostics
    location = found.location
    assert str(location) == "in/pet.yaml:4:5"
    assert [str(hop) for hop in location.via] == ["in/api.yaml:5:5", "in/paths/a.yaml:9:15"]
    # Places that are worked out later, in the tree that was made of the files, know the chain as well.
    late = outcome.document.locate(("components", "schemas", "pet", "properties", "name"))
    assert (str(late), late.via) == ("in/pet.yaml:3:3", location.via)


def test_a_file_that_can_not_be_read_has_the_chain_that_led_there(load_files: Any) -> None:
    outcome = load_files(
        {
            "api.yaml": "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    $ref: a.yaml\n",
            "a.yaml": "get:\n  responses:\n    '200':\n      $ref: b.yaml\n",
            "b.yaml": "description: [\n",
        }
    )

    (found,) = outcome.diagnostics
    assert (found.code, str(found.location)) == ("yaml-syntax", "b.yaml:2:1")
    assert [str(hop) for hop in found.location.via] == ["api.yaml:5:5"]
    assert [(message, str(where)) for message, where in found.related] == [("referred to here", "a.yaml:3:5")]


def test_files_that_refer_to_each_other_have_a_chain_that_ends(load_files: Any) -> None:
    outcome = load_files(
        {
            "api.yaml": "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents:\n  schemas:\n    A: {$ref: a.yaml}\n",
            "a.yaml": "properties:\n  b: {$ref: b.yaml}\n",
            "b.yaml": "properties:\n  a: {$ref: a.yaml}\n  c: {$ref: '#/properties/a'}\n  d: {type: strnig}\n",
        }
    )

    (found,) = outcome.diagnostics
    assert str(found.location) == "b.yaml:4:7"
    assert [str(hop) for hop in found.location.via] == ["api.yaml:5:9", "a.yaml:2:7"]


def test_a_fault_that_many_places_refer_to_is_said_once(load_parts: Any) -> None:
    schema = {"$ref": "#/components/schemas/Nope"}
    content = {"application/json": {"schema": schema}}
    outcome = load_parts(
        paths={
            f"/{number}": {"get": {"responses": {"200": {"description": "ok", "content": content}}}}
            for number in range(40)
        }
    )

    (found,) = outcome.diagnostics
    assert found.code == "unresolvable-reference"
    assert [message for message, _ in found.related] == [
        *["also referred to here"] * 4,
        "also referred to here, and in 34 more places",
    ]
