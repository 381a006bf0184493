"""The ``roles`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /roles``"""

    response: dict[str, Any] = {
        "id": "id",
        "name": "name",
        "description": "description",
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.roles.create(name="name")

        server.assert_received("POST", "/roles", json={"name": "name"})
        assert_decoded(result, types.CreateRoleResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.roles.create(name="name")

        server.assert_received("POST", "/roles", json={"name": "name"})
        assert_decoded(result, types.CreateRoleResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.roles.create(name="name", description="description")

        server.assert_received(
            "POST", "/roles", json={"name": "name", "description": "description"}
        )
        assert_decoded(result, types.CreateRoleResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.roles.create(name="name", description="description")

        server.assert_received(
            "POST", "/roles", json={"name": "name", "description": "description"}
        )
        assert_decoded(result, types.CreateRoleResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.roles.create(name="name")

        assert caught.value.status_code == 400


class TestDelete:
    """``DELETE /roles/{id}``"""

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200)

        client.roles.delete("id/1")

        server.assert_received("DELETE", "/roles/id%2F1")

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200)

        await async_client.roles.delete("id/1")

        server.assert_received("DELETE", "/roles/id%2F1")

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.roles.delete("id/1")

        assert caught.value.status_code == 400


class TestList:
    """``GET /roles``"""

    pages: list[Any] = [
        {
            "start": 1.5,
            "limit": 1.5,
            "total": 1.5,
            "roles": [{"id": "id", "name": "name", "description": "description"}],
        },
        {
            "start": 1.5,
            "limit": 1.5,
            "total": 1.5,
            "roles": [
                {"id": "id", "name": "name", "description": "description"},
                {"id": "id", "name": "name", "description": "description"},
            ],
        },
        {"start": 1.5, "limit": 1.5, "total": 1.5, "roles": []},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.roles.list()
        items = list(pager)

        server.assert_received(
            "GET", "/roles", query=["per_page=50", "page=0", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/roles", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/roles", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response, types.ListRolesOffsetPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.Role, self.pages[0]["roles"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["roles"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.roles.list()
        items = [item async for item in pager]

        server.assert_received(
            "GET", "/roles", query=["per_page=50", "page=0", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/roles", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/roles", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response, types.ListRolesOffsetPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.Role, self.pages[0]["roles"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["roles"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.roles.list(
            per_page=1, page=1, include_totals=True, name_filter="name_filter"
        )

        server.assert_received(
            "GET",
            "/roles",
            query=[
                "per_page=1",
                "page=1",
                "include_totals=true",
                "name_filter=name_filter",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListRolesOffsetPaginatedResponseContent,
            self.pages[-1],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.roles.list(
            per_page=1, page=1, include_totals=True, name_filter="name_filter"
        )

        server.assert_received(
            "GET",
            "/roles",
            query=[
                "per_page=1",
                "page=1",
                "include_totals=true",
                "name_filter=name_filter",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListRolesOffsetPaginatedResponseContent,
            self.pages[-1],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.roles.list()

        assert caught.value.status_code == 400
