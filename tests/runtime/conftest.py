"""The runtime is tested where it lies: ``templates/python`` is put on the import path."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "templates" / "python"))

from tests.runtime.loopback import Loopback


@pytest.fixture
def server() -> Iterator[Loopback]:
    """An HTTP server on 127.0.0.1, closed after the test."""
    with Loopback() as loopback:
        yield loopback


@pytest.fixture
def other_server() -> Iterator[Loopback]:
    """A second one: another origin."""
    with Loopback() as loopback:
        yield loopback
