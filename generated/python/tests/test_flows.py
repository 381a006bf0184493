"""The ``flows`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /flows``"""

    response: dict[str, Any] = {
        "id": "id",
        "name": "name",
        "actions": [
            {
                "id": "id",
                "alias": "alias",
                "type": "AUTH0",
                "action": "SEND_EMAIL",
                "allow_failure": True,
                "mask_output": True,
                "params": {
                    "to": "user@example.com",
                    "subject": "subject",
                    "body": "body",
                },
            }
        ],
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
        "executed_at": "2026-01-31",
    }
    all_json: dict[str, Any] = {
        "name": "name",
        "actions": [
            {
                "id": "id",
                "alias": "alias",
                "type": "AUTH0",
                "action": "SEND_EMAIL",
                "allow_failure": True,
                "mask_output": True,
                "params": {
                    "to": "user@example.com",
                    "subject": "subject",
                    "body": "body",
                },
            }
        ],
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.flows.create(name="name")

        server.assert_received("POST", "/flows", json={"name": "name"})
        assert_decoded(result, types.CreateFlowResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.flows.create(name="name")

        server.assert_received("POST", "/flows", json={"name": "name"})
        assert_decoded(result, types.CreateFlowResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.flows.create(
            name="name",
            actions=[
                types.FlowActionAuth0SendEmail(
                    id="id",
                    alias="alias",
                    type="AUTH0",
                    action="SEND_EMAIL",
                    allow_failure=True,
                    mask_output=True,
                    params=types.FlowActionAuth0SendEmailParams(
                        to="user@example.com", subject="subject", body="body"
                    ),
                )
            ],
        )

        server.assert_received("POST", "/flows", json=self.all_json)
        assert_decoded(result, types.CreateFlowResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.flows.create(
            name="name",
            actions=[
                types.FlowActionAuth0SendEmail(
                    id="id",
                    alias="alias",
                    type="AUTH0",
                    action="SEND_EMAIL",
                    allow_failure=True,
                    mask_output=True,
                    params=types.FlowActionAuth0SendEmailParams(
                        to="user@example.com", subject="subject", body="body"
                    ),
                )
            ],
        )

        server.assert_received("POST", "/flows", json=self.all_json)
        assert_decoded(result, types.CreateFlowResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.flows.create(name="name")

        assert caught.value.status_code == 400


class TestGet:
    """``GET /flows/{id}``"""

    response: dict[str, Any] = {
        "id": "id",
        "name": "name",
        "actions": [
            {
                "id": "id",
                "alias": "alias",
                "type": "AUTH0",
                "action": "SEND_EMAIL",
                "allow_failure": True,
                "mask_output": True,
                "params": {
                    "to": "user@example.com",
                    "subject": "subject",
                    "body": "body",
                },
            }
        ],
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
        "executed_at": "2026-01-31",
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.flows.get("id/1")

        server.assert_received("GET", "/flows/id%2F1")
        assert_decoded(result, types.GetFlowResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.flows.get("id/1")

        server.assert_received("GET", "/flows/id%2F1")
        assert_decoded(result, types.GetFlowResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.flows.get("id/1", hydrate=["form_count", "forms"])

        server.assert_received(
            "GET", "/flows/id%2F1", query=["hydrate=form_count", "hydrate=forms"]
        )
        assert_decoded(result, types.GetFlowResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.flows.get("id/1", hydrate=["form_count", "forms"])

        server.assert_received(
            "GET", "/flows/id%2F1", query=["hydrate=form_count", "hydrate=forms"]
        )
        assert_decoded(result, types.GetFlowResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.flows.get("id/1")

        assert caught.value.status_code == 400


class TestList:
    """``GET /flows``"""

    pages: list[Any] = [
        {
            "start": 1.5,
            "limit": 1.5,
            "total": 1.5,
            "flows": [
                {
                    "id": "id",
                    "name": "name",
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                    "executed_at": "2026-01-31",
                }
            ],
        },
        {
            "start": 1.5,
            "limit": 1.5,
            "total": 1.5,
            "flows": [
                {
                    "id": "id",
                    "name": "name",
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                    "executed_at": "2026-01-31",
                },
                {
                    "id": "id",
                    "name": "name",
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                    "executed_at": "2026-01-31",
                },
            ],
        },
        {"start": 1.5, "limit": 1.5, "total": 1.5, "flows": []},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.flows.list()
        items = list(pager)

        server.assert_received(
            "GET", "/flows", query=["page=0", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/flows", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/flows", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response, types.ListFlowsOffsetPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.FlowSummary, self.pages[0]["flows"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["flows"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.flows.list()
        items = [item async for item in pager]

        server.assert_received(
            "GET", "/flows", query=["page=0", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/flows", query=["page=1", "per_page=50", "include_totals=true"]
        )
        server.assert_received(
            "GET", "/flows", query=["page=2", "per_page=50", "include_totals=true"]
        )

        assert_decoded(
            pager.response, types.ListFlowsOffsetPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.FlowSummary, self.pages[0]["flows"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["flows"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.flows.list(
            page=1,
            per_page=1,
            include_totals=True,
            hydrate=["form_count"],
            synchronous=True,
        )

        server.assert_received(
            "GET",
            "/flows",
            query=[
                "page=1",
                "per_page=1",
                "include_totals=true",
                "hydrate=form_count",
                "synchronous=true",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListFlowsOffsetPaginatedResponseContent,
            self.pages[-1],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.flows.list(
            page=1,
            per_page=1,
            include_totals=True,
            hydrate=["form_count"],
            synchronous=True,
        )

        server.assert_received(
            "GET",
            "/flows",
            query=[
                "page=1",
                "per_page=1",
                "include_totals=true",
                "hydrate=form_count",
                "synchronous=true",
            ],
        )
        assert_decoded(
            pager.response,
            types.ListFlowsOffsetPaginatedResponseContent,
            self.pages[-1],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.flows.list()

        assert caught.value.status_code == 400
