"""The ``branding.templates`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestGetUniversalLogin:
    """``GET /branding/templates/universal-login``"""

    response: dict[str, Any] = {"body": "body"}

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.branding.templates.get_universal_login()

        server.assert_received("GET", "/branding/templates/universal-login")
        assert_decoded(result, types.GetUniversalLoginTemplate, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.branding.templates.get_universal_login()

        server.assert_received("GET", "/branding/templates/universal-login")
        assert_decoded(result, types.GetUniversalLoginTemplate, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(401)

        with pytest.raises(errors.UnauthorizedError) as caught:
            client.branding.templates.get_universal_login()

        assert caught.value.status_code == 401


class TestUpdateUniversalLogin:
    """``PUT /branding/templates/universal-login``"""

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(201)

        client.branding.templates.update_universal_login(request="request")

        server.assert_received(
            "PUT", "/branding/templates/universal-login", json="request"
        )

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201)

        await async_client.branding.templates.update_universal_login(request="request")

        server.assert_received(
            "PUT", "/branding/templates/universal-login", json="request"
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.branding.templates.update_universal_login(request="request")

        assert caught.value.status_code == 400
