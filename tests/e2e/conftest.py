"""The committed library is imported where it lies."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from tests.e2e.support import GENERATED
from tests.runtime.loopback import Loopback

sys.path.insert(0, str(GENERATED))


@pytest.fixture
def server() -> Iterator[Loopback]:
    """An HTTP server on 127.0.0.1, closed after the test."""
    with Loopback() as loopback:
        yield loopback
