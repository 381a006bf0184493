"""The ``actions.triggers.bindings`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestList:
    """``GET /actions/triggers/{triggerId}/bindings``"""

    pages: list[Any] = [
        {
            "total": 1,
            "page": 0,
            "per_page": 20,
            "bindings": [
                {
                    "id": "4a881e22-0562-4178-bc91-b0f2b321dc13",
                    "trigger_id": "post-login",
                    "display_name": "my-action-1",
                    "action": {
                        "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                        "name": "my-action",
                        "supported_triggers": [{"id": "post-login"}],
                        "all_changes_deployed": False,
                        "created_at": "2021-01-01T00:00:00Z",
                        "updated_at": "2021-01-01T00:00:00Z",
                        "code": "module.exports = () => {}",
                        "dependencies": [{}],
                        "runtime": "node22",
                        "secrets": [{}],
                        "deployed_version": {},
                        "installed_integration_id": "7d2bc0c9-c0c2-433a-9f4e-86ef80270aad",
                        "integration": {},
                        "status": "pending",
                        "built_at": "2021-01-01T00:00:00Z",
                        "deploy": False,
                        "modules": [{}],
                    },
                    "created_at": "2021-01-01T00:00:00Z",
                    "updated_at": "2021-01-01T00:00:00Z",
                }
            ],
        },
        {
            "total": 1,
            "page": 0,
            "per_page": 20,
            "bindings": [
                {
                    "id": "4a881e22-0562-4178-bc91-b0f2b321dc13",
                    "trigger_id": "post-login",
                    "display_name": "my-action-1",
                    "action": {
                        "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                        "name": "my-action",
                        "supported_triggers": [{"id": "post-login"}],
                        "all_changes_deployed": False,
                        "created_at": "2021-01-01T00:00:00Z",
                        "updated_at": "2021-01-01T00:00:00Z",
                        "code": "module.exports = () => {}",
                        "dependencies": [{}],
                        "runtime": "node22",
                        "secrets": [{}],
                        "deployed_version": {},
                        "installed_integration_id": "7d2bc0c9-c0c2-433a-9f4e-86ef80270aad",
                        "integration": {},
                        "status": "pending",
                        "built_at": "2021-01-01T00:00:00Z",
                        "deploy": False,
                        "modules": [{}],
                    },
                    "created_at": "2021-01-01T00:00:00Z",
                    "updated_at": "2021-01-01T00:00:00Z",
                },
                {
                    "id": "4a881e22-0562-4178-bc91-b0f2b321dc13",
                    "trigger_id": "post-login",
                    "display_name": "my-action-1",
                    "action": {
                        "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                        "name": "my-action",
                        "supported_triggers": [{"id": "post-login"}],
                        "all_changes_deployed": False,
                        "created_at": "2021-01-01T00:00:00Z",
                        "updated_at": "2021-01-01T00:00:00Z",
                        "code": "module.exports = () => {}",
                        "dependencies": [{}],
                        "runtime": "node22",
                        "secrets": [{}],
                        "deployed_version": {},
                        "installed_integration_id": "7d2bc0c9-c0c2-433a-9f4e-86ef80270aad",
                        "integration": {},
                        "status": "pending",
                        "built_at": "2021-01-01T00:00:00Z",
                        "deploy": False,
                        "modules": [{}],
                    },
                    "created_at": "2021-01-01T00:00:00Z",
                    "updated_at": "2021-01-01T00:00:00Z",
                },
            ],
        },
        {"total": 1, "page": 0, "per_page": 20, "bindings": []},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.actions.triggers.bindings.list("post-login")
        items = list(pager)

        server.assert_received(
            "GET",
            "/actions/triggers/post-login/bindings",
            query=["page=0", "per_page=50"],
        )
        server.assert_received(
            "GET",
            "/actions/triggers/post-login/bindings",
            query=["page=1", "per_page=50"],
        )
        server.assert_received(
            "GET",
            "/actions/triggers/post-login/bindings",
            query=["page=2", "per_page=50"],
        )

        assert_decoded(
            pager.response,
            types.ListActionBindingsPaginatedResponseContent,
            self.pages[0],
        )
        assert_decoded(items[0], types.ActionBinding, self.pages[0]["bindings"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["bindings"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.actions.triggers.bindings.list("post-login")
        items = [item async for item in pager]

        server.assert_received(
            "GET",
            "/actions/triggers/post-login/bindings",
            query=["page=0", "per_page=50"],
        )
        server.assert_received(
            "GET",
            "/actions/triggers/post-login/bindings",
            query=["page=1", "per_page=50"],
        )
        server.assert_received(
            "GET",
            "/actions/triggers/post-login/bindings",
            query=["page=2", "per_page=50"],
        )

        assert_decoded(
            pager.response,
            types.ListActionBindingsPaginatedResponseContent,
            self.pages[0],
        )
        assert_decoded(items[0], types.ActionBinding, self.pages[0]["bindings"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["bindings"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.actions.triggers.bindings.list("post-login", page=1, per_page=1)

        server.assert_received(
            "GET",
            "/actions/triggers/post-login/bindings",
            query=["page=1", "per_page=1"],
        )
        assert_decoded(
            pager.response,
            types.ListActionBindingsPaginatedResponseContent,
            self.pages[-1],
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.actions.triggers.bindings.list(
            "post-login", page=1, per_page=1
        )

        server.assert_received(
            "GET",
            "/actions/triggers/post-login/bindings",
            query=["page=1", "per_page=1"],
        )
        assert_decoded(
            pager.response,
            types.ListActionBindingsPaginatedResponseContent,
            self.pages[-1],
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.triggers.bindings.list("post-login")

        assert caught.value.status_code == 400


class TestUpdateMany:
    """``PATCH /actions/triggers/{triggerId}/bindings``"""

    response: dict[str, Any] = {
        "bindings": [
            {
                "id": "4a881e22-0562-4178-bc91-b0f2b321dc13",
                "trigger_id": "post-login",
                "display_name": "my-action-1",
                "action": {},
                "created_at": "2021-01-01T00:00:00Z",
                "updated_at": "2021-01-01T00:00:00Z",
            }
        ]
    }
    all_json: dict[str, Any] = {
        "bindings": [{"ref": {}, "display_name": "my-action-1", "secrets": [{}]}]
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.triggers.bindings.update_many("post-login")

        server.assert_received(
            "PATCH", "/actions/triggers/post-login/bindings", json={}
        )
        assert_decoded(result, types.UpdateActionBindingsResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.triggers.bindings.update_many("post-login")

        server.assert_received(
            "PATCH", "/actions/triggers/post-login/bindings", json={}
        )
        assert_decoded(result, types.UpdateActionBindingsResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.triggers.bindings.update_many(
            "post-login",
            bindings=[
                types.ActionBindingWithRef(
                    ref=types.ActionBindingRef(),
                    display_name="my-action-1",
                    secrets=[types.ActionSecretRequest()],
                )
            ],
        )

        server.assert_received(
            "PATCH", "/actions/triggers/post-login/bindings", json=self.all_json
        )
        assert_decoded(result, types.UpdateActionBindingsResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.triggers.bindings.update_many(
            "post-login",
            bindings=[
                types.ActionBindingWithRef(
                    ref=types.ActionBindingRef(),
                    display_name="my-action-1",
                    secrets=[types.ActionSecretRequest()],
                )
            ],
        )

        server.assert_received(
            "PATCH", "/actions/triggers/post-login/bindings", json=self.all_json
        )
        assert_decoded(result, types.UpdateActionBindingsResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.triggers.bindings.update_many("post-login")

        assert caught.value.status_code == 400
