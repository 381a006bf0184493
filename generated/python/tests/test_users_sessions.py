"""The ``users.sessions`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestList:
    """``GET /users/{user_id}/sessions``"""

    pages: list[Any] = [
        {
            "sessions": [
                {
                    "id": "id",
                    "user_id": "user_id",
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                    "expires_at": "2026-01-31T12:00:00Z",
                    "device": {
                        "initial_user_agent": "initial_user_agent",
                        "initial_ip": "initial_ip",
                        "last_user_agent": "last_user_agent",
                        "last_ip": "last_ip",
                    },
                    "session_metadata": {"key": {"key": "value"}},
                }
            ],
            "next": "cursor of page 2",
        },
        {
            "sessions": [
                {
                    "id": "id",
                    "user_id": "user_id",
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                    "expires_at": "2026-01-31T12:00:00Z",
                    "device": {
                        "initial_user_agent": "initial_user_agent",
                        "initial_ip": "initial_ip",
                        "last_user_agent": "last_user_agent",
                        "last_ip": "last_ip",
                    },
                    "session_metadata": {"key": {"key": "value"}},
                },
                {
                    "id": "id",
                    "user_id": "user_id",
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                    "expires_at": "2026-01-31T12:00:00Z",
                    "device": {
                        "initial_user_agent": "initial_user_agent",
                        "initial_ip": "initial_ip",
                        "last_user_agent": "last_user_agent",
                        "last_ip": "last_ip",
                    },
                    "session_metadata": {"key": {"key": "value"}},
                },
            ]
        },
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.users.sessions.list("user_id/1")
        items = list(pager)

        server.assert_received("GET", "/users/user_id%2F1/sessions", query=["take=50"])
        server.assert_received(
            "GET",
            "/users/user_id%2F1/sessions",
            query=["take=50", "from=cursor%20of%20page%202"],
        )

        assert_decoded(
            pager.response,
            types.ListUserSessionsPaginatedResponseContent,
            self.pages[0],
        )
        assert_decoded(
            items[0], types.SessionResponseContent, self.pages[0]["sessions"][0]
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["sessions"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.users.sessions.list("user_id/1")
        items = [item async for item in pager]

        server.assert_received("GET", "/users/user_id%2F1/sessions", query=["take=50"])
        server.assert_received(
            "GET",
            "/users/user_id%2F1/sessions",
            query=["take=50", "from=cursor%20of%20page%202"],
        )

        assert_decoded(
            pager.response,
            types.ListUserSessionsPaginatedResponseContent,
            self.pages[0],
        )
        assert_decoded(
            items[0], types.SessionResponseContent, self.pages[0]["sessions"][0]
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["sessions"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.users.sessions.list(
            "user_id/1", include_totals=True, from_="from", take=1
        )

        server.assert_received(
            "GET",
            "/users/user_id%2F1/sessions",
            query=["include_totals=true", "from=from", "take=1"],
        )
        assert_decoded(
            pager.response,
            types.ListUserSessionsPaginatedResponseContent,
            self.pages[-1],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.users.sessions.list(
            "user_id/1", include_totals=True, from_="from", take=1
        )

        server.assert_received(
            "GET",
            "/users/user_id%2F1/sessions",
            query=["include_totals=true", "from=from", "take=1"],
        )
        assert_decoded(
            pager.response,
            types.ListUserSessionsPaginatedResponseContent,
            self.pages[-1],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(401)

        with pytest.raises(errors.UnauthorizedError) as caught:
            client.users.sessions.list("user_id/1")

        assert caught.value.status_code == 401
