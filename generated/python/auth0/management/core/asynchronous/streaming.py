"""Responses that are read piece by piece: events, and downloads.

Nothing is sent before the first piece is asked for. The connection is given back when
the stream ends, fails or is closed.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from ..http_response import HttpResponse
from ..transport import AsyncResponse, without_credentials
from ..whole_file import written_whole

if TYPE_CHECKING:
    from .events import AsyncEventDecoder

T = TypeVar("T")


class AsyncResponseStream(Generic[T]):
    """An asynchronous iterator over the pieces of a response; also a context manager.

    Parameters
    ----------
    send
        Sends the request and returns the response, its body unread.
    read
        Turns the response into pieces.
    """

    def __init__(
        self,
        send: Callable[[], Awaitable[AsyncResponse]],
        read: Callable[[AsyncResponse], AsyncIterator[T]],
    ) -> None:
        self._send = send
        self._read = read
        self._response: AsyncResponse | None = None
        self._pieces: AsyncIterator[T] | None = None
        self._closed = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        if self._closed:
            raise StopAsyncIteration
        try:
            if self._pieces is None:
                self._pieces = self._read(await self._opened())
            return await anext(self._pieces)
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Stop reading, and give the connection back."""
        self._closed = True
        if self._response is not None:
            await self._response.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    @asynccontextmanager
    async def raw(self) -> AsyncGenerator[HttpResponse[Self], None]:
        """Send the request; give the stream with the status and headers around it."""
        async with self:
            response = await self._opened()
            request = without_credentials(response.request)
            yield HttpResponse(self, response.headers, response.status_code, request)

    async def _opened(self) -> AsyncResponse:
        if self._response is None:
            self._response = await self._send()
        return self._response


class AsyncEventStream(AsyncResponseStream[T]):
    """The server-sent events of a response, decoded.

    A stream that breaks ends with a :class:`TransportError`; it is not opened again by
    itself, as only the caller knows what was done with the events so far. To go on
    where it ended, make the call again, with what the API offers for that: usually
    `last_event_id`, in the header ``Last-Event-ID`` (HTML standard, section 9.2.4)::

        request_options={"additional_headers": {"Last-Event-ID": stream.last_event_id}}
    """

    def __init__(
        self, send: Callable[[], Awaitable[AsyncResponse]], decoder: AsyncEventDecoder
    ) -> None:
        super().__init__(send, decoder.read)
        self._decoder = decoder

    @property
    def last_event_id(self) -> str:
        """The last identifier that the server gave an event, or ``""``."""
        return self._decoder.last_event_id


class AsyncJsonStream(AsyncResponseStream[T]):
    """The JSON values of a response, one after the other, decoded."""


class AsyncBinaryStream(AsyncResponseStream[bytes]):
    """The bytes of a download."""

    async def read(self) -> bytes:
        """Return all that is left."""
        return b"".join([chunk async for chunk in self])

    async def save(self, path: str | os.PathLike[str]) -> None:
        """Write what is left to a file, which appears only when it is complete."""
        with written_whole(path) as file:
            async for chunk in self:
                file.write(chunk)
