from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from runtime.core.sse import EventParser, ServerSentEvent

STREAM = (
    "\ufeff: comment\r\nevent: greeting\rdata: h\u00e9llo\ndata:  world\r\n\r\n"
    "data\n\n"
    "id: 7\nretry: 250\nretry: soon\nfield without meaning\ndata:x\n\n"
    "event: empty\n\n"
    "id: bad\0id\ndata: a\u2028b\n\n"
    "data: cut off"
).encode()

EVENTS = [
    ServerSentEvent("greeting", "h\u00e9llo\n world", "", None),
    ServerSentEvent("message", "", "", None),
    ServerSentEvent("message", "x", "7", 250),
    ServerSentEvent("message", "a\u2028b", "7", 250),
]


def parse(chunks: list[bytes]) -> list[ServerSentEvent]:
    parser = EventParser()
    return [event for chunk in chunks for event in parser.feed(chunk)]


def test_the_rules_of_the_html_standard() -> None:
    assert parse([STREAM]) == EVENTS


def test_a_byte_at_a_time() -> None:
    assert parse([STREAM[index : index + 1] for index in range(len(STREAM))]) == EVENTS


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, len(STREAM)), max_size=8))
def test_cut_anywhere(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(STREAM)]
    assert parse([STREAM[start:end] for start, end in pairwise(places)]) == EVENTS


@pytest.mark.parametrize("end", ["\n\n", "\r\r", "\r\n\r\n", "\n\r\n"])
def test_line_ends(end: str) -> None:
    assert [event.data for event in parse([f"data: 1{end}data: 2{end}".encode()])] == ["1", "2"]
