"""What the functional tests may use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.functional.support import Server


@pytest.fixture
def server() -> Iterator[Server]:
    """An HTTP server on 127.0.0.1 that gives the answers which a test queues, and keeps the requests."""
    with Server() as running:
        yield running
