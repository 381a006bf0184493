"""A transport that answers by itself, for the tests of programs that use this package."""

from __future__ import annotations

from collections.abc import Iterator

from ..mock_responses import (
    MockAnswerer,
    MockAnswers,
    MockedResponse,
    MockHandler,
    MockResponse,
)
from ..transport import Request


class MockTransport(MockAnswerer):
    """A :class:`.transport.Transport` that sends nothing.

    Parameters
    ----------
    answers
        One answer for everything; or answers to give in turn, an exception among them
        being raised; or a function that is asked.

    Raises
    ------
    AssertionError
        By the call that comes when no answer is left.
    """

    def __init__(self, answers: MockHandler | MockResponse | MockAnswers) -> None:
        super().__init__(answers)

    def send(self, request: Request) -> MockedAnswer:
        """Answer a request; see :meth:`.transport.Transport.send`."""
        return MockedAnswer(self._next(request), request)

    def close(self) -> None:
        """Do nothing: there is no connection."""


class MockedAnswer(MockedResponse):
    """A :class:`.transport.Response`."""

    def read(self) -> bytes:
        """Return the whole body."""
        return self._read()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate over the body."""
        yield from self._iterate(chunk_size)

    def close(self) -> None:
        """Do nothing: there is no connection."""
