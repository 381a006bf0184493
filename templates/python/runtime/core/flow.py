"""Steps between a call and its response, without doing any of them.

:func:`request_flow` is a generator that asks for steps and is sent their results. It is
driven by a few lines for the blocking client and the same few for the asynchronous one,
so that authentication and retries are written, and tested, once.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, Protocol

from .headers import Headers
from .retries import Retry, RetryPolicy
from .security import Authorization, authorized
from .transport import Request
from .transport_error import TransportError


class ReceivedResponse(Protocol):
    """Part of a response that the flow looks at."""

    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Headers: ...


@dataclass(frozen=True, slots=True)
class Authorize:
    """Asks for an :class:`Authorization`, which holds the credentials.

    ``rejected`` is the status 401 that came for the ones given before, as a flag; then
    the result is ``None`` if there are no newer ones.
    """

    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Send:
    """Asks to send; the result is the response, or the :class:`TransportError`."""

    request: Request


@dataclass(frozen=True, slots=True)
class Discard:
    """Asks to close a response that is not wanted: a :class:`ReceivedResponse`."""

    response: Any


@dataclass(frozen=True, slots=True)
class Sleep:
    """Asks to wait, in seconds, before the request is sent again."""

    seconds: float
    request: Request
    retry: Retry


Step = Authorize | Send | Discard | Sleep


def request_flow(
    request: Request, policy: RetryPolicy, max_retries: int
) -> Generator[Step, Any, Any]:
    """Yield the steps of one call; return the response that ends it.

    A response that ends the call may be an error response. A request whose body can't
    be sent twice is sent once.

    Raises
    ------
    TransportError
        The last attempt had no response.
    """
    retries = max_retries if request.replayable else 0
    renewable = request.replayable
    authorization: Authorization = yield Authorize()
    attempt = 0
    while True:
        sent = authorized(request, authorization)
        outcome: ReceivedResponse | TransportError = yield Send(sent)
        if isinstance(outcome, TransportError):
            if attempt >= retries or not outcome.may_retry:
                raise outcome
            delay = policy.backoff(attempt)
            retry = Retry(attempt + 1, delay, None, outcome)
        else:
            if outcome.status_code == 401 and renewable:
                renewable = False
                renewed: Authorization | None = yield Authorize(rejected=True)
                if renewed is not None:
                    authorization = renewed
                    yield Discard(outcome)
                    continue
            if attempt >= retries or not policy.covers(outcome.status_code):
                return outcome
            delay = policy.delay(attempt, outcome.headers)
            retry = Retry(attempt + 1, delay, outcome.status_code, None)
            yield Discard(outcome)
        yield Sleep(delay, sent, retry)
        attempt += 1
        authorization = yield Authorize()
