"""A transport that answers by itself, for the tests of programs that use this package."""

from __future__ import annotations

from collections.abc import AsyncIterator

from ..mock_responses import (
    AsyncMockHandler,
    MockResponder,
    MockResponses,
    MockedResponse,
    MockResponse,
)
from ..transport import Request
from .waiting import settled


class AsyncMockTransport(MockResponder):
    """A :class:`.transport.AsyncTransport` that sends nothing.

    Parameters
    ----------
    responses
        One response for everything; or responses to give in turn, an exception among them
        being raised; or a function, asynchronous or not, that is asked.

    Raises
    ------
    AssertionError
        By the call that comes when no response is left.
    """

    def __init__(
        self, responses: AsyncMockHandler | MockResponse | MockResponses
    ) -> None:
        super().__init__(responses)

    async def send(self, request: Request) -> AsyncMockedHttpResponse:
        """Respond to a request; see :meth:`.transport.AsyncTransport.send`."""
        return AsyncMockedHttpResponse(await settled(self._next(request)), request)

    async def close(self) -> None:
        """Do nothing: there is no connection."""


class AsyncMockedHttpResponse(MockedResponse):
    """A :class:`.transport.AsyncResponse`."""

    async def read(self) -> bytes:
        """Return the whole body."""
        return self._read()

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Iterate over the body."""
        for chunk in self._iterate(chunk_size):
            yield chunk

    async def close(self) -> None:
        """Do nothing: there is no connection."""
