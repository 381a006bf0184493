"""The transports that users test with: nothing is sent, and all else is as it is with a server."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from runtime.core import (
    ApiClient,
    ApiConnectionError,
    ApiError,
    AsyncApiClient,
    AsyncMockTransport,
    MockResponse,
    MockTransport,
    Request,
    sent_json,
    sent_query,
)
from tests.runtime.models import Action

BASE = "https://api.test"
#: Whatever JSON there is.
JSON: Any = Any
ACTION = {"id": "1", "name": "greet"}


def blocking(transport: MockTransport, **options: Any) -> ApiClient:
    return ApiClient(base_url=BASE, transport=transport, sleep=lambda seconds: None, **options)


async def no_wait(seconds: float) -> None:
    pass


def asynchronous(transport: AsyncMockTransport, **options: Any) -> AsyncApiClient:
    return AsyncApiClient(base_url=BASE, transport=transport, sleep=no_wait, **options)


def test_one_answer_is_given_to_everything() -> None:
    transport = MockTransport(MockResponse(json={"ok": True}))
    client = blocking(transport)

    assert [client.call(JSON, "GET", path) for path in ("/a", "/b")] == [{"ok": True}] * 2
    assert [request.url for request in transport.requests] == [f"{BASE}/a", f"{BASE}/b"]


def test_answers_are_given_in_turn_and_exceptions_raised() -> None:
    transport = MockTransport([MockResponse(503), ApiConnectionError("no", may_retry=True), MockResponse(json=1)])

    assert blocking(transport).call(JSON, "GET", "/a") == 1
    assert len(transport.requests) == 3


def test_a_call_for_which_no_answer_is_left_fails() -> None:
    with pytest.raises(AssertionError, match=r"no response is left for <Request GET https://api\.test/a>"):
        blocking(MockTransport([])).call(JSON, "GET", "/a")


def test_a_function_is_asked() -> None:
    def answer(request: Request) -> MockResponse:
        return MockResponse(json={"query": sent_query(request), "body": sent_json(request)})

    client = blocking(MockTransport(answer))

    found = client.call(JSON, "POST", "/a", query={"q": ["ü", ""]}, json={"when": datetime(2026, 1, 31, tzinfo=UTC)})
    assert found == {"query": {"q": ["ü", ""]}, "body": {"when": "2026-01-31T00:00:00Z"}}
    assert client.call(JSON, "GET", "/a") == {"query": {}, "body": None}


def test_a_model_can_be_the_answer() -> None:
    answer = Action.model_validate(ACTION)

    assert blocking(MockTransport(MockResponse(json=answer))).call(Action, "GET", "/a") == answer


def test_the_token_is_among_what_was_sent() -> None:
    transport = MockTransport(MockResponse(204))
    blocking(transport, token="secret").call(None, "GET", "/a")

    assert transport.requests[0].headers["authorization"] == "Bearer secret"


def test_an_error_status_raises() -> None:
    headers = {"X-Request-Id": "r1"}
    client = blocking(MockTransport(MockResponse(404, json={"message": "no such thing"}, headers=headers)))

    with pytest.raises(ApiError, match="no such thing") as caught:
        client.call(JSON, "GET", "/a")
    assert caught.value.request_id == "r1"
    assert caught.value.headers is not None and caught.value.headers["content-type"] == "application/json"


def test_a_content_type_of_ones_own_is_kept() -> None:
    answer = MockResponse(json={}, headers={"Content-Type": "application/problem+json"})
    response = blocking(MockTransport(answer)).with_raw_responses().call(JSON, "GET", "/a")

    assert response.headers["content-type"] == "application/problem+json"


def test_a_stream_comes_in_the_given_pieces() -> None:
    pieces = [b'data: {"id"', b': "1", "name": "greet"}\n\n', b'data: {"id": "2", "name": "greet"}\n', b"\n"]

    events = blocking(MockTransport([MockResponse(content=pieces)])).events(Action, "GET", "/a")
    assert [event.id for event in events] == ["1", "2"]


def test_a_download_can_be_cut() -> None:
    client = blocking(MockTransport([MockResponse(content=[b"abc", b"de"])]))
    assert list(client.download("GET", "/a", request_options={"chunk_size": 2})) == [b"ab", b"cd", b"e"]


def test_what_is_no_answer_is_refused() -> None:
    transport = MockTransport(lambda request: None)  # type: ignore[arg-type, return-value]
    with pytest.raises(TypeError, match="a MockResponse is needed, not NoneType"):
        blocking(transport).call(JSON, "GET", "/a")


def test_a_body_that_is_no_json_in_memory_can_not_be_read() -> None:
    with pytest.raises(ValueError, match="the body is a stream"):
        sent_json(Request("POST", BASE, content=iter([b"{}"])))
    with pytest.raises(ValueError):
        sent_json(Request("POST", BASE, content=b"no json"))


def test_the_asynchronous_one_does_the_same() -> None:
    async def answer(request: Request) -> MockResponse:
        return MockResponse(json={"path": request.url.removeprefix(BASE)})

    async def run() -> None:
        transport = AsyncMockTransport(answer)
        assert await asynchronous(transport).call(JSON, "GET", "/a") == {"path": "/a"}
        assert [request.method for request in transport.requests] == ["GET"]
        plain = AsyncMockTransport(lambda request: MockResponse(json=request.method))
        assert await asynchronous(plain).call(JSON, "GET", "/a") == "GET"
        turns = AsyncMockTransport([MockResponse(503), MockResponse(json=1)])
        assert await asynchronous(turns).call(JSON, "GET", "/a") == 1
        stream = AsyncMockTransport([MockResponse(content=[b"a", b"bc"])])
        assert [chunk async for chunk in asynchronous(stream).download("GET", "/a")] == [b"a", b"bc"]
        with pytest.raises(AssertionError, match="no response is left"):
            await asynchronous(AsyncMockTransport([])).call(JSON, "GET", "/a")

    asyncio.run(run())
