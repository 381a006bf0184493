from __future__ import annotations

from typing import Any

import pytest

NULL = {"type": "null"}


def upgraded(load_schemas: Any, schema: Any) -> Any:
    outcome = load_schemas("3.0.3", A=schema, B={})
    assert outcome.document.version == "3.0.3"
    assert outcome.tree["openapi"] == "3.1.0"
    return outcome.tree["components"]["schemas"]["A"]


B = {"$ref": "#/components/schemas/B"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"nullable": True}, {}),
        ({"nullable": True, "properties": {}}, {"type": ["object", "null"], "properties": {}}),
        ({"nullable": True, "items": {}}, {"type": ["array", "null"], "items": {}}),
        ({"type": "string", "nullable": True, "enum": ["a"]}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"type": "string", "nullable": True, "enum": ["a", None]}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"nullable": True, "enum": ["a"]}, {"enum": ["a", None]}),
        ({"nullable": True, "allOf": [B]}, {"anyOf": [B, NULL]}),
        ({"nullable": True, "allOf": [B], "description": "d"}, {"description": "d", "anyOf": [B, NULL]}),
        ({"nullable": True, "allOf": [B, B]}, {"anyOf": [{"allOf": [B, B]}, NULL]}),
        (
            {"nullable": True, "type": "object", "allOf": [B]},
            {"anyOf": [{"type": "object", "allOf": [B]}, NULL]},
        ),
        ({"nullable": True, "oneOf": [B, B]}, {"oneOf": [B, B, NULL]}),
        (
            {"nullable": True, "type": "object", "anyOf": [B]},
            {"type": ["object", "null"], "anyOf": [B, NULL]},
        ),
        ({**B, "nullable": True}, {"anyOf": [B, NULL]}),
        ({**B, "nullable": True, "description": "d"}, {"description": "d", "anyOf": [B, NULL]}),
        ({**B, "description": "d", "type": "object", "x-a": 1}, {**B, "description": "d", "x-a": 1}),
        ({**B, "default": 1, "title": "t", "properties": {}}, {**B, "default": 1, "title": "t"}),
        ({**B, "example": 1}, {**B, "examples": [1]}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"exclusiveMaximum": True}, {}),
        ({"example": None}, {"examples": [None]}),
        ({"example": 1, "examples": [2]}, {"examples": [2]}),
        ({"type": "string", "format": "byte"}, {"type": "string", "contentEncoding": "base64"}),
        ({"type": "string", "format": "date"}, {"type": "string", "format": "date"}),
        (
            {"type": "string", "format": "binary", "nullable": True},
            {"type": ["string", "null"], "contentMediaType": "application/octet-stream"},
        ),
        ({"items": {"nullable": True, "type": "string"}}, {"items": {"type": ["string", "null"]}}),
        ({"properties": {"nullable": {"type": "string"}}}, {"properties": {"nullable": {"type": "string"}}}),
    ],
)
def test_schemas(load_schemas: Any, old: Any, new: Any) -> None:
    assert upgraded(load_schemas, old) == new


@pytest.mark.parametrize("schema", [{"example": 1}, {"type": "string", "format": "binary"}])
def test_newer_documents_are_left_alone(load_schemas: Any, schema: Any) -> None:
    outcome = load_schemas("3.1.0", A=schema)
    assert outcome.tree["components"]["schemas"]["A"] == schema


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": ["string", "null"], "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({**B, "nullable": True, "description": "d"}, {"description": "d", "anyOf": [B, NULL]}),
        ({"allOf": [B, {"nullable": True}]}, {"anyOf": [{"allOf": [B, {}]}, NULL]}),
        ({"allOf": [B, {"type": "object", "nullable": True}]}, {"allOf": [B, {"type": ["object", "null"]}]}),
        ({"properties": {"nullable": {"type": "string"}}}, {"properties": {"nullable": {"type": "string"}}}),
    ],
)
def test_nullable_counts_in_newer_documents_too(load_schemas: Any, old: Any, new: Any) -> None:
    assert load_schemas("3.1.0", A=old, B={}).tree["components"]["schemas"]["A"] == new


def test_data_is_left_alone(load_schemas: Any) -> None:
    value = {"type": "string", "nullable": True, "properties": {"example": 1}}
    schema = {"default": value, "enum": [value], "x-a": value}
    assert upgraded(load_schemas, schema) == schema


@pytest.mark.parametrize(
    ("media_type", "schema"),
    [
        ("application/octet-stream", {"description": "d"}),
        ("image/png", {"description": "d"}),
        ("application/pdf; v=1", {"description": "d"}),
        (
            "application/json",
            {"type": "string", "description": "d", "contentMediaType": "application/octet-stream"},
        ),
        (
            "application/problem+json",
            {"type": "string", "description": "d", "contentMediaType": "application/octet-stream"},
        ),
    ],
)
def test_file_bodies(load_parts: Any, media_type: str, schema: Any) -> None:
    content = {media_type: {"schema": {"type": "string", "format": "binary", "description": "d"}}}
    outcome = load_parts("3.0.0", components={"requestBodies": {"B": {"content": content}}})
    assert outcome.tree["components"]["requestBodies"]["B"]["content"] == {media_type: {"schema": schema}}


def test_files_in_a_multipart_body(load_parts: Any) -> None:
    schema = {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}}
    outcome = load_parts(
        "3.0.0", components={"requestBodies": {"B": {"content": {"multipart/form-data": {"schema": schema}}}}}
    )
    assert outcome.document.at(
        ("components", "requestBodies", "B", "content", "multipart/form-data", "schema", "properties", "f")
    ) == {"type": "string", "contentMediaType": "application/octet-stream"}


def test_shared_yaml_objects_are_upgraded_once(load_files: Any) -> None:
    text = (
        "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        "    A: &a {oneOf: [{type: string}], nullable: true, example: x}\n    B: *a\n"
    )
    schemas = load_files({"a.yaml": text}).tree["components"]["schemas"]
    assert schemas["A"] == {"oneOf": [{"type": "string"}, NULL], "examples": ["x"]}
    assert schemas["B"] is schemas["A"]


def test_schemas_from_other_files_are_upgraded(load_files: Any) -> None:
    root = {"openapi": "3.0.0", "paths": {}, "components": {"schemas": {"A": {"$ref": "a.json"}}}}
    outcome = load_files({"root.json": root, "a.json": {"type": "string", "nullable": True}})
    assert outcome.tree["components"]["schemas"]["A"] == {"type": ["string", "null"]}


OLD = """
openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /pets:
    post:
      requestBody:
        content:
          image/png: {schema: {type: string, format: binary}}
          multipart/form-data:
            schema: {type: object, properties: {photo: {type: string, format: binary}}}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {age: 1}}}
components:
  schemas:
    Pet:
      type: object
      properties:
        age: {type: integer, minimum: 0, exclusiveMinimum: true, example: 3}
        kind: {type: string, nullable: true, enum: [cat, dog]}
        owner: {allOf: [{$ref: '#/components/schemas/Owner'}], nullable: true}
        chip: {type: string, format: byte}
    Owner: {type: object}
"""
NEW = """
openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /pets:
    post:
      requestBody:
        content:
          image/png: {schema: {}}
          multipart/form-data:
            schema: {type: object, properties: {photo: {type: string, contentMediaType: application/octet-stream}}}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {age: 1}}}
components:
  schemas:
    Pet:
      type: object
      properties:
        age: {type: integer, exclusiveMinimum: 0, examples: [3]}
        kind: {type: [string, 'null'], enum: [cat, dog, null]}
        owner: {anyOf: [{$ref: '#/components/schemas/Owner'}, {type: 'null'}]}
        chip: {type: string, contentEncoding: base64}
    Owner: {type: object}
"""


def test_one_api_in_two_versions_is_one_tree(load_files: Any) -> None:
    assert load_files({"old.yaml": OLD}).tree == load_files({"new.yaml": NEW}).tree
