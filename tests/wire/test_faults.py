"""A server that misbehaves: each fault is a typed error, in time, with its cause and without the token."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Callable
from typing import Any

import pytest
from tests.runtime.loopback import Loopback
from tests.wire.clients import Caller
from tests.wire.faulty import SILENCE, FaultyServer, response
from tests.wire.suite import TOKEN

ACTION = json.dumps({"id": "1", "name": "name"}).encode()


def get_action(client: Any) -> Any:
    return client.actions.get("1")


def error_of(caller: Caller, url: str, call: Callable[[Any], Any] = get_action, **options: Any) -> Any:
    with pytest.raises(caller.library.package.SdkError) as raised:
        caller.result(url, call, **options)
    assert TOKEN not in str(raised.value) + repr(raised.value)
    return raised.value


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"

#: What the server sends, and the error that it makes.
FAULTS: dict[str, tuple[list[bytes], str]] = {
    "it says nothing": ([SILENCE], "ApiTimeoutError"),
    "it stops in the head": ([b"HTTP/1.1 200 OK\r\nContent-", SILENCE], "ApiTimeoutError"),
    "it stops in the body": ([response(ACTION[:5], length=100), SILENCE], "ApiTimeoutError"),
    "it closes at once": ([], "ApiConnectionError"),
    "it closes in the head": ([b"HTTP/1.1 200 OK\r\nContent-"], "ApiConnectionError"),
    "it closes in the body": ([response(ACTION[:5], length=100)], "ApiConnectionError"),
    "it closes in a chunk": ([CHUNKED, b"ff\r\n", ACTION], "ApiConnectionError"),
    "the length of a chunk is no number": ([CHUNKED, b"xyz\r\n", ACTION], "ApiConnectionError"),
    "it does not speak HTTP": ([b"SSH-2.0-OpenSSH_9.6\r\n"], "ApiConnectionError"),
    "the length is too short": ([response(ACTION, length=5)], "DecodeError"),
    "gzip is damaged": (
        [response(gzip.compress(ACTION)[:-9] + b"\0" * 9, Content_Encoding="gzip")],
        "ApiConnectionError",
    ),
    "gzip is no gzip": ([response(ACTION, Content_Encoding="gzip")], "ApiConnectionError"),
    "JSON is cut off": ([response(ACTION[:-1])], "DecodeError"),
    "there is HTML in place of JSON": ([response(b"<html>Hello</html>", content_type="text/html")], "DecodeError"),
    "there is nothing in place of JSON": ([response(b"")], "DecodeError"),
    "bytes are no UTF-8": ([response(b'{"id": "\xff\xfe"}')], "DecodeError"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_a_typed_error(caller: Caller, fault: str) -> None:
    chunks, name = FAULTS[fault]

    with FaultyServer(chunks) as server:
        error = error_of(caller, server.url, timeout=0.5)

    assert type(error).__name__ == name
    assert error.__cause__ is not None
    assert "/actions/actions/1" in str(error)


def test_a_body_that_comes_byte_by_byte_is_read(caller: Caller) -> None:
    text = response(ACTION)

    with FaultyServer([text[index : index + 1] for index in range(len(text))]) as server:
        action = caller.result(server.url, get_action)

    assert action.name == "name"


def test_a_server_that_is_not_there(caller: Caller) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"

    error = error_of(caller, url)

    assert type(error).__name__ == "ApiConnectionError"
    assert error.__cause__ is not None


def test_the_timeout_of_one_call_beats_that_of_the_client(caller: Caller) -> None:
    with FaultyServer([SILENCE]) as server:
        error = error_of(
            caller, server.url, lambda client: client.actions.get("1", request_options={"timeout_in_seconds": 0.2})
        )

    assert type(error).__name__ == "ApiTimeoutError"
    assert "0.2 s" in str(error)


def test_a_fault_is_tried_again_as_often_as_the_client_allows(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    retries = caller.library.package.__name__ + ".core.retries"
    monkeypatch.setattr(f"{retries}.RetryPolicy.backoff", lambda self, attempt: 0.0)

    with FaultyServer([]) as server:
        error_of(caller, server.url, max_retries=2)

        assert server.connections == 3


def test_bytes_after_the_announced_length_do_not_spoil_the_next_answer(caller: Caller) -> None:
    with FaultyServer([response(ACTION) + b"left over"]) as server:
        names = [caller.result(server.url, get_action).name for _ in range(2)]

    assert names == ["name", "name"]


def test_a_huge_error_body_makes_no_huge_message(caller: Caller, server: Loopback) -> None:
    server.answer(500, {"message": "x" * 5_000_000})

    error = error_of(caller, server.url)

    assert type(error).__name__ == "InternalServerError"
    assert len(error.body["message"]) == 5_000_000
    assert len(str(error)) < 1_000


#: Section 5 of the rules; whatever is not there is the base class.
STATUSES = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    402: "PaymentRequiredError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    410: "GoneError",
    412: "PreconditionFailedError",
    413: "ContentTooLargeError",
    418: "ApiError",
    422: "UnprocessableEntityError",
    429: "TooManyRequestsError",
    500: "InternalServerError",
    503: "ServiceUnavailableError",
    599: "ApiError",
}
BODIES: dict[str, tuple[bytes, str, Any]] = {
    "json": (
        b'{"message": "It went wrong", "errorCode": "bad"}',
        "application/json",
        {"message": "It went wrong", "errorCode": "bad"},
    ),
    "text": (b"It went wrong", "text/plain", "It went wrong"),
    "empty": (b"", "application/json", ""),
    "invalid": (b'{"message": "It', "application/json", '{"message": "It'),
}


@pytest.mark.parametrize("kind", BODIES)
@pytest.mark.parametrize("status", STATUSES)
def test_each_status_is_an_error_of_its_class(caller: Caller, server: Loopback, status: int, kind: str) -> None:
    body, content_type, seen = BODIES[kind]
    server.answer(status, body, {"Content-Type": content_type, "X-Request-Id": "request-7"})

    error = error_of(caller, server.url)

    assert type(error) is getattr(caller.library.package, STATUSES[status])
    assert isinstance(error, caller.library.package.ApiError)
    assert error.status_code == status
    assert error.headers["x-request-id"] == "request-7"
    assert error.body == seen
    assert f"GET {server.url}/actions/actions/1: {status}" in str(error)
    assert "request-7" in str(error)
    if kind in ("json", "text"):
        assert "It went wrong" in str(error)


def test_a_server_that_repeats_the_token_does_not_get_it_into_the_message(caller: Caller, server: Loopback) -> None:
    server.answer(401, {"message": f"the token {TOKEN} is no good"})

    error = error_of(caller, server.url)

    assert "no good" in str(error)
