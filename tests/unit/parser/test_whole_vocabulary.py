"""A document that uses every keyword there is: take one handler away, and the ledger of the document says so.

Where the deletion test of ``test_ledger.py`` asks the table, this one asks the whole parser: a keyword that is read
somewhere, and never entered, would pass there and fails here.
"""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import parse_document
from tests.unit.parser.walking import CHILDREN, LIST, MAP, counted

from sdksmith.model import Disposition
from sdksmith.parser.keywords import HANDLED, VOCABULARY

#: Keywords whose values must be of a shape, for the document to be one that the parser gets to see.
VALUES: dict[tuple[str, str], Any] = {
    ("openapi", "openapi"): "3.1.0",
    ("openapi", "security"): [{}],
    ("openapi", "webhooks"): {"hook": {"post": {"responses": {}}}},
    ("openapi", "externalDocs"): {"url": "https://example.com"},
    ("openapi", "$self"): "https://example.com/openapi.json",
    ("info", "contact"): {"name": "someone"},
    ("info", "license"): {"name": "MIT"},
    ("server-variable", "enum"): ["text"],
    ("operation", "security"): [{}],
    ("operation", "tags"): ["text"],
    ("operation", "callbacks"): {"back": {"{$request.body#/url}": {"post": {"responses": {}}}}},
    ("operation", "externalDocs"): {"url": "https://example.com"},
    ("tag", "externalDocs"): {"url": "https://example.com"},
    ("components", "examples"): {"one": {"value": 1}},
    ("components", "links"): {"one": {"operationId": "text"}},
    ("components", "callbacks"): {"back": {}},
    ("parameter", "in"): "query",
    ("parameter", "style"): "form",
    ("parameter", "examples"): {"one": {"value": 1}},
    ("header", "examples"): {"one": {"value": 1}},
    ("header", "style"): "simple",
    ("media-type", "examples"): {"one": {"value": 1}},
    ("media-type", "prefixEncoding"): [{}],
    ("media-type", "itemEncoding"): {},
    ("encoding", "style"): "form",
    ("response", "links"): {"one": {"operationId": "text"}},
    ("security-scheme", "type"): "oauth2",
    ("security-scheme", "flows"): {"clientCredentials": {"tokenUrl": "https://example.com", "scopes": {}}},
    ("schema", "type"): "object",
    ("schema", "enum"): [{"a": 1}],
    ("schema", "const"): {"a": 1},
    ("schema", "required"): ["p"],
    ("schema", "discriminator"): {"propertyName": "p"},
    ("schema", "examples"): ["text"],
    ("schema", "externalDocs"): {"url": "https://example.com"},
    ("schema", "xml"): {"name": "text"},
    ("schema", "dependentRequired"): {"p": ["q"]},
    ("schema", "dependencies"): {"p": ["q"]},
    ("schema", "$vocabulary"): {"https://example.com": True},
}
_TRUE = "required deprecated allowEmptyValue allowReserved explode readOnly writeOnly uniqueItems nullable".split()
_NUMBERS = "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf".split()
_COUNTS = "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains".split()
_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
#: Leaves of the kinds that may not be empty.
LEAVES: dict[str, Any] = {
    "schema": {"type": "string"},
    "parameter": {"name": "leaf", "in": "query", "schema": {"type": "string"}},
    "response": {"description": "leaf"},
    "request-body": {"content": {}},
    "operation": {"responses": {}},
    "security-scheme": {"type": "http", "scheme": "basic"},
    "server": {"url": "https://example.com"},
    "server-variable": {"default": "text"},
    "tag": {"name": "leaf"},
    "info": {"title": "leaf", "version": "1"},
}


def value(kind: str, keyword: str) -> Any:
    """Return something that may stand behind a keyword."""
    if (kind, keyword) in VALUES:
        return VALUES[kind, keyword]
    child, shape = CHILDREN.get(kind, {}).get(keyword, ("", ""))
    if child:
        leaf = LEAVES.get(child, {})
        name = "/leaf" if keyword == "paths" else "200" if keyword == "responses" else "p"
        return {name: leaf} if shape == MAP else [leaf] if shape == LIST else leaf
    if keyword in _TRUE:
        return True
    if keyword in _NUMBERS or keyword in _COUNTS:
        return 1
    return "text"


def with_all(kind: str) -> dict[str, Any]:
    """Return an object of a kind with every keyword it may have, but for references."""
    return {keyword: value(kind, keyword) for keyword in sorted(VOCABULARY[kind]) if keyword not in _REFERENCES}


def with_one(kind: str, keyword: str) -> dict[str, Any]:
    """Return an object of a kind with one keyword, and what it can't be without."""
    base = {**LEAVES.get(kind, {})}
    if keyword in _REFERENCES:
        return {keyword: _REFERENCE_TARGETS[kind]}
    return {**base, keyword: value(kind, keyword)}


_SECTIONS = {
    "schema": "schemas",
    "response": "responses",
    "parameter": "parameters",
    "request-body": "requestBodies",
    "header": "headers",
    "security-scheme": "securitySchemes",
    "path-item": "pathItems",
    "media-type": "mediaTypes",
}
_REFERENCE_TARGETS = {kind: f"#/components/{section}/Leaf" for kind, section in _SECTIONS.items()}


def document(kind: str, node: dict[str, Any]) -> dict[str, Any]:
    """Return a document with an object in a place for its kind."""
    section = _SECTIONS.get(kind)
    components: dict[str, Any] = {name: {"Leaf": LEAVES.get(each, {})} for each, name in _SECTIONS.items()}
    if section:
        components[section] = {**components[section], "Whole": node}
    tree: dict[str, Any] = {"components": components, "paths": {}}
    match kind:
        case "openapi":
            tree.update(node)
        case "info":
            tree["info"] = {"title": "Test", "version": "1", **node}
        case "components":
            tree["components"] = {**components, **{name: each for name, each in node.items() if name not in components}}
        case "tag":
            tree["tags"] = [node]
        case "server":
            tree["servers"] = [node]
        case "server-variable":
            tree["servers"] = [{"url": "https://{v}.example.com", "variables": {"v": node}}]
        case "operation":
            tree["paths"] = {"/a": {"get": node}}
        case "encoding":
            media = {"schema": {"type": "object", "properties": {"p": {}}}, "encoding": {"p": node}}
            body = {"content": {"multipart/form-data": media}}
            tree["paths"] = {"/a": {"post": {"requestBody": body, "responses": {}}}}
        case _:
            pass
    return tree


EVERY = [(kind, keyword) for kind in VOCABULARY for keyword in sorted(VOCABULARY[kind])]
#: What the document layer puts something else in the place of, before the parser sees it: ``$ref`` for a dynamic
#: reference, and the media type itself for a reference to it.
REWRITTEN = {("schema", "$dynamicRef"), ("media-type", "$ref")}


def test_the_vocabulary_is_all_there() -> None:
    assert len(EVERY) == sum(map(len, HANDLED.values())) == 196
    covered = {
        (kind, keyword)
        for kind, keyword in EVERY
        if counted({"openapi": "3.1.0", **document(kind, with_one(kind, keyword))})[kind, keyword]
    }
    assert set(EVERY) - covered == set()


@pytest.mark.parametrize(("kind", "keyword"), [each for each in EVERY if each not in REWRITTEN])
def test_the_ledger_of_a_document_misses_a_handler(kind: str, keyword: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = document(kind, with_one(kind, keyword))
    complete = parse_document(tree).ledger
    assert complete.unaccounted == []
    assert sum(complete.counts[kind, keyword, outcome] for outcome in Disposition) > 0

    monkeypatch.delitem(HANDLED[kind], keyword)

    lacking = parse_document(tree).ledger
    assert keyword in {found for _, found in lacking.unaccounted}


@pytest.mark.parametrize("kind", VOCABULARY)
def test_every_keyword_of_a_kind_at_once_is_accounted_for(kind: str) -> None:
    ledger = parse_document(document(kind, with_all(kind))).ledger

    assert ledger.unaccounted == []
    found = {keyword for (each, keyword, _), count in ledger.counts.items() if each == kind and count}
    assert set(with_all(kind)) <= found
