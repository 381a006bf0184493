"""Server-sent events -> typed values."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

from .decoding import Drift, InvalidJsonError, decode
from .encoding import encode_json
from .sse import EventParser, ServerSentEvent
from .transport import AsyncResponse, Request, Response


class EventDecoder:
    """Decodes the data of events as one type.

    Parameters
    ----------
    type_
        The type of an event's data.
    discriminator
        The property of the data that is told by the ``event`` field, not by the data;
        for a union whose discriminator belongs to the protocol.
    terminator
        Data that ends the stream, such as ``[DONE]``.
    on_drift
        Told where an event departs from the type.
    """

    def __init__(
        self,
        type_: Any,
        discriminator: str | None,
        terminator: str | None,
        on_drift: Callable[[Request, list[Drift]], Awaitable[None] | None],
    ) -> None:
        self._type = type_
        self._discriminator = discriminator
        self._terminator = terminator
        self._on_drift = on_drift

    def read(self, response: Response) -> Iterator[Any]:
        """Yield the decoded events of an answer."""
        parser = EventParser()
        for chunk in response.iter_bytes():
            for event in parser.feed(chunk):
                if event.data == self._terminator:
                    return
                drifts: list[Drift] = []
                decoded = self._decoded(event, drifts)
                if drifts:
                    self._on_drift(response.request, drifts)
                yield from decoded

    async def read_async(self, response: AsyncResponse) -> AsyncIterator[Any]:
        """Yield the decoded events of an answer."""
        parser = EventParser()
        async for chunk in response.iter_bytes():
            for event in parser.feed(chunk):
                if event.data == self._terminator:
                    return
                drifts: list[Drift] = []
                decoded = self._decoded(event, drifts)
                waiting = self._on_drift(response.request, drifts) if drifts else None
                if waiting is not None:
                    await waiting
                for item in decoded:
                    yield item

    def _decoded(self, event: ServerSentEvent, drifts: list[Drift]) -> list[Any]:
        """Decode an event: a list of it, or an empty one if it can't be read."""
        if self._type is str:
            return [event.data]
        if self._type is ServerSentEvent:
            return [event]
        data = event.data.encode("utf-8")
        try:
            if self._discriminator is not None:
                value: Any = decode(Any, data)
                if isinstance(value, dict):
                    data = encode_json({**value, self._discriminator: event.event})
            return [decode(self._type, data, drifts.extend)]
        except InvalidJsonError as fault:
            _log_skipped(event, fault)
            return []


def _log_skipped(event: ServerSentEvent, fault: Exception) -> None:
    import logging

    # The data is not logged: it may be personal.
    logging.getLogger(__name__).warning(
        "skipped a server-sent event of type %r that can't be read: %s",
        event.event,
        fault,
    )
