"""The ``actions.executions`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestGet:
    """``GET /actions/executions/{id}``"""

    response: dict[str, Any] = {
        "id": "c5b35bb1-c67d-40bb-9b0d-700b6fe33dd9",
        "trigger_id": "post-login",
        "status": "unspecified",
        "results": [
            {
                "action_name": "my-action",
                "error": {},
                "started_at": "2021-01-01T00:00:00Z",
                "ended_at": "2021-01-01T00:00:00Z",
            }
        ],
        "created_at": "2021-01-01T00:00:00Z",
        "updated_at": "2021-01-01T00:00:00Z",
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.executions.get("id/1")

        server.assert_received("GET", "/actions/executions/id%2F1")
        assert_decoded(result, types.GetActionExecutionResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.executions.get("id/1")

        server.assert_received("GET", "/actions/executions/id%2F1")
        assert_decoded(result, types.GetActionExecutionResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.executions.get("id/1")

        assert caught.value.status_code == 400
