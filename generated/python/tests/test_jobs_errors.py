"""The ``jobs.errors`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestGet:
    """``GET /jobs/{id}/errors``"""

    response: list[Any] = [
        {
            "user": {"key": {"key": "value"}},
            "errors": [{"code": "code", "message": "message", "path": "path"}],
        }
    ]

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.jobs.errors.get("id/1")

        server.assert_received("GET", "/jobs/id%2F1/errors")
        assert_decoded(result, list, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.jobs.errors.get("id/1")

        server.assert_received("GET", "/jobs/id%2F1/errors")
        assert_decoded(result, list, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.jobs.errors.get("id/1")

        assert caught.value.status_code == 400
