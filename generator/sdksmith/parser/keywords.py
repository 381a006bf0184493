"""Outcome for each keyword: the table behind the ledger.

A keyword that stands in the document and in no table here is *unaccounted*, which is a bug of ours when the
specification knows it, and is *rejected* (with that reason) when it does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sdksmith.diagnostics import Pointer
from sdksmith.model import Disposition, Ledger
from sdksmith.parser.nodes import CONSTRAINTS

_GENERATED = Disposition.GENERATED
_DOCUMENTED = Disposition.DOCUMENTED


def _all(keywords: Iterable[str], outcome: Disposition) -> dict[str, Disposition]:
    return dict.fromkeys(keywords, outcome)


#: Kind of object -> keyword -> what becomes of it.
HANDLED: dict[str, dict[str, Disposition]] = {
    "openapi": _all(
        ("openapi", "info", "servers", "paths", "components", "security", "tags", "jsonSchemaDialect"), _GENERATED
    )
    | {"externalDocs": _DOCUMENTED, "webhooks": _GENERATED, "$self": _DOCUMENTED},
    "info": _all(("title", "version"), _GENERATED)
    | _all(("summary", "description", "termsOfService", "contact", "license"), _DOCUMENTED),
    "server": {"url": _GENERATED, "variables": _GENERATED, "description": _DOCUMENTED, "name": _DOCUMENTED},
    "server-variable": {"default": _GENERATED, "enum": _DOCUMENTED, "description": _DOCUMENTED},
    "tag": _all(("name", "parent", "kind"), _GENERATED) | _all(("description", "externalDocs", "summary"), _DOCUMENTED),
    "components": _all(
        (
            "schemas",
            "responses",
            "parameters",
            "requestBodies",
            "headers",
            "securitySchemes",
            "pathItems",
            "mediaTypes",
            "callbacks",
        ),
        _GENERATED,
    )
    | {"examples": _DOCUMENTED, "links": _DOCUMENTED},
    "path-item": _all(
        (
            "get",
            "put",
            "post",
            "delete",
            "options",
            "head",
            "patch",
            "trace",
            "query",
            "additionalOperations",
            "parameters",
            "servers",
            "$ref",
        ),
        _GENERATED,
    )
    | {"summary": _DOCUMENTED, "description": _DOCUMENTED},
    "operation": _all(
        ("operationId", "parameters", "requestBody", "responses", "security", "servers", "tags", "deprecated"),
        _GENERATED,
    )
    | {
        "summary": _DOCUMENTED,
        "description": _DOCUMENTED,
        "externalDocs": _DOCUMENTED,
        "callbacks": _GENERATED,
    },
    "parameter": _all(
        ("name", "in", "required", "schema", "style", "explode", "content", "allowReserved", "$ref"), _GENERATED
    )
    | _all(("description", "deprecated", "example", "examples", "allowEmptyValue", "summary"), _DOCUMENTED),
    "request-body": {
        "content": _GENERATED,
        "required": _GENERATED,
        "description": _DOCUMENTED,
        "$ref": _GENERATED,
        "summary": _DOCUMENTED,
    },
    "media-type": {
        "schema": _GENERATED,
        "itemSchema": _GENERATED,
        "encoding": _GENERATED,
        "example": _DOCUMENTED,
        "examples": _DOCUMENTED,
        "prefixEncoding": Disposition.DEGRADED,
        "itemEncoding": Disposition.DEGRADED,
        "$ref": _GENERATED,
    },
    "encoding": _all(("contentType", "headers", "style", "explode", "allowReserved"), _GENERATED),
    "response": {
        "content": _GENERATED,
        "description": _DOCUMENTED,
        "summary": _DOCUMENTED,
        "headers": _DOCUMENTED,
        "links": _DOCUMENTED,
        "$ref": _GENERATED,
    },
    "header": _all(
        (
            "description",
            "required",
            "deprecated",
            "schema",
            "style",
            "explode",
            "content",
            "example",
            "examples",
            "allowEmptyValue",
            "$ref",
        ),
        _DOCUMENTED,
    ),
    "security-scheme": _all(("type", "name", "in", "scheme", "flows", "$ref"), _GENERATED)
    | _all(("description", "bearerFormat", "openIdConnectUrl", "oauth2MetadataUrl", "deprecated"), _DOCUMENTED),
    "schema": _all(
        (
            "$ref",
            "$dynamicRef",
            "type",
            "enum",
            "const",
            "properties",
            "required",
            "items",
            "additionalProperties",
            "unevaluatedProperties",
            "allOf",
            "oneOf",
            "anyOf",
            "discriminator",
            "format",
            "contentMediaType",
            "contentEncoding",
            "prefixItems",
            "patternProperties",
            "unevaluatedItems",
            "$defs",
            "definitions",
            "$anchor",
            "$dynamicAnchor",
            "$id",
            "$schema",
        ),
        _GENERATED,
    )
    | _all(
        (
            "title",
            "description",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "example",
            "examples",
            "externalDocs",
            *CONSTRAINTS,
            "$comment",
            "$vocabulary",
            "xml",
        ),
        _DOCUMENTED,
    )
    | _all(
        (
            "not",
            "if",
            "then",
            "else",
            "contains",
            "minContains",
            "maxContains",
            "propertyNames",
            "dependentRequired",
            "dependentSchemas",
            "dependencies",
        ),
        Disposition.ASSERTED,
    )
    | _all(("contentSchema", "$recursiveRef", "$recursiveAnchor", "additionalItems"), Disposition.DEGRADED),
}

#: What the specification defines; a copy made before anyone can take a handler away.
VOCABULARY: Final[Mapping[str, frozenset[str]]] = {kind: frozenset(table) for kind, table in HANDLED.items()}

#: Why a keyword is degraded.
REASONS: Final[Mapping[str, str]] = {
    "prefixEncoding": "parts without names are sent in the usual way for their types",
    "itemEncoding": "parts without names are sent in the usual way for their types",
    "contentSchema": "the decoded content is left as text",
    "$recursiveRef": "a keyword of JSON Schema 2019-09, taken as any value; 2020-12 writes $dynamicRef",
    "$recursiveAnchor": "a keyword of JSON Schema 2019-09, without effect; 2020-12 writes $dynamicAnchor",
    "additionalItems": "a keyword of drafts before 2020-12, without effect here; items says it",
}

#: Extensions that change what is generated (docs/mapping.md).
EXTENSIONS_USED: Final = frozenset(
    (
        "x-operation-name",
        "x-operation-group",
        "x-release-lifecycle",
        "x-sdk-ignore",
        "x-discriminator-context",
        "x-form-parameters",
        "x-webhooks",
    )
)


def account(ledger: Ledger, kind: str, node: Mapping[str, Any], pointer: Pointer) -> None:
    """Enter every keyword of an object of the document into the ledger."""
    handled = HANDLED[kind]
    counts = ledger.counts
    for keyword in node:
        outcome = handled.get(keyword)
        if outcome is Disposition.DEGRADED:
            ledger.record(pointer, kind, keyword, outcome, REASONS[keyword])
        elif outcome is not None:
            counts[kind, keyword, outcome] += 1
        elif keyword.startswith("x-"):
            counts[kind, keyword, _GENERATED if keyword in EXTENSIONS_USED else _DOCUMENTED] += 1
        elif keyword in VOCABULARY[kind]:
            ledger.unaccounted.append((pointer, keyword))
        else:
            ledger.record(pointer, kind, keyword, Disposition.REJECTED, "not a keyword of this object; ignored")
