"""Server-sent events."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

EVENTS = Spec("""
schemas:
  Created: {type: object, required: [kind], properties: {kind: {const: created}, id: {type: string}}}
  Removed: {type: object, required: [kind], properties: {kind: {const: removed}, id: {type: string}}}
  Event:
    oneOf: [{$ref: "#/components/schemas/Created"}, {$ref: "#/components/schemas/Removed"}]
    discriminator: {propertyName: kind, mapping: {created: "#/components/schemas/Created", removed: "#/components/schemas/Removed"}}
  Opened: {type: object, properties: {at: {type: string}}}
  Closed: {type: object, properties: {reason: {type: string}}}
  Frame:
    oneOf: [{$ref: "#/components/schemas/Opened"}, {$ref: "#/components/schemas/Closed"}]
    discriminator: {propertyName: event, mapping: {opened: "#/components/schemas/Opened", closed: "#/components/schemas/Closed"}}
    x-discriminator-context: protocol
paths:
  /events:
    get:
      tags: [events]
      operationId: watch
      parameters: [{name: since, in: query, schema: {type: string}}]
      responses: {"200": {description: ok, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Event"}}}}}
  /frames:
    get:
      tags: [events]
      operationId: frames
      responses: {"200": {description: ok, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Frame"}}}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(EVENTS)


def _events(sdk: Any, server: Server, method: str, stream: bytes) -> list[Any]:
    server.answer(body=stream, headers={"Content-Type": "text/event-stream"})
    with sdk.Api(base_url=server.url) as client:
        blocking = list(getattr(client.events, method)())

    async def read() -> list[Any]:
        async with sdk.AsyncApi(base_url=server.url) as client:
            return [event async for event in getattr(client.events, method)()]

    assert asyncio.run(read()) == blocking
    return blocking


def test_events_are_decoded_by_their_discriminator(sdk: Any, server: Server) -> None:
    stream = b'data: {"kind": "created", "id": "1"}\n\ndata: {"kind": "removed", "id": "1"}\n\n'
    assert _events(sdk, server, "watch", stream) == [
        sdk.Event_Created(kind="created", id="1"),
        sdk.Event_Removed(kind="removed", id="1"),
    ]


def test_the_discriminator_may_be_the_event_field_of_the_protocol(sdk: Any, server: Server) -> None:
    stream = b'event: opened\ndata: {"at": "noon"}\n\nevent: closed\ndata: {"reason": "late"}\n\n'
    events = _events(sdk, server, "frames", stream)
    assert [type(event) for event in events] == [sdk.Frame_Opened, sdk.Frame_Closed]
    assert (events[0].at, events[1].reason) == ("noon", "late")


def test_an_unknown_event_is_kept(sdk: Any, server: Server) -> None:
    assert _events(sdk, server, "watch", b'data: {"kind": "moved"}\n\n') == [{"kind": "moved"}]


def test_an_event_that_is_no_json_is_skipped(sdk: Any, server: Server) -> None:
    stream = b'data: {broken\n\n: a comment\n\ndata: {"kind":\ndata: "created"}\n\n'
    assert _events(sdk, server, "watch", stream) == [sdk.Event_Created(kind="created")]


def test_nothing_is_sent_before_the_first_event_is_asked_for(sdk: Any, server: Server) -> None:
    server.answer(body=b"", headers={"Content-Type": "text/event-stream"})
    with sdk.Api(base_url=server.url) as client:
        stream = client.events.watch(since="x")
        assert server.requests == []
        assert list(stream) == []
    assert server.requests[0].path == "/events?since=x"
    assert server.requests[0].headers["accept"] == "text/event-stream"


def test_the_raw_form_is_a_context_manager(sdk: Any, server: Server) -> None:
    server.answer(body=b'data: {"kind": "created"}\n\n', headers={"Content-Type": "text/event-stream", "X-Id": "7"})
    with sdk.Api(base_url=server.url) as client, client.events.with_raw_response.watch() as response:
        assert (response.status_code, response.headers["x-id"]) == (200, "7")
        assert len(list(response.data)) == 1


def test_an_error_instead_of_a_stream_is_raised(sdk: Any, server: Server) -> None:
    server.answer(404, {"message": "no stream"})
    with sdk.Api(base_url=server.url) as client, pytest.raises(sdk.NotFoundError, match="no stream"):
        next(client.events.watch())
