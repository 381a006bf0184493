"""The ``client_grants`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestList:
    """``GET /client-grants``"""

    pages: list[Any] = [
        {
            "client_grants": [
                {
                    "id": "id",
                    "client_id": "client_id",
                    "audience": "audience",
                    "scope": ["scope"],
                    "organization_usage": "deny",
                    "allow_any_organization": True,
                    "default_for": "third_party_clients",
                    "is_system": True,
                    "subject_type": "client",
                    "authorization_details_types": ["authorization_details_types"],
                    "allow_all_scopes": True,
                }
            ],
            "next": "cursor of page 2",
        },
        {
            "client_grants": [
                {
                    "id": "id",
                    "client_id": "client_id",
                    "audience": "audience",
                    "scope": ["scope"],
                    "organization_usage": "deny",
                    "allow_any_organization": True,
                    "default_for": "third_party_clients",
                    "is_system": True,
                    "subject_type": "client",
                    "authorization_details_types": ["authorization_details_types"],
                    "allow_all_scopes": True,
                },
                {
                    "id": "id",
                    "client_id": "client_id",
                    "audience": "audience",
                    "scope": ["scope"],
                    "organization_usage": "deny",
                    "allow_any_organization": True,
                    "default_for": "third_party_clients",
                    "is_system": True,
                    "subject_type": "client",
                    "authorization_details_types": ["authorization_details_types"],
                    "allow_all_scopes": True,
                },
            ]
        },
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.client_grants.list()
        items = list(pager)

        server.assert_received("GET", "/client-grants", query=["take=50"])
        server.assert_received(
            "GET", "/client-grants", query=["take=50", "from=cursor%20of%20page%202"]
        )

        assert_decoded(
            pager.response, types.ListClientGrantPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(
            items[0],
            types.ClientGrantResponseContent,
            self.pages[0]["client_grants"][0],
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["client_grants"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.client_grants.list()
        items = [item async for item in pager]

        server.assert_received("GET", "/client-grants", query=["take=50"])
        server.assert_received(
            "GET", "/client-grants", query=["take=50", "from=cursor%20of%20page%202"]
        )

        assert_decoded(
            pager.response, types.ListClientGrantPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(
            items[0],
            types.ClientGrantResponseContent,
            self.pages[0]["client_grants"][0],
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["client_grants"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.client_grants.list(
            from_="from",
            take=1,
            audience="audience",
            client_id="client_id",
            allow_any_organization=True,
            subject_type="client",
            default_for="third_party_clients",
        )

        server.assert_received(
            "GET",
            "/client-grants",
            query=[
                "from=from",
                "take=1",
                "audience=audience",
                "client_id=client_id",
                "allow_any_organization=true",
                "subject_type=client",
                "default_for=third_party_clients",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListClientGrantPaginatedResponseContent,
            self.pages[-1],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.client_grants.list(
            from_="from",
            take=1,
            audience="audience",
            client_id="client_id",
            allow_any_organization=True,
            subject_type="client",
            default_for="third_party_clients",
        )

        server.assert_received(
            "GET",
            "/client-grants",
            query=[
                "from=from",
                "take=1",
                "audience=audience",
                "client_id=client_id",
                "allow_any_organization=true",
                "subject_type=client",
                "default_for=third_party_clients",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListClientGrantPaginatedResponseContent,
            self.pages[-1],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(401)

        with pytest.raises(errors.UnauthorizedError) as caught:
            client.client_grants.list()

        assert caught.value.status_code == 401
