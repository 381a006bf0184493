"""A transport that answers by itself, for the tests of programs that use this package."""

from __future__ import annotations

from collections.abc import Iterator

from ..mock_responses import (
    MockedResponse,
    MockHandler,
    MockResponder,
    MockResponse,
    MockResponses,
)
from ..transport import Request


class MockTransport(MockResponder):
    """A :class:`.transport.Transport` that sends nothing.

    Parameters
    ----------
    responses
        One response for everything; or responses to give in turn, an exception among them
        being raised; or a function that is asked.

    Raises
    ------
    AssertionError
        By the call that comes when no response is left.
    """

    def __init__(self, responses: MockHandler | MockResponse | MockResponses) -> None:
        super().__init__(responses)

    def send(self, request: Request) -> MockedHttpResponse:
        """Respond to a request; see :meth:`.transport.Transport.send`."""
        return MockedHttpResponse(self._next(request), request)

    def close(self) -> None:
        """Do nothing: there is no connection."""


class MockedHttpResponse(MockedResponse):
    """A :class:`.transport.Response`."""

    def read(self) -> bytes:
        """Return the whole body."""
        return self._read()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the body."""
        yield from self._iterate(chunk_size)

    def close(self) -> None:
        """Do nothing: there is no connection."""
