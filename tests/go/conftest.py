"""What the tests of generated Go share."""

from __future__ import annotations

import pytest
from tests.go.toolchain import missing


@pytest.fixture(scope="session", autouse=True)
def _go() -> None:
    """Skip where there is no Go."""
    reason = missing()
    if reason:
        pytest.skip(reason)
