"""Responses of mock transports, for the tests of programs that use this package."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from .encoding import encode_json
from .headers import Headers
from .transport import Request


@dataclass(frozen=True)
class MockResponse:
    """A response to give.

    Attributes
    ----------
    status_code
        The HTTP status.
    json
        The body, as JSON; models may be in it. ``None`` for no such body.
    content
        The body as it is, in place of `json`; in pieces for a stream.
    headers
        Sent with it. The content type is that of JSON if `json` is given.
    """

    status_code: int = 200
    json: Any = None
    content: bytes | Iterable[bytes] = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


#: Responds to a request; what it raises, the transport raises.
MockHandler = Callable[[Request], MockResponse]
AsyncMockHandler = Callable[[Request], MockResponse | Awaitable[MockResponse]]
#: Responses in turn; an exception is raised.
MockResponses = Iterable[MockResponse | Exception]


class MockedResponse:
    """A response that is given to a request.

    Raises
    ------
    TypeError
        The function that was asked gave something else.
    """

    def __init__(self, response: Any, request: Request) -> None:
        if not isinstance(response, MockResponse):
            raise TypeError(f"a MockResponse is needed, not {type(response).__name__}")
        items = [*response.headers.items()]
        content = response.content
        if response.json is not None:
            content = encode_json(response.json)
            if all(name.lower() != "content-type" for name, _ in items):
                items.append(("content-type", "application/json"))
        self.status_code = response.status_code
        self.headers = Headers(items)
        self.request = request
        self._pieces = iter([content] if isinstance(content, bytes) else content)
        self._body: bytes | None = None

    def _read(self) -> bytes:
        if self._body is None:
            self._body = b"".join(self._pieces)
        return self._body

    def _iterate(self, chunk_size: int | None) -> Iterator[bytes]:
        if chunk_size is None:
            yield from self._pieces
            return
        body = self._read()
        for start in range(0, len(body), chunk_size):
            yield body[start : start + chunk_size]


class MockResponder:
    """Gives the responses, and keeps what was sent."""

    def __init__(
        self, responses: AsyncMockHandler | MockResponse | MockResponses
    ) -> None:
        #: What was sent, in order, with its credentials.
        self.requests: list[Request] = []
        self._responses = responses
        self._left = (
            None
            if callable(responses) or isinstance(responses, MockResponse)
            else iter(responses)
        )

    def _next(self, request: Request) -> MockResponse | Awaitable[MockResponse]:
        self.requests.append(request)
        if isinstance(self._responses, MockResponse):
            return self._responses
        if callable(self._responses):
            return self._responses(request)
        response = next(self._left or iter(()), None)
        if response is None:
            raise AssertionError(f"no response is left for {request!r}")
        if isinstance(response, Exception):
            raise response
        return response


def sent_json(request: Request) -> Any:
    """Return what the JSON body of a request says; ``None`` if it has no body.

    Raises
    ------
    ValueError
        The body is not JSON, or is not held in memory.
    """
    if request.content is None:
        return None
    if not isinstance(request.content, bytes):
        raise ValueError(f"{request!r}: the body is a stream")
    return json.loads(request.content)


def sent_query(request: Request) -> dict[str, list[str]]:
    """Return the query parameters of a request, decoded; each may occur repeatedly."""
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl(urlsplit(request.url).query, keep_blank_values=True):
        found.setdefault(name, []).append(value)
    return found
