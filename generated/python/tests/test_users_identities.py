"""The ``users.identities`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestDelete:
    """``DELETE /users/{id}/identities/{provider}/{user_id}``"""

    response: list[Any] = [
        {
            "connection": "Initial-Connection",
            "user_id": "user_id",
            "provider": "auth0",
            "isSocial": True,
            "access_token": "access_token",
            "access_token_secret": "access_token_secret",
            "refresh_token": "refresh_token",
            "profileData": {
                "email": "email",
                "email_verified": True,
                "name": "name",
                "username": "johndoe",
                "given_name": "given_name",
                "phone_number": "phone_number",
                "phone_verified": True,
                "family_name": "family_name",
            },
        }
    ]

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.users.identities.delete("id/1", "ad", "user_id/1")

        server.assert_received("DELETE", "/users/id%2F1/identities/ad/user_id%2F1")
        assert_decoded(result, list, self.response)
        assert_decoded(
            result[0], types.DeleteUserIdentityResponseContentItem, self.response[0]
        )

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.users.identities.delete("id/1", "ad", "user_id/1")

        server.assert_received("DELETE", "/users/id%2F1/identities/ad/user_id%2F1")
        assert_decoded(result, list, self.response)
        assert_decoded(
            result[0], types.DeleteUserIdentityResponseContentItem, self.response[0]
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.users.identities.delete("id/1", "ad", "user_id/1")

        assert caught.value.status_code == 400
