"""The ``actions.modules.versions`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /actions/modules/{id}/versions``"""

    response: dict[str, Any] = {
        "id": "id",
        "module_id": "module_id",
        "version_number": 1,
        "code": "code",
        "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
        "dependencies": [{"name": "name", "version": "version"}],
        "created_at": "2026-01-31T12:00:00Z",
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.modules.versions.create("id/1")

        server.assert_received("POST", "/actions/modules/id%2F1/versions")
        assert_decoded(
            result, types.CreateActionModuleVersionResponseContent, self.response
        )

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.modules.versions.create("id/1")

        server.assert_received("POST", "/actions/modules/id%2F1/versions")
        assert_decoded(
            result, types.CreateActionModuleVersionResponseContent, self.response
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.versions.create("id/1")

        assert caught.value.status_code == 400


class TestGet:
    """``GET /actions/modules/{id}/versions/{versionId}``"""

    response: dict[str, Any] = {
        "id": "id",
        "module_id": "module_id",
        "version_number": 1,
        "code": "code",
        "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
        "dependencies": [{"name": "name", "version": "version"}],
        "created_at": "2026-01-31T12:00:00Z",
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.modules.versions.get("id/1", "versionid/1")

        server.assert_received("GET", "/actions/modules/id%2F1/versions/versionid%2F1")
        assert_decoded(
            result, types.GetActionModuleVersionResponseContent, self.response
        )

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.modules.versions.get("id/1", "versionid/1")

        server.assert_received("GET", "/actions/modules/id%2F1/versions/versionid%2F1")
        assert_decoded(
            result, types.GetActionModuleVersionResponseContent, self.response
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.versions.get("id/1", "versionid/1")

        assert caught.value.status_code == 400


class TestList:
    """``GET /actions/modules/{id}/versions``"""

    pages: list[Any] = [
        {
            "versions": [
                {
                    "id": "id",
                    "module_id": "module_id",
                    "version_number": 1,
                    "code": "code",
                    "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
                    "dependencies": [{"name": "name", "version": "version"}],
                    "created_at": "2026-01-31T12:00:00Z",
                }
            ],
            "total": 1,
            "page": 1,
            "per_page": 1,
        },
        {
            "versions": [
                {
                    "id": "id",
                    "module_id": "module_id",
                    "version_number": 1,
                    "code": "code",
                    "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
                    "dependencies": [{"name": "name", "version": "version"}],
                    "created_at": "2026-01-31T12:00:00Z",
                },
                {
                    "id": "id",
                    "module_id": "module_id",
                    "version_number": 1,
                    "code": "code",
                    "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
                    "dependencies": [{"name": "name", "version": "version"}],
                    "created_at": "2026-01-31T12:00:00Z",
                },
            ],
            "total": 1,
            "page": 1,
            "per_page": 1,
        },
        {"versions": [], "total": 1, "page": 1, "per_page": 1},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.actions.modules.versions.list("id/1")
        items = list(pager)

        server.assert_received(
            "GET", "/actions/modules/id%2F1/versions", query=["page=0", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules/id%2F1/versions", query=["page=1", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules/id%2F1/versions", query=["page=2", "per_page=50"]
        )

        assert_decoded(
            pager.response, types.GetActionModuleVersionsResponseContent, self.pages[0]
        )
        assert_decoded(
            items[0], types.ActionModuleVersion, self.pages[0]["versions"][0]
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["versions"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.actions.modules.versions.list("id/1")
        items = [item async for item in pager]

        server.assert_received(
            "GET", "/actions/modules/id%2F1/versions", query=["page=0", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules/id%2F1/versions", query=["page=1", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules/id%2F1/versions", query=["page=2", "per_page=50"]
        )

        assert_decoded(
            pager.response, types.GetActionModuleVersionsResponseContent, self.pages[0]
        )
        assert_decoded(
            items[0], types.ActionModuleVersion, self.pages[0]["versions"][0]
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["versions"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.actions.modules.versions.list("id/1", page=1, per_page=1)

        server.assert_received(
            "GET", "/actions/modules/id%2F1/versions", query=["page=1", "per_page=1"]
        )
        assert_decoded(
            pager.response, types.GetActionModuleVersionsResponseContent, self.pages[-1]
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.actions.modules.versions.list(
            "id/1", page=1, per_page=1
        )

        server.assert_received(
            "GET", "/actions/modules/id%2F1/versions", query=["page=1", "per_page=1"]
        )
        assert_decoded(
            pager.response, types.GetActionModuleVersionsResponseContent, self.pages[-1]
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.versions.list("id/1")

        assert caught.value.status_code == 400
