"""Pairs of small documents: one for each thing that can happen to a library."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sdksmith.changes import Change, compare
from sdksmith.config import Config, to_config
from sdksmith.pipeline import surface
from sdksmith.surface import Surface
from sdksmith.targets.registry import options_of

BASE = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{region}.example.com", variables: {region: {default: eu}}}]
components:
  securitySchemes: {bearer: {type: http, scheme: bearer}}
  schemas:
    Kind: {type: string, enum: [book, record]}
    Item:
      type: object
      required: [id]
      properties: {id: {type: string}, at: {type: string}, size: {type: integer}, any: {}, kind: {$ref: "#/components/schemas/Kind"}}
    New: {type: object, required: [name], properties: {name: {type: string}, note: {type: string}}}
    Fault: {type: object, properties: {code: {type: integer}}}
    Spare: {type: object, properties: {a: {type: string}}}
security: [{bearer: []}]
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
"""
CONFIG = to_config({"targets": {"python": {"package": "shop", "client": "Shop"}}}, options_of)
GET, POST = ("paths", "/items/{id}", "get"), ("paths", "/items", "post")
ITEM, NEW = ("components", "schemas", "Item", "properties"), ("components", "schemas", "New", "properties")


@dataclass(frozen=True)
class Case:
    """An edit of the document, and what comes of it: code, member, what breaks, and whether nobody is told."""

    name: str
    edits: Sequence[tuple[Sequence[str | int], Any]]
    code: str
    member: str
    breaks: str = ""
    silent: bool = False
    bump: str = "breaking"
    others: frozenset[str] = field(default_factory=frozenset)


DROP = object()
CASES = [
    Case("method removed", [(GET, DROP)], "method-removed", "client.items.get", "types run"),
    Case("method renamed", [((*GET, "operationId"), "fetch")], "method-moved", "client.items.get", "types run"),
    Case("method added", [(("paths", "/items", "get"), {"tags": ["items"], "operationId": "all", "responses": {"204": {"description": "x"}}})],
         "method-added", "client.items.all", bump="minor"),
    Case("path", [(("paths", "/things"), "move:/items")], "path-changed", "client.items.create", "wire", silent=True),
    Case("verb", [(("paths", "/items", "put"), "move:post")], "method-changed", "client.items.create", "wire", silent=True),
    Case("wire name", [((*GET, "parameters", 1, "name"), "Q")], "name-changed", "client.items.get(q)", "wire", silent=True),
    Case("location", [((*GET, "parameters", 1, "in"), "header")], "name-changed", "client.items.get(q)", "wire", silent=True),
    Case("style", [((*GET, "parameters", 2, "explode"), False)], "style-changed", "client.items.get(tags)", "wire", silent=True),
    Case("media type", [((*POST, "requestBody", "content"), {"application/x-www-form-urlencoded": {"schema": {"$ref": "#/components/schemas/New"}}})],
         "media-type-changed", "client.items.create", "wire", silent=True),
    Case("optional keyword added", [((*NEW, "more"), {"type": "string"})], "argument-added", "client.items.create(more)", bump="minor"),
    Case("required keyword added", [((*NEW, "more"), {"type": "string"}), (("components", "schemas", "New", "required"), ["name", "more"])],
         "required-argument-added", "client.items.create(more)", "types run"),
    Case("became required", [(("components", "schemas", "New", "required"), ["name", "note"])],
         "argument-became-required", "client.items.create(note)", "types run"),
    Case("became optional", [(("components", "schemas", "New", "required"), [])],
         "argument-became-optional", "client.items.create(name)", bump="minor"),
    Case("keyword removed", [((*NEW, "note"), DROP)], "argument-removed", "client.items.create(note)", "types run"),
    Case("request narrowed", [((*NEW, "note", "type"), "integer")], "type-changed", "client.items.create(note)", "types"),
    Case("request widened", [((*NEW, "note", "type"), ["string", "integer"])], "type-widened", "client.items.create(note)", bump="minor"),
    Case("field added", [((*ITEM, "more"), {"type": "string"})], "field-added", "Item.more", bump="minor"),
    Case("field removed", [((*ITEM, "at"), DROP)], "field-removed", "Item.at", "types run"),
    Case("field replaced", [((*ITEM, "at", "format"), "date-time")], "type-changed", "Item.at", "types run", silent=True),
    Case("field got a type", [((*ITEM, "any"), {"$ref": "#/components/schemas/Spare"})], "type-changed", "Item.any", "types run", silent=True),
    Case("field widened", [((*ITEM, "size", "type"), ["integer", "string"])], "type-changed", "Item.size", "types"),
    Case("field nullable", [((*ITEM, "id", "type"), ["string", "null"])], "type-changed", "Item.id", "types"),
    Case("field narrowed", [(("components", "schemas", "Item", "required"), ["id", "size"])], "type-narrowed", "Item.size", bump="minor"),
    Case("enum value added", [(("components", "schemas", "Kind", "enum"), ["book", "record", "map"])], "value-added", 'Kind: "map"', bump="minor"),
    Case("enum value removed", [(("components", "schemas", "Kind", "enum"), ["book"])], "value-removed", 'Kind: "record"', bump="api"),
    Case("enum replaced", [(("components", "schemas", "Sort"), {"type": "string", "enum": ["book"]}), ((*ITEM, "kind"), {"$ref": "#/components/schemas/Sort"})],
         "value-removed", 'Item.kind: "record"', bump="api"),
    Case("type removed", [(("components", "schemas", "Spare"), DROP)], "class-removed", "Spare", "types run"),
    Case("result", [((*GET, "responses", "204"), {"description": "None"})], "result-changed", "client.items.get", "types"),
    Case("error", [((*GET, "responses", "404", "content", "application/json", "schema"), {"$ref": "#/components/schemas/Spare"})],
         "error-body-changed", "client.items.get: NotFoundError.body (404)", "run", silent=True),
    Case("deprecated", [((*GET, "deprecated"), True)], "stage-changed", "client.items.get", bump="minor"),
    Case("text", [((*GET, "description"), "More.")], "documentation-changed", "client.items.get", bump="patch"),
    Case("limit", [((*NEW, "name", "maxLength"), 9)], "documentation-changed", "client.items.create(name)", bump="patch"),
    Case("default URL", [(("servers", 0, "url"), "https://{region}.example.org")], "server-changed", "Shop(base_url)", "wire", silent=True),
    Case("credential became optional", [(("security",), [{"bearer": []}, {}])], "setting-became-optional", "Shop(token)", bump="minor"),
    Case("credential no longer sent", [(("security",), [])], "security-changed", "client.items.get", "wire", silent=True),
    Case("credential of another kind", [(("components", "securitySchemes", "key"), {"type": "apiKey", "in": "header", "name": "X-Key"}), (("security",), [{"key": []}])],
         "security-changed", "client.items.get", "wire", silent=True),
    Case("alternative credential", [(("components", "securitySchemes", "key"), {"type": "apiKey", "in": "header", "name": "X-Key"}), (("security",), [{"bearer": []}, {"key": []}])],
         "setting-added", "Shop(api_key)", bump="minor"),
    Case("server variable added", [(("servers", 0, "url"), "https://{region}.example{zone}"), (("servers", 0, "variables", "zone"), {"default": ".com"})],
         "setting-added", "Shop(zone)", bump="minor"),
]  # fmt: skip


def edited(edits: Iterable[tuple[Sequence[str | int], Any]]) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.safe_load(BASE)
    for path, value in edits:
        node: Any = tree
        for part in path[:-1]:
            node = node.setdefault(part, {}) if isinstance(node, dict) else node[part]
        if value is DROP:
            del node[path[-1]]
        elif isinstance(value, str) and value.startswith("move:"):
            node[path[-1]] = node.pop(value.removeprefix("move:"))
        else:
            node[path[-1]] = value
    return tree


def surface_of(tree: Any, folder: Path, config: Config = CONFIG) -> Surface:
    file = folder / "api.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return surface(str(file), config, "python")[0]


def changes(old: Any, new: Any, folder: Path) -> list[Change]:
    return compare(surface_of(old, folder), surface_of(new, folder))
