"""The server, and clients that call it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from auth0.management import AsyncAuth0, Auth0

from .mock_server import MockServer


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Run asynchronous tests with asyncio alone."""
    return "asyncio"


@pytest.fixture(scope="session")
def running_server() -> Iterator[MockServer]:
    """One server for all tests."""
    with MockServer() as server:
        yield server


@pytest.fixture
def server(running_server: MockServer) -> Iterator[MockServer]:
    """The server, which has nothing to say yet."""
    running_server.reset()
    yield running_server
    running_server.assert_done()


@pytest.fixture(scope="session")
def client(running_server: MockServer) -> Iterator[Auth0]:
    """A client that takes a response only if it is as documented, and asks once."""
    with Auth0(
        token="token",
        base_url=running_server.url,
        max_retries=0,
        strict_responses=True,
    ) as client:
        yield client


@pytest.fixture(scope="session")
async def async_client(
    running_server: MockServer, anyio_backend: str
) -> AsyncIterator[AsyncAuth0]:
    """The same, asynchronous."""
    async with AsyncAuth0(
        token="token",
        base_url=running_server.url,
        max_retries=0,
        strict_responses=True,
    ) as client:
        yield client
