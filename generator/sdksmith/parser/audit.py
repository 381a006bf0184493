"""The last look: what the parser has not met goes into the ledger too, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sdksmith.diagnostics import Pointer
from sdksmith.document import Document, is_array, is_object
from sdksmith.model import Ledger, Outcome
from sdksmith.parser.keywords import HANDLED, account
from sdksmith.parser.schemas import SchemaParser

_ONE: Final = (
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
_SEVERAL: Final = ("allOf", "oneOf", "anyOf", "prefixItems")
_NAMED: Final = ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
#: Components that only operations make use of.
_USED_BY_OPERATIONS: Final = ("responses", "parameters", "requestBodies", "headers", "pathItems", "links", "callbacks")


def audit(document: Document, schemas: SchemaParser, ledger: Ledger) -> None:
    """Account for schemas below the components that decided nothing, and for components that nothing uses."""
    components = document.tree.get("components")
    if not is_object(components):
        return
    named = components.get("schemas")
    pending: list[tuple[Pointer, Any, str]] = [
        (("components", "schemas", name), schema, "") for name, schema in (named if is_object(named) else {}).items()
    ]
    seen: set[int] = set()
    while pending:
        pointer, schema, keyword = pending.pop()
        if not is_object(schema) or id(schema) in seen:
            continue
        seen.add(id(schema))
        if id(schema) not in schemas.visited:
            account(ledger, "schema", schema, pointer)
            if HANDLED["schema"].get(keyword) is not Outcome.DEGRADED:
                reason = "does not decide the type beside the other keywords of its schema"
                ledger.record(pointer, "schema", f"below {keyword}", Outcome.REJECTED, reason)
        pending.extend(_below(schema, pointer))
    for kind in _USED_BY_OPERATIONS:
        entries = components.get(kind)
        for _ in entries if is_object(entries) else ():
            ledger.count("component", kind, Outcome.GENERATED)


def _below(schema: dict[str, Any], pointer: Pointer) -> Iterator[tuple[Pointer, Any, str]]:
    for keyword in _ONE:
        if keyword in schema:
            yield (*pointer, keyword), schema[keyword], keyword
    for keyword in _SEVERAL:
        members = schema.get(keyword)
        for index, member in enumerate(members if is_array(members) else ()):
            yield (*pointer, keyword, str(index)), member, keyword
    for keyword in _NAMED:
        entries = schema.get(keyword)
        for name, entry in (entries if is_object(entries) else {}).items():
            yield (*pointer, keyword, name), entry, keyword
