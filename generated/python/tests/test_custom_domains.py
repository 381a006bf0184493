"""The ``custom_domains`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestList:
    """``GET /custom-domains``"""

    response: list[Any] = [
        {
            "custom_domain_id": "cd_0000000000000001",
            "domain": "login.mycompany.com",
            "primary": False,
            "is_default": False,
            "status": "pending_verification",
            "type": "auth0_managed_certs",
            "verification": {
                "methods": [
                    {"name": "cname", "record": "auth0-domain-verification=..."}
                ],
                "status": "verified",
                "error_msg": "error_msg",
                "last_verified_at": "last_verified_at",
            },
            "domain_metadata": {"key": "value"},
        }
    ]

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.custom_domains.list()

        server.assert_received("GET", "/custom-domains")
        assert_decoded(result, list, self.response)
        assert_decoded(result[0], types.CustomDomain, self.response[0])

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.custom_domains.list()

        server.assert_received("GET", "/custom-domains")
        assert_decoded(result, list, self.response)
        assert_decoded(result[0], types.CustomDomain, self.response[0])

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.custom_domains.list(
            q="q", fields="fields", include_fields=True, sort="sort"
        )

        server.assert_received(
            "GET",
            "/custom-domains",
            query=["q=q", "fields=fields", "include_fields=true", "sort=sort"],
        )
        assert_decoded(result, list, self.response)
        assert_decoded(result[0], types.CustomDomain, self.response[0])

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.custom_domains.list(
            q="q", fields="fields", include_fields=True, sort="sort"
        )

        server.assert_received(
            "GET",
            "/custom-domains",
            query=["q=q", "fields=fields", "include_fields=true", "sort=sort"],
        )
        assert_decoded(result, list, self.response)
        assert_decoded(result[0], types.CustomDomain, self.response[0])

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(401)

        with pytest.raises(errors.UnauthorizedError) as caught:
            client.custom_domains.list()

        assert caught.value.status_code == 401
