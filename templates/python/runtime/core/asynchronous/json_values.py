"""Responses of several JSON values: JSON lines, and JSON text sequences (RFC 7464)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from ..drift import Drift
from ..json_lines import BaseJsonValueDecoder, Lines
from ..transport import AsyncResponse
from .waiting import settled


class AsyncJsonValueDecoder(BaseJsonValueDecoder):
    """Reads the values of a response, one after the other."""

    async def read(self, response: AsyncResponse) -> AsyncIterator[Any]:
        """Yield the decoded values of a response."""
        lines = Lines()
        async for chunk in response.iter_bytes():
            for line in lines.feed(chunk):
                for value in await self._values(line, response):
                    yield value
        for last in await self._values(lines.rest, response):
            yield last

    async def _values(self, line: bytes, response: AsyncResponse) -> list[Any]:
        drifts: list[Drift] = []
        decoded = self._decoded(line, drifts)
        if drifts:
            await settled(self._on_drift(response.request, drifts))
            self._refuse(line, response, drifts)
        return decoded
