"""Grammar of OpenAPI documents: one table, read by the checks, the bundler and the upgrade.

The table follows OpenAPI 3.1 section 4.8 and the vocabularies of JSON Schema 2020-12, with the additions of OpenAPI
3.2. A document of an older version has no use for the newer fields, which therefore need no version test.

A shape is written as a word (an object's kind, or a scalar), ``[word]`` for an array, ``{word}`` for an object with free
names, and alternatives with ``|``. ``data`` is anything: examples, defaults, enum values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import NoneType
from typing import Any

_SCALARS: dict[str, frozenset[type]] = {
    "string": frozenset((str,)),
    "boolean": frozenset((bool,)),
    "number": frozenset((int, float)),
    "integer": frozenset((int,)),
    "data": frozenset((str, int, float, bool, NoneType)),
}


@dataclass(slots=True, eq=False)
class Kind:
    """A kind of object.

    Attributes
    ----------
    name
        As in the table.
    fields
        Field name -> what it must be.
    others
        What every other field must be, where names are free (paths, status codes, expressions).
    required
        Fields without which nothing can be generated.
    expected
        Fields that the specification requires, but that a generator can do without.
    section
        Where such objects live under ``components``, or ``""``.
    """

    name: str
    fields: dict[str, Rule] = field(default_factory=dict[str, "Rule"])
    others: Rule | None = None
    required: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    section: str = ""


@dataclass(slots=True, eq=False)
class Rule:
    """Kind of object that the grammar expects at a position.

    Attributes
    ----------
    text
        The shape as written in the table.
    types
        The scalar types that are right.
    container
        ``dict`` or ``list`` where a container is right too.
    kind
        The kind of the object, where it is one.
    item
        What each element or member is, for an array or an object with free names.
    data
        Anything goes.
    """

    text: str
    types: frozenset[type] = frozenset()
    container: type | None = None
    kind: Kind | None = None
    item: Rule | None = None
    data: bool = False


_SCHEMA_FIELDS = {
    "$schema": "string",
    "$id": "string",
    "$anchor": "string",
    "$dynamicAnchor": "string",
    "$dynamicRef": "string",
    "$ref": "string",
    "$comment": "string",
    "$defs": "{schema}",
    # Of older drafts, and still in use.
    "definitions": "{schema}",
    "type": "string|[string]",
    "title": "string",
    "description": "string",
    "format": "string",
    "default": "data",
    "example": "data",
    "examples": "[data]",
    "enum": "[data]",
    "const": "data",
    "properties": "{schema}",
    "patternProperties": "{schema}",
    "additionalProperties": "schema",
    "unevaluatedProperties": "schema",
    "propertyNames": "schema",
    "dependentSchemas": "{schema}",
    "dependentRequired": "{[string]}",
    "required": "[string]",
    "minProperties": "integer",
    "maxProperties": "integer",
    "items": "schema",
    "prefixItems": "[schema]",
    "contains": "schema",
    "unevaluatedItems": "schema",
    "minContains": "integer",
    "maxContains": "integer",
    "minItems": "integer",
    "maxItems": "integer",
    "uniqueItems": "boolean",
    "allOf": "[schema]",
    "anyOf": "[schema]",
    "oneOf": "[schema]",
    "not": "schema",
    "if": "schema",
    "then": "schema",
    "else": "schema",
    "multipleOf": "number",
    "minimum": "number",
    "maximum": "number",
    "exclusiveMinimum": "number|boolean",
    "exclusiveMaximum": "number|boolean",
    "minLength": "integer",
    "maxLength": "integer",
    "pattern": "string",
    "contentEncoding": "string",
    "contentMediaType": "string",
    "contentSchema": "schema",
    "nullable": "boolean",
    "readOnly": "boolean",
    "writeOnly": "boolean",
    "deprecated": "boolean",
    "discriminator": "discriminator",
    "externalDocs": "external-docs",
    "xml": "xml",
}
_PARAMETER_FIELDS = {
    "$ref": "string",
    "description": "string",
    "required": "boolean",
    "deprecated": "boolean",
    "allowEmptyValue": "boolean",
    "style": "string",
    "explode": "boolean",
    "allowReserved": "boolean",
    "schema": "schema",
    "content": "{media-type}",
    "example": "data",
    "examples": "{example}",
}
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_SERVERS_AND_DOCS = {"servers": "[server]", "externalDocs": "external-docs"}

#: Kind -> its fields, and under keys that begin with ``*`` what else there is to know about it.
_TABLE: dict[str, dict[str, Any]] = {
    "openapi": {
        "openapi": "string",
        "$self": "string",
        "info": "info",
        "jsonSchemaDialect": "string",
        "paths": "paths",
        "webhooks": "{path-item}",
        # How 3.0 documents say it.
        "x-webhooks": "extension-webhooks",
        "components": "components",
        "security": "[security-requirement]",
        "tags": "[tag]",
        **_SERVERS_AND_DOCS,
        "*expected": ("info",),
    },
    "info": {
        "title": "string",
        "summary": "string",
        "description": "string",
        "termsOfService": "string",
        "contact": "contact",
        "license": "license",
        "version": "string",
        "*expected": ("title", "version"),
    },
    "contact": {"name": "string", "url": "string", "email": "string"},
    "license": {"name": "string", "identifier": "string", "url": "string"},
    "external-docs": {"description": "string", "url": "string"},
    "server": {
        "url": "string",
        "name": "string",
        "description": "string",
        "variables": "{server-variable}",
        "*expected": ("url",),
    },
    "server-variable": {
        "enum": "[string]",
        "default": "string",
        "description": "string",
        "*expected": ("default",),
    },
    "paths": {"*others": "path-item"},
    # An extension itself, it is full of extensions in real documents.
    "extension-webhooks": {"*others": "path-item"},
    "path-item": {
        "$ref": "string",
        "summary": "string",
        "description": "string",
        "servers": "[server]",
        "parameters": "[parameter]",
        "additionalOperations": "{operation}",
        **dict.fromkeys(METHODS, "operation"),
        "*section": "pathItems",
    },
    "operation": {
        "tags": "[string]",
        "summary": "string",
        "description": "string",
        "operationId": "string",
        "parameters": "[parameter]",
        "requestBody": "request-body",
        "responses": "responses",
        "callbacks": "{callback}",
        "deprecated": "boolean",
        "security": "[security-requirement]",
        **_SERVERS_AND_DOCS,
    },
    "parameter": {
        "name": "string",
        "in": "string",
        **_PARAMETER_FIELDS,
        "*required": ("name", "in"),
        "*section": "parameters",
    },
    "header": {**_PARAMETER_FIELDS, "*section": "headers"},
    "request-body": {
        "$ref": "string",
        "description": "string",
        "content": "{media-type}",
        "required": "boolean",
        "*expected": ("content",),
        "*section": "requestBodies",
    },
    "media-type": {
        "$ref": "string",
        "schema": "schema",
        "itemSchema": "schema",
        "example": "data",
        "examples": "{example}",
        "encoding": "{encoding}",
        "prefixEncoding": "[encoding]",
        "itemEncoding": "encoding",
    },
    "encoding": {
        "contentType": "string",
        "headers": "{header}",
        "style": "string",
        "explode": "boolean",
        "allowReserved": "boolean",
        "encoding": "{encoding}",
        "prefixEncoding": "[encoding]",
        "itemEncoding": "encoding",
    },
    "responses": {"*others": "response"},
    "response": {
        "$ref": "string",
        "summary": "string",
        "description": "string",
        "headers": "{header}",
        "content": "{media-type}",
        "links": "{link}",
        "*section": "responses",
    },
    "callback": {"$ref": "string", "*others": "path-item", "*section": "callbacks"},
    "example": {
        "$ref": "string",
        "summary": "string",
        "description": "string",
        "value": "data",
        "externalValue": "string",
        "dataValue": "data",
        "serializedValue": "string",
        "*section": "examples",
    },
    "link": {
        "$ref": "string",
        "operationRef": "string",
        "operationId": "string",
        "parameters": "{data}",
        "requestBody": "data",
        "description": "string",
        "server": "server",
        "*section": "links",
    },
    "tag": {
        "name": "string",
        "summary": "string",
        "description": "string",
        "externalDocs": "external-docs",
        "parent": "string",
        "kind": "string",
        "*expected": ("name",),
    },
    "security-requirement": {"*others": "[string]"},
    "security-scheme": {
        "$ref": "string",
        "type": "string",
        "description": "string",
        "name": "string",
        "in": "string",
        "scheme": "string",
        "bearerFormat": "string",
        "flows": "oauth-flows",
        "openIdConnectUrl": "string",
        "oauth2MetadataUrl": "string",
        "deprecated": "boolean",
        "*expected": ("type",),
        "*section": "securitySchemes",
    },
    "oauth-flows": {
        "implicit": "oauth-flow",
        "password": "oauth-flow",
        "clientCredentials": "oauth-flow",
        "authorizationCode": "oauth-flow",
        "deviceAuthorization": "oauth-flow",
    },
    "oauth-flow": {
        "authorizationUrl": "string",
        "deviceAuthorizationUrl": "string",
        "tokenUrl": "string",
        "refreshUrl": "string",
        "scopes": "{string}",
    },
    "components": {
        "schemas": "{schema}",
        "responses": "{response}",
        "parameters": "{parameter}",
        "examples": "{example}",
        "requestBodies": "{request-body}",
        "headers": "{header}",
        "securitySchemes": "{security-scheme}",
        "links": "{link}",
        "callbacks": "{callback}",
        "pathItems": "{path-item}",
        "mediaTypes": "{media-type}",
    },
    "schema": {**_SCHEMA_FIELDS, "*section": "schemas"},
    "discriminator": {"propertyName": "string", "mapping": "{string}", "defaultMapping": "string"},
    "xml": {
        "name": "string",
        "namespace": "string",
        "prefix": "string",
        "attribute": "boolean",
        "wrapped": "boolean",
        "nodeType": "string",
    },
}

KINDS: dict[str, Kind] = {name: Kind(name) for name in _TABLE}
_RULES: dict[str, Rule] = {}


def rule(text: str) -> Rule:
    """Return the rule that a shape of the table stands for; the same object for the same text."""
    found = _RULES.get(text)
    if found is not None:
        return found
    made = _RULES[text] = Rule(text)
    for part in text.split("|"):
        if part[0] in "[{":
            made.container = list if part[0] == "[" else dict
            made.item = rule(part[1:-1])
        elif part in _SCALARS:
            made.types |= _SCALARS[part]
            made.data = part == "data"
        else:
            made.container = dict
            made.kind = KINDS[part]
            if part == "schema":
                # true and false are schemas (JSON Schema 2020-12 core, section 4.3.2).
                made.types |= frozenset((bool,))
    return made


for _name, _entry in _TABLE.items():
    _kind = KINDS[_name]
    _kind.fields = {key: rule(shape) for key, shape in _entry.items() if key[0] != "*"}
    _kind.others = rule(_entry["*others"]) if "*others" in _entry else None
    _kind.required = _entry.get("*required", ())
    _kind.expected = _entry.get("*expected", ())
    _kind.section = _entry.get("*section", "")

SCHEMA = rule("schema")
DATA = rule("data")
#: Section of ``components`` -> what its members are.
SECTIONS: dict[str, Rule] = {
    key: section.item for key, section in KINDS["components"].fields.items() if section.item is not None
}

#: Schema fields whose children have names of their own.
DEFINITIONS = frozenset(("$defs", "definitions"))
#: Other schema fields whose children are schemas, for telling a schema's inner parts from definitions beside each other.
SCHEMA_PARENTS = (
    frozenset(
        key
        for key, shape in KINDS["schema"].fields.items()
        if shape.kind is KINDS["schema"] or (shape.item is not None and shape.item.kind is KINDS["schema"])
    )
    - DEFINITIONS
)
