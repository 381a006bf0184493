"""Media types that are not JSON, or not one alone: ranges, streams of values, XML, and odd ones."""

from __future__ import annotations

import asyncio
import inspect
import json
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

_CAT = '{$ref: "#/components/schemas/Cat"}'


def _get(name: str, content: str, status: str = "200") -> str:
    return (
        f"\n  /{name}: {{get: {{tags: [media], operationId: {name}, "
        f'responses: {{"{status}": {{description: ok, content: {{{content}}}}}}}}}}}'
    )


def _put(name: str, content: str) -> str:
    return (
        f"\n  /{name}: {{put: {{tags: [media], operationId: {name}, "
        f"requestBody: {{required: true, content: {{{content}}}}}}}}}"
    )


MEDIA = Spec(
    """
openapi: 3.2.0
schemas:
  Cat: {type: object, required: [name], properties: {name: {type: string}, born: {type: string, format: date-time}}}
  Event: {type: object, required: [data], properties: {event: {type: string}, id: {type: string}, data: {type: string, contentMediaType: application/json, contentSchema: {$ref: "#/components/schemas/Cat"}}}}
  Added: {type: object, properties: {event: {const: added}, data: {type: string, contentSchema: {$ref: "#/components/schemas/Cat"}}}}
  Gone: {type: object, properties: {event: {const: gone}, data: {type: string, contentSchema: {type: object, required: [reason], properties: {reason: {type: string}}}}}}
paths:"""
    + _get("any_object", f'"*/*": {{schema: {_CAT}}}')
    + _get("any_text", '"*/*": {schema: {type: string}}')
    + _get("any_bytes", '"*/*": {schema: {}}')
    + _get("image", '"image/*": {schema: {type: string, contentMediaType: image/png}}')
    + _get("odd", f'"application/json;odata=verbose": {{schema: {_CAT}}}')
    + _get("capital", f'"Application/JSON; charset=utf-8": {{schema: {_CAT}}}')
    + _get("vendor", f'"application/vnd.cats.v3+json": {{schema: {_CAT}}}')
    + _get("strange", '"x": {schema: {type: string}}')
    + _get("xml", f'"application/xml": {{schema: {_CAT}}}')
    + _get("csv", '"text/csv": {schema: {type: string}}')
    + _get("html", '"text/html": {}')
    + _get("several", f'"text/csv": {{schema: {{type: string}}}}, "application/json": {{schema: {_CAT}}}')
    + _get("range", f'"application/json": {{schema: {_CAT}}}', "2XX")
    + _get("lines", f'"application/x-ndjson": {{schema: {_CAT}}}')
    + _get("items", f'"application/jsonl": {{itemSchema: {_CAT}}}')
    + _get("arrays", f'"application/jsonl": {{schema: {{type: array, items: {_CAT}}}}}')
    + _get("sequence", f'"application/json-seq": {{itemSchema: {_CAT}}}')
    + _get("events", '"text/event-stream": {itemSchema: {$ref: "#/components/schemas/Event"}}')
    + _get("texts", '"text/event-stream": {itemSchema: {type: object, properties: {data: {type: string}}}}')
    + _get(
        "kinds",
        '"text/event-stream": {itemSchema: {oneOf: [{$ref: "#/components/schemas/Added"}, {$ref: "#/components/schemas/Gone"}]}}',
    )
    + _put("put_any", f'"*/*": {{schema: {_CAT}}}')
    + _put("put_bytes", '"*/*": {}')
    + _put("put_image", '"image/*": {schema: {type: string, contentMediaType: image/png}}')
    + _put("put_xml", f'"application/xml": {{schema: {_CAT}}}')
    + _put("put_csv", '"text/csv": {schema: {type: string}}')
    + _put("put_lines", f'"application/x-ndjson": {{itemSchema: {_CAT}}}')
    + _put("put_sequence", f'"application/json-seq": {{itemSchema: {_CAT}}}')
    + _put("put_number", '"application/json": {schema: {type: integer}}')
)


@pytest.fixture
def sdk() -> Any:
    return make_package(MEDIA)


@pytest.mark.parametrize("method", ["any_object", "odd", "capital", "vendor", "range", "several"])
def test_json_by_another_name_is_decoded(sdk: Any, server: Server, method: str) -> None:
    server.answer(body={"name": "Tom"}, headers={"Content-Type": "application/json"})
    assert server.call(sdk, lambda client: getattr(client.media, method)()).result == sdk.Cat(name="Tom")


@pytest.mark.parametrize(
    ("method", "accept"),
    [
        ("any_object", "application/json"),
        ("odd", "application/json;odata=verbose"),
        ("vendor", "application/vnd.cats.v3+json"),
        ("several", "application/json"),
        ("csv", "text/csv"),
        ("xml", "application/xml"),
    ],
)
def test_what_is_asked_for(sdk: Any, server: Server, method: str, accept: str) -> None:
    server.answer(body={"name": "Tom"}, headers={"Content-Type": "application/json"})
    assert server.call(sdk, lambda client: getattr(client.media, method)()).request.headers["accept"] == accept


@pytest.mark.parametrize(
    ("content_type", "body", "result"), [("text/plain", b"meow", "meow"), ("application/json", b'"meow"', "meow")]
)
def test_text_of_any_media_type(sdk: Any, server: Server, content_type: str, body: bytes, result: str) -> None:
    server.answer(body=body, headers={"Content-Type": content_type})
    assert server.call(sdk, lambda client: client.media.any_text()).result == result


@pytest.mark.parametrize("method", ["any_bytes", "image", "strange"])
def test_bytes_of_any_media_type_are_a_download(sdk: Any, server: Server, method: str) -> None:
    server.answer(body=b"\x89PNG", headers={"Content-Type": "image/png"})
    with sdk.Api(base_url=server.url) as client:
        assert getattr(client.media, method)().read() == b"\x89PNG"


@pytest.mark.parametrize("method", ["xml", "csv", "html"])
def test_text_of_other_kinds_is_text(sdk: Any, server: Server, method: str) -> None:
    server.answer(body="<a>é</a>".encode(), headers={"Content-Type": "text/xml; charset=utf-8"})
    assert server.call(sdk, lambda client: getattr(client.media, method)()).result == "<a>é</a>"


_LINES = b'{"name": "a"}\n\n{"name": "b"}\r\n{"name": "c"}'


def _streamed(sdk: Any, server: Server, method: str) -> list[Any]:
    with sdk.Api(base_url=server.url) as client:
        found = list(getattr(client.media, method)())

    async def read() -> list[Any]:
        async with sdk.AsyncApi(base_url=server.url) as client:
            return [item async for item in getattr(client.media, method)()]

    assert asyncio.run(read()) == found
    return found


@pytest.mark.parametrize(
    ("method", "body"),
    [
        ("lines", _LINES),
        ("items", _LINES),
        ("arrays", _LINES),
        ("sequence", b'\x1e{"name": "a"}\n\x1e{"name":\t"b"}\n\x1e{"name": "c"}\n'),
    ],
)
def test_json_values_are_streamed(sdk: Any, server: Server, method: str, body: bytes) -> None:
    server.answer(body=body, headers={"Content-Type": "application/jsonl"})
    server.answer(body=body, headers={"Content-Type": "application/jsonl"})
    assert _streamed(sdk, server, method) == [sdk.Cat(name="a"), sdk.Cat(name="b"), sdk.Cat(name="c")]


def test_a_value_that_can_not_be_read_is_skipped(sdk: Any, server: Server) -> None:
    for _ in range(2):
        server.answer(body=b'{"name": "a"}\n{"na\n{"name": "b"}\n', headers={"Content-Type": "application/jsonl"})
    assert _streamed(sdk, server, "lines") == [sdk.Cat(name="a"), sdk.Cat(name="b")]


def test_a_stream_of_values_gives_its_status_too(sdk: Any, server: Server) -> None:
    server.answer(body=b'{"name": "a"}\n', headers={"Content-Type": "application/jsonl", "X-Total": "1"})
    with sdk.Api(base_url=server.url) as client, client.media.with_raw_response.lines() as answer:
        assert (answer.status_code, answer.headers["x-total"]) == (200, "1")
        assert list(answer.data) == [sdk.Cat(name="a")]


def test_the_data_of_events_is_what_their_content_schema_says(sdk: Any, server: Server) -> None:
    body = b'event: cat\ndata: {"name": "a"}\n\n'
    for _ in range(2):
        server.answer(body=body, headers={"Content-Type": "text/event-stream"})
    assert _streamed(sdk, server, "events") == [sdk.Cat(name="a")]


def test_events_of_text_are_text(sdk: Any, server: Server) -> None:
    for _ in range(2):
        server.answer(body=b"data: a\ndata: b\n\n", headers={"Content-Type": "text/event-stream"})
    assert _streamed(sdk, server, "texts") == ["a\nb"]


def test_events_of_several_kinds_are_a_union(sdk: Any, server: Server) -> None:
    body = b'event: added\ndata: {"name": "a"}\n\nevent: gone\ndata: {"reason": "r"}\n\n'
    for _ in range(2):
        server.answer(body=body, headers={"Content-Type": "text/event-stream"})
    first, second = _streamed(sdk, server, "kinds")
    assert first == sdk.Cat(name="a")
    assert second.reason == "r"


@pytest.mark.parametrize(
    ("method", "content_type", "body"),
    [
        ("put_any", "application/json", b'{"name":"Tom"}'),
        ("put_lines", "application/x-ndjson", b'{"name":"a"}\n{"name":"b"}\n'),
        ("put_sequence", "application/json-seq", b'\x1e{"name":"a"}\n\x1e{"name":"b"}\n'),
    ],
)
def test_values_are_sent(sdk: Any, server: Server, method: str, content_type: str, body: bytes) -> None:
    given = {"name": "Tom"} if method == "put_any" else {"request": [sdk.Cat(name="a"), {"name": "b"}]}
    sent = server.call(sdk, lambda client: getattr(client.media, method)(**given)).request
    assert (sent.headers["content-type"], sent.body) == (content_type, body)


@pytest.mark.parametrize(
    ("method", "given", "content_type"),
    [
        ("put_bytes", b"\xff", "application/octet-stream"),
        ("put_image", b"\xff", "application/octet-stream"),
        ("put_xml", "<a/>", "application/xml"),
        ("put_csv", "a,b", "text/csv"),
    ],
)
def test_what_is_no_value_is_sent_as_it_is(
    sdk: Any, server: Server, method: str, given: bytes | str, content_type: str
) -> None:
    sent = server.call(sdk, lambda client: getattr(client.media, method)(request=given)).request
    assert sent.headers["content-type"] == content_type
    assert sent.body == (given.encode() if isinstance(given, str) else given)


def test_the_caller_says_what_a_range_is(sdk: Any, server: Server) -> None:
    with sdk.Api(base_url=server.url) as client:
        options = {"additional_headers": {"Content-Type": "image/webp"}}
        client.media.put_image(request=b"\xff", request_options=options)
    assert server.requests[0].headers["content-type"] == "image/webp"


@pytest.mark.parametrize("value", [0, 1])
def test_a_scalar_is_a_body(sdk: Any, server: Server, value: int) -> None:
    assert server.call(sdk, lambda client: client.media.put_number(request=value)).json == value


def test_methods_say_what_they_take_and_give(sdk: Any) -> None:
    client = sdk.Api(base_url="http://127.0.0.1:9").media
    annotations = inspect.signature(client.put_lines).parameters["request"].annotation
    assert annotations == "Iterable[Union[Cat, CatDict]]"
    assert inspect.signature(client.items).return_annotation == "JsonStream[Cat]"
    assert inspect.signature(client.put_xml).parameters["request"].annotation == "Union[bytes, str, IO[bytes]]"
    assert json.dumps(inspect.signature(client.events).return_annotation) == '"EventStream[Cat]"'


HEADERS = Spec("""
paths:
  /things:
    get:
      tags: [things]
      operationId: get
      responses:
        "200":
          description: Done.
          headers: {X-Total: {schema: {type: integer}}, ETag: {schema: {type: string}}}
          content: {application/json: {schema: {type: string}}}
""")


def test_response_headers_are_documented_and_in_the_raw_response(server: Server) -> None:
    sdk = make_package(HEADERS)
    server.answer(body="x", headers={"X-Total": "3"})
    with sdk.Api(base_url=server.url) as client:
        assert "Headers, in the raw response: ``ETag``, ``X-Total``." in client.things.get.__doc__
        assert client.things.with_raw_response.get().headers["x-total"] == "3"
