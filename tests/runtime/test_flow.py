"""The flow is tested without a network: a list of outcomes stands for the server."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

import pytest
from runtime.core.flow import Authorize, Discard, Send, Sleep, request_flow
from runtime.core.headers import Headers
from runtime.core.retries import RetryPolicy
from runtime.core.security import Authorization
from runtime.core.transport import Request
from runtime.core.transport_error import ApiConnectionError, TransportError

NOW = 1_700_000_000.0
POLICY = RetryPolicy(clock=lambda: NOW, random=lambda: 0.0)
REQUEST = Request("GET", "http://host/path")


@dataclass
class FakeResponse:
    status_code: int
    headers: Headers = field(default_factory=Headers)


@dataclass
class Run:
    result: Any = None
    error: TransportError | None = None
    sent: list[Request] = field(default_factory=list[Request])
    slept: list[float] = field(default_factory=list[float])
    discarded: list[Any] = field(default_factory=list[Any])


def run(
    *outcomes: Any,
    request: Request = REQUEST,
    max_retries: int = 2,
    policy: RetryPolicy = POLICY,
    tokens: tuple[str, ...] = ("t",),
    renewable: bool = False,
) -> Run:
    record = Run()
    left = list(outcomes)
    token_index = 0
    flow = request_flow(request, policy, max_retries)
    reply: Any = None
    try:
        while True:
            step = flow.send(reply)
            reply = None
            if isinstance(step, Send):
                record.sent.append(step.request)
                reply = left.pop(0)
            elif isinstance(step, Sleep):
                record.slept.append(step.seconds)
            elif isinstance(step, Discard):
                record.discarded.append(step.response)
            else:
                assert isinstance(step, Authorize)
                if step.rejected and not renewable:
                    continue
                token_index += step.rejected
                reply = Authorization({"authorization": f"Bearer {tokens[token_index]}"})
    except StopIteration as end:
        record.result = end.value
    except TransportError as error:
        record.error = error
    assert not left, "not every outcome was asked for"
    return record


def status(code: int, **headers: str) -> FakeResponse:
    return FakeResponse(code, Headers((name.replace("_", "-"), value) for name, value in headers.items()))


def test_a_success_is_sent_once_with_credentials() -> None:
    done = run(status(200))
    assert done.result.status_code == 200
    assert [request.headers for request in done.sent] == [{"authorization": "Bearer t"}]
    assert REQUEST.headers == {}


@pytest.mark.parametrize("code", [408, 409, 429, 500, 502, 503, 504, 599])
def test_statuses_that_are_tried_again(code: int) -> None:
    first = status(code)
    done = run(first, status(200))
    assert done.result.status_code == 200
    assert done.discarded == [first]
    assert done.slept == [1.0]


@pytest.mark.parametrize("code", [300, 400, 401, 403, 404, 410, 422])
def test_statuses_that_are_not(code: int) -> None:
    assert run(status(code)).result.status_code == code


def test_the_last_answer_is_returned_when_retries_run_out() -> None:
    done = run(status(500), status(502), status(503))
    assert done.result.status_code == 503
    assert done.slept == [1.0, 2.0]
    assert run(status(500), max_retries=0).slept == []


def test_connection_faults_are_tried_again_and_the_last_is_raised() -> None:
    faults = [ApiConnectionError(str(number), may_retry=True) for number in range(3)]
    assert run(*faults[:2], status(200)).result.status_code == 200
    assert run(*faults).error is faults[2]
    final = ApiConnectionError("no", may_retry=False)
    assert run(final).error is final


def test_a_body_that_cannot_be_replayed_is_sent_once() -> None:
    request = Request("POST", "http://host/", content=iter([b"x"]), replayable=False)
    assert run(status(503), request=request).result.status_code == 503
    assert run(status(401), request=request, renewable=True, tokens=("a", "b")).result.status_code == 401
    fault = ApiConnectionError("broken", may_retry=True)
    assert run(fault, request=request).error is fault


def test_a_refused_token_is_renewed_once() -> None:
    done = run(status(401), status(200), renewable=True, tokens=("old", "new"))
    assert [request.headers["authorization"] for request in done.sent] == ["Bearer old", "Bearer new"]
    assert done.slept == []
    assert run(status(401), status(401), renewable=True, tokens=("old", "new")).result.status_code == 401


def test_what_the_caller_sets_for_one_call_beats_the_credentials() -> None:
    request = Request("GET", "http://host/", headers={"authorization": "Basic x"})
    assert run(status(200), request=request).sent[0].headers == {"authorization": "Basic x"}


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": "0.5"}, 0.5),
        ({"retry_after": "0"}, 0.0),
        ({"retry_after": "7200"}, 60.0),
        ({"retry_after": formatdate(NOW + 30, usegmt=True)}, 30.0),
        ({"retry_after": formatdate(NOW - 30, usegmt=True)}, 0.0),
        ({"retry_after_ms": "250", "retry_after": "7"}, 0.25),
        ({"retry_after": "7", "x_ratelimit_reset": str(int(NOW) + 20)}, 7.0),
        ({"x_ratelimit_reset": str(int(NOW) + 20)}, 20.0),
        ({"x_ratelimit_reset": str(int(NOW) + 7200)}, 60.0),
        ({"x_ratelimit_reset": str(int(NOW) - 20)}, 1.0),
        ({"retry_after": "soon"}, 1.0),
        ({"retry_after": "nan"}, 1.0),
        ({"retry_after": "-3"}, 1.0),
        ({"retry_after": "Wed, 99 Foo 2021"}, 1.0),
        ({}, 1.0),
    ],
)
def test_the_server_says_how_long_to_wait(headers: dict[str, str], seconds: float) -> None:
    assert run(status(429, **headers), status(200)).slept == [pytest.approx(seconds)]


def test_backoff_doubles_up_to_the_cap_and_jitter_never_exceeds_it() -> None:
    assert [POLICY.backoff(attempt) for attempt in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert POLICY.backoff(10_000) == 60
    jittered = RetryPolicy(clock=lambda: NOW, random=lambda: 0.9999)
    assert 0.75 <= jittered.backoff(0) < 1.0
    reset = Headers([("X-RateLimit-Reset", str(int(NOW) + 10))])
    assert 10.0 < jittered.delay(0, reset) <= 11.0
    assert jittered.delay(0, Headers([("X-RateLimit-Reset", str(int(NOW) + 59))])) == 60.0
