"""What the wire tests may use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.runtime.loopback import Loopback
from tests.wire.clients import Caller
from tests.wire.suite import Library, make_library

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The package of the project's own document, generated for these tests."""
    specs = ROOT / "specs"
    return make_library(
        specs / "management-api.yaml", specs / "sdksmith.toml", tmp_path_factory.mktemp("wire"), "wire_management"
    )


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def caller(request: pytest.FixtureRequest, library: Library) -> Caller:
    """Calls the blocking client, then the asynchronous one."""
    return Caller(library, asynchronous=request.param)


@pytest.fixture
def server() -> Iterator[Loopback]:
    """An HTTP server on 127.0.0.1, closed after the test."""
    with Loopback() as loopback:
        yield loopback
