"""The ``users.authentication_methods`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestSet:
    """``PUT /users/{id}/authentication-methods``"""

    response: list[Any] = [
        {
            "id": "id",
            "type": "phone",
            "name": "name",
            "phone_number": "phone_number",
            "email": "email",
            "authentication_methods": [{"type": "totp", "id": "id"}],
            "preferred_authentication_method": "voice",
            "created_at": "2026-01-31T12:00:00Z",
        }
    ]
    all_json: list[Any] = [
        {
            "type": "phone",
            "preferred_authentication_method": "voice",
            "name": "name",
            "phone_number": "phone_number",
            "email": "email",
            "totp_secret": "totp_secret",
        }
    ]

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.users.authentication_methods.set(
            "id/1", request=[types.SetUserAuthenticationMethods(type="phone")]
        )

        server.assert_received(
            "PUT", "/users/id%2F1/authentication-methods", json=[{"type": "phone"}]
        )
        assert_decoded(result, list, self.response)
        assert_decoded(
            result[0],
            types.SetUserAuthenticationMethodResponseContent,
            self.response[0],
        )

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.users.authentication_methods.set(
            "id/1", request=[types.SetUserAuthenticationMethods(type="phone")]
        )

        server.assert_received(
            "PUT", "/users/id%2F1/authentication-methods", json=[{"type": "phone"}]
        )
        assert_decoded(result, list, self.response)
        assert_decoded(
            result[0],
            types.SetUserAuthenticationMethodResponseContent,
            self.response[0],
        )

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.users.authentication_methods.set(
            "id/1",
            request=[
                types.SetUserAuthenticationMethods(
                    type="phone",
                    preferred_authentication_method="voice",
                    name="name",
                    phone_number="phone_number",
                    email="email",
                    totp_secret="totp_secret",
                )
            ],
        )

        server.assert_received(
            "PUT", "/users/id%2F1/authentication-methods", json=self.all_json
        )
        assert_decoded(result, list, self.response)
        assert_decoded(
            result[0],
            types.SetUserAuthenticationMethodResponseContent,
            self.response[0],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.users.authentication_methods.set(
            "id/1",
            request=[
                types.SetUserAuthenticationMethods(
                    type="phone",
                    preferred_authentication_method="voice",
                    name="name",
                    phone_number="phone_number",
                    email="email",
                    totp_secret="totp_secret",
                )
            ],
        )

        server.assert_received(
            "PUT", "/users/id%2F1/authentication-methods", json=self.all_json
        )
        assert_decoded(result, list, self.response)
        assert_decoded(
            result[0],
            types.SetUserAuthenticationMethodResponseContent,
            self.response[0],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.users.authentication_methods.set(
                "id/1", request=[types.SetUserAuthenticationMethods(type="phone")]
            )

        assert caught.value.status_code == 400
