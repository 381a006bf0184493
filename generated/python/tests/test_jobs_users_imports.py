"""The ``jobs.users_imports`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /jobs/users-imports``"""

    response: dict[str, Any] = {
        "status": "pending",
        "type": "users_import",
        "created_at": "created_at",
        "id": "job_0000000000000001",
        "connection_id": "con_0000000000000001",
        "external_id": "external_id",
    }
    required_multipart: dict[str, Any] = {
        "users": ["content"],
        "connection_id": ["con_0000000000000001"],
    }
    all_multipart: dict[str, Any] = {
        "users": ["content"],
        "connection_id": ["con_0000000000000001"],
        "upsert": ["false"],
        "external_id": ["external_id"],
        "send_completion_email": ["true"],
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(202, self.response)

        result = client.jobs.users_imports.create(
            users=b"content", connection_id="con_0000000000000001"
        )

        server.assert_received(
            "POST", "/jobs/users-imports", multipart=self.required_multipart
        )
        assert_decoded(result, types.CreateImportUsersResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(202, self.response)

        result = await async_client.jobs.users_imports.create(
            users=b"content", connection_id="con_0000000000000001"
        )

        server.assert_received(
            "POST", "/jobs/users-imports", multipart=self.required_multipart
        )
        assert_decoded(result, types.CreateImportUsersResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(202, self.response)

        result = client.jobs.users_imports.create(
            users=b"content",
            connection_id="con_0000000000000001",
            upsert=False,
            external_id="external_id",
            send_completion_email=True,
        )

        server.assert_received(
            "POST", "/jobs/users-imports", multipart=self.all_multipart
        )
        assert_decoded(result, types.CreateImportUsersResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(202, self.response)

        result = await async_client.jobs.users_imports.create(
            users=b"content",
            connection_id="con_0000000000000001",
            upsert=False,
            external_id="external_id",
            send_completion_email=True,
        )

        server.assert_received(
            "POST", "/jobs/users-imports", multipart=self.all_multipart
        )
        assert_decoded(result, types.CreateImportUsersResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.jobs.users_imports.create(
                users=b"content", connection_id="con_0000000000000001"
            )

        assert caught.value.status_code == 400
