from __future__ import annotations

import asyncio
import copy
import json
import pickle
from collections.abc import Iterator
from io import BytesIO
from threading import Event
from typing import Any

import httpx
import httpx2
import pytest
from runtime.core import (
    OMIT,
    ApiClient,
    ApiKey,
    AsyncApiClient,
    BasicCredentials,
    Drift,
    Request,
    RequestOptions,
    RetryPolicy,
    http_library,
)
from runtime.variants import http_library_httpx
from tests.runtime import models
from tests.runtime.loopback import Answer, Loopback, Received
from tests.runtime.models import Action, Problem

from runtime import errors

TOKEN = "secret-token"


class Caller:
    """Calls through the blocking or the asynchronous client; tests run with either."""

    def __init__(self, kind: str, library: Any) -> None:
        self.kind = kind
        self.library = library
        self.slept: list[float] = []

    def __call__(self, server: Loopback, type_: Any, method: str, path: str, **parts: Any) -> Any:
        settings: dict[str, Any] = {
            "base_url": server.url,
            "token": TOKEN,
            "retry_policy": RetryPolicy(random=lambda: 0.0),
            "type_resolver": models.__dict__.__getitem__,
            **parts.pop("settings", {}),
        }
        if self.kind == "blocking":
            with self.library.Client(verify=False) as http:
                return ApiClient(**settings, httpx_client=http, sleep=self.slept.append).call(
                    type_, method, path, **parts
                )

        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)

        async def run() -> Any:
            async with self.library.AsyncClient(verify=False) as http:
                client = AsyncApiClient(**settings, httpx_client=http, sleep=sleep)
                return await client.call(type_, method, path, **parts)

        return asyncio.run(run())


@pytest.fixture(
    params=[
        ("blocking", httpx2),
        ("asynchronous", httpx2),
        ("blocking", httpx),
        ("asynchronous", httpx),
    ],
    ids=["httpx2", "httpx2-async", "httpx", "httpx-async"],
)
def call(request: pytest.FixtureRequest) -> Caller:
    return Caller(*request.param)


def test_a_call(call: Caller, server: Loopback) -> None:
    server.answer(201, {"id": "1", "from": "x"})
    action = call(
        server,
        Action,
        "POST",
        "/actions/{id}/x",
        path_parameters={"id": "a/.."},
        query={"all": True, "tag": ["a", "b"], "none": None},
        header_parameters={"X-One": 1, "X-None": None},
        cookies={"c": "d"},
        json={"name": "é", "code": OMIT, "null": None, "model": Action(id="2", from_="y")},
        settings={"user_agent": "sdk/1", "headers": {"X-Client": "c"}},
    )
    assert isinstance(action, Action)
    assert action.from_ == "x"
    (sent,) = server.requests
    assert (sent.method, sent.path) == ("POST", "/actions/a%2F../x?all=true&tag=a&tag=b")
    assert json.loads(sent.body) == {"name": "é", "null": None, "model": {"id": "2", "from": "y"}}
    expected = {
        "authorization": f"Bearer {TOKEN}",
        "accept": "application/json",
        "content-type": "application/json",
        "user-agent": "sdk/1",
        "x-client": "c",
        "x-one": "1",
        "cookie": "c=d",
    }
    assert expected.items() <= sent.headers.items()
    assert "x-none" not in sent.headers


@pytest.mark.parametrize("value", [".", ".."])
def test_dot_segments_reach_the_server(call: Caller, server: Loopback, value: str) -> None:
    call(server, None, "DELETE", "/a/{id}/b", path_parameters={"id": value})
    assert server.requests[0].path == f"/a/{value.replace('.', '%2E')}/b"


def test_bodies(call: Caller, server: Loopback) -> None:
    call(server, None, "POST", "/", json=None)
    call(server, None, "POST", "/", json={"a": OMIT})
    call(server, None, "POST", "/")
    call(server, None, "POST", "/", form={"a b": ["1", "&"], "n": None, "t": True})
    call(server, None, "POST", "/", content=b"raw", content_type="text/csv")
    call(server, None, "PATCH", "/", json=[1], content_type="application/merge-patch+json")
    assert [(sent.headers.get("content-type"), sent.body) for sent in server.requests] == [
        ("application/json", b"null"),
        ("application/json", b"{}"),
        (None, b""),
        ("application/x-www-form-urlencoded", b"a%20b=1&a%20b=%26&t=true"),
        ("text/csv", b"raw"),
        ("application/merge-patch+json", b"[1]"),
    ]


def test_multipart(call: Caller, server: Loopback) -> None:
    call(
        server,
        None,
        "POST",
        "/",
        multipart={"flag": True, "none": None, "tags": ["a", "b"], "meta": Action(id="1")},
        files={"text": "plain", "named": ("n.csv", b"1,2", "text/csv"), "io": BytesIO(b"io"), "omit": OMIT},
    )
    (sent,) = server.requests
    kind, _, boundary = sent.headers["content-type"].partition("; boundary=")
    assert kind == "multipart/form-data"
    parts = [part.strip(b"\r\n") for part in sent.body.split(b"--" + boundary.encode())[1:-1]]
    heads = [part.partition(b"\r\n\r\n")[0].decode() for part in parts]
    contents = [part.partition(b"\r\n\r\n")[2] for part in parts]
    assert contents == [b"true", b"a", b"b", b'{"id":"1"}', b"plain", b"1,2", b"io"]
    assert heads[0] == 'Content-Disposition: form-data; name="flag"'
    assert "application/json" in heads[3]
    assert 'filename="n.csv"' in heads[5]
    assert "text/csv" in heads[5]


def test_request_options(call: Caller, server: Loopback) -> None:
    options: RequestOptions = {
        "additional_headers": {"X-EXTRA": "1", "Accept": "text/plain"},
        "additional_query_parameters": {"a": "new", "b": [1, 2]},
        "additional_body_parameters": {"name": "new", "more": 1},
        "max_retries": 0,
        "timeout_in_seconds": 5,
    }
    server.answer(500)
    with pytest.raises(errors.InternalServerError):
        call(server, None, "POST", "/", query={"a": "old"}, json={"name": "old"}, request_options=options)
    (sent,) = server.requests
    assert sent.path == "/?a=new&b=1&b=2"
    assert sent.headers["x-extra"] == "1"
    assert sent.headers["accept"] == "text/plain"
    assert json.loads(sent.body) == {"name": "new", "more": 1}


def test_more_body_parameters_join_a_model_but_not_a_list(call: Caller, server: Loopback) -> None:
    options: RequestOptions = {"additional_body_parameters": {"x": 1}}
    call(server, None, "POST", "/", json=Action(id="1", from_="y"), request_options=options)
    assert json.loads(server.requests[0].body) == {"id": "1", "from": "y", "x": 1}
    with pytest.raises(TypeError, match="an object"):
        call(server, None, "POST", "/", json=[1], request_options=options)


def test_answers_of_every_kind(call: Caller, server: Loopback) -> None:
    server.answer(200, [{"id": "1"}])
    assert call(server, list[Action], "GET", "/") == [Action(id="1")]
    server.answers.clear()
    server.answer(204, b"")
    assert call(server, None, "GET", "/") is None
    assert call(server, Action | None, "GET", "/") is None
    server.answers.clear()
    server.answer(200, b"h\xc3\xa9", {"Content-Type": "text/plain"})
    assert call(server, str, "GET", "/") == "hé"
    assert call(server, bytes, "GET", "/") == b"h\xc3\xa9"


def test_an_answer_that_departs_from_the_document(call: Caller, server: Loopback) -> None:
    seen: list[tuple[Request, list[Drift]]] = []

    def listen(request: Request, drifts: list[Drift]) -> None:
        seen.append((request, drifts))

    server.answer(200, {"id": 90210})
    action = call(server, Action, "GET", "/a", settings={"on_drift": listen})
    assert action.id == 90210
    ((request, drifts),) = seen
    assert (request.method, drifts[0].pointer) == ("GET", "/id")
    with pytest.raises(errors.DecodeError, match="/id"):
        call(server, Action, "GET", "/a", settings={"strict_responses": True})


def test_an_answer_that_is_no_json(call: Caller, server: Loopback) -> None:
    server.answer(200, b"<html>")
    with pytest.raises(errors.DecodeError) as caught:
        call(server, Action, "GET", "/a")
    assert (caught.value.status_code, caught.value.body) == (200, "<html>")
    assert caught.value.__cause__ is not None
    assert isinstance(caught.value, errors.ApiError)


def test_errors_are_typed_and_hide_the_token(call: Caller, server: Loopback) -> None:
    server.answer(404, {"message": f"bad token {TOKEN}"}, {"X-Request-Id": "r1"})
    with pytest.raises(errors.NotFoundError) as caught:
        call(server, Action, "GET", "/a", query={"q": "private"}, error_types={404: "Problem"})
    error = caught.value
    assert isinstance(error.body, Problem)
    assert error.status_code == 404
    assert error.headers is not None
    assert error.headers["x-request-id"] == "r1"
    assert str(error) == f"GET {server.url}/a: 404 Not Found: bad token [hidden] (request id: r1)"


def test_an_error_body_of_another_kind_is_kept(call: Caller, server: Loopback) -> None:
    server.answer(404, b"nothing here", {"Content-Type": "text/plain"})
    with pytest.raises(errors.NotFoundError) as caught:
        call(server, Action, "GET", "/a", error_types={404: "Problem"})
    assert caught.value.body == "nothing here"
    server.answers.clear()
    server.answer(418, [1])
    with pytest.raises(errors.ApiError) as other:
        call(server, Action, "GET", "/a")
    assert type(other.value) is errors.ApiError
    assert other.value.body == [1]


def test_retries_over_the_wire(call: Caller, server: Loopback) -> None:
    server.answer(503, b"x" * 100_000, {"Retry-After": "3"})
    server.answer(drop=True)
    server.answer(200, {"id": "1"})
    assert call(server, Action, "POST", "/a", json={"n": 1}).id == "1"
    assert [sent.body for sent in server.requests] == [b'{"n":1}'] * 3
    assert call.slept == [3.0, 2.0]


def test_a_file_is_sent_again_from_its_start(call: Caller, server: Loopback) -> None:
    server.answer(503)
    server.answer(200)
    call(server, None, "POST", "/a", files={"f": BytesIO(b"whole file")})
    assert len(server.requests) == 2
    assert all(b"whole file" in sent.body for sent in server.requests)


class _Once(BytesIO):
    def seekable(self) -> bool:
        return False


def test_a_file_that_cannot_be_read_again_is_not_retried(call: Caller, server: Loopback) -> None:
    server.answer(503)
    with pytest.raises(errors.ServiceUnavailableError):
        call(server, None, "POST", "/a", files={"f": _Once(b"once")})
    assert len(server.requests) == 1


def test_a_connection_that_fails(call: Caller, server: Loopback) -> None:
    server.answer(drop=True)
    with pytest.raises(errors.ApiConnectionError) as caught:
        call(server, Action, "GET", "/a?secret=1", settings={"max_retries": 1})
    assert caught.value.__cause__ is not None
    assert isinstance(caught.value, errors.TransportError)
    assert "secret" not in str(caught.value)
    assert len(server.requests) == 2


@pytest.mark.parametrize(("method", "attempts"), [("GET", 2), ("POST", 1)])
def test_a_timeout_is_typed_and_only_safe_methods_are_repeated(
    call: Caller, server: Loopback, method: str, attempts: int
) -> None:
    release = Event()

    def stall(received: Received) -> Answer:
        release.wait(10)
        return Answer(drop=True)

    server.handler = stall
    try:
        with pytest.raises(errors.ApiTimeoutError, match=r"no response within 0\.3 s"):
            call(server, None, method, "/a", settings={"timeout": 0.3, "max_retries": 1})
    finally:
        release.set()
    assert len(server.requests) == attempts


def test_redirects_to_another_origin_drop_credentials(call: Caller, server: Loopback, other_server: Loopback) -> None:
    server.answer(307, headers={"Location": f"{other_server.url}/there"})
    other_server.answer(200, {"id": "1"})
    credentials = {"key": ApiKey("X-Secret-Key", "k", "header"), "session": ApiKey("session", "s", "cookie")}
    settings = {"credentials": credentials, "headers": {"X-Plain": "p"}}
    assert call(server, Action, "POST", "/a", json={"n": 1}, settings=settings).id == "1"
    first, second = server.requests[0], other_server.requests[0]
    assert {"authorization", "x-secret-key", "cookie"} <= first.headers.keys()
    assert not {"authorization", "x-secret-key", "cookie"} & second.headers.keys()
    assert (second.method, second.body, second.headers["x-plain"]) == ("POST", b'{"n":1}', "p")


def test_redirects_within_an_origin_keep_credentials(call: Caller, server: Loopback) -> None:
    server.answer(302, headers={"Location": "/there"})
    server.answer(200, {"id": "1"})
    call(server, Action, "POST", "/a", json={"n": 1}, settings={"credentials": {"key": ApiKey("X-Key", "k", "header")}})
    second = server.requests[1]
    assert (second.method, second.path, second.headers["x-key"]) == ("GET", "/there", "k")
    assert second.headers["authorization"] == f"Bearer {TOKEN}"


def test_redirects_can_be_refused_and_do_not_go_on_for_ever(call: Caller, server: Loopback) -> None:
    server.answer(302, headers={"Location": "/again"})
    with pytest.raises(errors.ApiError) as caught:
        call(server, None, "GET", "/a", settings={"follow_redirects": False})
    assert caught.value.status_code == 302
    with pytest.raises(errors.ApiConnectionError, match="20 redirects"):
        call(server, None, "GET", "/a")


def test_other_credentials(call: Caller, server: Loopback) -> None:
    credentials = {"key": ApiKey("key", "a b", "query"), "basic": BasicCredentials("user", "pass")}
    call(server, None, "GET", "/a", settings={"token": None, "credentials": credentials})
    assert server.requests[0].path == "/a?key=a%20b"
    assert server.requests[0].headers["authorization"] == "Basic dXNlcjpwYXNz"
    assert "a b" not in repr(credentials)
    assert "pass" not in repr(credentials)


class Renewable:
    def __init__(self) -> None:
        self.number = 1

    def __call__(self) -> str:
        return f"token-{self.number}"

    def invalidate(self, token: str) -> None:
        self.number += 1


def test_token_callables(call: Caller, server: Loopback) -> None:
    tokens: Iterator[str] = iter(["one", "two"])
    server.answer(503)
    server.answer(401)
    with pytest.raises(errors.UnauthorizedError):
        call(server, None, "GET", "/a", settings={"token": lambda: next(tokens)})
    assert [sent.headers["authorization"] for sent in server.requests] == ["Bearer one", "Bearer two"]
    server.requests.clear()
    server.answers.clear()
    server.answer(401)
    server.answer(200)
    call(server, None, "GET", "/a", settings={"token": Renewable()})
    assert [sent.headers["authorization"] for sent in server.requests] == ["Bearer token-1", "Bearer token-2"]


def test_an_asynchronous_token_callable(server: Loopback) -> None:
    async def token() -> str:
        return "awaited"

    async def run() -> None:
        client = AsyncApiClient(base_url=server.url, token=token)
        await client.call(None, "GET", "/a")
        await client.close()

    asyncio.run(run())
    assert server.requests[0].headers["authorization"] == "Bearer awaited"


def test_a_client_of_its_own_is_closed_and_a_given_one_is_not(server: Loopback) -> None:
    own = ApiClient(base_url=server.url)
    own.call(None, "GET", "/a")
    own.close()
    with pytest.raises(RuntimeError, match="closed"):
        own.call(None, "GET", "/a")
    with httpx2.Client() as http:
        ApiClient(base_url=server.url, httpx_client=http).close()
        assert not http.is_closed


def test_clients_of_the_configured_library() -> None:
    assert isinstance(http_library.new_client(), httpx2.Client)
    assert isinstance(http_library.new_async_client(), httpx2.AsyncClient)
    assert isinstance(http_library_httpx.new_client(), httpx.Client)
    assert isinstance(http_library_httpx.new_async_client(), httpx.AsyncClient)


def test_a_client_is_copied_but_not_pickled() -> None:
    for client in (ApiClient(base_url="http://host", token=TOKEN), AsyncApiClient(base_url="http://host", token=TOKEN)):
        assert copy.copy(client).base_url == "http://host"
        with pytest.raises(TypeError, match="credentials"):
            pickle.dumps(client)


def test_secrets_are_not_shown(server: Loopback) -> None:
    client = ApiClient(base_url="https://user:hidden@host/v1/", token=TOKEN)
    assert repr(client) == "ApiClient(base_url='https://host/v1')"
    raw = ApiClient(base_url=server.url, token=TOKEN).with_raw_responses().call(Any, "GET", "/a", query={"q": "hidden"})
    assert TOKEN not in repr(raw)
    assert "hidden" not in repr(raw)
    with pytest.raises(ValueError, match="Authorization") as caught:
        ApiClient(base_url=server.url, token="hidden\n\x01hidden").call(None, "GET", "/a")
    assert "hidden" not in str(caught.value)


@pytest.mark.parametrize("base_url", ["", "host", "ftp://host", "//host"])
def test_a_base_url_must_be_absolute(base_url: str) -> None:
    with pytest.raises(ValueError, match="absolute"):
        ApiClient(base_url=base_url)


def test_a_programming_error_is_not_hidden(server: Loopback) -> None:
    def broken() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ApiClient(base_url=server.url, token=broken).call(None, "GET", "/a")
