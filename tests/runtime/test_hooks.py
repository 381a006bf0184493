"""What a client tells of its calls: the hooks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from io import BytesIO
from typing import Annotated, Any

import pytest
from pydantic import Field
from runtime.core import (
    ApiClient,
    ApiKey,
    AsyncApiClient,
    Drift,
    EventStream,
    Request,
    ResponseInfo,
    Retry,
    RetryPolicy,
)
from tests.runtime.loopback import Loopback
from tests.runtime.models import Action, Cat, Dog

from runtime import errors

TOKEN = "a-secret-token"


class Caller:
    """Calls with either client."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __call__(
        self, server: Loopback, settings: dict[str, Any], type_: Any = None, method: str = "GET", **parts: Any
    ) -> Any:
        given: dict[str, Any] = {
            "base_url": server.url,
            "token": TOKEN,
            "retry_policy": RetryPolicy(random=lambda: 0.0),
            **settings,
        }
        if self.kind == "blocking":
            return ApiClient(sleep=lambda seconds: None, **given).call(type_, method, "/things", **parts)

        async def sleep(seconds: float) -> None:
            pass

        async def run() -> Any:
            return await AsyncApiClient(sleep=sleep, **given).call(type_, method, "/things", **parts)

        return asyncio.run(run())


@pytest.fixture(params=["blocking", "asynchronous"])
def call(request: pytest.FixtureRequest) -> Caller:
    return Caller(request.param)


def test_before_request_is_told_of_every_attempt(call: Caller, server: Loopback) -> None:
    seen: list[Request] = []
    server.answer(503)
    server.answer(200)
    call(server, {"before_request": seen.append}, query={"q": "1"})
    assert [(request.method, request.url) for request in seen] == [("GET", f"{server.url}/things?q=1")] * 2


def test_what_before_request_raises_ends_the_call_unsent(call: Caller, server: Loopback) -> None:
    def refuse(request: Request) -> None:
        raise PermissionError(request.method)

    with pytest.raises(PermissionError, match="DELETE"):
        call(server, {"before_request": refuse}, method="DELETE")
    assert server.requests == []


def test_after_response_is_told_of_every_answer(call: Caller, server: Loopback) -> None:
    seen: list[tuple[Request, ResponseInfo]] = []
    server.answer(503, headers={"X-One": "1"})
    server.answer(404)
    with pytest.raises(errors.NotFoundError):
        call(server, {"after_response": lambda request, response: seen.append((request, response))})
    assert [response.status_code for _, response in seen] == [503, 404]
    assert seen[0][1].headers["x-one"] == "1"
    assert seen[0][1].elapsed >= 0
    assert seen[0][0].url == f"{server.url}/things"


def test_on_retry_is_told_why_and_when(call: Caller, server: Loopback) -> None:
    seen: list[Retry] = []
    server.answer(429, headers={"Retry-After": "7"})
    server.answer(drop=True)
    server.answer(200)
    call(server, {"on_retry": lambda request, retry: seen.append(retry)})
    first, second = seen
    assert (first.number, first.delay, first.status_code, first.error) == (1, 7.0, 429, None)
    assert (second.number, second.delay, second.status_code) == (2, 2.0, None)
    assert isinstance(second.error, errors.ApiConnectionError)


def test_on_retry_is_not_told_of_a_last_attempt(call: Caller, server: Loopback) -> None:
    seen: list[Any] = []
    server.answer(503)
    with pytest.raises(errors.ServiceUnavailableError):
        call(server, {"on_retry": lambda *told: seen.append(told), "max_retries": 0})
    assert seen == []


def test_on_drift_is_told_the_place_and_not_the_value(call: Caller, server: Loopback) -> None:
    seen: list[list[Drift]] = []
    server.answer(200, {"id": ["private"]})
    call(server, {"on_drift": lambda request, drifts: seen.append(drifts)}, Action)
    ((drift,),) = seen
    assert drift.pointer == "/id"
    assert "private" not in repr(drift)


def test_an_unknown_tag_is_drift_that_does_not_repeat_the_tag(call: Caller, server: Loopback) -> None:
    seen: list[list[Drift]] = []
    server.answer(200, {"kind": "private"})
    told_apart = Annotated[Cat | Dog, Field(discriminator="kind")]
    call(server, {"on_drift": lambda request, drifts: seen.append(drifts)}, told_apart)
    ((drift,),) = seen
    assert drift.expected == "Input should have one of the tags 'cat', 'dog'"


def test_on_drift_is_told_before_a_strict_client_raises(call: Caller, server: Loopback) -> None:
    seen: list[Any] = []
    server.answer(200, {"id": 1})
    with pytest.raises(errors.DecodeError):
        call(server, {"on_drift": lambda *told: seen.append(told), "strict_responses": True}, Action)
    assert len(seen) == 1


def test_an_answer_that_follows_the_document_is_no_drift(call: Caller, server: Loopback) -> None:
    seen: list[Any] = []
    server.answer(200, {"id": "1", "unknown": 1})
    call(server, {"on_drift": lambda *told: seen.append(told)}, Action)
    assert seen == []


@pytest.mark.parametrize("name", ["after_response", "on_retry", "on_drift"])
def test_what_the_other_hooks_raise_is_logged_and_the_call_goes_on(
    call: Caller, server: Loopback, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*told: Any) -> None:
        raise RuntimeError("the hook is broken")

    server.answer(503)
    server.answer(200, {"id": 1})
    with caplog.at_level(logging.ERROR, "runtime"):
        assert call(server, {name: fail}, Action).id == 1
    assert {record.getMessage() for record in caplog.records} == {"a hook failed"}
    assert "the hook is broken" in caplog.text


HOOKS: list[Callable[[list[Request]], dict[str, Any]]] = [
    lambda seen: {"before_request": seen.append},
    lambda seen: {"after_response": lambda request, _: seen.append(request)},
    lambda seen: {"on_retry": lambda request, _: seen.append(request)},
    lambda seen: {"on_drift": lambda request, _: seen.append(request)},
]


@pytest.mark.parametrize("hook", HOOKS, ids=["before_request", "after_response", "on_retry", "on_drift"])
def test_hooks_see_no_credentials_and_no_body(
    call: Caller, server: Loopback, hook: Callable[[list[Request]], dict[str, Any]]
) -> None:
    server.answer(503)
    server.answer(200, {"id": 1})
    seen: list[Request] = []
    credentials = {
        "one": ApiKey("X-Own-Header", "secret-header", "header"),
        "two": ApiKey("the key", "secret-query", "query"),
        "three": ApiKey("session", "secret-cookie", "cookie"),
    }
    call(
        server,
        {**hook(seen), "credentials": credentials, "headers": {"X-Plain": "plain", "X-Auth-Token": "secret-extra"}},
        Action,
        "POST",
        query={"q": "open"},
        json={"password": "secret-body"},
        cookies={"other": "secret-other"},
    )
    assert seen
    for request in seen:
        shown = repr([request.url, request.headers, request.content, request.parts])
        assert "secret" not in shown
        assert request.headers["x-plain"] == "plain"
        assert request.url == f"{server.url}/things?q=open&the%20key=***"
    # They were sent all the same.
    sent = server.requests[-1]
    assert sent.headers["x-own-header"] == "secret-header"
    assert "secret-query" in sent.path


def test_hooks_see_no_cookies_of_answers(call: Caller, server: Loopback) -> None:
    seen: list[ResponseInfo] = []
    server.answer(200, headers={"Set-Cookie": "a=secret"})
    call(server, {"after_response": lambda _, response: seen.append(response)})
    assert "secret" not in repr(seen)


def test_hooks_do_not_see_a_password_in_the_base_url(server: Loopback) -> None:
    seen: list[Request] = []
    base_url = server.url.replace("://", "://user:secret@")
    ApiClient(base_url=base_url, before_request=seen.append).call(None, "GET", "/a")
    assert seen[0].url == f"{server.url}/a"


def test_hooks_do_not_use_up_a_file(call: Caller, server: Loopback) -> None:
    seen: list[Request] = []
    call(server, {"before_request": seen.append}, method="POST", files={"file": BytesIO(b"content")})
    assert seen[0].parts is None
    assert b"content" in server.requests[0].body


def test_hooks_may_be_asynchronous(server: Loopback) -> None:
    told: list[str] = []

    def hook(name: str) -> Callable[..., Any]:
        async def tell(*values: Any) -> None:
            await asyncio.sleep(0)
            told.append(name)

        return tell

    async def sleep(seconds: float) -> None:
        pass

    async def run() -> None:
        names = ["before_request", "after_response", "on_retry", "on_drift"]
        hooks: Any = {name: hook(name) for name in names}
        await AsyncApiClient(base_url=server.url, sleep=sleep, **hooks).call(Action, "GET", "/a")

    server.answer(503)
    server.answer(200, {"id": 1})
    asyncio.run(run())
    assert told == ["before_request", "after_response", "on_retry", "before_request", "after_response", "on_drift"]


def test_what_asynchronous_hooks_raise_is_treated_alike(server: Loopback) -> None:
    async def fail(*told: Any) -> None:
        raise RuntimeError("broken")

    async def run(**hooks: Any) -> None:
        await AsyncApiClient(base_url=server.url, **hooks).call(None, "GET", "/a")

    asyncio.run(run(after_response=fail))
    with pytest.raises(RuntimeError, match="broken"):
        asyncio.run(run(before_request=fail))


def test_streams_are_told_of_too(server: Loopback) -> None:
    seen: list[int] = []
    server.answer(200, b'data: {"id": "1"}\n\n', {"Content-Type": "text/event-stream"})
    client = ApiClient(base_url=server.url, after_response=lambda _, response: seen.append(response.status_code))
    stream: EventStream[Action] = client.events(Action, "GET", "/events")
    assert [event.id for event in stream] == ["1"]
    assert seen == [200]


def test_an_event_that_departs_from_the_document_is_drift(server: Loopback) -> None:
    seen: list[str] = []

    async def tell(request: Request, drifts: list[Drift]) -> None:
        seen.extend(drift.pointer for drift in drifts)

    async def run() -> None:
        stream = AsyncApiClient(base_url=server.url, on_drift=tell).events(Action, "GET", "/events")
        assert [str(event.id) async for event in stream] == ["2"]

    server.answer(200, b'data: {"id": 2}\n\n', {"Content-Type": "text/event-stream"})
    client = ApiClient(base_url=server.url, on_drift=lambda _, drifts: seen.extend(drift.pointer for drift in drifts))
    assert [str(event.id) for event in client.events(Action, "GET", "/events")] == ["2"]
    asyncio.run(run())
    assert seen == ["/id", "/id"]


def test_raw_views_have_the_hooks_of_their_client(server: Loopback) -> None:
    seen: list[Request] = []
    ApiClient(base_url=server.url, before_request=seen.append).with_raw_responses().call(None, "GET", "/a")
    assert len(seen) == 1
