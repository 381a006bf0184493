"""Wire cases: values, requests, responses, pages and events, as data."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.parser.parsing import ref
from tests.unit.sdk.designing import OK, design, parameter, returns, sends

from sdksmith.sdk.wire.cases import WireCase, WireCases
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.sdk.wire.vectors import arguments_json, vectors

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}


def case_of(operation: dict[str, Any], path: str = "/things", verb: str = "post", **schemas: Any) -> WireCase:
    sdk = design({"paths": {path: {verb: {"responses": OK, **operation}}}, "components": {"schemas": schemas}})
    (method,) = sdk.methods.values()
    return WireCases(sdk).case(method)


def query_of(*parameters: dict[str, Any]) -> list[str]:
    return case_of({"parameters": list(parameters)}).calls[-1].request.query


def styled(style: str, explode: bool, schema: Any) -> dict[str, Any]:
    return {**parameter("p", schema), "style": style, "explode": explode}


LIST = {"type": "array", "items": TEXT, "example": ["a b", "c"]}
MAP = {"type": "object", "properties": {"x": NUMBER, "y": TEXT}, "example": {"x": 1, "y": "z"}}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (styled("form", True, LIST), ["p=a%20b", "p=c"]),
        (styled("form", False, LIST), ["p=a%20b,c"]),
        (styled("spaceDelimited", False, LIST), ["p=a%20b%20c"]),
        (styled("pipeDelimited", False, LIST), ["p=a%20b%7Cc"]),
        (styled("deepObject", True, MAP), ["p%5Bx%5D=1", "p%5By%5D=z"]),
        (styled("form", True, MAP), ["x=1", "y=z"]),
        (parameter("p", {"type": "boolean"}), ["p=true"]),
        (parameter("p", {"type": "number", "example": 0.5}), ["p=0.5"]),
        ({"name": "p", "in": "query", "content": {"application/json": {"schema": MAP}}}, ["p=%7B%22x%22%3A1%2C%22y%22%3A%22z%22%7D"]),
    ],
)  # fmt: skip
def test_a_query_is_written_in_the_style_of_its_parameters(entry: dict[str, Any], expected: list[str]) -> None:
    if "schema" in entry:
        entry = {**entry, "example": entry["schema"].get("example", True)}
    else:
        entry["content"]["application/json"]["example"] = MAP["example"]

    assert query_of(entry) == expected


def test_a_path_parameter_stays_one_segment() -> None:
    case = case_of({"parameters": [parameter("id", place="path")]}, "/things/{id}", "get")

    assert case.calls[0].request.path == "/things/id%2F1"


def test_headers_and_cookies_are_expected_by_name() -> None:
    case = case_of({"parameters": [parameter("X-Trace", place="header"), parameter("c", place="cookie")]})

    assert case.calls[-1].request.headers == {"x-trace": "x_trace", "cookie": "c=c"}


def test_the_first_call_gives_what_is_required_and_the_second_everything_but_what_only_the_server_writes() -> None:
    body = {
        "type": "object",
        "required": ["a"],
        "properties": {"a": TEXT, "b": NUMBER, "c": {"type": "string", "readOnly": True}},
    }

    case = case_of({**sends(body), "parameters": [parameter("q")]})

    assert [arguments_json(call.arguments) for call in case.calls] == [
        {"body": {"a": "a"}},
        {"query": {"q": "q"}, "body": {"a": "a", "b": 1}},
    ]
    assert [call.request.body for call in case.calls] == [{"json": {"a": "a"}}, {"json": {"a": "a", "b": 1}}]
    assert {call.request.content_type for call in case.calls} == {"application/json"}


def test_a_call_with_nothing_to_leave_out_is_one_call() -> None:
    assert len(case_of({}).calls) == 1


def test_a_whole_body_is_one_value() -> None:
    case = case_of(sends({"type": "array", "items": ref("Thing")}), Thing={"type": "object", "properties": {"a": TEXT}})

    assert arguments_json(case.calls[-1].arguments) == {"body": [{"a": "a"}]}


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/x-www-form-urlencoded", {"form": {"a": ["a"], "n": ["1"]}}),
        ("multipart/form-data", {"multipart": {"a": ["a"], "n": ["1"]}}),
    ],
)
def test_forms_are_expected_by_field(content_type: str, body: dict[str, Any]) -> None:
    schema = {"type": "object", "properties": {"a": TEXT, "n": NUMBER}, "required": ["a", "n"]}

    assert case_of(sends(schema, content_type)).calls[-1].request.body == body


def test_an_example_of_the_document_is_used_where_it_fits() -> None:
    thing = {"type": "object", "properties": {"a": TEXT}}
    operation = sends(ref("Thing"))
    operation["requestBody"]["content"]["application/json"]["examples"] = {"wrong": {"value": {"a": 1}}, "right": {"value": {"a": "yes"}}}  # fmt: skip

    case = case_of({**operation, "responses": returns({**thing, "examples": [{"a": "came"}]})}, Thing=thing)

    assert case.calls[-1].request.body == {"json": {"a": "yes"}}
    assert case.response.value == {"a": "came"}


def test_values_that_only_one_direction_has_are_in_that_one_only() -> None:
    both = {"type": "object", "properties": {"in": {**TEXT, "writeOnly": True}, "out": {**TEXT, "readOnly": True}}}

    case = case_of({**sends({"type": "array", "items": ref("Both")}), "responses": returns(ref("Both"))}, Both=both)

    assert case.calls[-1].request.body == {"json": [{"in": "in"}]}
    assert case.response.value == {"out": "out"}


def test_the_tag_of_a_union_is_that_of_its_variant() -> None:
    mapping = {"tabby": ref("Cat")["$ref"], "pug": ref("Dog")["$ref"]}
    union = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind", "mapping": mapping}}
    cat = {"type": "object", "properties": {"kind": TEXT, "name": TEXT}, "required": ["kind"]}

    assert case_of({"responses": returns(ref("Pet"))}, Pet=union, Cat=cat, Dog=cat).response.value == {
        "kind": "tabby",
        "name": "name",
    }


PAGE = {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": TEXT}, "total": NUMBER, "start": NUMBER, "limit": NUMBER}}  # fmt: skip
CURSOR = {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": TEXT}, "next": TEXT}}  # fmt: skip


def test_offset_pages_are_counted_to_the_empty_one() -> None:
    parameters = [parameter("page", NUMBER), parameter("per_page", NUMBER)]

    case = case_of({"parameters": parameters, "responses": returns(PAGE)}, verb="get")

    assert [len(page["items"]) for page in case.pages] == [1, 2, 0]
    assert case.queries == (
        ("page=0", "per_page=50"),
        ("page=1", "per_page=50"),
        ("page=2", "per_page=50"),
    )


def test_each_page_names_the_next_until_one_names_none() -> None:
    parameters = [parameter("from"), parameter("take", NUMBER)]

    case = case_of({"parameters": parameters, "responses": returns(CURSOR)}, verb="get")

    assert [page.get("next") for page in case.pages] == ["cursor of page 2", None]
    assert case.queries == (("take=50",), ("take=50", "from=cursor%20of%20page%202"))


def test_the_protocol_tag_of_an_event_is_its_name_on_the_wire_and_in_the_value() -> None:
    union = {
        "oneOf": [ref("Start"), ref("Stop")],
        "discriminator": {"propertyName": "type", "mapping": {"start": ref("Start")["$ref"], "stop": ref("Stop")["$ref"]}, "x-discriminator-context": "protocol"},
    }  # fmt: skip
    start = {"type": "object", "properties": {"type": {"type": "string", "const": "start"}, "at": NUMBER}}
    stop = {"type": "object", "properties": {"type": {"type": "string", "const": "stop"}}}

    case = case_of({"responses": returns(ref("Event"), "text/event-stream")}, Event=union, Start=start, Stop=stop)

    assert case.events == (("start", {"at": 1}), ("stop", {}))
    assert case.event_values == ({"type": "start", "at": 1}, {"type": "stop"})


def test_the_first_documented_error_fails_the_call() -> None:
    responses = {**OK, **returns({"type": "object", "properties": {"code": NUMBER}}, status="404")}

    failure = case_of({"responses": responses}).failure

    assert (failure.error, failure.response.status, failure.response.value) == ("NotFoundError", 404, {"code": 1})


def test_without_a_documented_error_it_is_that_of_a_server_that_failed() -> None:
    failure = case_of({}).failure

    assert (failure.error, failure.response.status, failure.response.media) == ("InternalServerError", 500, None)


@pytest.mark.parametrize(
    ("operation", "reason"),
    [
        (sends(TEXT, "application/x-ndjson"), "a body as application/x-ndjson"),
        ({"responses": returns(TEXT, "application/x-ndjson")}, "a stream of JSON values"),
        ({"parameters": [{**parameter("p", MAP, required=True), "style": "form", "explode": False}]}, "an object in the query"),
    ],
)  # fmt: skip
def test_what_can_not_be_said_is_said_to_be_so(operation: dict[str, Any], reason: str) -> None:
    with pytest.raises(UntestableError, match=reason):
        case_of(operation)


# -- as JSON ----------------------------------------------------------------------------------------------------------


def test_vectors_hold_the_exchanges_and_the_value_and_one_error_for_each_call() -> None:
    operation = {"operationId": "getThing", "parameters": [parameter("id", NUMBER, place="path")], "responses": returns({"type": "object", "properties": {"a": TEXT}})}  # fmt: skip

    found = vectors(design({"paths": {"/things/{id}": {"get": operation}}}))

    where = {"pointer": "/paths/~1things~1{id}/get", "id": "getThing", "method": "GET", "path": "/things/{id}"}
    request = {"method": "GET", "path": "/things/1", "query": [], "headers": {}}
    response = {"status": 200, "headers": {"content-type": "application/json"}, "body": {"json": {"a": "a"}}}
    assert found == {
        "vectors": [
            {
                "operation": where,
                "name": "call",
                "arguments": {"path": {"id": 1}},
                "exchanges": [{"request": request, "response": response}],
                "value": {"a": "a"},
            },
            {
                "operation": where,
                "name": "error",
                "arguments": {"path": {"id": 1}},
                "exchanges": [{"request": request, "response": {"status": 500, "headers": {}}}],
                "error": {"name": "InternalServerError", "status": 500},
            },
        ],
        "untested": [],
    }


def test_the_items_of_all_pages_are_the_value_of_a_list() -> None:
    operation = {"parameters": [parameter("from"), parameter("take", NUMBER)], "responses": returns(CURSOR)}

    whole, last, _ = vectors(design({"paths": {"/things": {"get": operation}}}))["vectors"]

    assert (whole["value"], len(whole["exchanges"])) == (["item", "item", "item"], 2)
    assert (last["value"], len(last["exchanges"])) == (["item", "item"], 1)


def test_an_operation_without_a_vector_is_listed_with_the_reason() -> None:
    found = vectors(design({"paths": {"/things": {"post": {"operationId": "x", "responses": OK, **sends(TEXT, "application/x-ndjson")}}}}))  # fmt: skip

    assert found["vectors"] == []
    assert [(each["operation"]["id"], each["reason"]) for each in found["untested"]] == [
        ("x", "a body as application/x-ndjson")
    ]
