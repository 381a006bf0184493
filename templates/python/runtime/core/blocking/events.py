"""Server-sent events -> typed values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..drift import Drift
from ..event_data import BaseEventDecoder
from ..sse import EventParser
from ..transport import Response


class EventDecoder(BaseEventDecoder):
    """Reads the events of a response, and decodes their data."""

    def read(self, response: Response) -> Iterator[Any]:
        """Yield the decoded events of a response."""
        parser = EventParser()
        for chunk in response.iter_bytes():
            for event in parser.feed(chunk):
                if event.data == self._terminator:
                    return
                drifts: list[Drift] = []
                decoded = self._decoded(event, drifts)
                if drifts:
                    self._on_drift(response.request, drifts)
                    self._refuse(event, response, drifts)
                yield from decoded
