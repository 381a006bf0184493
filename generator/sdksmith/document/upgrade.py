"""OpenAPI 3.0 vocabulary -> 3.1, in place.

What changed between the two is listed in the OpenAPI Initiative's migration notes: ``nullable``, boolean exclusive
bounds, ``example`` in schemas, and how file bodies and encoded texts are described.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sdksmith.document.pointers import is_array, is_object

#: The version that an upgraded document claims.
UPGRADED_VERSION = "3.1.0"
#: What describes a nullable reference or composition as a whole, and so stays outside of its ``anyOf``.
_ANNOTATIONS = frozenset(
    ("title", "description", "deprecated", "readOnly", "writeOnly", "default", "examples", "externalDocs", "xml")
)
#: What counts beside a ``$ref``. OpenAPI 3.0 ignores all of it (section 4.7.24.2), but authors mean what they say of one
#: use of a schema; what would change its type they may have left there by mistake.
_REFERENCE_SIBLINGS = _ANNOTATIONS | {"$ref", "nullable", "example"}
_NULL_TYPE = "null"


def upgrade(tree: dict[str, Any], schemas: Iterable[dict[str, Any]], contents: Iterable[dict[str, Any]]) -> None:
    """Rewrite a 3.0 document as 3.1, but for ``nullable``: see :func:`honour_nullable`.

    Parameters
    ----------
    tree
        The bundled tree; its ``openapi`` field becomes ``3.1.0``.
    schemas
        Every schema object in the tree, once.
    contents
        Every map from media type to media-type object.
    """
    tree["openapi"] = UPGRADED_VERSION
    for content in contents:
        for media_type, value in content.items():
            if is_object(value) and _is_raw(media_type):
                _upgrade_raw_body(value)
    for schema in schemas:
        _upgrade_schema(schema)


def honour_nullable(schemas: Sequence[dict[str, Any]]) -> None:
    """Let null in where ``nullable`` says so.

    Documents of 3.1 have it too, when an author changed nothing but their version number. To 3.1 it is an unknown
    keyword, but none of these authors mean by it that there is never a null.

    Parameters
    ----------
    schemas
        Every schema object in the tree, once.
    """
    for schema in schemas:
        members = schema.get("allOf")
        if is_array(members) and any(map(_says_only_nullable, members)):
            # Strictly, the other members still refuse null.
            schema["nullable"] = True
    for schema in schemas:
        if "nullable" in schema and schema.pop("nullable") is True:
            _make_nullable(schema)


def _says_only_nullable(schema: Any) -> bool:
    return is_object(schema) and schema.get("nullable") is True and schema.keys() <= {"nullable", *_ANNOTATIONS}


def _is_raw(media_type: str) -> bool:
    """Whether a body of this type is just bytes, rather than something made of values."""
    essence = media_type.partition(";")[0].strip().lower()
    structured = essence.endswith(("/json", "+json")) or essence == "application/x-www-form-urlencoded"
    return not structured and not essence.startswith("multipart/")


def _upgrade_raw_body(media: dict[str, Any]) -> None:
    """Empty the schema of a file body: 3.1 says nothing about bytes that are not in a string (section 4.8.14.3)."""
    schema = media.get("schema")
    if is_object(schema) and schema.get("type") == "string" and schema.get("format") == "binary":
        # A new object, because the author's may stand elsewhere too, through a YAML alias.
        media["schema"] = {key: value for key, value in schema.items() if key not in ("type", "format", "nullable")}
        if "example" in schema:
            _upgrade_schema(media["schema"])


def _upgrade_schema(schema: dict[str, Any]) -> None:
    if isinstance(schema.get("$ref"), str):
        for key in [key for key in schema if key not in _REFERENCE_SIBLINGS and not key.startswith("x-")]:
            del schema[key]
        _upgrade_example(schema)
    else:
        if "exclusiveMinimum" in schema:
            _upgrade_bound(schema, "exclusiveMinimum", "minimum")
        if "exclusiveMaximum" in schema:
            _upgrade_bound(schema, "exclusiveMaximum", "maximum")
        _upgrade_example(schema)
        if schema.get("type") == "file":
            # What OpenAPI 2 calls a file, and documents that were converted by hand still do.
            schema.update(type="string", format="binary")
        if schema.get("type") == "string":
            _upgrade_string(schema)


def _upgrade_example(schema: dict[str, Any]) -> None:
    if "example" in schema:
        example = schema.pop("example")
        schema.setdefault("examples", [example])


def _upgrade_bound(schema: dict[str, Any], exclusive: str, inclusive: str) -> None:
    if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and inclusive in schema:
        schema[exclusive] = schema.pop(inclusive)


def _upgrade_string(schema: dict[str, Any]) -> None:
    if schema.get("format") == "binary":
        del schema["format"]
        schema.setdefault("contentMediaType", "application/octet-stream")
    elif schema.get("format") == "byte":
        del schema["format"]
        schema.setdefault("contentEncoding", "base64")


def _make_nullable(schema: dict[str, Any]) -> None:
    """Let null in.

    Strictly, 3.0 lets ``nullable`` work only beside ``type``, and demands null among the enum's values too. Documents
    rarely follow that, and a client that refuses a null which the author announced helps nobody.
    """
    enum = schema.get("enum")
    if is_array(enum) and None not in enum:
        schema["enum"] = [*enum, None]
    if "$ref" in schema or "allOf" in schema:
        _wrap(schema)
        return
    for keyword in ("oneOf", "anyOf"):
        variants = schema.get(keyword)
        if is_array(variants) and {"type": _NULL_TYPE} not in variants:
            schema[keyword] = [*variants, {"type": _NULL_TYPE}]
    kind = schema.get("type")
    if kind is None and "oneOf" not in schema and "anyOf" not in schema:
        kind = _implied_type(schema)
    if isinstance(kind, str) and kind != _NULL_TYPE:
        schema["type"] = [kind, _NULL_TYPE]
    elif is_array(kind) and _NULL_TYPE not in kind:
        schema["type"] = [*kind, _NULL_TYPE]


def _implied_type(schema: dict[str, Any]) -> str | None:
    if "properties" in schema or "additionalProperties" in schema:
        return "object"
    return "array" if "items" in schema else None


def _wrap(schema: dict[str, Any]) -> None:
    """Turn a schema into "itself or null"; ``allOf`` with a single reference is only how 3.0 wrote siblings."""
    inner = {key: value for key, value in schema.items() if key not in _ANNOTATIONS and not key.startswith("x-")}
    outer = {key: value for key, value in schema.items() if key not in inner}
    parts = inner.get("allOf")
    if len(inner) == 1 and is_array(parts) and len(parts) == 1 and is_object(parts[0]):
        inner = parts[0]
    schema.clear()
    schema.update(outer)
    schema["anyOf"] = [inner, {"type": _NULL_TYPE}]
