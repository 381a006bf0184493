"""What an answer holds beyond the document, or without what only the server sets: kept, read, and told."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

SPEC = Spec("""
schemas:
  Point:
    type: object
    required: [x]
    additionalProperties: false
    properties: {x: {type: integer}, inner: {$ref: "#/components/schemas/Point"}, "a/b~": {$ref: "#/components/schemas/Point"}}
  Open: {type: object, required: [x], properties: {x: {type: integer}}}
  Sized: {type: object, required: [x, size], additionalProperties: false, properties: {x: {type: integer}, size: {type: integer}}}
  Either: {anyOf: [{$ref: "#/components/schemas/Point"}, {$ref: "#/components/schemas/Sized"}]}
  Lenient: {anyOf: [{$ref: "#/components/schemas/Point"}, {$ref: "#/components/schemas/Open"}]}
  OrMap: {anyOf: [{$ref: "#/components/schemas/Point"}, {type: object, additionalProperties: {type: integer}}]}
  Lists:
    anyOf:
      - {type: array, items: {$ref: "#/components/schemas/Open"}}
      - {type: array, items: {$ref: "#/components/schemas/Point"}}
  Cat: {type: object, required: [kind], additionalProperties: false, properties: {kind: {type: string}, lives: {type: integer}}}
  Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
  Pet:
    oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
    discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}
  Heir: {allOf: [{$ref: "#/components/schemas/Point"}, {type: object, properties: {own: {type: string}}}]}
  Tight: {allOf: [{$ref: "#/components/schemas/Point"}, {type: object, required: [inner]}]}
  Unevaluated: {allOf: [{$ref: "#/components/schemas/Open"}], properties: {y: {type: integer}}, unevaluatedProperties: false}
  Sealed: {allOf: [{$ref: "#/components/schemas/Open"}], unevaluatedProperties: false}
  Patterns: {type: object, properties: {x: {type: integer}}, patternProperties: {"^x-": {}}, additionalProperties: false}
  Conditional: {type: object, properties: {x: {type: integer}}, if: {required: [x]}, then: {properties: {y: {}}}, unevaluatedProperties: false}
  Depends: {allOf: [{$ref: "#/components/schemas/Open"}], dependentSchemas: {x: {properties: {y: {}}}}, unevaluatedProperties: false}
  OverTyped: {allOf: [{$ref: "#/components/schemas/Typed"}], properties: {z: {type: integer}}, unevaluatedProperties: false}
  Folded:
    type: object
    properties: {x: {type: integer}}
    oneOf: [{type: object, properties: {y: {type: integer}}}, {type: object, properties: {z: {type: integer}}}]
    unevaluatedProperties: false
  Contrary: {type: object, required: [x, ghost], properties: {x: {type: integer}}, additionalProperties: false}
  Typed: {type: object, properties: {x: {type: integer}}, additionalProperties: {type: string}}
  Colour: {type: string, enum: [red, green]}
  Account:
    type: object
    required: [id, at, password, kind, name]
    properties:
      id: {type: string, readOnly: true}
      at: {type: string, format: date-time, readOnly: true}
      nick: {type: string, readOnly: true}
      kind: {$ref: "#/components/schemas/Colour", readOnly: true}
      password: {type: string, writeOnly: true}
      name: {type: string}
  Item: {type: object, additionalProperties: false, properties: {id: {type: integer}}}
  Page: {type: object, properties: {next: {type: [string, "null"]}, items: {type: array, items: {$ref: "#/components/schemas/Item"}}}}
paths:
  /point:
    get:
      tags: [points]
      operationId: get
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Point"}}}}}
    put:
      tags: [points]
      operationId: put
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Either"}}}}
  /events:
    get:
      tags: [points]
      operationId: watch
      responses: {"200": {description: ok, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Point"}}}}}
  /lines:
    get:
      tags: [points]
      operationId: lines
      responses: {"200": {description: ok, content: {application/jsonl: {schema: {$ref: "#/components/schemas/Point"}}}}}
  /pages:
    get:
      tags: [points]
      operationId: list
      parameters: [{name: from, in: query, schema: {type: string}}, {name: take, in: query, schema: {type: integer}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}}
webhooks:
  moved:
    post: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Point"}}}}, responses: {"204": {description: ok}}}
  joined:
    post: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Account"}}}}, responses: {"204": {description: ok}}}
""")

#: The value that must never be told to anybody.
SECRET = "s3cr3t-value"
EXTRA = "Extra fields are not permitted"


@pytest.fixture(scope="module")
def sdk() -> Any:
    return make_package(SPEC)


def read(sdk: Any, type_: Any, value: Any, **options: Any) -> tuple[Any, dict[str, str]]:
    """Decode a value, which must come back whole; return it, and what was told by pointer."""
    core = __import__(f"{sdk.__name__}.core", fromlist=["core"])
    told: list[Any] = []
    result = core.decode(
        getattr(sdk, type_) if isinstance(type_, str) else type_, json.dumps(value).encode(), told.extend
    )
    assert json.loads(core.encode_json(result)) == value
    assert SECRET not in repr(told)
    pointers = [drift.pointer for drift in told]
    assert len(pointers) == len(set(pointers)), "a place is told twice"
    return result, {drift.pointer: drift.expected for drift in told}


#: Type and value -> the pointers of what the document does not let in.
CLOSED: dict[str, tuple[str, Any, list[str]]] = {
    "nothing more": ("Point", {"x": 1, "inner": {"x": 2}}, []),
    "a field more": ("Point", {"x": 1, "y": SECRET}, ["/y"]),
    "two fields more": ("Point", {"x": 1, "y": 1, "z": {"x": {"y": SECRET}}}, ["/y", "/z"]),
    "inside": ("Point", {"x": 1, "inner": {"x": 1, "inner": {"x": 1, "y": 1}}}, ["/inner/inner/y"]),
    "at both": ("Point", {"x": 1, "y": 1, "inner": {"x": 1, "y": 1}}, ["/inner/y", "/y"]),
    "where names are escaped": ("Point", {"x": 1, "a/b~": {"x": 1, "~/": 1}}, ["/a~1b~0/~0~1"]),
    "beside another departure": ("Point", {"x": SECRET, "y": 1}, ["/x", "/y"]),
    "an open object": ("Open", {"x": 1, "y": 1}, []),
    "a variant that knows all": ("Either", {"x": 1, "size": 1}, []),
    "a variant that knows most": ("Either", {"x": 1, "size": 1, "y": 1}, ["/y"]),
    "no variant": ("Either", {"x": 1, "y": 1}, ["/y"]),
    "an open variant lets it in": ("Lenient", {"x": 1, "y": 1}, []),
    "an open variant does not let that in": ("Lenient", {"x": 1, "inner": {"x": 1, "y": 1}}, []),
    "a map lets it in": ("OrMap", {"x": 1, "y": 1}, []),
    "a map of another type does not": ("OrMap", {"x": 1, "y": "text"}, ["/y"]),
    "an open list lets it in": ("Lists", [{"x": 1}, {"x": 1, "y": 1}], []),
    "a closed variant with a tag": ("Pet", {"kind": "cat", "tail": 1}, ["/tail"]),
    "an open variant with a tag": ("Pet", {"kind": "dog", "tail": 1}, []),
    "an object that extends a closed one": ("Heir", {"x": 1, "own": "o", "inner": {"x": 1}}, []),
    "and a field more": ("Heir", {"x": 1, "own": "o", "y": 1}, ["/y"]),
    "an object that asks more of a closed one": ("Tight", {"x": 1, "inner": {"x": 1}, "y": 1}, ["/y"]),
    "unevaluated properties": ("Unevaluated", {"x": 1, "y": 1, "z": 1}, ["/z"]),
    "unevaluated properties that are known": ("Unevaluated", {"x": 1, "y": 1}, []),
    "an object that only closes another": ("Sealed", {"x": 1, "y": 1}, ["/y"]),
    "keys that a pattern may let in": ("Patterns", {"x": 1, "x-y": 1}, []),
    "fields that depend on a condition": ("Conditional", {"x": 1, "y": 1}, []),
    "fields that depend on others": ("Depends", {"x": 1, "y": 1}, []),
    "fields that a part lets in by their type": ("OverTyped", {"x": 1, "y": "text"}, []),
    "fields of a variant": ("Folded", {"x": 1, "z": 1}, []),
    "fields of no variant": ("Folded", {"x": 1, "q": 1}, ["/q"]),
    "a field that is required and forbidden": ("Contrary", {"x": 1, "ghost": 1}, []),
    "other fields have a type": ("Typed", {"x": 1, "y": "text"}, []),
}


@pytest.mark.parametrize("case", CLOSED)
def test_a_further_field_is_told_where_the_document_closes_the_object(sdk: Any, case: str) -> None:
    type_, value, pointers = CLOSED[case]
    _, told = read(sdk, type_, value)
    assert sorted(told) == pointers
    assert {told[pointer] for pointer in pointers if pointer != "/x"} <= {EXTRA}


def test_a_further_field_of_a_closed_object_is_read_written_and_changed_like_any(sdk: Any) -> None:
    result, _ = read(sdk, "Point", {"x": 1, "y": {"z": 1}})
    assert result.y == {"z": 1}
    result.y = 2
    assert result.model_dump() == {"x": 1, "y": 2}


def test_a_model_made_by_hand_takes_further_fields_as_they_are(sdk: Any) -> None:
    kept = object()
    made = sdk.Point(x=1, y=kept, inner={"x": "2", "z": kept})
    assert made.y is kept
    assert made.inner.z is kept
    assert made.inner.x == 2


def test_an_open_schema_costs_no_class_keyword_and_an_heir_inherits_it(sdk: Any) -> None:
    closed = {
        name: getattr(sdk, name).__closed__
        for name in (
            "Point",
            "Open",
            "Heir",
            "Tight",
            "Unevaluated",
            "Sealed",
            "Patterns",
            "Contrary",
            "Typed",
            "Pet_Cat",
            "Pet_Dog",
        )
    }
    assert [name for name, value in closed.items() if value] == [
        "Point",
        "Heir",
        "Tight",
        "Unevaluated",
        "Sealed",
        "Pet_Cat",
    ]


class Told:
    """A hook that remembers the pointers."""

    def __init__(self) -> None:
        self.pointers: list[str] = []

    def __call__(self, _request: Any, drifts: list[Any]) -> None:
        self.pointers.extend(drift.pointer for drift in drifts)


def everywhere(server: Server, method: str) -> tuple[str, bool]:
    """Set the answer of a method that gives a point with a further field; return where the field is, and whether it is iterated."""
    point = json.dumps({"x": 1, "y": SECRET})
    if method == "watch":
        server.answer(body=f"data: {point}\n\n".encode(), headers={"Content-Type": "text/event-stream"})
    elif method == "lines":
        server.answer(body=point.encode(), headers={"Content-Type": "application/jsonl"})
    elif method == "list":
        server.answer(200, {"items": [{"id": 1}, {"id": 2, "y": SECRET}], "next": None})
    else:
        server.answer(200, json.loads(point))
    return "/items/1/y" if method == "list" else "/y", method in ("watch", "lines", "list")


METHODS = pytest.mark.parametrize("method", ["get", "watch", "lines", "list"])


@METHODS
def test_it_is_told_to_the_hook_and_the_log_by_both_clients(
    sdk: Any, server: Server, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    told = Told()

    async def run() -> None:
        async with sdk.AsyncApi(base_url=server.url, on_drift=told) as client:
            result = getattr(client.points, method)()
            result = result if hasattr(result, "__aiter__") else await result
            if hasattr(result, "__aiter__"):
                assert [item async for item in result]

    with caplog.at_level(logging.WARNING):
        pointer, iterated = everywhere(server, method)
        with sdk.Api(base_url=server.url, on_drift=told) as client:
            result = getattr(client.points, method)()
            found = list(result)[-1] if iterated else result
            assert found.y == SECRET
        everywhere(server, method)
        asyncio.run(run())
    assert told.pointers == [pointer, pointer]
    assert caplog.text.count(f"{pointer}: {EXTRA}") == 2
    assert SECRET not in caplog.text


@METHODS
def test_a_strict_client_refuses_it(sdk: Any, server: Server, method: str) -> None:
    pointer, iterated = everywhere(server, method)
    with (
        sdk.Api(base_url=server.url, strict_responses=True) as client,
        pytest.raises(sdk.DecodeError, match=f"{pointer}: {EXTRA}") as caught,
    ):
        result = getattr(client.points, method)()
        if iterated:
            list(result)
    assert SECRET not in str(caught.value)


def test_it_is_told_of_webhooks_and_a_strict_reader_refuses_it(sdk: Any) -> None:
    told: list[Any] = []
    body = json.dumps({"x": 1, "y": SECRET})
    reader = sdk.Webhooks(None, on_drift=told.extend)
    assert reader.moved(body).y == SECRET
    assert [(drift.pointer, drift.expected) for drift in told] == [("/y", EXTRA)]
    with pytest.raises(sdk.WebhookPayloadError, match=f"/y: {EXTRA}") as caught:
        sdk.Webhooks(None, strict=True).moved(body)
    assert SECRET not in str(caught.value)


def test_many_places_make_one_line_of_the_log_without_line_breaks_of_the_server(
    sdk: Any, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer(200, {"x": 1, "a\nWARNING forged": 1, "b" * 5000: 1, **{f"key{number}": 1 for number in range(100)}})
    told = Told()
    with caplog.at_level(logging.WARNING), sdk.Api(base_url=server.url, on_drift=told) as client:
        client.points.get()
    (record,) = caplog.records
    line = record.getMessage()
    assert "/a\\nWARNING forged: Extra" in line
    assert "\n" not in line
    assert "and 97 more" in line
    assert len(line) < 1000
    assert len(told.pointers) == 102


ACCOUNT = {"id": "1", "at": "2026-01-31T12:00:00Z", "kind": "red", "name": "n"}


@pytest.mark.parametrize(
    ("missing", "pointers"),
    [
        ([], []),
        (["id"], ["/id"]),
        (["at"], ["/at"]),
        (["kind"], ["/kind"]),
        (["id", "at", "name"], ["/at", "/id", "/name"]),
    ],
)
def test_a_required_read_only_field_that_is_missing_is_told(sdk: Any, missing: list[str], pointers: list[str]) -> None:
    value = {name: entry for name, entry in ACCOUNT.items() if name not in missing}
    result, told = read(sdk, "Account", value)
    assert sorted(told) == pointers
    assert set(told.values()) <= {"Field required"}
    assert all(getattr(result, name) is None for name in missing)


@pytest.mark.parametrize("name", ["Account", "Point"])
def test_types_that_are_built_already_tell_in_new_places_too(sdk: Any, name: str) -> None:
    value, pointer = ({**ACCOUNT, "kind": SECRET}, "/kind") if name == "Account" else ({"x": 1, "y": 1}, "/y")
    model: Any = getattr(sdk, name)
    for type_, nested, prefix in (
        (model, value, ""),
        (list[model], [value], "/0"),
        (dict[str, model], {"a": value}, "/a"),
    ):
        _, told = read(sdk, type_, nested)
        assert list(told) == [prefix + pointer]


def test_a_read_only_field_need_not_be_given_by_hand_nor_be_in_a_request_of_the_api(sdk: Any) -> None:
    made = sdk.Account(name="n", password="p")
    assert made.id is None
    assert made.model_dump() == {"name": "n", "password": "p"}
    told: list[Any] = []
    sdk.Webhooks(None, on_drift=told.extend, strict=True).joined(b'{"name": "n", "password": "p"}')
    assert told == []


@pytest.mark.parametrize(
    ("annotation", "value", "pointers"),
    [
        ("Colour", "red", []),
        ("Colour", SECRET, [""]),
        ("list[Colour]", ["red", SECRET, "green"], ["/1"]),
        ("dict[str, Colour]", {"a": SECRET, "b": "red"}, ["/a"]),
        ("dict[str, list[Colour]]", {"a": ["red"], "b": ["red", SECRET]}, ["/b/1"]),
        ("list[Point]", [{"x": 1}, {"x": 1, "y": 1}], ["/1/y"]),
    ],
)
def test_a_value_outside_any_model_is_told_as_well(sdk: Any, annotation: str, value: Any, pointers: list[str]) -> None:
    type_ = eval(annotation, {"Colour": sdk.Colour, "Point": sdk.Point})
    _, told = read(sdk, type_, value)
    assert list(told) == pointers


def test_a_search_through_unions_inside_unions_stays_short(sdk: Any) -> None:
    """Twice the work for each level would never end."""
    nested = make_package("""
schemas:
  Node:
    type: object
    required: [n]
    additionalProperties: false
    properties: {n: {type: integer}, next: {anyOf: [{$ref: "#/components/schemas/Node"}, {type: array, items: {$ref: "#/components/schemas/Node"}}]}}
""")
    value: Any = {"n": 0, "extra": 1}
    for level in range(40):
        value = {"n": level, "next": [value] if level % 2 else value}
    _, told = read(nested, "Node", value)
    assert len(told) == 1
