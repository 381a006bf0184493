"""A second small document, of richer types and calls, and what becomes of each row of the table in docs/changes.md."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from tests.changes.cases import DROP

BASE = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://example.com"}]
components:
  securitySchemes: {bearer: {type: http, scheme: bearer}, key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Base: {type: object, properties: {id: {type: string}}}
    Tagged: {type: object, required: [kind], properties: {kind: {type: string, const: a}, n: {type: integer}}}
    Sub: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {extra: {type: string}}}]}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}, bark: {type: integer}}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}, purr: {type: integer}}}
    Pet: {oneOf: [{$ref: "#/components/schemas/Dog"}, {$ref: "#/components/schemas/Cat"}], discriminator: {propertyName: kind, mapping: {dog: "#/components/schemas/Dog", cat: "#/components/schemas/Cat"}}}
    Inner: {type: object, required: [a], properties: {a: {type: string}, b: {type: integer}, tags: {type: array, items: {type: string}}, m: {type: object, additionalProperties: {type: integer}}}}
    Holder: {type: object, properties: {pet: {$ref: "#/components/schemas/Pet"}, tagged: {$ref: "#/components/schemas/Tagged"}, sub: {$ref: "#/components/schemas/Sub"}, inner: {$ref: "#/components/schemas/Inner"}, list: {type: array, items: {type: string}}, map: {type: object, additionalProperties: {type: string}}, many: {type: array, items: {$ref: "#/components/schemas/Inner"}}, when: {type: string, format: date-time}, n: {type: number}, i: {type: integer}, f: {type: boolean}}}
    Page: {type: object, properties: {data: {type: array, items: {$ref: "#/components/schemas/Inner"}}, next: {type: string}}}
security: [{bearer: []}]
paths:
  /a/{x}/b/{y}:
    get:
      tags: [things]
      operationId: get
      parameters: [{name: x, in: path, required: true, schema: {type: string}}, {name: y, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Holder"}}}}, "404": {description: No, content: {application/json: {schema: {$ref: "#/components/schemas/Inner"}}}}}
    put:
      tags: [things]
      operationId: put
      parameters: [{name: x, in: path, required: true, schema: {type: string}}, {name: y, in: path, required: true, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [inner], properties: {inner: {$ref: "#/components/schemas/Inner"}, pet: {$ref: "#/components/schemas/Pet"}, names: {type: array, items: {type: string}}}}}}}
      responses: {"204": {description: OK}}
  /things:
    get:
      tags: [things]
      operationId: list
      parameters: [{name: cursor, in: query, schema: {type: string}}, {name: limit, in: query, schema: {type: integer, default: 10}}]
      responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}}
  /names:
    get:
      tags: [things]
      operationId: names
      responses: {"200": {description: OK, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
  /file:
    get:
      tags: [things]
      operationId: file
      security: [{key: []}]
      responses: {"200": {description: OK, content: {application/octet-stream: {schema: {type: string, format: binary}}}}}
"""


@dataclass(frozen=True)
class Row:
    """An edit, and what breaks by it: ``code:breaks``, with a mark where nobody is told.

    A function among the edits gets what is there.
    """

    name: str
    edits: Sequence[tuple[Sequence[str | int], Any]]
    breaks: str = ""


SC = ("components", "schemas")
H = (*SC, "Holder", "properties")
G, P, L = ("paths", "/a/{x}/b/{y}", "get"), ("paths", "/a/{x}/b/{y}", "put"), ("paths", "/things", "get")
ROWS = [
    Row("reordered same types", [((*G, "parameters"), lambda p: p[::-1])], ""),
    Row("reordered other types", [((*P, "parameters"), lambda p: p[::-1])], ""),
    Row(
        "query became required",
        [((*L, "parameters", 1, "required"), True)],
        "argument-became-required:run+types type-changed:types",
    ),
    Row(
        "base removed",
        [((*SC, "Sub"), {"type": "object", "properties": {"id": {"type": "string"}, "extra": {"type": "string"}}})],
        "base-removed:run+types",
    ),
    Row("const changed", [((*SC, "Tagged", "properties", "kind", "const"), "b")], "type-changed:types"),
    Row(
        "mapping changed",
        [
            (
                (*SC, "Pet", "discriminator", "mapping"),
                {"hound": "#/components/schemas/Dog", "cat": "#/components/schemas/Cat"},
            )
        ],
        "class-removed:run+types type-changed:types",
    ),
    Row(
        "variant added",
        [
            ((*SC, "Bird"), {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}),
            ((*SC, "Pet", "oneOf"), lambda v: [*v, {"$ref": "#/components/schemas/Bird"}]),
            ((*SC, "Pet", "discriminator", "mapping", "bird"), "#/components/schemas/Bird"),
        ],
        "type-changed:types",
    ),
    Row(
        "variant removed",
        [
            (
                (*SC, "Pet"),
                {
                    "oneOf": [{"$ref": "#/components/schemas/Dog"}],
                    "discriminator": {"propertyName": "kind", "mapping": {"dog": "#/components/schemas/Dog"}},
                },
            )
        ],
        "class-removed:run+types type-changed:run+types type-changed:types",
    ),
    Row(
        "class to alias",
        [((*SC, "Inner"), {"type": "string"})],
        "class-removed:run+types kind-changed:run+types type-changed:types",
    ),
    Row(
        "alias of enum changes base",
        [((*SC, "Inner", "properties", "b"), {"type": "string", "enum": ["x", "y"]})],
        "type-changed:types",
    ),
    Row("nested sent field removed", [((*SC, "Inner", "properties", "b"), DROP)], "field-removed:run+types"),
    Row(
        "nested sent field required",
        [((*SC, "Inner", "required"), ["a", "b"])],
        "field-became-required:types type-changed:types",
    ),
    Row(
        "nested required added",
        [((*SC, "Inner", "properties", "c"), {"type": "string"}), ((*SC, "Inner", "required"), ["a", "c"])],
        "required-field-added:types",
    ),
    Row("nested optional", [((*SC, "Inner", "required"), [])], "type-changed:types"),
    Row(
        "list to map",
        [((*H, "list"), {"type": "object", "additionalProperties": {"type": "string"}})],
        "type-changed:types",
    ),
    Row("list items", [((*H, "list", "items"), {"type": "integer"})], "type-changed:types"),
    Row("map values", [((*H, "map", "additionalProperties"), {"type": "integer"})], "type-changed:types"),
    Row("many to one", [((*H, "many"), {"$ref": "#/components/schemas/Inner"})], "type-changed:types"),
    Row("number to integer", [((*H, "n", "type"), "integer")], "type-changed:run!"),
    Row("integer to number", [((*H, "i", "type"), "number")], "type-changed:run+types!"),
    Row("date to text", [((*H, "when", "format"), DROP)], "type-changed:run+types!"),
    Row("bool to str", [((*H, "f", "type"), "string")], "type-changed:types"),
    Row(
        "model to dict", [((*H, "inner"), {"type": "object", "additionalProperties": True})], "type-changed:run+types!"
    ),
    Row(
        "required scalar removed",
        [((*SC, "Tagged", "properties", "kind"), DROP), ((*SC, "Tagged", "required"), [])],
        "field-removed:types",
    ),
    Row(
        "pager to list",
        [((*SC, "Page"), {"type": "array", "items": {"$ref": "#/components/schemas/Inner"}})],
        "kind-changed:run+types result-changed:run+types",
    ),
    Row(
        "pager item",
        [((*SC, "Page", "properties", "data", "items"), {"$ref": "#/components/schemas/Tagged"})],
        "result-changed:types type-changed:types",
    ),
    Row("no paging", [((*L, "parameters"), lambda p: p[1:])], "argument-removed:run+types result-changed:run+types"),
    Row(
        "list result item",
        [
            (
                (
                    "paths",
                    "/names",
                    "get",
                    "responses",
                    "200",
                    "content",
                    "application/json",
                    "schema",
                    "items",
                    "type",
                ),
                "integer",
            )
        ],
        "result-changed:types",
    ),
    Row(
        "list to object",
        [
            (
                ("paths", "/names", "get", "responses", "200", "content", "application/json", "schema"),
                {"$ref": "#/components/schemas/Inner"},
            )
        ],
        "result-changed:types",
    ),
    Row(
        "binary to json",
        [
            (
                ("paths", "/file", "get", "responses", "200", "content"),
                {"application/json": {"schema": {"$ref": "#/components/schemas/Inner"}}},
            )
        ],
        "accept-changed:wire! result-changed:run+types",
    ),
    Row(
        "json to nothing",
        [(("paths", "/names", "get", "responses"), {"204": {"description": "x"}})],
        "result-changed:run+types",
    ),
    Row(
        "status of error",
        [((*G, "responses"), lambda r: {("410" if k == "404" else k): v for k, v in r.items()})],
        "error-body-removed:run!",
    ),
    Row("error body gone", [((*G, "responses", "404"), {"description": "no"})], "error-body-removed:run!"),
    Row("security to key", [(("security",), [{"key": []}])], "security-changed:wire!"),
    Row("security to token or key", [(("security",), [{"bearer": []}, {"key": []}])], ""),
    Row(
        "another name for the key",
        [((*SC[:1], "securitySchemes", "key", "name"), "X-Other")],
        "credential-changed:wire!",
    ),
    Row(
        "path parameter renamed",
        [
            (("paths",), lambda paths: {path.replace("{x}", "{z}"): item for path, item in paths.items()}),
            (("paths", "/a/{z}/b/{y}", "get", "parameters", 0, "name"), "z"),
            (("paths", "/a/{z}/b/{y}", "put", "parameters", 0, "name"), "z"),
        ],
        "argument-renamed:run+types",
    ),
    Row("security of one op", [((*G, "security"), [{"key": []}])], "security-changed:wire!"),
    Row("security none of one op", [((*G, "security"), [])], "security-changed:wire!"),
    Row("server of one op", [((*G, "servers"), [{"url": "https://other.example.com"}])], "server-changed:wire!"),
    Row("body optional", [((*P, "requestBody", "required"), False)], ""),
    Row(
        "body nullable",
        [((*P, "requestBody", "content", "application/json", "schema", "type"), ["object", "null"])],
        "argument-removed:run+types",
    ),
    Row(
        "body array",
        [
            (
                (*P, "requestBody", "content", "application/json", "schema"),
                {"type": "array", "items": {"$ref": "#/components/schemas/Inner"}},
            )
        ],
        "argument-removed:run+types class-removed:run+types name-removed:run+types required-argument-added:run+types",
    ),
    Row(
        "arg list to str",
        [((*P, "requestBody", "content", "application/json", "schema", "properties", "names"), {"type": "string"})],
        "type-changed:types",
    ),
    Row(
        "arg str-list to int-list",
        [
            (
                (*P, "requestBody", "content", "application/json", "schema", "properties", "names", "items"),
                {"type": "integer"},
            )
        ],
        "type-changed:types",
    ),
    Row(
        "arg other class",
        [
            (
                (*P, "requestBody", "content", "application/json", "schema", "properties", "inner"),
                {"$ref": "#/components/schemas/Tagged"},
            )
        ],
        "class-removed:run+types type-changed:types",
    ),
    Row(
        "class of a field",
        [
            ((*SC, "Other"), {"type": "object", "properties": {"a": {"type": "string"}}}),
            ((*H, "inner"), {"$ref": "#/components/schemas/Other"}),
        ],
        "field-removed:run+types type-changed:run+types!",
    ),
    Row("read only", [((*SC, "Inner", "properties", "b", "readOnly"), True)], ""),
    Row("title of group", [((*G, "tags"), ["others"])], "method-moved:run+types"),
    Row("any of field", [((*H, "inner"), {})], "type-changed:run+types!"),
]


def edited(edits: Sequence[tuple[Sequence[str | int], Any]] = ()) -> dict[str, Any]:
    """Return the document with edits."""
    tree: dict[str, Any] = copy.deepcopy(yaml.safe_load(BASE))
    for path, value in edits:
        node: Any = tree
        for part in path[:-1]:
            node = node[part]
        if value is DROP:
            del node[path[-1]]
        else:
            node[path[-1]] = value(node[path[-1]]) if callable(value) else value
    return tree
