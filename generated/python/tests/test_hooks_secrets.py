"""The ``hooks.secrets`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /hooks/{id}/secrets``"""

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(201)

        client.hooks.secrets.create("id/1", request={"key": "value"})

        server.assert_received("POST", "/hooks/id%2F1/secrets", json={"key": "value"})

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201)

        await async_client.hooks.secrets.create("id/1", request={"key": "value"})

        server.assert_received("POST", "/hooks/id%2F1/secrets", json={"key": "value"})

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.hooks.secrets.create("id/1", request={"key": "value"})

        assert caught.value.status_code == 400


class TestDelete:
    """``DELETE /hooks/{id}/secrets``"""

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(204)

        client.hooks.secrets.delete("id/1", request=["request"])

        server.assert_received("DELETE", "/hooks/id%2F1/secrets", json=["request"])

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(204)

        await async_client.hooks.secrets.delete("id/1", request=["request"])

        server.assert_received("DELETE", "/hooks/id%2F1/secrets", json=["request"])

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.hooks.secrets.delete("id/1", request=["request"])

        assert caught.value.status_code == 400


class TestGet:
    """``GET /hooks/{id}/secrets``"""

    response: dict[str, Any] = {"key": "value"}

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.hooks.secrets.get("id/1")

        server.assert_received("GET", "/hooks/id%2F1/secrets")
        assert_decoded(result, dict, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.hooks.secrets.get("id/1")

        server.assert_received("GET", "/hooks/id%2F1/secrets")
        assert_decoded(result, dict, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.hooks.secrets.get("id/1")

        assert caught.value.status_code == 400
