"""Hooks that a client calls for its requests, responses, retries and drift.

A hook is a plain function; the asynchronous client also takes asynchronous ones. Each is
given the request first, redacted: without its body, without headers that hold
credentials or cookies, and with the API keys of its URL hidden. It is a copy: hooks
observe. What is to change requests is given as ``headers``, as an ``httpx_client`` with
event hooks of its own, or as a ``transport``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from .drift import Drift
from .retries import Retry
from .transport import Request


@dataclass(frozen=True, slots=True)
class ResponseInfo:
    """A response, as hooks see it.

    Attributes
    ----------
    status_code
        The HTTP status.
    headers
        Without those that set cookies; names in lower case.
    elapsed
        Seconds from the sending of the request to the response. The body of a stream or a
        download is read later, and does not count.
    """

    status_code: int
    headers: Mapping[str, str]
    elapsed: float


#: Told of a request that is about to be sent; what it raises ends the call.
RequestHook = Callable[[Request], None]
#: Told of a response, of whatever status; an attempt without one is no business of it.
ResponseHook = Callable[[Request, ResponseInfo], None]
#: Told that a request will be sent again, before the wait.
RetryHook = Callable[[Request, Retry], None]
#: Told where a response departs from the document.
DriftHook = Callable[[Request, list[Drift]], None]

AsyncRequestHook = Callable[[Request], Awaitable[None] | None]
AsyncResponseHook = Callable[[Request, ResponseInfo], Awaitable[None] | None]
AsyncRetryHook = Callable[[Request, Retry], Awaitable[None] | None]
AsyncDriftHook = Callable[[Request, list[Drift]], Awaitable[None] | None]
