"""Responses of several JSON values: JSON lines, and JSON text sequences (RFC 7464)."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from .responses import decode_error
from .decoding import decode
from .drift import Drift, InvalidJsonError, told
from .transport import Request, ResponseHead

# A line ends one, and a record separator begins the next. Neither can stand inside a
# value: JSON writes them as escapes.
_ENDS = re.compile(rb"[\n\x1e]")


class BaseJsonValueDecoder:
    """Decodes one JSON value after the other.

    Parameters
    ----------
    type_
        The type of a value.
    strict
        Raise :class:`DecodeError` for a value that is no JSON or departs from the type.
        Otherwise the first is left out, and of the second all is kept.
    on_drift
        Told of both.
    """

    def __init__(
        self,
        type_: Any,
        *,
        strict: bool,
        on_drift: Callable[[Request, list[Drift]], Awaitable[None] | None],
    ) -> None:
        self._type = type_
        self._strict = strict
        self._on_drift = on_drift

    def _decoded(self, line: bytes, drifts: list[Drift]) -> list[Any]:
        """Decode a line: a list of its value, or an empty one if it can't be read."""
        if not line.strip():
            return []
        try:
            return [decode(self._type, line, drifts.extend)]
        except InvalidJsonError as fault:
            drifts.append(Drift("", f"JSON, so the value is left out ({fault})"))
            return []

    def _refuse(self, line: bytes, response: ResponseHead, drifts: list[Drift]) -> None:
        if self._strict:
            raise decode_error(
                response.request,
                response.status_code,
                response.headers,
                line.decode("utf-8", "replace"),
                f"a value does not follow the document: {told(drifts)}",
            )


class Lines:
    """Cuts the chunks of a stream into lines."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Yield the lines that end in this chunk."""
        first, *others = _ENDS.split(chunk)
        self._parts.append(first)
        for part in others:
            yield self.rest
            self._parts = [part]

    @property
    def rest(self) -> bytes:
        """Text after the last line ending."""
        return b"".join(self._parts)
