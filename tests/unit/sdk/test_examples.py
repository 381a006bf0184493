"""Examples: short calls with what is required, what a client is made with, and which calls an overview shows."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import ref
from tests.unit.sdk.designing import OK, design, parameter, returns, sends

from sdksmith.sdk import BASIC, TOKEN, Credential, Method, Sdk
from sdksmith.sdk.documentation.examples import Examples, example_client
from sdksmith.sdk.documentation.overview import choose, companion
from sdksmith.sdk.wire.vectors import arguments_json

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}


def example(operation: dict[str, Any], path: str = "/things", **schemas: Any) -> dict[str, Any]:
    sdk = design({"paths": {path: {"post": {"responses": OK, **operation}}}, "components": {"schemas": schemas}})
    (method,) = sdk.methods.values()
    return arguments_json(Examples(sdk.api.declarations).arguments(method))


def test_an_example_gives_what_is_required_and_nothing_else() -> None:
    body = {"type": "object", "required": ["a", "n"], "properties": {"a": TEXT, "b": TEXT, "n": {"type": ["string", "null"]}}}  # fmt: skip

    found = example({**sends(body), "parameters": [parameter("id", place="path"), parameter("q")]}, "/things/{id}")

    assert found == {"path": {"id": "id"}, "body": {"a": "a"}}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        # What must be there and may be null is given, however often it is asked for.
        ({}, {"a": "a", "n": "n"}),
        ({"minProperties": 2}, {"a": "a", "n": "n"}),
        # What only the server writes counts for nothing.
        ({"minProperties": 3}, {"a": "a", "n": "n", "b": "b"}),
        ({"minProperties": 9}, {"a": "a", "n": "n", "b": "b", "c": "c"}),
    ],
)
def test_a_call_is_given_what_the_document_wants(more: Any, expected: Any) -> None:
    properties = {"id": {**TEXT, "readOnly": True}, "a": TEXT, "b": TEXT, "n": {"type": ["string", "null"]}, "c": TEXT}
    body = {"type": "object", "required": ["a", "n", "id"], "properties": properties, **more}
    sdk = design({"paths": {"/things": {"post": {"responses": OK, **sends(body)}}}})
    (method,) = sdk.methods.values()

    found = arguments_json(Examples(sdk.api.declarations).call(method))

    assert found == {"body": expected}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (TEXT, "p"),
        (NUMBER, 1),
        ({"type": "number"}, 1.5),
        ({"type": "boolean"}, True),
        ({"type": "string", "format": "email"}, "user@example.com"),
        ({"type": "string", "format": "date-time"}, "2026-01-31T00:00:00Z"),
        ({"type": "string", "enum": ["x", "y"]}, "x"),
        ({"const": "only"}, "only"),
        ({"type": "array", "items": NUMBER}, [1]),
        ({"type": "object", "additionalProperties": NUMBER}, {"key": 1}),
        ({"type": "string", "example": "known"}, "known"),
        ({"type": "string", "default": "usual"}, "usual"),
        ({"type": "string", "example": "x" * 41}, "p"),
        ({"type": "integer", "example": "no number"}, 1),
        (ref("Thing"), {"a": "a", "inner": {"a": "a", "inner": None}}),
        ({"oneOf": [NUMBER, TEXT]}, 1),
    ],
)
def test_an_example_is_of_the_right_type_and_has_an_end(schema: Any, value: Any) -> None:
    thing = {"type": "object", "required": ["a"], "properties": {"a": TEXT, "inner": ref("Thing")}}
    entry = parameter("p", schema, required=True)
    if "example" in schema:
        entry["example"] = schema["example"]

    found = example({"parameters": [entry]}, Thing=thing)

    if schema == ref("Thing"):
        value = {"a": "a"}
    assert found == {"query": {"p": value}}


def test_a_type_that_must_contain_itself_ends_in_null() -> None:
    node = {"type": "object", "required": ["next"], "properties": {"next": ref("Node")}}

    found = example({"parameters": [parameter("p", ref("Node"), required=True)]}, Node=node)

    value, depth = found["query"]["p"], 0
    while value is not None:
        value, depth = value["next"], depth + 1
    assert 1 < depth < 10


# -- clients ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schemes", "credential"),
    [
        ({}, None),
        ({"a": {"type": "http", "scheme": "bearer"}, "k": {"type": "apiKey", "in": "header", "name": "K"}}, TOKEN),
        ({"b": {"type": "http", "scheme": "basic"}, "k": {"type": "apiKey", "in": "header", "name": "K"}}, Credential("key", "k")),
        ({"b": {"type": "http", "scheme": "basic"}}, BASIC),
    ],
)  # fmt: skip
def test_a_client_is_made_with_the_first_credential_that_the_api_knows(schemes: Any, credential: Any) -> None:
    assert example_client(design({"components": {"securitySchemes": schemes}})).credential == credential


@pytest.mark.parametrize(
    ("server", "value", "needs_base_url"),
    [
        ({"url": "https://api.example.com"}, "", False),
        ({"url": "/v1"}, "", True),
        ({"url": "https://{t}", "variables": {"t": {"default": "{tenant}.example.com"}}}, "YOUR_tenant.example.com", False),
        ({"url": "https://{t}", "variables": {"t": {"default": "a.example.com"}}}, "", False),
    ],
)  # fmt: skip
def test_a_client_is_told_where_the_api_is_only_where_the_document_is_not(
    server: Any, value: str, needs_base_url: bool
) -> None:
    client = example_client(design({"servers": [server]}))

    assert (client.value, client.variable is not None, client.needs_base_url) == (value, bool(value), needs_base_url)


# -- overview ---------------------------------------------------------------------------------------------------------

THING = {"type": "object", "properties": {"id": TEXT}}


def api(*operations: tuple[str, str, str, dict[str, Any]]) -> Sdk:
    """Design an API of operations: verb, path, group and the rest; each is named by its path and verb."""
    paths: dict[str, Any] = {}
    for verb, path, group, rest in operations:
        named = {"x-operation-group": group, "x-operation-name": f"{verb}{path.count('/')}", "responses": OK, **rest}
        paths.setdefault(path, {})[verb] = named
    return design({"paths": paths, "components": {"schemas": {"Thing": THING}}})


def shown(method: Method | None) -> str:
    return "" if method is None else f"{method.operation.method} {method.operation.path}"


ID = [parameter("id", place="path")]
LOOK_UP = {"parameters": ID, "responses": returns(ref("Thing"))}


def test_the_simplest_call_of_the_fullest_group_is_shown() -> None:
    sdk = api(
        ("get", "/a/{id}", "alone", LOOK_UP),
        ("get", "/users/{id}", "users", LOOK_UP),
        ("get", "/users/{id}/far/more", "users", {**LOOK_UP, "parameters": [*ID, parameter("q", required=True)]}),
        ("delete", "/users/{id}", "users", {"parameters": ID}),
        ("post", "/users", "users", sends({"type": "object", "required": ["name"], "properties": {"name": TEXT}})),
    )

    calls = choose(sdk)

    assert (shown(calls.get), shown(calls.create)) == ("GET /users/{id}", "POST /users")
    assert (calls.clear, calls.pages, calls.events, calls.upload, calls.download) == (None,) * 5


def test_a_call_that_clears_a_property_is_shown_with_it_and_another_beside() -> None:
    properties = {"nickname": {"type": ["string", "null"]}, "when": {"type": "string", "format": "date-time"}, "age": NUMBER}  # fmt: skip
    sdk = api(("patch", "/users", "users", sends({"type": "object", "properties": properties})))

    calls = choose(sdk)

    assert calls.clear is not None and calls.cleared is not None
    assert calls.cleared.wire_name == "nickname"
    beside = companion(calls.clear, calls.cleared)
    assert beside is not None and beside.wire_name == "age"


def test_files_go_up_and_down() -> None:
    form = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}
    sdk = api(
        ("put", "/photo", "photos", sends(form, "multipart/form-data")),
        ("get", "/photo", "photos", {"responses": returns({"type": "string", "format": "binary"}, "image/png")}),
        ("get", "/events", "events", {"responses": returns(THING, "text/event-stream")}),
    )

    calls = choose(sdk)

    assert (shown(calls.upload), shown(calls.download), shown(calls.events)) == (
        "PUT /photo",
        "GET /photo",
        "GET /events",
    )


def test_the_order_of_the_document_does_not_choose() -> None:
    operations = [
        ("get", "/users/{id}", "users", LOOK_UP),
        ("get", "/teams/{id}", "teams", LOOK_UP),
        ("get", "/things/{id}", "things", LOOK_UP),
    ]

    assert {shown(choose(api(*order)).get) for order in (operations, operations[::-1])} == {"GET /teams/{id}"}
