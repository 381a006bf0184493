"""Documents of OpenAPI 3.0 that use all that 3.1 writes in another way, and all kinds of references."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies

NAMES = ("Apple", "Bridge", "Castle", "Dragon", "apple-bridge", "Engine.V2")
FIELDS = ("id", "kind", "of it", "from", "Last")


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@strategies.composite
def documents(draw: Any) -> dict[str, Any]:
    """Draw a valid document whose parts refer to each other in the ways that OpenAPI has."""
    names = draw(strategies.lists(strategies.sampled_from(NAMES), min_size=3, max_size=6, unique=True))
    schemas = {name: draw(_objects(names)) for name in names}
    first, second, *_ = names
    for name in (first, second):
        schemas[name]["properties"]["kind"] = {"type": "string"}
        schemas[name]["required"] = ["kind"]
    by_name = draw(strategies.booleans())
    schemas["Either"] = {
        "oneOf": [_ref(first), _ref(second)],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"one": first if by_name else _ref(first)["$ref"], "two": _ref(second)["$ref"]},
        },
        **draw(_said()),
    }
    schemas["Child"] = {"allOf": [_ref(first), draw(_objects(names))]}
    names = [*names, "Either", "Child"]
    parameters = {
        name: {"name": name, "in": place, "schema": draw(_values(names, deep=False))}
        for name, place in (("page", "query"), ("X-Trace", "header"))
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Ways", "version": "1"},
        "paths": {f"/path{number}": draw(_items(names)) for number in range(draw(strategies.integers(1, 3)))},
        "components": {
            "schemas": schemas,
            "parameters": parameters,
            "responses": {
                "Gone": {"description": "Gone", "content": {"application/json": {"schema": _ref(draw(_one(names)))}}}
            },
            "requestBodies": {"Input": {"content": {"application/json": {"schema": draw(_values(names))}}}},
        },
    }


def _one(values: Any) -> Any:
    return strategies.sampled_from(values)


def _said() -> Any:
    """Texts and marks, which stand beside anything."""
    optional = {
        "description": _one(["What it is.", "Quoted 'text'."]),
        "deprecated": strategies.just(True),
        "title": strategies.just("A title"),
    }
    return strategies.fixed_dictionaries({}, optional=optional)


@strategies.composite
def _objects(draw: Any, names: list[str]) -> dict[str, Any]:
    fields = draw(strategies.lists(_one(FIELDS), min_size=1, max_size=4, unique=True))
    schema: dict[str, Any] = {"type": "object", "properties": {field: draw(_values(names)) for field in fields}}
    required = [field for field in fields if draw(strategies.booleans())]
    if required:
        schema["required"] = required
    if draw(strategies.booleans()):
        schema["example"] = {fields[0]: "x"}
    return {**schema, **draw(_said())}


@strategies.composite
def _values(draw: Any, names: list[str], deep: bool = True) -> dict[str, Any]:
    scalars: list[dict[str, Any]] = [
        {"type": "string", "example": "x", "default": "y"},
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "byte"},
        {"type": "string", "enum": ["a", "b"]},
        {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
        {"type": "number", "maximum": 2.5, "exclusiveMaximum": True, "minimum": 0},
        {"type": "boolean"},
        {"type": "array", "items": {"type": "string", "nullable": True}},
    ]
    if not deep:
        return {**draw(_one(scalars)), **draw(_said())}
    name = draw(_one(names))
    compound: list[dict[str, Any]] = [
        _ref(name),
        {"allOf": [_ref(name)]},
        {"type": "array", "items": _ref(name)},
        {"type": "object", "additionalProperties": _ref(name)},
        {"oneOf": [_ref(name), {"type": "string"}]},
        {"type": "object", "properties": {"inner": draw(_one(scalars)), "back": _ref(name)}},
    ]
    schema: dict[str, Any] = dict(draw(_one(scalars + compound)))
    if draw(strategies.booleans()):
        schema["nullable"] = True
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
    return {**schema, **draw(_said())}


@strategies.composite
def _items(draw: Any, names: list[str]) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = [
        {"$ref": "#/components/requestBodies/Input"},
        {"content": {"application/json": {"schema": draw(_values(names))}}},
        {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}},
        {
            "content": {
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "properties": {"file": {"type": "string", "format": "binary"}, "note": {"type": "string"}},
                    }
                }
            }
        },
    ]
    answers: list[dict[str, Any]] = [
        {"description": "Done"},
        {"description": "Done", "content": {"application/json": {"schema": draw(_values(names))}}},
        {"description": "Done", "content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}},
    ]
    operation: dict[str, Any] = {
        "tags": [draw(_one(["alpha", "beta"]))],
        "parameters": [{"$ref": "#/components/parameters/page"}],
        "requestBody": draw(_one(bodies)),
        "responses": {"200": draw(_one(answers)), "410": {"$ref": "#/components/responses/Gone"}},
    }
    return {"parameters": [{"$ref": "#/components/parameters/X-Trace"}], "post": operation}
