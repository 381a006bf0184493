"""The ``stats`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestGetActiveUsersCount:
    """``GET /stats/active-users``"""

    response: Any = 1.5

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.stats.get_active_users_count()

        server.assert_received("GET", "/stats/active-users")
        assert_decoded(result, float, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.stats.get_active_users_count()

        server.assert_received("GET", "/stats/active-users")
        assert_decoded(result, float, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(401)

        with pytest.raises(errors.UnauthorizedError) as caught:
            client.stats.get_active_users_count()

        assert caught.value.status_code == 401


class TestGetDaily:
    """``GET /stats/daily``"""

    response: list[Any] = [
        {
            "date": "2014-01-01T00:00:00.000Z",
            "logins": 100,
            "signups": 100,
            "leaked_passwords": 100,
            "updated_at": "2014-01-01T02:00:00.000Z",
            "created_at": "2014-01-01T20:00:00.000Z",
        }
    ]
    error: dict[str, Any] = {
        "message": "message",
        "statusCode": 400,
        "error": "Bad Request",
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.stats.get_daily()

        server.assert_received("GET", "/stats/daily")
        assert_decoded(result, list, self.response)
        assert_decoded(result[0], types.DailyStats, self.response[0])

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.stats.get_daily()

        server.assert_received("GET", "/stats/daily")
        assert_decoded(result, list, self.response)
        assert_decoded(result[0], types.DailyStats, self.response[0])

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.stats.get_daily(from_="from", to="to")

        server.assert_received("GET", "/stats/daily", query=["from=from", "to=to"])
        assert_decoded(result, list, self.response)
        assert_decoded(result[0], types.DailyStats, self.response[0])

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.stats.get_daily(from_="from", to="to")

        server.assert_received("GET", "/stats/daily", query=["from=from", "to=to"])
        assert_decoded(result, list, self.response)
        assert_decoded(result[0], types.DailyStats, self.response[0])

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400, self.error)

        with pytest.raises(errors.BadRequestError) as caught:
            client.stats.get_daily()

        assert caught.value.status_code == 400
        assert_decoded(caught.value.body, types.BadRequestSchema, self.error)
