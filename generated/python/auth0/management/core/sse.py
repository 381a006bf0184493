"""Server-sent events: bytes -> events, as the HTML standard, section 9.2, says."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """One event.

    Attributes
    ----------
    event
        The type; ``"message"`` if the server gave none.
    data
        The lines of data, joined by line feeds.
    id
        The last identifier the server gave, with this event or before it.
    retry
        Milliseconds to wait before connecting again, if the server has said so.
    """

    event: str
    data: str
    id: str
    retry: int | None


class EventParser:
    """Takes the chunks of a stream, cut anywhere, and gives out its events.

    An event ends with an empty line. One that the end of the stream cuts off is not
    given out, as the standard demands.
    """

    def __init__(self) -> None:
        # Also takes away a byte order mark at the start of the stream.
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._line: list[str] = []
        self._after_return = False
        self._event = ""
        self._data: list[str] = []
        self._id = ""
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """Take a chunk; yield the events it completes."""
        for line in self._lines(self._decoder.decode(chunk)):
            if line:
                self._field(line)
                continue
            if self._data:
                yield ServerSentEvent(
                    self._event or "message",
                    "\n".join(self._data),
                    self._id,
                    self._retry,
                )
            self._event = ""
            self._data = []

    def _lines(self, text: str) -> Iterator[str]:
        if self._after_return and text:
            # CR LF is one line end, also when the chunks part between the two.
            self._after_return = False
            text = text.removeprefix("\n")
        if not text:
            return
        self._after_return = text.endswith("\r")
        # Not `splitlines`: that knows line ends which the standard does not.
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._line.append(lines[0])
        for following in lines[1:]:
            yield "".join(self._line)
            self._line = [following]

    def _field(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self._retry = int(value)
