"""Questions about a schema as it stands in the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sdksmith.diagnostics import Pointer
from sdksmith.document import Document, is_array, is_object
from sdksmith.model import BodyOf, Component, ErrorOf, ItemOf, Origin, PropertyOf, ResponseOf, ValueOf, VariantOf

Schema = Mapping[str, Any]

#: Keywords that say what a value is, and not only describe or limit it.
STRUCTURAL: Final = frozenset(
    ("type", "enum", "const", "properties", "items", "additionalProperties", "allOf", "oneOf", "anyOf", "required")
)
#: Keywords whose branches may hold more properties.
CONDITIONAL: Final = frozenset(("if", "dependentSchemas", "dependencies"))
#: Keywords beside which an ``allOf`` is more than the reference it holds.
_MORE_THAN_A_REFERENCE: Final = (STRUCTURAL - {"allOf", "type"}) | CONDITIONAL | {"$ref", "unevaluatedProperties"}
#: Keywords beside which it takes the value to know which properties are named.
_NAMING: Final = ("patternProperties", *sorted(CONDITIONAL))
#: Assertions that are shown in the documentation, and left to the server.
CONSTRAINTS: Final = (
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
)
_CONSTRAINTS: Final = frozenset(CONSTRAINTS)


def has_structural_siblings(schema: Schema) -> bool:
    """Whether keywords beside a ``$ref`` add to what it refers to (JSON Schema 2020-12 section 8.2.3.1).

    A type alone repeats what the target says.
    """
    return any(key in STRUCTURAL and key != "type" for key in schema)


def lets_in_more(schema: Schema) -> bool:
    """Return whether an object may hold more than its ``properties``, even where it forbids all others.

    What is required can't be forbidden: there, the document contradicts itself.
    """
    named = schema.get("properties", ())
    return names_more(schema) or any(name not in named for name in schema.get("required", ()))


def names_more(schema: Schema) -> bool:
    """Return whether keywords may let in properties that only a JSON Schema validator can tell (core, section 11.3)."""
    others = (schema.get(key, False) for key in ("additionalProperties", "unevaluatedProperties"))
    return any(key in schema for key in _NAMING) or any(value is not False for value in others)


def undescribed(required: Iterable[Any], described: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are required, and of which nothing else is said; they have no order of their own."""
    return tuple(sorted({name for name in required if isinstance(name, str)} - set(described)))


def additional_keyword(schema: Schema) -> str:
    """Return the keyword that says what other properties may be: the stricter of two that read alike on one object."""
    return "additionalProperties" if "additionalProperties" in schema else "unevaluatedProperties"


def says_type(schema: Schema) -> bool:
    """Whether a schema limits which types a value may be of, or what an object holds."""
    return reference_of(schema) is not None or any(key in STRUCTURAL for key in schema)


def reference_of(schema: Schema) -> str | None:
    """Return the ``$ref`` (or ``$dynamicRef``, which the document layer has made resolvable) of a schema."""
    reference = schema.get("$ref", schema.get("$dynamicRef"))
    return reference if isinstance(reference, str) else None


def only_reference(schema: Schema) -> str | None:
    """Return the reference that an ``allOf`` comes to, as 3.0 wrote one that has siblings; ``None`` if it holds more."""
    if any(key in _MORE_THAN_A_REFERENCE for key in schema):
        return None
    members = [member for member in schema.get("allOf", ()) if is_object(member)]
    if any(key in CONDITIONAL for member in members for key in member):
        return None
    telling = [member for member in members if says_type(member)]
    return reference_of(telling[0]) if len(telling) == 1 and not has_structural_siblings(telling[0]) else None


def dereferenced(document: Document, node: Any) -> Mapping[str, Any]:
    """Follow the references of anything but a schema; siblings of ``$ref`` win over what it refers to."""
    siblings: dict[str, Any] = {}
    while is_object(node) and isinstance(node.get("$ref"), str):
        siblings = {key: value for key, value in node.items() if key != "$ref"} | siblings
        node = document.resolve(node["$ref"])[1]
    node = node if is_object(node) else {}
    return {**node, **siblings} if siblings else node


def is_component(symbol: Pointer) -> bool:
    """Whether a pointer is that of an entry of components/schemas."""
    return len(symbol) == 3 and symbol[0] == "components" and symbol[1] == "schemas"


def origin_of(pointer: Pointer) -> Origin:
    """Return where the schema at a deep pointer stands, for its name."""
    origin, tokens = _start_of(pointer)
    while tokens:
        token = tokens.pop(0)
        if token == "properties" and tokens:
            origin = PropertyOf(origin, tokens.pop(0))
        elif token == "items":
            origin = ItemOf(origin)
        elif token == "additionalProperties":
            origin = ValueOf(origin)
        elif token in ("oneOf", "anyOf") and tokens:
            origin = VariantOf(origin, int(tokens.pop(0)))
        elif token in ("$defs", "definitions") and tokens:
            origin = Component(tokens.pop(0))
        elif token == "allOf" and tokens:
            tokens.pop(0)
    return origin


def _start_of(pointer: Pointer) -> tuple[Origin, list[str]]:
    """Return what the outermost schema on the way to a pointer is named after, and the tokens below it."""
    if pointer[:2] == ("components", "schemas"):
        return Component(pointer[2]), list(pointer[3:])
    if "schema" not in pointer:
        return Component(pointer[-1]), []
    start = pointer.index("schema")
    tokens = list(pointer[start + 1 :])
    if pointer[0] == "paths" and pointer[3:4] == ("responses",):
        kind = ResponseOf if pointer[4].startswith("2") else ErrorOf
        return kind(pointer[:3], pointer[4]), tokens
    if pointer[0] == "paths" and pointer[3:4] == ("requestBody",):
        return BodyOf(pointer[:3]), tokens
    # An entry of another section of the components, such as a response, has a name of its own.
    return Component(pointer[2] if pointer[0] == "components" else pointer[-1]), tokens


def types_of(schema: Schema) -> list[str]:
    """Return the types a schema allows, null left out."""
    kind = schema.get("type")
    if isinstance(kind, str):
        return [kind] if kind != "null" else []
    if is_array(kind):
        return [entry for entry in kind if isinstance(entry, str) and entry != "null"]
    return []


def describe(schema: Any) -> dict[str, Any]:
    """Return what every declaration says of itself."""
    if not is_object(schema):
        return {}
    return {
        "title": str(schema.get("title") or ""),
        "description": str(schema.get("description") or ""),
        "deprecated": schema.get("deprecated") is True,
        "lifecycle": lifecycle_of(schema),
    }


def lifecycle_of(node: Mapping[str, Any]) -> str | None:
    """Return ``x-release-lifecycle``, or ``None``."""
    lifecycle = node.get("x-release-lifecycle")
    return lifecycle if isinstance(lifecycle, str) else None


def constraints_of(schema: Schema) -> dict[str, Any]:
    """Return the assertions that are shown in the documentation."""
    if _CONSTRAINTS.isdisjoint(schema):
        return {}
    return {key: schema[key] for key in CONSTRAINTS if key in schema}


def amounts_of(schema: Schema) -> dict[str, Any]:
    """Return how many properties an object may have."""
    return {key: schema[key] for key in ("minProperties", "maxProperties") if key in schema}


def examples_of(node: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the examples of a schema, a parameter or a media type; those that have names, by these."""
    if "example" in node:
        return (node["example"],)
    examples = node.get("examples")
    if is_array(examples):
        return tuple(examples)
    if is_object(examples):
        return tuple(entry["value"] for _, entry in sorted(examples.items()) if is_object(entry) and "value" in entry)
    return ()


def format_of(schema: Schema) -> str | None:
    """Return the format of a string; one with a media type of its own holds bytes."""
    found = schema.get("format")
    if isinstance(found, str):
        return found
    return "binary" if "contentMediaType" in schema else None
