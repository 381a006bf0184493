"""Server-sent events -> typed values."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from ..drift import Drift
from ..event_data import BaseEventDecoder
from ..sse import EventParser
from ..transport import AsyncResponse
from .waiting import settled


class AsyncEventDecoder(BaseEventDecoder):
    """Reads the events of a response, and decodes their data."""

    async def read(self, response: AsyncResponse) -> AsyncIterator[Any]:
        """Yield the decoded events of a response."""
        parser = EventParser()
        async for chunk in response.iter_bytes():
            for event in parser.feed(chunk):
                if event.data == self._terminator:
                    return
                drifts: list[Drift] = []
                decoded = self._decoded(event, drifts)
                if drifts:
                    await settled(self._on_drift(response.request, drifts))
                    self._refuse(event, response, drifts)
                for item in decoded:
                    yield item
