from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest
from runtime.core import ApiClient, ServerSentEvent
from tests.runtime.loopback import Loopback
from tests.runtime.models import Cat, Dog
from tests.runtime.resources import AsyncRoot, Root

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
    (record,) = (item for item in caplog.records if item.name.endswith(".events"))
    assert "'dog'" in record.getMessage()
    assert "broken" not in caplog.text
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
