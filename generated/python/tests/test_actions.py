"""The ``actions`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /actions/actions``"""

    response: dict[str, Any] = {
        "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
        "name": "my-action",
        "supported_triggers": [
            {
                "id": "post-login",
                "version": "version",
                "status": "status",
                "runtimes": ["runtimes"],
                "default_runtime": "default_runtime",
                "compatible_triggers": [{"id": "post-login", "version": "version"}],
                "binding_policy": "trigger-bound",
            }
        ],
        "all_changes_deployed": False,
        "created_at": "2021-01-01T00:00:00Z",
        "updated_at": "2021-01-01T00:00:00Z",
        "code": "module.exports = () => {}",
        "dependencies": [
            {"name": "name", "version": "version", "registry_url": "registry_url"}
        ],
        "runtime": "node22",
        "secrets": [{"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}],
        "deployed_version": {
            "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
            "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
        },
    }
    required_json: dict[str, Any] = {
        "name": "my-action",
        "supported_triggers": [{"id": "post-login"}],
    }
    all_json: dict[str, Any] = {
        "name": "my-action",
        "supported_triggers": [
            {
                "id": "post-login",
                "version": "version",
                "status": "status",
                "runtimes": ["runtimes"],
                "default_runtime": "default_runtime",
                "compatible_triggers": [{"id": "post-login", "version": "version"}],
                "binding_policy": "trigger-bound",
            }
        ],
        "code": "module.exports = () => {}",
        "dependencies": [
            {"name": "name", "version": "version", "registry_url": "registry_url"}
        ],
        "runtime": "node22",
        "secrets": [{"name": "mySecret", "value": "mySecretValue"}],
        "modules": [
            {
                "module_id": "module_id",
                "module_name": "module_name",
                "module_version_id": "module_version_id",
                "module_version_number": 1,
            }
        ],
        "deploy": False,
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.actions.create(
            name="my-action", supported_triggers=[types.ActionTrigger(id="post-login")]
        )

        server.assert_received("POST", "/actions/actions", json=self.required_json)
        assert_decoded(result, types.CreateActionResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.actions.create(
            name="my-action", supported_triggers=[types.ActionTrigger(id="post-login")]
        )

        server.assert_received("POST", "/actions/actions", json=self.required_json)
        assert_decoded(result, types.CreateActionResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.actions.create(
            name="my-action",
            supported_triggers=[
                types.ActionTrigger(
                    id="post-login",
                    version="version",
                    status="status",
                    runtimes=["runtimes"],
                    default_runtime="default_runtime",
                    compatible_triggers=[
                        types.ActionTriggerCompatibleTrigger(
                            id="post-login", version="version"
                        )
                    ],
                    binding_policy="trigger-bound",
                )
            ],
            code="module.exports = () => {}",
            dependencies=[
                types.ActionVersionDependency(
                    name="name", version="version", registry_url="registry_url"
                )
            ],
            runtime="node22",
            secrets=[types.ActionSecretRequest(name="mySecret", value="mySecretValue")],
            modules=[
                types.ActionModuleReference(
                    module_id="module_id",
                    module_name="module_name",
                    module_version_id="module_version_id",
                    module_version_number=1,
                )
            ],
            deploy=False,
        )

        server.assert_received("POST", "/actions/actions", json=self.all_json)
        assert_decoded(result, types.CreateActionResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.actions.create(
            name="my-action",
            supported_triggers=[
                types.ActionTrigger(
                    id="post-login",
                    version="version",
                    status="status",
                    runtimes=["runtimes"],
                    default_runtime="default_runtime",
                    compatible_triggers=[
                        types.ActionTriggerCompatibleTrigger(
                            id="post-login", version="version"
                        )
                    ],
                    binding_policy="trigger-bound",
                )
            ],
            code="module.exports = () => {}",
            dependencies=[
                types.ActionVersionDependency(
                    name="name", version="version", registry_url="registry_url"
                )
            ],
            runtime="node22",
            secrets=[types.ActionSecretRequest(name="mySecret", value="mySecretValue")],
            modules=[
                types.ActionModuleReference(
                    module_id="module_id",
                    module_name="module_name",
                    module_version_id="module_version_id",
                    module_version_number=1,
                )
            ],
            deploy=False,
        )

        server.assert_received("POST", "/actions/actions", json=self.all_json)
        assert_decoded(result, types.CreateActionResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.create(
                name="my-action",
                supported_triggers=[types.ActionTrigger(id="post-login")],
            )

        assert caught.value.status_code == 400


class TestDelete:
    """``DELETE /actions/actions/{id}``"""

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(204)

        client.actions.delete("id/1")

        server.assert_received("DELETE", "/actions/actions/id%2F1")

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(204)

        await async_client.actions.delete("id/1")

        server.assert_received("DELETE", "/actions/actions/id%2F1")

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(204)

        client.actions.delete("id/1", force=True)

        server.assert_received(
            "DELETE", "/actions/actions/id%2F1", query=["force=true"]
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(204)

        await async_client.actions.delete("id/1", force=True)

        server.assert_received(
            "DELETE", "/actions/actions/id%2F1", query=["force=true"]
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.delete("id/1")

        assert caught.value.status_code == 400


class TestDeploy:
    """``POST /actions/actions/{id}/deploy``"""

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
        server.respond(202, self.response)

        result = client.actions.deploy("id/1")

        server.assert_received("POST", "/actions/actions/id%2F1/deploy")
        assert_decoded(result, types.DeployActionResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(202, self.response)

        result = await async_client.actions.deploy("id/1")

        server.assert_received("POST", "/actions/actions/id%2F1/deploy")
        assert_decoded(result, types.DeployActionResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.deploy("id/1")

        assert caught.value.status_code == 400


class TestGet:
    """``GET /actions/actions/{id}``"""

    response: dict[str, Any] = {
        "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
        "name": "my-action",
        "supported_triggers": [
            {
                "id": "post-login",
                "version": "version",
                "status": "status",
                "runtimes": ["runtimes"],
                "default_runtime": "default_runtime",
                "compatible_triggers": [{"id": "post-login", "version": "version"}],
                "binding_policy": "trigger-bound",
            }
        ],
        "all_changes_deployed": False,
        "created_at": "2021-01-01T00:00:00Z",
        "updated_at": "2021-01-01T00:00:00Z",
        "code": "module.exports = () => {}",
        "dependencies": [
            {"name": "name", "version": "version", "registry_url": "registry_url"}
        ],
        "runtime": "node22",
        "secrets": [{"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}],
        "deployed_version": {
            "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
            "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
        },
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.get("id/1")

        server.assert_received("GET", "/actions/actions/id%2F1")
        assert_decoded(result, types.GetActionResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.get("id/1")

        server.assert_received("GET", "/actions/actions/id%2F1")
        assert_decoded(result, types.GetActionResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.get("id/1")

        assert caught.value.status_code == 400


class TestList:
    """``GET /actions/actions``"""

    pages: list[Any] = [
        {
            "total": 1,
            "page": 0,
            "per_page": 20,
            "actions": [
                {
                    "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                    "name": "my-action",
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
                    "all_changes_deployed": False,
                    "created_at": "2021-01-01T00:00:00Z",
                    "updated_at": "2021-01-01T00:00:00Z",
                    "code": "module.exports = () => {}",
                    "dependencies": [
                        {
                            "name": "name",
                            "version": "version",
                            "registry_url": "registry_url",
                        }
                    ],
                    "runtime": "node22",
                    "secrets": [
                        {"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}
                    ],
                    "deployed_version": {
                        "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
                        "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                    },
                }
            ],
        },
        {
            "total": 1,
            "page": 0,
            "per_page": 20,
            "actions": [
                {
                    "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                    "name": "my-action",
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
                    "all_changes_deployed": False,
                    "created_at": "2021-01-01T00:00:00Z",
                    "updated_at": "2021-01-01T00:00:00Z",
                    "code": "module.exports = () => {}",
                    "dependencies": [
                        {
                            "name": "name",
                            "version": "version",
                            "registry_url": "registry_url",
                        }
                    ],
                    "runtime": "node22",
                    "secrets": [
                        {"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}
                    ],
                    "deployed_version": {
                        "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
                        "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                    },
                },
                {
                    "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                    "name": "my-action",
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
                    "all_changes_deployed": False,
                    "created_at": "2021-01-01T00:00:00Z",
                    "updated_at": "2021-01-01T00:00:00Z",
                    "code": "module.exports = () => {}",
                    "dependencies": [
                        {
                            "name": "name",
                            "version": "version",
                            "registry_url": "registry_url",
                        }
                    ],
                    "runtime": "node22",
                    "secrets": [
                        {"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}
                    ],
                    "deployed_version": {
                        "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
                        "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
                    },
                },
            ],
        },
        {"total": 1, "page": 0, "per_page": 20, "actions": []},
    ]

    def test_pages(self, server: MockServer, client: Auth0) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = client.actions.list()
        items = list(pager)

        server.assert_received(
            "GET", "/actions/actions", query=["page=0", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/actions", query=["page=1", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/actions", query=["page=2", "per_page=50"]
        )

        assert_decoded(
            pager.response, types.ListActionsPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.Action, self.pages[0]["actions"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["actions"])
        assert_decoded(items, list, expected)

    async def test_pages_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        for page in self.pages:
            server.respond(200, page)

        pager = await async_client.actions.list()
        items = [item async for item in pager]

        server.assert_received(
            "GET", "/actions/actions", query=["page=0", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/actions", query=["page=1", "per_page=50"]
        )
        server.assert_received(
            "GET", "/actions/actions", query=["page=2", "per_page=50"]
        )

        assert_decoded(
            pager.response, types.ListActionsPaginatedResponseContent, self.pages[0]
        )
        assert_decoded(items[0], types.Action, self.pages[0]["actions"][0])

        expected: list[object] = []
        for page in self.pages:
            expected.extend(page["actions"])
        assert_decoded(items, list, expected)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.pages[-1])

        pager = client.actions.list(
            trigger_id="post-login",
            action_name="actionname",
            deployed=True,
            page=1,
            per_page=1,
            installed=True,
        )

        server.assert_received(
            "GET",
            "/actions/actions",
            query=[
                "triggerId=post-login",
                "actionName=actionname",
                "deployed=true",
                "page=1",
                "per_page=1",
                "installed=true",
            ],
        )
        assert_decoded(
            pager.response, types.ListActionsPaginatedResponseContent, self.pages[-1]
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.pages[-1])

        pager = await async_client.actions.list(
            trigger_id="post-login",
            action_name="actionname",
            deployed=True,
            page=1,
            per_page=1,
            installed=True,
        )

        server.assert_received(
            "GET",
            "/actions/actions",
            query=[
                "triggerId=post-login",
                "actionName=actionname",
                "deployed=true",
                "page=1",
                "per_page=1",
                "installed=true",
            ],
        )
        assert_decoded(
            pager.response, types.ListActionsPaginatedResponseContent, self.pages[-1]
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.list()

        assert caught.value.status_code == 400


class TestTest:
    """``POST /actions/actions/{id}/test``"""

    response: dict[str, Any] = {"payload": {"key": {"key": "value"}}}

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.test("id/1", payload={"key": {"key": "value"}})

        server.assert_received(
            "POST",
            "/actions/actions/id%2F1/test",
            json={"payload": {"key": {"key": "value"}}},
        )
        assert_decoded(result, types.TestActionResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.test(
            "id/1", payload={"key": {"key": "value"}}
        )

        server.assert_received(
            "POST",
            "/actions/actions/id%2F1/test",
            json={"payload": {"key": {"key": "value"}}},
        )
        assert_decoded(result, types.TestActionResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.test("id/1", payload={"key": {"key": "value"}})

        assert caught.value.status_code == 400


class TestUpdate:
    """``PATCH /actions/actions/{id}``"""

    response: dict[str, Any] = {
        "id": "910b1053-577f-4d81-a8c8-020e7319a38a",
        "name": "my-action",
        "supported_triggers": [
            {
                "id": "post-login",
                "version": "version",
                "status": "status",
                "runtimes": ["runtimes"],
                "default_runtime": "default_runtime",
                "compatible_triggers": [{"id": "post-login", "version": "version"}],
                "binding_policy": "trigger-bound",
            }
        ],
        "all_changes_deployed": False,
        "created_at": "2021-01-01T00:00:00Z",
        "updated_at": "2021-01-01T00:00:00Z",
        "code": "module.exports = () => {}",
        "dependencies": [
            {"name": "name", "version": "version", "registry_url": "registry_url"}
        ],
        "runtime": "node22",
        "secrets": [{"name": "mySecret", "updated_at": "2021-01-01T00:00:00Z"}],
        "deployed_version": {
            "id": "12a3b9e6-06e6-4a29-96bf-90c82fe79a0d",
            "action_id": "910b1053-577f-4d81-a8c8-020e7319a38a",
        },
    }
    all_json: dict[str, Any] = {
        "name": "my-action",
        "supported_triggers": [
            {
                "id": "post-login",
                "version": "version",
                "status": "status",
                "runtimes": ["runtimes"],
                "default_runtime": "default_runtime",
                "compatible_triggers": [{"id": "post-login", "version": "version"}],
                "binding_policy": "trigger-bound",
            }
        ],
        "code": "module.exports = () => {}",
        "dependencies": [
            {"name": "name", "version": "version", "registry_url": "registry_url"}
        ],
        "runtime": "node22",
        "secrets": [{"name": "mySecret", "value": "mySecretValue"}],
        "modules": [
            {
                "module_id": "module_id",
                "module_name": "module_name",
                "module_version_id": "module_version_id",
                "module_version_number": 1,
            }
        ],
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.update("id/1")

        server.assert_received("PATCH", "/actions/actions/id%2F1", json={})
        assert_decoded(result, types.UpdateActionResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.update("id/1")

        server.assert_received("PATCH", "/actions/actions/id%2F1", json={})
        assert_decoded(result, types.UpdateActionResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.actions.update(
            "id/1",
            name="my-action",
            supported_triggers=[
                types.ActionTrigger(
                    id="post-login",
                    version="version",
                    status="status",
                    runtimes=["runtimes"],
                    default_runtime="default_runtime",
                    compatible_triggers=[
                        types.ActionTriggerCompatibleTrigger(
                            id="post-login", version="version"
                        )
                    ],
                    binding_policy="trigger-bound",
                )
            ],
            code="module.exports = () => {}",
            dependencies=[
                types.ActionVersionDependency(
                    name="name", version="version", registry_url="registry_url"
                )
            ],
            runtime="node22",
            secrets=[types.ActionSecretRequest(name="mySecret", value="mySecretValue")],
            modules=[
                types.ActionModuleReference(
                    module_id="module_id",
                    module_name="module_name",
                    module_version_id="module_version_id",
                    module_version_number=1,
                )
            ],
        )

        server.assert_received("PATCH", "/actions/actions/id%2F1", json=self.all_json)
        assert_decoded(result, types.UpdateActionResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.actions.update(
            "id/1",
            name="my-action",
            supported_triggers=[
                types.ActionTrigger(
                    id="post-login",
                    version="version",
                    status="status",
                    runtimes=["runtimes"],
                    default_runtime="default_runtime",
                    compatible_triggers=[
                        types.ActionTriggerCompatibleTrigger(
                            id="post-login", version="version"
                        )
                    ],
                    binding_policy="trigger-bound",
                )
            ],
            code="module.exports = () => {}",
            dependencies=[
                types.ActionVersionDependency(
                    name="name", version="version", registry_url="registry_url"
                )
            ],
            runtime="node22",
            secrets=[types.ActionSecretRequest(name="mySecret", value="mySecretValue")],
            modules=[
                types.ActionModuleReference(
                    module_id="module_id",
                    module_name="module_name",
                    module_version_id="module_version_id",
                    module_version_number=1,
                )
            ],
        )

        server.assert_received("PATCH", "/actions/actions/id%2F1", json=self.all_json)
        assert_decoded(result, types.UpdateActionResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.actions.update("id/1")

        assert caught.value.status_code == 400
