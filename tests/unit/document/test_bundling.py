"""A document in many files must give the tree of the same document in one file."""

from __future__ import annotations

import copy
import itertools
from typing import Any

import pytest

from sdksmith.document.references.component_names import BundledComponent, choose_names

INFO = {"title": "Test", "version": "1"}
PET = {"type": "object", "properties": {"id": {"type": "integer"}, "owner": {"$ref": "owner.json"}}}
OWNER = {"type": "object", "properties": {"pets": {"type": "array", "items": {"$ref": "pet.json"}}}}


def root(**fields: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "info": INFO, "paths": {}, **fields}


def reference(section: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{section}/{name}"}


def test_many_files_are_the_same_as_one(load_files: Any) -> None:
    split = root(
        paths={"/pets/{id}": {"$ref": "paths/pet.yaml"}},
        components={"schemas": {"Pet": {"$ref": "models/pet.json"}, "Local": {"type": "string"}}},
    )
    path_item = """
parameters:
  - $ref: ../common.yaml#/parameters/id
get:
  operationId: getPet
  responses:
    '200':
      description: ok
      headers:
        X-Rate: {$ref: '../common.yaml#/headers/rate'}
      content:
        application/json:
          schema: {$ref: ../models/pet.json}
          examples:
            one: {$ref: '../common.yaml#/examples/one'}
    '404': {$ref: '../common.yaml#/responses/missing'}
"""
    common = """
parameters:
  id: {name: id, in: path, required: true, schema: {$ref: '#/schemas/identifier'}}
schemas:
  identifier: {type: integer}
headers:
  rate: {schema: {$ref: '../in/root.json#/components/schemas/Local'}}
responses:
  missing: {description: gone}
examples:
  one: {value: {id: 1}}
"""
    outcome = load_files(
        {
            "in/root.json": split,
            "in/paths/pet.yaml": path_item,
            "in/common.yaml": common,
            "in/models/pet.json": PET,
            "in/models/owner.json": OWNER,
        }
    )
    assert not len(outcome.diagnostics), [found.message for found in outcome.diagnostics]
    single = root(
        paths={
            "/pets/{id}": {
                "parameters": [reference("parameters", "id")],
                "get": {
                    "operationId": "getPet",
                    "responses": {
                        "200": {
                            "description": "ok",
                            "headers": {"X-Rate": reference("headers", "rate")},
                            "content": {
                                "application/json": {
                                    "schema": reference("schemas", "Pet"),
                                    "examples": {"one": reference("examples", "one")},
                                }
                            },
                        },
                        "404": reference("responses", "missing"),
                    },
                },
            }
        },
        components={
            "schemas": {
                "Pet": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}, "owner": reference("schemas", "owner")},
                },
                "Local": {"type": "string"},
                "identifier": {"type": "integer"},
                "owner": {
                    "type": "object",
                    "properties": {"pets": {"type": "array", "items": reference("schemas", "Pet")}},
                },
            },
            "parameters": {
                "id": {"name": "id", "in": "path", "required": True, "schema": reference("schemas", "identifier")}
            },
            "headers": {"rate": {"schema": reference("schemas", "Local")}},
            "responses": {"missing": {"description": "gone"}},
            "examples": {"one": {"value": {"id": 1}}},
        },
    )
    assert outcome.tree == single
    assert load_files({"single.json": single}).tree == single


def test_spellings_of_one_target_are_one_component(load_files: Any) -> None:
    spellings = ["a.json", "./a.json", "x/../a.json", "a.json#", "%61.json", "x/b.json#/alias"]
    outcome = load_files(
        {
            "root.json": root(components={"schemas": {"U": {"anyOf": [{"$ref": text} for text in spellings]}}}),
            "a.json": {"type": "string"},
            "x/b.json": {"alias": {"$ref": "../a.json"}},
        }
    )
    schemas = outcome.tree["components"]["schemas"]
    assert schemas == {"U": {"anyOf": [reference("schemas", "a")] * 6}, "a": {"type": "string"}}


def test_the_root_names_what_it_refers_to(load_files: Any) -> None:
    outcome = load_files(
        {
            "root.json": root(
                components={
                    "schemas": {
                        "Zebra": {"$ref": "a.json"},
                        "Alpha": {"$ref": "a.json"},
                        "b": {"$ref": "b.json"},
                        "Beta": {"$ref": "b.json"},
                        "Kept": {"$ref": "a.json", "description": "not a mere alias"},
                    }
                }
            ),
            "a.json": {"type": "string"},
            "b.json": {"items": {"$ref": "a.json"}},
        }
    )
    assert outcome.tree["components"]["schemas"] == {
        "Zebra": reference("schemas", "Alpha"),
        "Alpha": {"type": "string"},
        "b": {"items": reference("schemas", "Alpha")},
        "Beta": reference("schemas", "b"),
        "Kept": {**reference("schemas", "Alpha"), "description": "not a mere alias"},
    }


def test_siblings_of_a_reference_are_kept(load_files: Any) -> None:
    outcome = load_files(
        {
            "root.json": root(
                paths={"/a": {"$ref": "item.json", "summary": "ours"}},
                components={
                    "schemas": {"U": {"properties": {"x": {"$ref": "a.json", "title": "X", "minLength": 1}}}},
                    "responses": {"R": {"$ref": "r.json", "description": "ours"}},
                },
            ),
            "a.json": {"type": "string"},
            "item.json": {"summary": "theirs", "get": {"responses": {}}},
            "r.json": {"description": "theirs"},
        }
    )
    assert outcome.tree["paths"]["/a"] == {"summary": "ours", "get": {"responses": {}}}
    assert outcome.tree["components"]["responses"]["R"] == {"$ref": "#/components/responses/r", "description": "ours"}
    assert outcome.tree["components"]["schemas"]["U"]["properties"]["x"] == {
        "$ref": "#/components/schemas/a",
        "title": "X",
        "minLength": 1,
    }


def test_a_part_of_another_files_component_stays_a_part(load_files: Any) -> None:
    outcome = load_files(
        {
            "root.json": root(
                components={
                    "schemas": {
                        "U": {
                            "properties": {
                                "a": {"$ref": "o.json#/components/schemas/Pet/properties/id"},
                                "b": {"$ref": "pet.json#/properties/id"},
                                "c": {"$ref": "defs.json#/properties"},
                                "d": {"$ref": "defs.json#/one/items"},
                            }
                        }
                    }
                }
            ),
            "o.json": {"components": {"schemas": {"Pet": {"properties": {"id": {"type": "string"}}}}}},
            "pet.json": {"type": "object", "properties": {"id": {"type": "integer"}}},
            "defs.json": {"properties": {"type": "boolean"}, "one": {"type": "array", "items": {"type": "number"}}},
        }
    )
    schemas = outcome.tree["components"]["schemas"]
    assert schemas["U"]["properties"] == {
        "a": reference("schemas", "Pet/properties/id"),
        "b": reference("schemas", "pet/properties/id"),
        "c": reference("schemas", "properties"),
        "d": reference("schemas", "one/items"),
    }
    for place in schemas["U"]["properties"].values():
        assert "type" in outcome.document.resolve(place["$ref"])[1]


def test_pointers_pass_through_references(load_files: Any) -> None:
    outcome = load_files(
        {
            "root.json": root(
                components={
                    "schemas": {
                        "A": {"$ref": "#/components/schemas/B"},
                        "B": {"properties": {"x": {"type": "string"}}},
                        "U": {"$ref": "#/components/schemas/A/properties/x"},
                    }
                }
            )
        }
    )
    assert outcome.tree["components"]["schemas"]["U"] == reference("schemas", "B/properties/x")


def test_whole_maps_and_texts_may_stand_elsewhere(load_files: Any) -> None:
    outcome = load_files(
        {
            "root.json": root(
                info={"title": "t", "version": "1", "description": {"$ref": "texts.yaml#/intro"}},
                paths={"$ref": "paths/index.json"},
                components={"schemas": {"$ref": "models/index.json"}},
                tags=[{"name": "a", "description": {"$ref": "about.md"}}],
            ),
            "texts.yaml": "intro: hello\n",
            "about.md": "# About\n",
            "paths/index.json": {"/a": {"get": {"$ref": "get.json"}}},
            "paths/get.json": {"responses": {"200": {"$ref": "#/ok"}}, "ok": {"description": "ok"}},
            "models/index.json": {"Pet": {"$ref": "pet.json"}, "Zoo": {"items": {"$ref": "pet.json"}}},
            "models/pet.json": {"type": "object"},
        }
    )
    assert outcome.tree["info"]["description"] == "hello"
    assert outcome.tree["tags"][0]["description"] == "# About\n"
    assert outcome.tree["paths"]["/a"]["get"]["responses"] == {"200": reference("responses", "ok")}
    assert outcome.tree["components"]["schemas"] == {
        "Pet": {"type": "object"},
        "Zoo": {"items": reference("schemas", "Pet")},
    }


def test_path_items_below_callbacks_become_components(load_files: Any) -> None:
    callback = {"{$request.body#/url}": {"$ref": "hook.json"}}
    item = {"post": {"callbacks": {"again": callback}, "responses": {}}}
    outcome = load_files({"root.json": root(paths={"/a": {"$ref": "hook.json"}}), "hook.json": item})
    assert outcome.tree["paths"]["/a"]["post"]["callbacks"]["again"] == {
        "{$request.body#/url}": reference("pathItems", "hook")
    }
    assert outcome.tree["components"]["pathItems"]["hook"] is outcome.tree["paths"]["/a"]


def test_path_items_of_the_same_file_are_taken_in(load_files: Any) -> None:
    item: dict[str, Any] = {"get": {"responses": {}}}
    outcome = load_files(
        {
            "root.json": root(
                paths={"/a": {"$ref": "#/components/pathItems/I"}},
                webhooks={"w": {"$ref": "#/components/pathItems/I"}},
                components={"pathItems": {"I": item}},
            )
        }
    )
    assert outcome.tree["paths"] == {"/a": item}
    assert outcome.tree["webhooks"] == {"w": item}


def test_what_holds_itself_is_refused(load_files: Any) -> None:
    outcome = load_files(
        {
            "root.json": root(components={"schemas": {"A": {"$ref": "a.json"}}}),
            "a.json": {"properties": {"x": {"properties": {"$ref": "a.json#/properties"}}}},
        }
    )
    assert outcome.found("circular-reference")


def test_growth_by_inlining_is_bounded(load_files: Any) -> None:
    files: dict[str, Any] = {
        f"m{level}.json": {f"k{n}": {"x": {"$ref": f"m{level + 1}.json"}} for n in range(10)} for level in range(30)
    }
    files["m30.json"] = {"end": {}}
    outcome = load_files({"root.json": root(**{"x-data": {"$ref": "m0.json"}}), **files})
    assert outcome.found("too-many-nodes")


def test_references_in_free_data(load_files: Any) -> None:
    schema = {
        "example": {"$ref": "example.json"},
        "default": {"$ref": "no such file"},
        "enum": [{"$ref": "#/nope"}, {"$ref": "http://example.test/"}],
        "x-samples": [{"$ref": "example.json#/a"}],
    }
    outcome = load_files({"root.json": root(components={"schemas": {"A": schema}}), "example.json": {"a": [1]}})
    assert not len(outcome.diagnostics)
    assert outcome.tree["components"]["schemas"]["A"] == {
        **schema,
        "example": {"a": [1]},
        "x-samples": [[1]],
    }


def test_a_schema_that_data_refers_to_stays_as_it_is(load_files: Any) -> None:
    """Taking it into the data would go on with its own references, and take those in where they belong to the API."""
    node = {"type": "object", "properties": {"next": {"$ref": "node.json"}, "other": {"$ref": "other.json"}}}
    outcome = load_files(
        {
            "root.json": root(
                components={"schemas": {"Node": {"$ref": "node.json"}}}, **{"x-shown": {"key": {"$ref": "node.json"}}}
            ),
            "node.json": node,
            "other.json": {"type": "string"},
        }
    )
    assert outcome.tree["components"]["schemas"]["Node"]["properties"] == {
        "next": reference("schemas", "Node"),
        "other": reference("schemas", "other"),
    }
    assert outcome.tree["x-shown"] == {"key": {"$ref": "node.json"}}


def test_the_schema_of_a_parameter_in_another_file_stays_its_part(load_files: Any) -> None:
    holder = {"properties": {"id": {"$ref": "id.json#/schema/items"}}}
    parameter = {"name": "id", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}}
    for parameters in ([{"$ref": "id.json"}], [{"$ref": "#/components/parameters/id"}]):
        listed = {"parameters": {"id": {"$ref": "id.json"}}} if "components" in parameters[0]["$ref"] else {}
        outcome = load_files(
            {
                "root.json": root(
                    paths={"/a": {"get": {"parameters": parameters, "responses": {}}}},
                    components={"schemas": {"Holder": {"$ref": "holder.json"}}, **listed},
                ),
                "holder.json": holder,
                "id.json": parameter,
            }
        )
        components = outcome.tree["components"]
        assert components["schemas"].keys() == {"Holder"}
        assert components["schemas"]["Holder"]["properties"]["id"] == {
            "$ref": "#/components/parameters/id/schema/items"
        }
        assert components["parameters"] == {"id": parameter}


def test_definitions_stay_with_the_schema_that_they_are_written_for(load_files: Any) -> None:
    inner = {"type": "object", "properties": {"again": {"$ref": "#/definitions/Inner"}}}
    pet = {"properties": {"inner": {"$ref": "pet.json#/definitions/Inner"}}, "definitions": {"Inner": inner}}
    outcome = load_files(
        {
            "root.json": root(
                components={"schemas": {"U": {"anyOf": [{"$ref": "pet.json"}, {"$ref": "bag.json#/$defs/B"}]}}}
            ),
            "pet.json": pet,
            "bag.json": {"$defs": {"B": {"type": "string"}}},
        }
    )
    schemas = outcome.tree["components"]["schemas"]
    assert schemas.keys() == {"U", "pet", "B"}
    place = {"$ref": "#/components/schemas/pet/definitions/Inner"}
    assert schemas["pet"]["properties"]["inner"] == place
    assert schemas["pet"]["definitions"]["Inner"]["properties"]["again"] == place


def test_mappings_of_a_discriminator_may_name_files(load_files: Any) -> None:
    pet = {"discriminator": {"propertyName": "kind", "mapping": {"cat": "cat.json", "dog": "../defs.json#/Dog"}}}
    outcome = load_files(
        {
            "root.json": root(components={"schemas": {"Pet": {"$ref": "models/pet.json"}}}),
            "models/pet.json": pet,
            "models/cat.json": {"type": "object"},
            "defs.json": {"Dog": {"type": "object"}},
        }
    )
    assert outcome.tree["components"]["schemas"]["Pet"]["discriminator"]["mapping"] == {
        "cat": "#/components/schemas/cat",
        "dog": "#/components/schemas/Dog",
    }
    assert {"cat", "Dog"} <= outcome.tree["components"]["schemas"].keys()


def test_colliding_names_come_from_the_paths(load_files: Any) -> None:
    uses = ["x/models/action.json", "y/models/action.json", "z/other.json#/taken"]
    files = {
        "x/models/action.json": {"title": "x"},
        "y/models/action.json": {"title": "y"},
        "z/other.json": {"taken": {"title": "z"}},
    }
    for order in itertools.permutations(uses):
        schemas = {"taken": {"title": "root"}, "U": {"anyOf": [{"$ref": text} for text in order]}}
        outcome = load_files({"root.json": root(components={"schemas": schemas}), **copy.deepcopy(files)})
        titles = {name: schema.get("title") for name, schema in outcome.tree["components"]["schemas"].items()}
        assert titles == {"taken": "root", "U": None, "x_action": "x", "y_action": "y", "other_taken": "z"}


@pytest.mark.parametrize(
    ("components", "taken", "names"),
    [
        ([("a.yaml", ("x", "Pet"))], [], ["Pet"]),
        ([("pet.v1.yaml", ())], [], ["pet.v1"]),
        ([("a.yaml", ("list", "0"))], [], ["list_0"]),
        ([("a.yaml", ("0",))], [], ["a"]),
        ([("p/a.yaml", ()), ("q/a.yaml", ())], [], ["p_a", "q_a"]),
        ([("p/m/a.yaml", ()), ("q/n/a.yaml", ()), ("q/m/a.yaml", ())], [], ["p_m_a", "q_n_a", "q_m_a"]),
        ([("p/a.yaml", ()), ("q/a.yaml", ())], ["p_a"], ["p_a_2", "q_a"]),
        ([("a.yaml", ())], ["a"], ["a_2"]),
    ],
)
def test_names(components: list[tuple[str, tuple[str, ...]]], taken: list[str], names: list[str]) -> None:
    made = [BundledComponent("schemas", file, pointer, file) for file, pointer in components]
    found = choose_names(made, {"schemas": taken}, {})
    assert [found[component] for component in made] == names
    assert choose_names(reversed(made), {"schemas": taken}, {}) == found
