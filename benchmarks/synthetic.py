"""Synthetic OpenAPI documents of any size, to see how time and memory grow.

They resemble real ones in what costs time: most schemas are objects with a handful of properties that refer to a few
neighbours, some are enums, unions and compositions, some refer to each other in circles, and a few are used everywhere.
The same size gives the same document.

Usage: ``python benchmarks/synthetic.py 1000 > document.json``.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

#: Schemas for each operation, and operations for each group; about what the Management API has.
_SCHEMAS_PER_OPERATION = 6
_OPERATIONS_PER_GROUP = 5
_SHARED = 10


def document(schemas: int) -> dict[str, Any]:
    """Return a document with that many component schemas, ten at least."""
    count = max(schemas, _SHARED)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Synthetic", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {
            f"/group-{number // _OPERATIONS_PER_GROUP}/things-{number}/{{id}}": _path(number, count)
            for number in range(max(count // _SCHEMAS_PER_OPERATION, 1))
        },
        "components": {"schemas": {_name(number): _schema(number, count) for number in range(count)}},
    }


def _name(number: int) -> str:
    return f"Thing{number}"


def _reference(number: int, count: int) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{_name(number % count)}"}


def _schema(number: int, count: int) -> dict[str, Any]:
    about = f"What number {number} is, in as many words as a description usually has, which is about a line."
    if number < _SHARED or number % 10 < 6:
        return {"type": "object", "description": about, "required": ["id"], "properties": _properties(number, count)}
    match number % 10:
        case 6:
            values = [f"value_{index}" for index in range(2 + number % 5)]
            return {"type": "string", "description": about, "enum": values}
        case 7:
            return {"description": about, "oneOf": [_reference(number - distance, count) for distance in (2, 3, 4)]}
        case 8:
            own = {"type": "object", "properties": {f"extra_{number}": {"type": "string"}}}
            return {"description": about, "allOf": [_reference(number - 3, count), own]}
        case _:
            return {"type": "array", "description": about, "items": _reference(number - 4, count)}


def _properties(number: int, count: int) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": {"type": "string", "description": "Identifies it.", "maxLength": 40},
        "created_at": {"type": "string", "format": "date-time"},
        "size": {"type": "integer", "minimum": 0, "default": number % 7},
        "shared": _reference(number % _SHARED, count),
    }
    if number >= _SHARED:
        # A circle of ten, and a neighbour outside of it.
        found["next"] = _reference(number - number % 10 + (number + 1) % 6, count)
        found["former"] = _reference(number - 10, count)
        found["state"] = {"type": "string", "enum": ["on", "off", f"state_{number % 3}"]}
        found["details"] = {"type": "object", "properties": {"note": {"type": "string", "description": "A note."}}}
    return found


def _path(number: int, count: int) -> dict[str, Any]:
    own = number * _SCHEMAS_PER_OPERATION
    content = {"application/json": {"schema": _reference(own, count)}}
    identifier = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    common = {"tags": [f"group {number // _OPERATIONS_PER_GROUP}"], "parameters": [identifier]}
    method = "get" if number % 2 else "put"
    operation: dict[str, Any] = {
        **common,
        "operationId": f"{method}Thing{number}",
        "summary": f"Does what number {number} does.",
        "responses": {"200": {"description": "It", "content": content}},
    }
    if method == "put":
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": _reference(own + 1, count)}},
        }
    return {method: operation}


def main() -> None:
    """Print a document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("schemas", type=int, help="how many component schemas it has")
    json.dump(document(parser.parse_args().schemas), sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
