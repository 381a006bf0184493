"""Retries, as a user of a generated package sets them."""

from __future__ import annotations

import asyncio
from email.utils import formatdate
from importlib import import_module
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

SPEC = Spec("""
paths:
  /things:
    get: {tags: [things], operationId: get}
    post:
      tags: [things]
      operationId: create
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}
  /files:
    post:
      tags: [things]
      operationId: upload
      requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
""")
NOW = 1_700_000_000.0


class Call:
    """Makes a call with either client, and keeps what was waited for."""

    def __init__(self, server: Server, *, asynchronous: bool) -> None:
        self._server = server
        self._asynchronous = asynchronous
        self.package = make_package(SPEC)
        self.waits: list[float] = []

    def __call__(self, method: Any, **options: Any) -> Any:
        retries = import_module(f"{self.package.__name__}.core").RetryPolicy
        settings: dict[str, Any] = {
            "base_url": self._server.url,
            # A hundredth of the usual delays; the hook is told of what is waited.
            "retry_policy": retries(first_delay=0.01, longest_delay=0.05, clock=lambda: NOW, random=lambda: 0.0),
            "on_retry": lambda request, retry: self.waits.append(retry.delay),
            **options,
        }
        if not self._asynchronous:
            with self.package.Api(**settings) as client:
                return method(client.things)

        async def run() -> Any:
            async with self.package.AsyncApi(**settings) as client:
                return await method(client.things)

        return asyncio.run(run())


@pytest.fixture(params=[False, True], ids=["blocking", "asynchronous"])
def call(request: pytest.FixtureRequest, server: Server) -> Call:
    return Call(server, asynchronous=request.param)


def test_a_passing_failure_is_tried_again_twice_with_growing_waits(call: Call, server: Server) -> None:
    server.answer(503)
    with pytest.raises(call.package.ServiceUnavailableError):
        call(lambda things: things.create(n=1))
    assert call.waits == [0.01, 0.02]
    assert [sent.body for sent in server.requests] == [b'{"n":1}'] * 3


@pytest.mark.parametrize("retries", [0, 1, 4])
def test_the_number_of_retries_is_set_for_a_client_or_for_a_call(call: Call, server: Server, retries: int) -> None:
    server.answer(429)
    with pytest.raises(call.package.TooManyRequestsError):
        call(lambda things: things.get(), max_retries=retries)
    assert len(server.requests) == 1 + retries
    server.requests.clear()
    with pytest.raises(call.package.TooManyRequestsError):
        call(lambda things: things.get(request_options={"max_retries": retries}), max_retries=7)
    assert len(server.requests) == 1 + retries


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry-After": "0.03"}, 0.03),
        ({"Retry-After": "3600"}, 0.05),
        ({"Retry-After": formatdate(NOW + 3600, usegmt=True)}, 0.05),
        ({"Retry-After": formatdate(NOW - 3600, usegmt=True)}, 0.0),
        ({"Retry-After-Ms": "20", "Retry-After": "3600"}, 0.02),
        ({"X-RateLimit-Reset": f"{NOW + 0.04:.2f}"}, 0.04),
        ({"X-RateLimit-Reset": "1"}, 0.01),
        ({"Retry-After": "0.03", "X-RateLimit-Reset": f"{NOW + 0.04:.2f}"}, 0.03),
    ],
)
def test_the_server_says_how_long_to_wait_up_to_the_longest_delay(
    call: Call, server: Server, headers: dict[str, str], wait: float
) -> None:
    server.answer(429, headers=headers)
    server.answer(204, b"")
    call(lambda things: things.get())
    assert call.waits == [pytest.approx(wait, abs=1e-6)]


def test_a_body_that_can_be_read_once_is_sent_once(call: Call, server: Server) -> None:
    server.answer(503)
    with pytest.raises(call.package.ServiceUnavailableError):
        call(lambda things: things.upload(request=iter([b"once"])))
    assert [sent.body for sent in server.requests] == [b"once"]
    assert call.waits == []


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_a_refusal_is_final(call: Call, server: Server, status: int) -> None:
    server.answer(status)
    with pytest.raises(call.package.ApiError):
        call(lambda things: things.get())
    assert len(server.requests) == 1
