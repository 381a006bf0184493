"""The ``actions.modules`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /actions/modules``"""

    response: dict[str, Any] = {
        "id": "id",
        "name": "name",
        "code": "code",
        "dependencies": [{"name": "name", "version": "version"}],
        "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
        "actions_using_module_total": 1,
        "all_changes_published": True,
        "latest_version_number": 1,
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
        "latest_version": {
            "id": "id",
            "version_number": 1,
            "code": "code",
            "dependencies": [{}],
            "secrets": [{}],
            "created_at": "2026-01-31T12:00:00Z",
        },
    }
    all_json: dict[str, Any] = {
        "name": "name",
        "code": "code",
        "secrets": [{"name": "name", "value": "value"}],
        "dependencies": [{"name": "name", "version": "version"}],
        "api_version": "api_version",
        "publish": True,
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.actions.modules.create(name="name", code="code")

        server.assert_received(
            "POST", "/actions/modules", json={"name": "name", "code": "code"}
        )
        assert_decoded(result, types.CreateActionModuleResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.actions.modules.create(name="name", code="code")

        server.assert_received(
            "POST", "/actions/modules", json={"name": "name", "code": "code"}
        )
        assert_decoded(result, types.CreateActionModuleResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.actions.modules.create(
            name="name",
            code="code",
            secrets=[types.ActionModuleSecretRequest(name="name", value="value")],
            dependencies=[
                types.ActionModuleDependencyRequest(name="name", version="version")
            ],
            api_version="api_version",
            publish=True,
        )

        server.assert_received("POST", "/actions/modules", json=self.all_json)
        assert_decoded(result, types.CreateActionModuleResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.actions.modules.create(
            name="name",
            code="code",
            secrets=[types.ActionModuleSecretRequest(name="name", value="value")],
            dependencies=[
                types.ActionModuleDependencyRequest(name="name", version="version")
            ],
            api_version="api_version",
            publish=True,
        )

        server.assert_received("POST", "/actions/modules", json=self.all_json)
        assert_decoded(result, types.CreateActionModuleResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.create(name="name", code="code")

        assert caught.value.status_code == 400


class TestDelete:
    """``DELETE /actions/modules/{id}``"""

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(204)

        client.actions.modules.delete("id/1")

        server.assert_received("DELETE", "/actions/modules/id%2F1")

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(204)

        await async_client.actions.modules.delete("id/1")

        server.assert_received("DELETE", "/actions/modules/id%2F1")

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.delete("id/1")

        assert caught.value.status_code == 400


class TestGet:
    """``GET /actions/modules/{id}``"""

    response: dict[str, Any] = {
        "id": "id",
        "name": "name",
        "code": "code",
        "dependencies": [{"name": "name", "version": "version"}],
        "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
        "actions_using_module_total": 1,
        "all_changes_published": True,
        "latest_version_number": 1,
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
        "latest_version": {
            "id": "id",
            "version_number": 1,
            "code": "code",
            "dependencies": [{}],
            "secrets": [{}],
            "created_at": "2026-01-31T12:00:00Z",
        },
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.modules.get("id/1")

        server.assert_received("GET", "/actions/modules/id%2F1")
        assert_decoded(result, types.GetActionModuleResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.modules.get("id/1")

        server.assert_received("GET", "/actions/modules/id%2F1")
        assert_decoded(result, types.GetActionModuleResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.get("id/1")

        assert caught.value.status_code == 400


class TestList:
    """``GET /actions/modules``"""

    pages: list[Any] = [
        {
            "modules": [
                {
                    "id": "id",
                    "name": "name",
                    "code": "code",
                    "dependencies": [{"name": "name", "version": "version"}],
                    "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
                    "actions_using_module_total": 1,
                    "all_changes_published": True,
                    "latest_version_number": 1,
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                }
            ],
            "total": 1,
            "page": 1,
            "per_page": 1,
        },
        {
            "modules": [
                {
                    "id": "id",
                    "name": "name",
                    "code": "code",
                    "dependencies": [{"name": "name", "version": "version"}],
                    "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
                    "actions_using_module_total": 1,
                    "all_changes_published": True,
                    "latest_version_number": 1,
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                },
                {
                    "id": "id",
                    "name": "name",
                    "code": "code",
                    "dependencies": [{"name": "name", "version": "version"}],
                    "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
                    "actions_using_module_total": 1,
                    "all_changes_published": True,
                    "latest_version_number": 1,
                    "created_at": "2026-01-31T12:00:00Z",
                    "updated_at": "2026-01-31T12:00:00Z",
                },
            ],
            "total": 1,
            "page": 1,
            "per_page": 1,
        },
        {"modules": [], "total": 1, "page": 1, "per_page": 1},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.actions.modules.list()
        items = list(pager)

        server.assert_received(
            "GET", "/actions/modules", query=["page=0", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules", query=["page=1", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules", query=["page=2", "per_page=50"]
        )

        assert_decoded(
            pager.response, types.GetActionModulesResponseContent, self.pages[0]
        )
        assert_decoded(
            items[0], types.ActionModuleListItem, self.pages[0]["modules"][0]
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["modules"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.actions.modules.list()
        items = [item async for item in pager]

        server.assert_received(
            "GET", "/actions/modules", query=["page=0", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules", query=["page=1", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules", query=["page=2", "per_page=50"]
        )

        assert_decoded(
            pager.response, types.GetActionModulesResponseContent, self.pages[0]
        )
        assert_decoded(
            items[0], types.ActionModuleListItem, self.pages[0]["modules"][0]
        )

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["modules"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.actions.modules.list(page=1, per_page=1)

        server.assert_received(
            "GET", "/actions/modules", query=["page=1", "per_page=1"]
        )
        assert_decoded(
            pager.response, types.GetActionModulesResponseContent, self.pages[-1]
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.actions.modules.list(page=1, per_page=1)

        server.assert_received(
            "GET", "/actions/modules", query=["page=1", "per_page=1"]
        )
        assert_decoded(
            pager.response, types.GetActionModulesResponseContent, self.pages[-1]
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.list()

        assert caught.value.status_code == 400


class TestListActions:
    """``GET /actions/modules/{id}/actions``"""

    pages: list[Any] = [
        {
            "actions": [
                {
                    "action_id": "action_id",
                    "action_name": "action_name",
                    "module_version_id": "module_version_id",
                    "module_version_number": 1,
                    "supported_triggers": [
                        {
                            "id": "post-login",
                            "version": "version",
                            "status": "status",
                            "runtimes": ["runtimes"],
                            "default_runtime": "default_runtime",
                            "compatible_triggers": [
                                {"id": "post-login", "version": "version"}
                            ],
                            "binding_policy": "trigger-bound",
                        }
                    ],
                }
            ],
            "total": 1,
            "page": 1,
            "per_page": 1,
        },
        {
            "actions": [
                {
                    "action_id": "action_id",
                    "action_name": "action_name",
                    "module_version_id": "module_version_id",
                    "module_version_number": 1,
                    "supported_triggers": [
                        {
                            "id": "post-login",
                            "version": "version",
                            "status": "status",
                            "runtimes": ["runtimes"],
                            "default_runtime": "default_runtime",
                            "compatible_triggers": [
                                {"id": "post-login", "version": "version"}
                            ],
                            "binding_policy": "trigger-bound",
                        }
                    ],
                },
                {
                    "action_id": "action_id",
                    "action_name": "action_name",
                    "module_version_id": "module_version_id",
                    "module_version_number": 1,
                    "supported_triggers": [
                        {
                            "id": "post-login",
                            "version": "version",
                            "status": "status",
                            "runtimes": ["runtimes"],
                            "default_runtime": "default_runtime",
                            "compatible_triggers": [
                                {"id": "post-login", "version": "version"}
                            ],
                            "binding_policy": "trigger-bound",
                        }
                    ],
                },
            ],
            "total": 1,
            "page": 1,
            "per_page": 1,
        },
        {"actions": [], "total": 1, "page": 1, "per_page": 1},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.actions.modules.list_actions("id/1")
        items = list(pager)

        server.assert_received(
            "GET", "/actions/modules/id%2F1/actions", query=["page=0", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules/id%2F1/actions", query=["page=1", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules/id%2F1/actions", query=["page=2", "per_page=50"]
        )

        assert_decoded(
            pager.response, types.GetActionModuleActionsResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.ActionModuleAction, self.pages[0]["actions"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["actions"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.actions.modules.list_actions("id/1")
        items = [item async for item in pager]

        server.assert_received(
            "GET", "/actions/modules/id%2F1/actions", query=["page=0", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules/id%2F1/actions", query=["page=1", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/modules/id%2F1/actions", query=["page=2", "per_page=50"]
        )

        assert_decoded(
            pager.response, types.GetActionModuleActionsResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.ActionModuleAction, self.pages[0]["actions"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["actions"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.actions.modules.list_actions("id/1", page=1, per_page=1)

        server.assert_received(
            "GET", "/actions/modules/id%2F1/actions", query=["page=1", "per_page=1"]
        )
        assert_decoded(
            pager.response, types.GetActionModuleActionsResponseContent, self.pages[-1]
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.actions.modules.list_actions(
            "id/1", page=1, per_page=1
        )

        server.assert_received(
            "GET", "/actions/modules/id%2F1/actions", query=["page=1", "per_page=1"]
        )
        assert_decoded(
            pager.response, types.GetActionModuleActionsResponseContent, self.pages[-1]
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.list_actions("id/1")

        assert caught.value.status_code == 400


class TestRollback:
    """``POST /actions/modules/{id}/rollback``"""

    response: dict[str, Any] = {
        "id": "id",
        "name": "name",
        "code": "code",
        "dependencies": [{"name": "name", "version": "version"}],
        "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
        "actions_using_module_total": 1,
        "all_changes_published": True,
        "latest_version_number": 1,
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
        "latest_version": {
            "id": "id",
            "version_number": 1,
            "code": "code",
            "dependencies": [{}],
            "secrets": [{}],
            "created_at": "2026-01-31T12:00:00Z",
        },
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.modules.rollback(
            "id/1", module_version_id="module_version_id"
        )

        server.assert_received(
            "POST",
            "/actions/modules/id%2F1/rollback",
            json={"module_version_id": "module_version_id"},
        )
        assert_decoded(result, types.RollbackActionModuleResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.modules.rollback(
            "id/1", module_version_id="module_version_id"
        )

        server.assert_received(
            "POST",
            "/actions/modules/id%2F1/rollback",
            json={"module_version_id": "module_version_id"},
        )
        assert_decoded(result, types.RollbackActionModuleResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.rollback(
                "id/1", module_version_id="module_version_id"
            )

        assert caught.value.status_code == 400


class TestUpdate:
    """``PATCH /actions/modules/{id}``"""

    response: dict[str, Any] = {
        "id": "id",
        "name": "name",
        "code": "code",
        "dependencies": [{"name": "name", "version": "version"}],
        "secrets": [{"name": "name", "updated_at": "2026-01-31T12:00:00Z"}],
        "actions_using_module_total": 1,
        "all_changes_published": True,
        "latest_version_number": 1,
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
        "latest_version": {
            "id": "id",
            "version_number": 1,
            "code": "code",
            "dependencies": [{}],
            "secrets": [{}],
            "created_at": "2026-01-31T12:00:00Z",
        },
    }
    all_json: dict[str, Any] = {
        "code": "code",
        "secrets": [{"name": "name", "value": "value"}],
        "dependencies": [{"name": "name", "version": "version"}],
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.modules.update("id/1")

        server.assert_received("PATCH", "/actions/modules/id%2F1", json={})
        assert_decoded(result, types.UpdateActionModuleResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.modules.update("id/1")

        server.assert_received("PATCH", "/actions/modules/id%2F1", json={})
        assert_decoded(result, types.UpdateActionModuleResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.modules.update(
            "id/1",
            code="code",
            secrets=[types.ActionModuleSecretRequest(name="name", value="value")],
            dependencies=[
                types.ActionModuleDependencyRequest(name="name", version="version")
            ],
        )

        server.assert_received("PATCH", "/actions/modules/id%2F1", json=self.all_json)
        assert_decoded(result, types.UpdateActionModuleResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.modules.update(
            "id/1",
            code="code",
            secrets=[types.ActionModuleSecretRequest(name="name", value="value")],
            dependencies=[
                types.ActionModuleDependencyRequest(name="name", version="version")
            ],
        )

        server.assert_received("PATCH", "/actions/modules/id%2F1", json=self.all_json)
        assert_decoded(result, types.UpdateActionModuleResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.modules.update("id/1")

        assert caught.value.status_code == 400
