"""The ``logs`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestList:
    """``GET /logs``"""

    pages: list[Any] = [
        {
            "start": 1.5,
            "limit": 1.5,
            "length": 1.5,
            "total": 1.5,
            "logs": [
                {
                    "date": "date",
                    "type": "sapi",
                    "description": "description",
                    "connection": "connection",
                    "client_id": "AaiyAPdpYdesoKnqjj8HJqRn4T5titww",
                    "ip": "190.257.209.19",
                    "user_id": "auth0|56c75c4e42b6359e98374bc2",
                    "log_id": "log_id",
                    "isMobile": True,
                    "details": {"key": {"key": "value"}},
                    "location_info": {
                        "country_code": "country_code",
                        "city_name": "city_name",
                        "latitude": 1.5,
                        "longitude": 1.5,
                    },
                }
            ],
        },
        {
            "start": 1.5,
            "limit": 1.5,
            "length": 1.5,
            "total": 1.5,
            "logs": [
                {
                    "date": "date",
                    "type": "sapi",
                    "description": "description",
                    "connection": "connection",
                    "client_id": "AaiyAPdpYdesoKnqjj8HJqRn4T5titww",
                    "ip": "190.257.209.19",
                    "user_id": "auth0|56c75c4e42b6359e98374bc2",
                    "log_id": "log_id",
                    "isMobile": True,
                    "details": {"key": {"key": "value"}},
                    "location_info": {
                        "country_code": "country_code",
                        "city_name": "city_name",
                        "latitude": 1.5,
                        "longitude": 1.5,
                    },
                },
                {
                    "date": "date",
                    "type": "sapi",
                    "description": "description",
                    "connection": "connection",
                    "client_id": "AaiyAPdpYdesoKnqjj8HJqRn4T5titww",
                    "ip": "190.257.209.19",
                    "user_id": "auth0|56c75c4e42b6359e98374bc2",
                    "log_id": "log_id",
                    "isMobile": True,
                    "details": {"key": {"key": "value"}},
                    "location_info": {
                        "country_code": "country_code",
                        "city_name": "city_name",
                        "latitude": 1.5,
                        "longitude": 1.5,
                    },
                },
            ],
        },
        {"start": 1.5, "limit": 1.5, "length": 1.5, "total": 1.5, "logs": []},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.logs.list()
        items = list(pager)

        server.assert_received(
            "GET", "/logs", query=["page=0", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/logs", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/logs", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response, types.ListLogOffsetPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.Log, self.pages[0]["logs"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["logs"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.logs.list()
        items = [item async for item in pager]

        server.assert_received(
            "GET", "/logs", query=["page=0", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/logs", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/logs", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response, types.ListLogOffsetPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.Log, self.pages[0]["logs"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["logs"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.logs.list(
            page=1,
            per_page=1,
            sort="sort",
            fields="fields",
            include_fields=True,
            include_totals=True,
            search="search",
        )

        server.assert_received(
            "GET",
            "/logs",
            query=[
                "page=1",
                "per_page=1",
                "sort=sort",
                "fields=fields",
                "include_fields=true",
                "include_totals=true",
                "search=search",
            ],
        )
        assert_decoded(
            pager.response, types.ListLogOffsetPaginatedResponseContent, self.pages[-1]
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.logs.list(
            page=1,
            per_page=1,
            sort="sort",
            fields="fields",
            include_fields=True,
            include_totals=True,
            search="search",
        )

        server.assert_received(
            "GET",
            "/logs",
            query=[
                "page=1",
                "per_page=1",
                "sort=sort",
                "fields=fields",
                "include_fields=true",
                "include_totals=true",
                "search=search",
            ],
        )
        assert_decoded(
            pager.response, types.ListLogOffsetPaginatedResponseContent, self.pages[-1]
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.logs.list()

        assert caught.value.status_code == 400
