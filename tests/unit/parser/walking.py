"""A walk over a document that shares nothing with the parser: what keywords stand in it, and in which kind of object.

The children of each kind are those of the OpenAPI 3.1 specification, section 4.8, and of JSON Schema 2020-12. What
stands below examples, extensions and values is data and holds no keywords.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

ONE, LIST, MAP = "one", "list", "map"

_OPERATIONS: Final = dict.fromkeys(
    ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"), ("operation", ONE)
)
_SCHEMA_MAPS: Final = ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
_SCHEMA_LISTS: Final = ("allOf", "oneOf", "anyOf", "prefixItems")
_SCHEMAS: Final = (
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
)

#: Kind -> keyword -> the kind of what stands there, and whether that is one, a list or a map of them.
CHILDREN: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "openapi": {
        "info": ("info", ONE),
        "servers": ("server", LIST),
        "paths": ("path-item", MAP),
        "components": ("components", ONE),
        "tags": ("tag", LIST),
    },
    "server": {"variables": ("server-variable", MAP)},
    "components": {
        "schemas": ("schema", MAP),
        "responses": ("response", MAP),
        "parameters": ("parameter", MAP),
        "requestBodies": ("request-body", MAP),
        "headers": ("header", MAP),
        "securitySchemes": ("security-scheme", MAP),
        "pathItems": ("path-item", MAP),
        "mediaTypes": ("media-type", MAP),
    },
    "path-item": {
        **_OPERATIONS,
        "additionalOperations": ("operation", MAP),
        "parameters": ("parameter", LIST),
        "servers": ("server", LIST),
    },
    "operation": {
        "parameters": ("parameter", LIST),
        "requestBody": ("request-body", ONE),
        "responses": ("response", MAP),
        "servers": ("server", LIST),
    },
    "parameter": {"schema": ("schema", ONE), "content": ("media-type", MAP)},
    "request-body": {"content": ("media-type", MAP)},
    "media-type": {"schema": ("schema", ONE), "itemSchema": ("schema", ONE), "encoding": ("encoding", MAP)},
    "encoding": {"headers": ("header", MAP)},
    "response": {"content": ("media-type", MAP), "headers": ("header", MAP)},
    "header": {"schema": ("schema", ONE), "content": ("media-type", MAP)},
    "schema": {
        **dict.fromkeys(_SCHEMA_MAPS, ("schema", MAP)),
        **dict.fromkeys(_SCHEMA_LISTS, ("schema", LIST)),
        **dict.fromkeys(_SCHEMAS, ("schema", ONE)),
    },
}

Found = tuple[str, str, tuple[str, ...]]


def keywords(node: Any, kind: str = "openapi", pointer: tuple[str, ...] = ()) -> Iterator[Found]:
    """Yield (kind, keyword, pointer of the object) for every keyword below a node."""
    if not isinstance(node, dict):
        return
    for keyword, value in node.items():
        yield kind, keyword, pointer
        child, shape = CHILDREN.get(kind, {}).get(keyword, ("", ""))
        if shape == ONE:
            yield from keywords(value, child, (*pointer, keyword))
        elif shape == LIST and isinstance(value, list):
            for index, entry in enumerate(value):
                yield from keywords(entry, child, (*pointer, keyword, str(index)))
        elif shape == MAP and isinstance(value, dict):
            for name, entry in value.items():
                if not (child in ("path-item", "response") and name.startswith("x-")):
                    yield from keywords(entry, child, (*pointer, keyword, name))


def counted(tree: Any) -> Counter[tuple[str, str]]:
    """Return how often each keyword stands in each kind of object."""
    return Counter((kind, keyword) for kind, keyword, _ in keywords(tree))
