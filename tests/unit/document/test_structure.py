from __future__ import annotations

from typing import Any

import pytest

from sdksmith.diagnostics import Severity
from sdksmith.document.specification.grammar import KINDS, SECTIONS, rule

OK = {"responses": {"200": {"description": "ok"}}}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[1]", "the top level must be an object, found an array"),
        ('"text"', "the top level must be an object, found a string"),
        ("12", "the top level must be an object, found a number"),
    ],
)
def test_the_top_level_must_be_an_object(load_files: Any, content: str, message: str) -> None:
    assert load_files({"openapi.json": content}).only("top-level").message == message


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("4.0.0", "unsupported OpenAPI version 4.0.0; supported: 3.0, 3.1, 3.2"),
        ("3.3.0", "unsupported OpenAPI version 3.3.0; supported: 3.0, 3.1, 3.2"),
        ("3", "unsupported OpenAPI version 3; supported: 3.0, 3.1, 3.2"),
        ("3.1.0\nx", "unsupported OpenAPI version 3.1.0\nx; supported: 3.0, 3.1, 3.2"),
    ],
)
def test_unsupported_versions(load_parts: Any, version: str, message: str) -> None:
    assert load_parts(version).only("unsupported-version").message == message


@pytest.mark.parametrize("version", ["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.2.0", "3.1.0-rc1", "3.1"])
def test_supported_versions(load_parts: Any, version: str) -> None:
    outcome = load_parts(version)
    assert outcome.document.version == version
    assert not len(outcome.diagnostics)


def test_swagger_2_is_refused_by_name(load_files: Any) -> None:
    found = load_files({"a.yaml": "swagger: '2.0'\npaths: {}\n"}).only("unsupported-version")
    assert found.message == "Swagger 2.0 is not supported"
    assert "convert" in found.hint
    assert found.pointer == ("swagger",)


def test_a_document_must_say_its_version(load_files: Any) -> None:
    assert load_files({"a.yaml": "title: x\n"}).only("missing-field").message == "missing required field openapi"


def test_an_unquoted_version_is_understood(load_files: Any) -> None:
    outcome = load_files({"a.yaml": "openapi: 3.1\ninfo: {title: t, version: '1'}\npaths: {}\n"})
    assert outcome.document.version == "3.1"
    assert outcome.tree["openapi"] == "3.1"
    assert [found.code for found in outcome.diagnostics] == ["wrong-type"]


def test_3_0_requires_paths(load_files: Any) -> None:
    text = "openapi: {}\ninfo: {{title: t, version: '1'}}\ncomponents: {{}}\n"
    assert load_files({"a.yaml": text.format("3.0.3")}).only("missing-field").pointer == ("paths",)
    assert not len(load_files({"a.yaml": text.format("3.1.0")}).diagnostics)


def test_3_1_requires_something(load_files: Any) -> None:
    load_files({"a.yaml": "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"}).only("missing-field")


def test_all_wrong_types_are_found_in_one_run(load_parts: Any) -> None:
    outcome = load_parts(
        info="hello",
        paths={"/a": [], "/b": {"get": {**OK, "parameters": {}, "tags": [[]]}}},
        components={"schemas": {"Pet": 42, "Dog": {"properties": ["a"], "required": "yes", "items": {"not": 1}}}},
    )
    errors = [(found.pointer, found.message) for found in outcome.found("wrong-type")]
    assert sorted(errors) == [
        (
            ("components", "schemas", "Dog", "items", "not"),
            "/components/schemas/Dog/items/not must be a schema (an object or a boolean), found a number",
        ),
        (
            ("components", "schemas", "Dog", "properties"),
            "/components/schemas/Dog/properties must be an object, found an array",
        ),
        (
            ("components", "schemas", "Dog", "required"),
            "/components/schemas/Dog/required must be an array, found a string",
        ),
        (
            ("components", "schemas", "Pet"),
            "/components/schemas/Pet must be a schema (an object or a boolean), found a number",
        ),
        (("info",), "/info must be an object, found a string"),
        (("paths", "/a"), "/paths/~1a must be an object, found an array"),
        (("paths", "/b", "get", "parameters"), "/paths/~1b/get/parameters must be an array, found an object"),
        (("paths", "/b", "get", "tags", "0"), "/paths/~1b/get/tags/0 must be a string, found an array"),
    ]


@pytest.mark.parametrize(
    ("schema", "repaired"),
    [
        ({"description": 12}, {"description": "12"}),
        ({"title": True}, {"title": "true"}),
        ({"readOnly": "true"}, {"readOnly": True}),
        ({"minLength": "3"}, {"minLength": 3}),
        ({"minLength": 3.0}, {"minLength": 3}),
        ({"properties": None}, {}),
        ({"properties": {"a": None}}, {"properties": {"a": {}}}),
        ({"type": "String"}, {"type": "string"}),
        ({"type": ["Integer", "null"]}, {"type": ["integer", "null"]}),
        ({"type": {"type": "string"}}, {}),
        ({"required": True}, {}),
        ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}),
        ({"examples": {"a": {"value": 1}, "b": {"value": 2}}}, {"examples": [1, 2]}),
        ({"examples": "text"}, {"examples": ["text"]}),
        ({"externalDocs": "there"}, {}),
        ({"description": ["a"]}, {}),
        (
            {"items": [{"type": "String"}], "additionalItems": False},
            {"prefixItems": [{"type": "string"}], "items": False},
        ),
    ],
)
def test_faults_with_a_clear_meaning_are_put_right(load_schemas: Any, schema: Any, repaired: Any) -> None:
    outcome = load_schemas(A=schema)
    assert outcome.tree["components"]["schemas"]["A"] == repaired
    assert {found.severity for found in outcome.diagnostics} == {Severity.WARNING}


def test_free_names_are_never_taken_for_keywords(load_schemas: Any) -> None:
    properties = {"items": True, "required": {"type": "string"}, "$ref": {"type": "string"}, "type": {"type": "string"}}
    outcome = load_schemas(A={"properties": properties})
    assert outcome.tree["components"]["schemas"]["A"] == {"properties": properties}
    assert not len(outcome.diagnostics)
    assert load_schemas(A={"properties": {"items": []}}).only("wrong-type", Severity.WARNING)


def test_examples_of_a_media_type_may_be_bare(load_parts: Any) -> None:
    content = {"a/a": {"examples": [1, {"b": 2}]}, "b/b": {"examples": {"one": "x"}}}
    outcome = load_parts(components={"responses": {"R": {"description": "", "content": content}}})
    found = outcome.tree["components"]["responses"]["R"]["content"]
    assert found["a/a"]["examples"] == {"1": {"value": 1}, "2": {"value": {"b": 2}}}
    assert found["b/b"]["examples"] == {"one": {"value": "x"}}


def test_data_is_never_checked(load_schemas: Any) -> None:
    schema = {"default": {"type": 1}, "enum": [{"$ref": 1}, []], "const": [], "x-any": {"properties": 3}, "odd": []}
    assert load_schemas(A=schema).tree["components"]["schemas"]["A"] == schema


def test_an_unknown_type_is_a_warning(load_schemas: Any) -> None:
    found = load_schemas(A={"type": "objekt"}).only("unknown-type", Severity.WARNING)
    assert "'objekt'" in found.message
    assert found.pointer == ("components", "schemas", "A", "type")


def test_a_parameter_needs_a_name_and_a_place(load_parts: Any) -> None:
    outcome = load_parts(components={"parameters": {"P": {"schema": {}}}})
    assert [found.message for found in outcome.found("missing-field")] == [
        "/components/parameters/P has no 'name', which the specification requires",
        "/components/parameters/P has no 'in', which the specification requires",
    ]


def test_missing_titles_do_not_stop_anything(load_files: Any) -> None:
    outcome = load_files({"a.yaml": "openapi: 3.1.0\npaths: {}\n"})
    outcome.only("missing-field", Severity.WARNING)


def test_3_2_fields_are_known(load_parts: Any) -> None:
    item = {"query": OK, "additionalOperations": {"LINK": {**OK, "tags": 3}}}
    media: dict[str, Any] = {"text/event-stream": {"itemSchema": []}}
    outcome = load_parts("3.2.0", paths={"/a": item}, components={"responses": {"R": {"content": media}}})
    assert {found.pointer for found in outcome.found("wrong-type")} == {
        ("paths", "/a", "additionalOperations", "LINK", "tags"),
        ("components", "responses", "R", "content", "text/event-stream", "itemSchema"),
    }


def test_shared_yaml_objects_are_checked_once(load_files: Any) -> None:
    text = (
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents:\n  schemas:\n"
        "    A: &a {properties: {x: {required: 1}}}\n    B: *a\n    C: {properties: {y: *a}}\n"
    )
    found = load_files({"a.yaml": text}).only("wrong-type", Severity.WARNING)
    assert found.pointer[:3] == ("components", "schemas", "A")


@pytest.mark.parametrize(
    ("schema", "left", "pointer"),
    [
        (42, {}, ()),
        ([], {}, ()),
        ({"type": 5}, {}, ("type",)),
        ({"type": {"a": 1}, "title": "t"}, {"title": "t"}, ("type",)),
        ({"type": "object", "properties": ["a"]}, {"type": "object"}, ("properties",)),
        ({"properties": {"a": 1, "b": {}}}, {"properties": {"a": {}, "b": {}}}, ("properties", "a")),
        ({"required": [{}], "title": "t"}, {"title": "t"}, ("required", "0")),
        ({"required": [{}, []], "title": "t"}, {"title": "t"}, ("required", "0")),
        ({"dependentRequired": {"a": 1}, "title": "t"}, {"title": "t"}, ("dependentRequired", "a")),
        ({"allOf": [3, {"title": "t"}]}, {"allOf": [{}, {"title": "t"}]}, ("allOf", "0")),
        ({"enum": "a"}, {}, ("enum",)),
        ({"$ref": [], "title": "t"}, {"title": "t"}, ("$ref",)),
        ({"maxLength": "many", "title": "t"}, {"title": "t"}, ("maxLength",)),
    ],
)
def test_a_bad_schema_allows_more_and_leaves_its_neighbours_alone(
    load_schemas: Any, schema: Any, left: Any, pointer: tuple[str, ...]
) -> None:
    outcome = load_schemas(Bad=schema, Good={"type": "string"})

    assert outcome.tree["components"]["schemas"] == {"Bad": left, "Good": {"type": "string"}}
    assert {found.severity for found in outcome.diagnostics} == {Severity.WARNING}
    first = next(iter(outcome.diagnostics))
    assert first.pointer == ("components", "schemas", "Bad", *pointer)
    assert outcome.place(first)[0] == 1
    assert first.hint


@pytest.mark.parametrize(
    "fields",
    [{"info": 5}, {"paths": []}, {"paths": {"/a": 1}}, {"tags": [{"name": []}]}, {"components": {"schemas": 1}}],
)
def test_what_is_wrong_outside_of_schemas_stays_an_error(load_parts: Any, fields: Any) -> None:
    assert load_parts(**fields).only("wrong-type").hint


def test_the_table_is_complete() -> None:
    for kind in KINDS.values():
        assert set(kind.required) | set(kind.expected) <= set(kind.fields)
        if kind.section:
            assert SECTIONS[kind.section].kind is kind
    assert rule("[schema]").item is rule("schema")
    assert rule("string|[string]").types == {str}


@pytest.mark.parametrize(
    ("section", "sound"),
    [
        ("responses", {"description": "ok"}),
        ("parameters", {"name": "a", "in": "query", "schema": {"type": "string"}}),
        ("requestBodies", {"content": {}}),
        ("headers", {"schema": {"type": "string"}}),
        ("examples", {"value": 1}),
        ("securitySchemes", {"type": "http", "scheme": "bearer"}),
        ("links", {"operationId": "a"}),
        ("callbacks", {"{$url}": {"post": OK}}),
        ("pathItems", {"get": OK}),
    ],
)
@pytest.mark.parametrize("value", [True, "text", 3, None, ["a"]])
def test_an_extension_among_components_is_passed_over(
    load_parts: Any, section: str, sound: dict[str, Any], value: object
) -> None:
    outcome = load_parts(components={section: {"x-own": value, "x-named": sound}, "x-more": value})
    assert not len(outcome.diagnostics)
    # A component may have such a name, where it is one.
    assert outcome.tree["components"][section] == {"x-named": sound}


@pytest.mark.parametrize("value", [True, "text", 3, None, ["a"], {"parameters": 3}])
def test_an_extension_among_webhooks_paths_responses_and_callbacks_is_passed_over(
    load_parts: Any, value: object
) -> None:
    extension = {"x-own": value}
    operation = {
        "operationId": "a",
        "responses": {**OK["responses"], **extension},
        "callbacks": {"sent": {"{$url}": {"post": OK}, **extension}},
    }
    outcome = load_parts(
        paths={"/a": {"post": operation, **extension}, **extension}, **{"x-webhooks": {"b": {"post": OK}, **extension}}
    )
    assert not len(outcome.diagnostics)


def test_among_other_names_an_extension_is_passed_over_too(load_parts: Any) -> None:
    media = {"x-own": True, "application/json": {"examples": {"x-own": 3, "a": {"value": 1}}, "schema": {}}}
    response = {"description": "ok", "content": media, "headers": {"x-own": "text", "X-Real": {"schema": {}}}}
    servers = [{"url": "http://{host}", "variables": {"x-own": 1, "host": {"default": "a"}}}]
    outcome = load_parts(
        servers=servers,
        paths={"/a": {"get": {"responses": {"200": response}, "callbacks": {"x-own": True}}}},
        webhooks={"x-own": True},
    )
    assert not len(outcome.diagnostics)


def test_a_wrong_type_under_another_name_is_still_an_error(load_parts: Any) -> None:
    assert load_parts(**{"x-webhooks": {"own": True}}).only("wrong-type").pointer == ("x-webhooks", "own")
