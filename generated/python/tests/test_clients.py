"""The ``clients`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestList:
    """``GET /clients``"""

    pages: list[Any] = [
        {
            "start": 1.5,
            "limit": 1.5,
            "total": 1.5,
            "clients": [
                {
                    "client_id": "AaiyAPdpYdesoKnqjj8HJqRn4T5titww",
                    "tenant": "",
                    "name": "My application",
                    "description": "",
                    "global": False,
                    "client_secret": "client_secret",
                    "app_type": "native",
                    "logo_uri": "logo_uri",
                    "is_first_party": False,
                    "callbacks": ["callbacks"],
                    "grant_types": ["grant_types"],
                    "addons": {"aws": {}, "sso_integration": {}},
                    "token_endpoint_auth_method": "none",
                    "client_metadata": {"key": {"key": "value"}},
                    "mobile": {"android": {}, "ios": {}},
                    "fedcm_login": {"google": {}},
                    "organization_usage": "deny",
                    "client_authentication_methods": {
                        "private_key_jwt": {"credentials": [{"id": "id"}]}
                    },
                }
            ],
        },
        {
            "start": 1.5,
            "limit": 1.5,
            "total": 1.5,
            "clients": [
                {
                    "client_id": "AaiyAPdpYdesoKnqjj8HJqRn4T5titww",
                    "tenant": "",
                    "name": "My application",
                    "description": "",
                    "global": False,
                    "client_secret": "client_secret",
                    "app_type": "native",
                    "logo_uri": "logo_uri",
                    "is_first_party": False,
                    "callbacks": ["callbacks"],
                    "grant_types": ["grant_types"],
                    "addons": {"aws": {}, "sso_integration": {}},
                    "token_endpoint_auth_method": "none",
                    "client_metadata": {"key": {"key": "value"}},
                    "mobile": {"android": {}, "ios": {}},
                    "fedcm_login": {"google": {}},
                    "organization_usage": "deny",
                    "client_authentication_methods": {
                        "private_key_jwt": {"credentials": [{"id": "id"}]}
                    },
                },
                {
                    "client_id": "AaiyAPdpYdesoKnqjj8HJqRn4T5titww",
                    "tenant": "",
                    "name": "My application",
                    "description": "",
                    "global": False,
                    "client_secret": "client_secret",
                    "app_type": "native",
                    "logo_uri": "logo_uri",
                    "is_first_party": False,
                    "callbacks": ["callbacks"],
                    "grant_types": ["grant_types"],
                    "addons": {"aws": {}, "sso_integration": {}},
                    "token_endpoint_auth_method": "none",
                    "client_metadata": {"key": {"key": "value"}},
                    "mobile": {"android": {}, "ios": {}},
                    "fedcm_login": {"google": {}},
                    "organization_usage": "deny",
                    "client_authentication_methods": {
                        "private_key_jwt": {"credentials": [{"id": "id"}]}
                    },
                },
            ],
        },
        {"start": 1.5, "limit": 1.5, "total": 1.5, "clients": []},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.clients.list()
        items = list(pager)

        server.assert_received(
            "GET", "/clients", query=["page=0", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/clients", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/clients", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response,
            types.ListClientsOffsetPaginatedResponseContent,
            self.pages[0],
        )
        assert_decoded(items[0], types.Client, self.pages[0]["clients"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["clients"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.clients.list()
        items = [item async for item in pager]

        server.assert_received(
            "GET", "/clients", query=["page=0", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/clients", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/clients", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response,
            types.ListClientsOffsetPaginatedResponseContent,
            self.pages[0],
        )
        assert_decoded(items[0], types.Client, self.pages[0]["clients"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["clients"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.clients.list(
            fields="fields",
            include_fields=True,
            page=1,
            per_page=1,
            include_totals=True,
            is_global=True,
            is_first_party=True,
            app_type="app_type",
            external_client_id="external_client_id",
            q="q",
        )

        server.assert_received(
            "GET",
            "/clients",
            query=[
                "fields=fields",
                "include_fields=true",
                "page=1",
                "per_page=1",
                "include_totals=true",
                "is_global=true",
                "is_first_party=true",
                "app_type=app_type",
                "external_client_id=external_client_id",
                "q=q",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListClientsOffsetPaginatedResponseContent,
            self.pages[-1],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.clients.list(
            fields="fields",
            include_fields=True,
            page=1,
            per_page=1,
            include_totals=True,
            is_global=True,
            is_first_party=True,
            app_type="app_type",
            external_client_id="external_client_id",
            q="q",
        )

        server.assert_received(
            "GET",
            "/clients",
            query=[
                "fields=fields",
                "include_fields=true",
                "page=1",
                "per_page=1",
                "include_totals=true",
                "is_global=true",
                "is_first_party=true",
                "app_type=app_type",
                "external_client_id=external_client_id",
                "q=q",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListClientsOffsetPaginatedResponseContent,
            self.pages[-1],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.clients.list()

        assert caught.value.status_code == 400
