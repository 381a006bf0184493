"""The ``actions.versions`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestDeploy:
    """``POST /actions/actions/{actionId}/versions/{id}/deploy``"""

    response: dict[str, Any] = {
        "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
        "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
        "code": "module.exports = () => {}",
        "dependencies": [
            {"name": "name", "version": "version", "registry_url": "registry_url"}
        ],
        "deployed": True,
        "runtime": "node22",
        "secrets": [{"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}],
        "status": "pending",
        "number": 1,
        "errors": [{"id": "id", "msg": "msg", "url": "url"}],
        "action": {
            "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
            "name": "my-action",
            "supported_triggers": [{"id": "post-login"}],
            "all_changes_deployed": False,
            "created_at": "2021-01-01T00:00:00Z",
        },
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(202, self.response)

        result = client.actions.versions.deploy("actionid/1", "id/1")

        server.assert_received(
            "POST", "/actions/actions/actionid%2F1/versions/id%2F1/deploy"
        )
        assert_decoded(result, types.DeployActionVersionResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(202, self.response)

        result = await async_client.actions.versions.deploy("actionid/1", "id/1")

        server.assert_received(
            "POST", "/actions/actions/actionid%2F1/versions/id%2F1/deploy"
        )
        assert_decoded(result, types.DeployActionVersionResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(202, self.response)

        result = client.actions.versions.deploy(
            "actionid/1",
            "id/1",
            request=types.DeployActionVersionRequestContent(update_draft=False),
        )

        server.assert_received(
            "POST",
            "/actions/actions/actionid%2F1/versions/id%2F1/deploy",
            json={"update_draft": False},
        )
        assert_decoded(result, types.DeployActionVersionResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(202, self.response)

        result = await async_client.actions.versions.deploy(
            "actionid/1",
            "id/1",
            request=types.DeployActionVersionRequestContent(update_draft=False),
        )

        server.assert_received(
            "POST",
            "/actions/actions/actionid%2F1/versions/id%2F1/deploy",
            json={"update_draft": False},
        )
        assert_decoded(result, types.DeployActionVersionResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.versions.deploy("actionid/1", "id/1")

        assert caught.value.status_code == 400


class TestGet:
    """``GET /actions/actions/{actionId}/versions/{id}``"""

    response: dict[str, Any] = {
        "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
        "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
        "code": "module.exports = () => {}",
        "dependencies": [
            {"name": "name", "version": "version", "registry_url": "registry_url"}
        ],
        "deployed": True,
        "runtime": "node22",
        "secrets": [{"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}],
        "status": "pending",
        "number": 1,
        "errors": [{"id": "id", "msg": "msg", "url": "url"}],
        "action": {
            "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
            "name": "my-action",
            "supported_triggers": [{"id": "post-login"}],
            "all_changes_deployed": False,
            "created_at": "2021-01-01T00:00:00Z",
        },
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.versions.get("actionid/1", "id/1")

        server.assert_received("GET", "/actions/actions/actionid%2F1/versions/id%2F1")
        assert_decoded(result, types.GetActionVersionResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.versions.get("actionid/1", "id/1")

        server.assert_received("GET", "/actions/actions/actionid%2F1/versions/id%2F1")
        assert_decoded(result, types.GetActionVersionResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.versions.get("actionid/1", "id/1")

        assert caught.value.status_code == 400


class TestList:
    """``GET /actions/actions/{actionId}/versions``"""

    pages: list[Any] = [
        {
            "total": 1,
            "page": 0,
            "per_page": 20,
            "versions": [
                {
                    "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
                    "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                    "code": "module.exports = () => {}",
                    "dependencies": [
                        {
                            "name": "name",
                            "version": "version",
                            "registry_url": "registry_url",
                        }
                    ],
                    "deployed": True,
                    "runtime": "node22",
                    "secrets": [
                        {"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}
                    ],
                    "status": "pending",
                    "number": 1,
                    "errors": [{"id": "id", "msg": "msg", "url": "url"}],
                    "action": {
                        "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                        "name": "my-action",
                        "supported_triggers": [{"id": "post-login"}],
                        "all_changes_deployed": False,
                        "created_at": "2021-01-01T00:00:00Z",
                    },
                }
            ],
        },
        {
            "total": 1,
            "page": 0,
            "per_page": 20,
            "versions": [
                {
                    "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
                    "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                    "code": "module.exports = () => {}",
                    "dependencies": [
                        {
                            "name": "name",
                            "version": "version",
                            "registry_url": "registry_url",
                        }
                    ],
                    "deployed": True,
                    "runtime": "node22",
                    "secrets": [
                        {"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}
                    ],
                    "status": "pending",
                    "number": 1,
                    "errors": [{"id": "id", "msg": "msg", "url": "url"}],
                    "action": {
                        "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                        "name": "my-action",
                        "supported_triggers": [{"id": "post-login"}],
                        "all_changes_deployed": False,
                        "created_at": "2021-01-01T00:00:00Z",
                    },
                },
                {
                    "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
                    "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                    "code": "module.exports = () => {}",
                    "dependencies": [
                        {
                            "name": "name",
                            "version": "version",
                            "registry_url": "registry_url",
                        }
                    ],
                    "deployed": True,
                    "runtime": "node22",
                    "secrets": [
                        {"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}
                    ],
                    "status": "pending",
                    "number": 1,
                    "errors": [{"id": "id", "msg": "msg", "url": "url"}],
                    "action": {
                        "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                        "name": "my-action",
                        "supported_triggers": [{"id": "post-login"}],
                        "all_changes_deployed": False,
                        "created_at": "2021-01-01T00:00:00Z",
                    },
                },
            ],
        },
        {"total": 1, "page": 0, "per_page": 20, "versions": []},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.actions.versions.list("actionid/1")
        items = list(pager)

        server.assert_received(
            "GET",
            "/actions/actions/actionid%2F1/versions",
            query=["page=0", "per_page=50"],
        )
        server.assert_received(
            "GET",
            "/actions/actions/actionid%2F1/versions",
            query=["page=1", "per_page=50"],
        )
        server.assert_received(
            "GET",
            "/actions/actions/actionid%2F1/versions",
            query=["page=2", "per_page=50"],
        )

        assert_decoded(
            pager.response,
            types.ListActionVersionsPaginatedResponseContent,
            self.pages[0],
        )
        assert_decoded(items[0], types.ActionVersion, self.pages[0]["versions"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["versions"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.actions.versions.list("actionid/1")
        items = [item async for item in pager]

        server.assert_received(
            "GET",
            "/actions/actions/actionid%2F1/versions",
            query=["page=0", "per_page=50"],
        )
        server.assert_received(
            "GET",
            "/actions/actions/actionid%2F1/versions",
            query=["page=1", "per_page=50"],
        )
        server.assert_received(
            "GET",
            "/actions/actions/actionid%2F1/versions",
            query=["page=2", "per_page=50"],
        )

        assert_decoded(
            pager.response,
            types.ListActionVersionsPaginatedResponseContent,
            self.pages[0],
        )
        assert_decoded(items[0], types.ActionVersion, self.pages[0]["versions"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["versions"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.actions.versions.list("actionid/1", page=1, per_page=1)

        server.assert_received(
            "GET",
            "/actions/actions/actionid%2F1/versions",
            query=["page=1", "per_page=1"],
        )
        assert_decoded(
            pager.response,
            types.ListActionVersionsPaginatedResponseContent,
            self.pages[-1],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.actions.versions.list(
            "actionid/1", page=1, per_page=1
        )

        server.assert_received(
            "GET",
            "/actions/actions/actionid%2F1/versions",
            query=["page=1", "per_page=1"],
        )
        assert_decoded(
            pager.response,
            types.ListActionVersionsPaginatedResponseContent,
            self.pages[-1],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.versions.list("actionid/1")

        assert caught.value.status_code == 400
