"""A transport that answers by itself, for the tests of programs that use this package."""

from __future__ import annotations

from collections.abc import AsyncIterator

from ..mock_responses import (
    AsyncMockHandler,
    MockAnswerer,
    MockAnswers,
    MockedResponse,
    MockResponse,
)
from ..transport import Request
from .waiting import settled


class AsyncMockTransport(MockAnswerer):
    """A :class:`.transport.AsyncTransport` that sends nothing.

    Parameters
    ----------
    answers
        One answer for everything; or answers to give in turn, an exception among them
        being raised; or a function, asynchronous or not, that is asked.

    Raises
    ------
    AssertionError
        By the call that comes when no answer is left.
    """

    def __init__(self, answers: AsyncMockHandler | MockResponse | MockAnswers) -> None:
        super().__init__(answers)

    async def send(self, request: Request) -> AsyncMockedAnswer:
        """Answer a request; see :meth:`.transport.AsyncTransport.send`."""
        return AsyncMockedAnswer(await settled(self._next(request)), request)

    async def close(self) -> None:
        """Do nothing: there is no connection."""


class AsyncMockedAnswer(MockedResponse):
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
