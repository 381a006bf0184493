"""The ``users.effective_permissions`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestList:
    """``GET /users/{id}/effective-permissions``"""

    pages: list[Any] = [
        {
            "permissions": [
                {
                    "resource_server_identifier": "resource_server_identifier",
                    "permission_name": "permission_name",
                    "resource_server_name": "resource_server_name",
                    "description": "description",
                    "sources": ["direct"],
                }
            ],
            "next": "cursor of page 2",
        },
        {
            "permissions": [
                {
                    "resource_server_identifier": "resource_server_identifier",
                    "permission_name": "permission_name",
                    "resource_server_name": "resource_server_name",
                    "description": "description",
                    "sources": ["direct"],
                },
                {
                    "resource_server_identifier": "resource_server_identifier",
                    "permission_name": "permission_name",
                    "resource_server_name": "resource_server_name",
                    "description": "description",
                    "sources": ["direct"],
                },
            ]
        },
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.users.effective_permissions.list(
            "id/1", resource_server_identifier="resource_server_identifier"
        )
        items = list(pager)

        server.assert_received(
            "GET",
            "/users/id%2F1/effective-permissions",
            query=["resource_server_identifier=resource_server_identifier", "take=50"],
        )
        server.assert_received(
            "GET",
            "/users/id%2F1/effective-permissions",
            query=[
                "resource_server_identifier=resource_server_identifier",
                "take=50",
                "from=cursor%20of%20page%202",
            ],
        )

        assert_decoded(
            pager.response,
            types.ListUserEffectivePermissionsResponseContent,
            self.pages[0],
        )
        assert_decoded(
            items[0],
            types.UserEffectivePermissionResponseContent,
            self.pages[0]["permissions"][0],
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["permissions"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.users.effective_permissions.list(
            "id/1", resource_server_identifier="resource_server_identifier"
        )
        items = [item async for item in pager]

        server.assert_received(
            "GET",
            "/users/id%2F1/effective-permissions",
            query=["resource_server_identifier=resource_server_identifier", "take=50"],
        )
        server.assert_received(
            "GET",
            "/users/id%2F1/effective-permissions",
            query=[
                "resource_server_identifier=resource_server_identifier",
                "take=50",
                "from=cursor%20of%20page%202",
            ],
        )

        assert_decoded(
            pager.response,
            types.ListUserEffectivePermissionsResponseContent,
            self.pages[0],
        )
        assert_decoded(
            items[0],
            types.UserEffectivePermissionResponseContent,
            self.pages[0]["permissions"][0],
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["permissions"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.users.effective_permissions.list(
            "id/1",
            resource_server_identifier="resource_server_identifier",
            from_="from",
            take=1,
        )

        server.assert_received(
            "GET",
            "/users/id%2F1/effective-permissions",
            query=[
                "resource_server_identifier=resource_server_identifier",
                "from=from",
                "take=1",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListUserEffectivePermissionsResponseContent,
            self.pages[-1],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.users.effective_permissions.list(
            "id/1",
            resource_server_identifier="resource_server_identifier",
            from_="from",
            take=1,
        )

        server.assert_received(
            "GET",
            "/users/id%2F1/effective-permissions",
            query=[
                "resource_server_identifier=resource_server_identifier",
                "from=from",
                "take=1",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListUserEffectivePermissionsResponseContent,
            self.pages[-1],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.users.effective_permissions.list(
                "id/1", resource_server_identifier="resource_server_identifier"
            )

        assert caught.value.status_code == 400
