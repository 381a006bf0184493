from __future__ import annotations

import asyncio
import logging
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from runtime.core import ApiClient, AsyncApiClient, AsyncEventStream, Drift, EventStream, ServerSentEvent
from tests.runtime.loopback import Loopback
from tests.runtime.models import Cat, Dog
from tests.runtime.resources import AsyncRoot, Root
from tests.wire.faulty import SILENCE, FaultyServer, response

from runtime import errors

EVENTS = b'event: cat\ndata: {"lives": 9}\n\nevent: dog\ndata: broken\n\nevent: dog\ndata: {"tricks": []}\n\nevent: fish\ndata: {"fins": 2}\n\n'
EXPECTED: list[Any] = [Cat(kind="cat", lives=9), Dog(kind="dog", tricks=[]), {"fins": 2, "kind": "fish"}]
SSE = {"Content-Type": "text/event-stream"}


def test_events_are_typed_and_a_bad_one_is_logged_and_skipped(
    server: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer(200, EVENTS, SSE)
    stream = Root(server.url).actions.subscribe()
    assert server.requests == []
    with caplog.at_level(logging.WARNING):
        assert list(stream) == EXPECTED
    assert server.requests[0].headers["accept"] == "text/event-stream"
    left_out, unknown = (item.getMessage() for item in caplog.records if item.levelno == logging.WARNING)
    assert "/: JSON, so the event is left out" in left_out
    assert "/kind: " in unknown
    assert "broken" not in caplog.text
    assert "fins" not in caplog.text
    assert list(stream) == []


def test_asynchronous_events(server: Loopback) -> None:
    server.answer(200, EVENTS, SSE)

    async def run() -> list[Any]:
        root = AsyncRoot(server.url)
        async with root.actions.with_raw_response.subscribe() as response:
            assert response.status_code == 200
            assert response.headers["content-type"] == "text/event-stream"
            return [event async for event in response.data] + [event async for event in root.actions.subscribe()]

    assert asyncio.run(run()) == EXPECTED * 2


def test_the_raw_form_is_a_context_manager(server: Loopback) -> None:
    server.answer(200, EVENTS, SSE)
    with Root(server.url).actions.with_raw_response.subscribe() as response:
        assert response.status_code == 200
        assert next(response.data) == EXPECTED[0]
    assert list(response.data) == []


def test_plain_events_and_a_terminator(server: Loopback) -> None:
    server.answer(200, b"id: 1\ndata: a\n\ndata: [DONE]\n\ndata: b\n\n", SSE)
    api = ApiClient(base_url=server.url)
    assert list(api.events(str, "GET", "/", terminator="[DONE]")) == ["a"]
    assert next(api.events(ServerSentEvent, "GET", "/")) == ServerSentEvent("message", "a", "1", None)


def test_errors_of_a_stream_are_typed(server: Loopback) -> None:
    server.answer(410, {"message": "too old"})
    with pytest.raises(errors.GoneError, match="too old"):
        list(Root(server.url).actions.subscribe())
    with pytest.raises(errors.GoneError), Root(server.url).actions.with_raw_response.export():
        pass

    async def run() -> None:
        await AsyncRoot(server.url).actions.export().read()

    with pytest.raises(errors.GoneError):
        asyncio.run(run())


def test_downloads(server: Loopback, tmp_path: Path) -> None:
    data = bytes(range(256)) * 40
    server.answer(200, data, {"Content-Type": "application/octet-stream"})
    actions = Root(server.url).actions
    chunks = list(actions.export(request_options={"chunk_size": 1000}))
    assert b"".join(chunks) == data
    assert {len(chunk) for chunk in chunks[:-1]} == {1000}
    assert actions.export().read() == data
    target = tmp_path / "file.bin"
    actions.export().save(target)
    assert target.read_bytes() == data
    assert list(tmp_path.iterdir()) == [target]

    async def run() -> bytes:
        await AsyncRoot(server.url).actions.export().save(target)
        return await AsyncRoot(server.url).actions.export().read()

    target.unlink()
    assert asyncio.run(run()) == target.read_bytes() == data


def test_a_broken_download_leaves_no_file(server: Loopback, tmp_path: Path) -> None:
    server.answer(200, b"short", {"Content-Type": "application/octet-stream", "Content-Encoding": "gzip"})
    with pytest.raises(errors.TransportError):
        Root(server.url).actions.export().save(tmp_path / "file.bin")
    assert list(tmp_path.iterdir()) == []


BAD = {
    "no JSON": b"data: {broken\n\n",
    "a field of another type": b'event: dog\ndata: {"tricks": "secret"}\n\n',
    "an event that is not in the document": b'event: fish\ndata: {"fins": 2}\n\n',
}


@pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])
@pytest.mark.parametrize("bad", BAD)
def test_a_strict_client_refuses_a_bad_event(server: Loopback, bad: str, asynchronous: bool) -> None:
    server.answer(200, b'event: cat\ndata: {"lives": 9}\n\n' + BAD[bad], SSE)
    found: list[Any] = []
    drifts: list[Drift] = []
    settings: Any = {"strict_responses": True, "on_drift": lambda _, told: drifts.extend(told)}

    def blocking() -> None:
        with closing(ApiClient(base_url=server.url, **settings)) as api:
            for event in api.events(Cat | Dog, "GET", "/events", discriminator="kind"):
                found.append(event)

    async def awaited() -> None:
        api = AsyncApiClient(base_url=server.url, **settings)
        try:
            async for event in api.events(Cat | Dog, "GET", "/events", discriminator="kind"):
                found.append(event)
        finally:
            await api.close()

    with pytest.raises(errors.DecodeError, match="an event does not follow the document") as caught:
        asyncio.run(awaited()) if asynchronous else blocking()
    assert found == EXPECTED[:1]
    assert drifts
    assert "secret" not in str(caught.value)
    assert caught.value.status_code == 200


def test_what_is_left_out_of_a_stream_is_told_to_the_hook_and_never_logged_against_the_users_will(
    server: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer(200, EVENTS, SSE)
    told: list[list[Drift]] = []
    api = ApiClient(base_url=server.url, logging=False, on_drift=lambda _, drifts: told.append(drifts))
    with caplog.at_level(logging.DEBUG):
        assert list(api.events(Cat | Dog, "GET", "/events", discriminator="kind")) == EXPECTED
    assert [drifts[0].pointer for drifts in told] == ["", "/kind"]
    assert not [record for record in caplog.records if record.name.startswith("runtime")]


def test_the_last_identifier_of_a_stream_lets_a_caller_go_on_from_there(server: Loopback) -> None:
    server.answer(200, b"id: 7\ndata: a\n\ndata: b\n\nid: 8\ndata: cut off", SSE)
    api = ApiClient(base_url=server.url)
    stream: EventStream[str] = api.events(str, "GET", "/events")
    assert stream.last_event_id == ""
    assert list(stream) == ["a", "b"]
    assert stream.last_event_id == "7"
    again: Any = {"additional_headers": {"Last-Event-ID": stream.last_event_id}}
    list(api.events(str, "GET", "/events", request_options=again))
    assert server.requests[1].headers["last-event-id"] == "7"

    async def run() -> str:
        client = AsyncApiClient(base_url=server.url)
        waiting: AsyncEventStream[str] = client.events(str, "GET", "/events")
        async for _ in waiting:
            pass
        await client.close()
        return waiting.last_event_id

    assert asyncio.run(run()) == "7"


@pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])
def test_a_download_is_given_out_while_the_server_is_still_sending(asynchronous: bool) -> None:
    head = response(length=1000, content_type="application/octet-stream")
    found: list[bytes] = []

    async def run(url: str) -> None:
        client = AsyncApiClient(base_url=url, timeout=0.5, max_retries=0)
        try:
            async for chunk in client.download("GET", "/file"):
                found.append(chunk)
        finally:
            await client.close()

    with FaultyServer([head, b"the first piece", SILENCE]) as server, pytest.raises(errors.ApiTimeoutError):
        if asynchronous:
            asyncio.run(run(server.url))
        else:
            with closing(ApiClient(base_url=server.url, timeout=0.5, max_retries=0)) as client:
                for chunk in client.download("GET", "/file"):
                    found.append(chunk)
    assert b"".join(found) == b"the first piece"
