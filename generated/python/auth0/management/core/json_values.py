"""Answers of several JSON values: JSON lines, and JSON text sequences (RFC 7464)."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

from .decoding import Drift, InvalidJsonError, decode
from .transport import AsyncResponse, Request, Response

# A line ends one, and a record separator begins the next. Neither can stand inside a
# value: JSON writes them as escapes.
_ENDS = re.compile(rb"[\n\x1e]")


class JsonValueDecoder:
    """Decodes one JSON value after the other.

    Parameters
    ----------
    type_
        The type of a value.
    on_drift
        Told where a value departs from the type.
    """

    def __init__(
        self,
        type_: Any,
        on_drift: Callable[[Request, list[Drift]], Awaitable[None] | None],
    ) -> None:
        self._type = type_
        self._on_drift = on_drift

    def read(self, response: Response) -> Iterator[Any]:
        """Yield the decoded values of an answer."""
        lines = _Lines()
        for chunk in response.iter_bytes():
            for line in lines.feed(chunk):
                drifts: list[Drift] = []
                decoded = self._decoded(line, drifts)
                if drifts:
                    self._on_drift(response.request, drifts)
                yield from decoded
        yield from self._decoded(lines.rest, [])

    async def read_async(self, response: AsyncResponse) -> AsyncIterator[Any]:
        """Yield the decoded values of an answer."""
        lines = _Lines()
        async for chunk in response.iter_bytes():
            for line in lines.feed(chunk):
                drifts: list[Drift] = []
                decoded = self._decoded(line, drifts)
                waiting = self._on_drift(response.request, drifts) if drifts else None
                if waiting is not None:
                    await waiting
                for item in decoded:
                    yield item
        for item in self._decoded(lines.rest, []):
            yield item

    def _decoded(self, line: bytes, drifts: list[Drift]) -> list[Any]:
        """Decode a line: a list of its value, or an empty one if it can't be read."""
        if not line.strip():
            return []
        try:
            return [decode(self._type, line, drifts.extend)]
        except InvalidJsonError as fault:
            _log_skipped(fault)
            return []


class _Lines:
    """Cuts the chunks of a stream into lines; `rest` is what no end followed yet."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        first, *others = _ENDS.split(chunk)
        self._parts.append(first)
        for part in others:
            yield self.rest
            self._parts = [part]

    @property
    def rest(self) -> bytes:
        return b"".join(self._parts)


def _log_skipped(fault: Exception) -> None:
    import logging

    # The value is not logged: it may be personal.
    logging.getLogger(__name__).warning(
        "skipped a value of a JSON stream that can't be read: %s", fault
    )
