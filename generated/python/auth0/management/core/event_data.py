"""The data of server-sent events -> typed values."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from .responses import decode_error
from .decoding import decode
from .drift import Drift, InvalidJsonError, told
from .encoding import encode_json
from .sse import ServerSentEvent
from .transport import Request, ResponseHead


class BaseEventDecoder:
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
    strict
        Raise :class:`DecodeError` for an event that is no JSON or departs from the
        type. Otherwise the first is skipped, and of the second all is kept.
    on_drift
        Told of both.

    Attributes
    ----------
    last_event_id
        The last identifier that came (HTML standard, section 9.2.4), or ``""``.
    """

    def __init__(
        self,
        type_: Any,
        discriminator: str | None,
        terminator: str | None,
        *,
        strict: bool,
        on_drift: Callable[[Request, list[Drift]], Awaitable[None] | None],
    ) -> None:
        self._type = type_
        self._discriminator = discriminator
        self._terminator = terminator
        self._strict = strict
        self._on_drift = on_drift
        self.last_event_id = ""

    def _decoded(self, event: ServerSentEvent, drifts: list[Drift]) -> list[Any]:
        """Decode an event: a list of it, or an empty one if it can't be read."""
        self.last_event_id = event.id
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
            drifts.append(Drift("", f"JSON, so the event is left out ({fault})"))
            return []

    def _refuse(
        self,
        event: ServerSentEvent,
        response: ResponseHead,
        drifts: list[Drift],
    ) -> None:
        if self._strict:
            raise decode_error(
                response.request,
                response.status_code,
                response.headers,
                event.data,
                f"an event does not follow the document: {told(drifts)}",
            )
