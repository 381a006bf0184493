"""Responses that are read piece by piece: events, and downloads.

Nothing is sent before the first piece is asked for. The connection is given back when
the stream ends, fails or is closed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from ..http_response import HttpResponse
from ..transport import Response, without_credentials
from ..whole_file import written_whole

if TYPE_CHECKING:
    from .events import EventDecoder

T = TypeVar("T")


class ResponseStream(Generic[T]):
    """A blocking iterator over the pieces of a response; also a context manager.

    Parameters
    ----------
    send
        Sends the request and returns the response, its body unread.
    read
        Turns the response into pieces.
    """

    def __init__(
        self,
        send: Callable[[], Response],
        read: Callable[[Response], Iterator[T]],
    ) -> None:
        self._send = send
        self._read = read
        self._response: Response | None = None
        self._pieces: Iterator[T] | None = None
        self._closed = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        if self._closed:
            raise StopIteration
        try:
            if self._pieces is None:
                self._pieces = self._read(self._opened())
            return next(self._pieces)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Stop reading, and give the connection back."""
        self._closed = True
        if self._response is not None:
            self._response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @contextmanager
    def raw(self) -> Generator[HttpResponse[Self], None, None]:
        """Send the request; give the stream with the status and headers around it."""
        with self:
            response = self._opened()
            request = without_credentials(response.request)
            yield HttpResponse(self, response.headers, response.status_code, request)

    def _opened(self) -> Response:
        if self._response is None:
            self._response = self._send()
        return self._response


class EventStream(ResponseStream[T]):
    """The server-sent events of a response, decoded.

    A stream that breaks ends with a :class:`TransportError`; it is not opened again by
    itself, as only the caller knows what was done with the events so far. To go on
    where it ended, make the call again, with what the API offers for that: usually
    `last_event_id`, in the header ``Last-Event-ID`` (HTML standard, section 9.2.4)::

        request_options={"additional_headers": {"Last-Event-ID": stream.last_event_id}}
    """

    def __init__(self, send: Callable[[], Response], decoder: EventDecoder) -> None:
        super().__init__(send, decoder.read)
        self._decoder = decoder

    @property
    def last_event_id(self) -> str:
        """The last identifier that the server gave an event, or ``""``."""
        return self._decoder.last_event_id


class JsonStream(ResponseStream[T]):
    """The JSON values of a response, one after the other, decoded."""


class BinaryStream(ResponseStream[bytes]):
    """The bytes of a download."""

    def read(self) -> bytes:
        """Return all that is left."""
        return b"".join(self)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write what is left to a file, which appears only when it is complete."""
        with written_whole(path) as file:
            for chunk in self:
                file.write(chunk)
