"""The ``actions.triggers`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestList:
    """``GET /actions/triggers``"""

    response: dict[str, Any] = {
        "triggers": [
            {
                "id": "post-login",
                "version": "version",
                "status": "status",
                "runtimes": ["runtimes"],
                "default_runtime": "default_runtime",
                "compatible_triggers": [{"id": "post-login", "version": "version"}],
                "binding_policy": "trigger-bound",
            }
        ]
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.triggers.list()

        server.assert_received("GET", "/actions/triggers")
        assert_decoded(result, types.ListActionTriggersResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.triggers.list()

        server.assert_received("GET", "/actions/triggers")
        assert_decoded(result, types.ListActionTriggersResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.triggers.list()

        assert caught.value.status_code == 400
