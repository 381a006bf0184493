"""The ``users`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestDelete:
    """``DELETE /users/{id}``"""

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(204)

        client.users.delete("id/1")

        server.assert_received("DELETE", "/users/id%2F1")

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(204)

        await async_client.users.delete("id/1")

        server.assert_received("DELETE", "/users/id%2F1")

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.users.delete("id/1")

        assert caught.value.status_code == 400


class TestGet:
    """``GET /users/{id}``"""

    response: dict[str, Any] = {
        "user_id": "auth0|507f1f77bcf86cd799439020",
        "email": "john.doe@gmail.com",
        "email_verified": False,
        "phone_number": "+199999999999999",
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
        "identities": [
            {
                "connection": "connection",
                "user_id": "user_id",
                "provider": "ad",
                "isSocial": True,
                "access_token": "access_token",
                "access_token_secret": "access_token_secret",
                "refresh_token": "refresh_token",
                "profileData": {},
            }
        ],
        "app_metadata": {"key": {"key": "value"}},
        "user_metadata": {"key": {"key": "value"}},
        "name": "name",
        "logins_count": 1,
        "blocked": True,
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.users.get("id/1")

        server.assert_received("GET", "/users/id%2F1")
        assert_decoded(result, types.GetUserResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.users.get("id/1")

        server.assert_received("GET", "/users/id%2F1")
        assert_decoded(result, types.GetUserResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.users.get("id/1", fields="fields", include_fields=True)

        server.assert_received(
            "GET", "/users/id%2F1", query=["fields=fields", "include_fields=true"]
        )
        assert_decoded(result, types.GetUserResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.users.get(
            "id/1", fields="fields", include_fields=True
        )

        server.assert_received(
            "GET", "/users/id%2F1", query=["fields=fields", "include_fields=true"]
        )
        assert_decoded(result, types.GetUserResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.users.get("id/1")

        assert caught.value.status_code == 400


class TestList:
    """``GET /users``"""

    pages: list[Any] = [
        {
            "start": 1.5,
            "limit": 1.5,
            "length": 1.5,
            "total": 1.5,
            "users": [
                {
                    "user_id": "auth0|507f1f77bcf86cd799439020",
                    "email": "john.doe@gmail.com",
                    "email_verified": False,
                    "phone_number": "+199999999999999",
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                    "identities": [
                        {
                            "connection": "connection",
                            "user_id": "user_id",
                            "provider": "ad",
                            "isSocial": True,
                            "access_token": "access_token",
                            "access_token_secret": "access_token_secret",
                            "refresh_token": "refresh_token",
                            "profileData": {},
                        }
                    ],
                    "app_metadata": {"key": {"key": "value"}},
                    "user_metadata": {"key": {"key": "value"}},
                    "name": "name",
                    "logins_count": 1,
                    "blocked": True,
                }
            ],
        },
        {
            "start": 1.5,
            "limit": 1.5,
            "length": 1.5,
            "total": 1.5,
            "users": [
                {
                    "user_id": "auth0|507f1f77bcf86cd799439020",
                    "email": "john.doe@gmail.com",
                    "email_verified": False,
                    "phone_number": "+199999999999999",
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                    "identities": [
                        {
                            "connection": "connection",
                            "user_id": "user_id",
                            "provider": "ad",
                            "isSocial": True,
                            "access_token": "access_token",
                            "access_token_secret": "access_token_secret",
                            "refresh_token": "refresh_token",
                            "profileData": {},
                        }
                    ],
                    "app_metadata": {"key": {"key": "value"}},
                    "user_metadata": {"key": {"key": "value"}},
                    "name": "name",
                    "logins_count": 1,
                    "blocked": True,
                },
                {
                    "user_id": "auth0|507f1f77bcf86cd799439020",
                    "email": "john.doe@gmail.com",
                    "email_verified": False,
                    "phone_number": "+199999999999999",
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                    "identities": [
                        {
                            "connection": "connection",
                            "user_id": "user_id",
                            "provider": "ad",
                            "isSocial": True,
                            "access_token": "access_token",
                            "access_token_secret": "access_token_secret",
                            "refresh_token": "refresh_token",
                            "profileData": {},
                        }
                    ],
                    "app_metadata": {"key": {"key": "value"}},
                    "user_metadata": {"key": {"key": "value"}},
                    "name": "name",
                    "logins_count": 1,
                    "blocked": True,
                },
            ],
        },
        {"start": 1.5, "limit": 1.5, "length": 1.5, "total": 1.5, "users": []},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.users.list()
        items = list(pager)

        server.assert_received(
            "GET", "/users", query=["page=0", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/users", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/users", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response, types.ListUsersOffsetPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.UserResponseSchema, self.pages[0]["users"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["users"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.users.list()
        items = [item async for item in pager]

        server.assert_received(
            "GET", "/users", query=["page=0", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/users", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/users", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response, types.ListUsersOffsetPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.UserResponseSchema, self.pages[0]["users"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["users"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.users.list(
            page=1,
            per_page=1,
            include_totals=True,
            sort="sort",
            connection="connection",
            fields="fields",
            include_fields=True,
            q="q",
            search_engine="v1",
            primary_order=True,
        )

        server.assert_received(
            "GET",
            "/users",
            query=[
                "page=1",
                "per_page=1",
                "include_totals=true",
                "sort=sort",
                "connection=connection",
                "fields=fields",
                "include_fields=true",
                "q=q",
                "search_engine=v1",
                "primary_order=true",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListUsersOffsetPaginatedResponseContent,
            self.pages[-1],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.users.list(
            page=1,
            per_page=1,
            include_totals=True,
            sort="sort",
            connection="connection",
            fields="fields",
            include_fields=True,
            q="q",
            search_engine="v1",
            primary_order=True,
        )

        server.assert_received(
            "GET",
            "/users",
            query=[
                "page=1",
                "per_page=1",
                "include_totals=true",
                "sort=sort",
                "connection=connection",
                "fields=fields",
                "include_fields=true",
                "q=q",
                "search_engine=v1",
                "primary_order=true",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListUsersOffsetPaginatedResponseContent,
            self.pages[-1],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.users.list()

        assert caught.value.status_code == 400


class TestUpdate:
    """``PATCH /users/{id}``"""

    response: dict[str, Any] = {
        "user_id": "auth0|507f1f77bcf86cd799439020",
        "email": "john.doe@gmail.com",
        "email_verified": False,
        "phone_number": "+199999999999999",
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
        "identities": [
            {
                "connection": "connection",
                "user_id": "user_id",
                "provider": "ad",
                "isSocial": True,
                "access_token": "access_token",
                "access_token_secret": "access_token_secret",
                "refresh_token": "refresh_token",
                "profileData": {},
            }
        ],
        "app_metadata": {"key": {"key": "value"}},
        "user_metadata": {"key": {"key": "value"}},
        "name": "name",
        "logins_count": 1,
        "blocked": True,
    }
    all_json: dict[str, Any] = {
        "blocked": False,
        "email_verified": False,
        "email": "john.doe@gmail.com",
        "phone_number": "+199999999999999",
        "user_metadata": {"key": {"key": "value"}},
        "app_metadata": {"key": {"key": "value"}},
        "given_name": "John",
        "name": "John Doe",
        "verify_email": False,
        "password": "secret",
        "connection": "Initial-Connection",
        "client_id": "DaM8bokEXBWrTUFCiJjWn50jei6ardyX",
        "username": "johndoe",
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.users.update("id/1")

        server.assert_received("PATCH", "/users/id%2F1", json={})
        assert_decoded(result, types.UpdateUserResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.users.update("id/1")

        server.assert_received("PATCH", "/users/id%2F1", json={})
        assert_decoded(result, types.UpdateUserResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.users.update(
            "id/1",
            blocked=False,
            email_verified=False,
            email="john.doe@gmail.com",
            phone_number="+199999999999999",
            user_metadata={"key": {"key": "value"}},
            app_metadata={"key": {"key": "value"}},
            given_name="John",
            name="John Doe",
            verify_email=False,
            password="secret",
            connection="Initial-Connection",
            client_id="DaM8bokEXBWrTUFCiJjWn50jei6ardyX",
            username="johndoe",
        )

        server.assert_received("PATCH", "/users/id%2F1", json=self.all_json)
        assert_decoded(result, types.UpdateUserResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.users.update(
            "id/1",
            blocked=False,
            email_verified=False,
            email="john.doe@gmail.com",
            phone_number="+199999999999999",
            user_metadata={"key": {"key": "value"}},
            app_metadata={"key": {"key": "value"}},
            given_name="John",
            name="John Doe",
            verify_email=False,
            password="secret",
            connection="Initial-Connection",
            client_id="DaM8bokEXBWrTUFCiJjWn50jei6ardyX",
            username="johndoe",
        )

        server.assert_received("PATCH", "/users/id%2F1", json=self.all_json)
        assert_decoded(result, types.UpdateUserResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.users.update("id/1")

        assert caught.value.status_code == 400
