"""The last look: a walk over the whole document that enters every keyword into the ledger, once for each place.

What the parser made of a schema it entered itself; here come all other objects, and the schemas that it had no use for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdksmith.diagnostics import Pointer
from sdksmith.document import Document, is_array, is_object
from sdksmith.model import Disposition, Ledger
from sdksmith.parser.calls.operations import METHODS
from sdksmith.parser.keywords import HANDLED, account
from sdksmith.parser.types.schemas import SchemaParser

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
    "allOf",
    "oneOf",
    "anyOf",
    "prefixItems",
)
_NAMED_SCHEMAS: Final = ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")

#: Kind -> keyword -> the kind of what stands below; ``{}`` marks a map of them, ``{x-}`` one that allows extensions
#: beside them, ``{}{}`` a map of maps (OpenAPI 3.1 section 4.8). What has no entry here holds no keywords: examples,
#: links and extensions.
_BELOW: Final[Mapping[str, Mapping[str, str]]] = {
    "openapi": {
        "info": "info",
        "servers": "server",
        "paths": "path-item{x-}",
        "webhooks": "path-item{}",
        "x-webhooks": "path-item{x-}",
        "components": "components",
        "tags": "tag",
    },
    "server": {"variables": "server-variable{}"},
    "components": {
        "schemas": "schema{}",
        "responses": "response{}",
        "parameters": "parameter{}",
        "requestBodies": "request-body{}",
        "headers": "header{}",
        "securitySchemes": "security-scheme{}",
        "pathItems": "path-item{}",
        "callbacks": "path-item{x-}{}",
        "mediaTypes": "media-type{}",
    },
    "path-item": {
        **dict.fromkeys(METHODS, "operation"),
        "additionalOperations": "operation{}",
        "parameters": "parameter",
        "servers": "server",
    },
    "operation": {
        "parameters": "parameter",
        "requestBody": "request-body",
        "responses": "response{x-}",
        "callbacks": "path-item{x-}{}",
        "servers": "server",
    },
    "parameter": {"schema": "schema", "content": "media-type{}"},
    "request-body": {"content": "media-type{}"},
    "media-type": {"schema": "schema", "itemSchema": "schema", "encoding": "encoding{}"},
    "encoding": {"headers": "header{}"},
    "response": {"content": "media-type{}", "headers": "header{}"},
    "header": {"schema": "schema", "content": "media-type{}"},
    "schema": {**dict.fromkeys(_SCHEMAS, "schema"), **dict.fromkeys(_NAMED_SCHEMAS, "schema{}")},
}
#: Keywords whose schemas never decide a type, or of which the parser tells when they don't.
_SPEAK_FOR_THEMSELVES: Final = frozenset(
    keyword for keyword, outcome in HANDLED["schema"].items() if outcome in (Disposition.ASSERTED, Disposition.DEGRADED)
) | {"patternProperties"}
_NOTHING: Final[dict[str, str]] = {}
#: Components that only operations make use of.
_USED_BY_OPERATIONS: Final = ("responses", "parameters", "requestBodies", "headers", "pathItems", "links", "callbacks")


def audit(document: Document, schemas: SchemaParser, ledger: Ledger) -> None:
    """Account for everything in a document that :class:`SchemaParser` has not accounted for."""
    audit_node((), "openapi", document.tree, schemas, ledger)
    components = document.tree.get("components")
    for section in _USED_BY_OPERATIONS:
        entries = components.get(section) if is_object(components) else None
        for _ in entries if is_object(entries) else ():
            ledger.count("component", section, Disposition.GENERATED)


def audit_node(place: Pointer, kind: str, node: Any, schemas: SchemaParser, ledger: Ledger) -> None:
    """Account for an object of the document, of a kind that the grammar knows, and for everything below it."""
    seen: set[int] = set()
    # The pointer, the kind and the object; and the keyword of a parsed schema that it stands below, else "".
    pending: list[tuple[Pointer, str, Any, str]] = [(place, kind, node, "")]
    while pending:
        pointer, kind, node, keyword = pending.pop()
        if not is_object(node):
            continue
        parsed = False
        if kind != "schema":
            account(ledger, kind, node, pointer)
        elif id(node) in seen:
            continue
        else:
            seen.add(id(node))
            parsed = id(node) in schemas.visited
            if not parsed:
                account(ledger, kind, node, pointer)
                schemas.account_faults(node, pointer)
                if keyword and keyword not in _SPEAK_FOR_THEMSELVES:
                    reason = "does not decide the type beside the other keywords of its schema"
                    ledger.record(pointer, kind, f"below {keyword}", Disposition.REJECTED, reason)
        for place, child, entry in _children(kind, node, pointer):
            pending.append((place, child, entry, place[len(pointer)] if parsed else ""))


def _children(kind: str, node: Mapping[str, Any], pointer: Pointer) -> Iterator[tuple[Pointer, str, Any]]:
    """Yield the pointer, the kind and the object of what stands below an object."""
    places = _BELOW.get(kind, _NOTHING)
    # Most objects are schemas of a plain type, with nothing below them.
    if places.keys().isdisjoint(node):
        return
    for keyword, child in places.items():
        value = node.get(keyword)
        if value is None:
            continue
        below = (*pointer, keyword)
        if is_array(value):
            for index, entry in enumerate(value):
                yield (*below, str(index)), child, entry
        elif is_object(value) and child.endswith("}"):
            yield from _members(child, value, below)
        else:
            yield below, child, value


def _members(kind: str, table: Mapping[str, Any], pointer: Pointer) -> Iterator[tuple[Pointer, str, Any]]:
    member, _, extensions = kind.rpartition("{")
    for name, entry in table.items():
        if extensions == "x-}" and name.startswith("x-"):
            continue
        if not member.endswith("}"):
            yield (*pointer, name), member, entry
        elif is_object(entry):
            yield from _members(member, entry, (*pointer, name))
