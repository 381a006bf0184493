"""Responses of several JSON values: JSON lines, and JSON text sequences (RFC 7464)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..drift import Drift
from ..json_lines import BaseJsonValueDecoder, Lines
from ..transport import Response


class JsonValueDecoder(BaseJsonValueDecoder):
    """Reads the values of a response, one after the other."""

    def read(self, response: Response) -> Iterator[Any]:
        """Yield the decoded values of a response."""
        lines = Lines()
        for chunk in response.iter_bytes():
            for line in lines.feed(chunk):
                yield from self._values(line, response)
        yield from self._values(lines.rest, response)

    def _values(self, line: bytes, response: Response) -> list[Any]:
        drifts: list[Drift] = []
        decoded = self._decoded(line, drifts)
        if drifts:
            self._on_drift(response.request, drifts)
            self._refuse(line, response, drifts)
        return decoded
