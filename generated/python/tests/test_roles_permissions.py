"""The ``roles.permissions`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestDelete:
    """``DELETE /roles/{id}/permissions``"""

    sent_json: dict[str, Any] = {
        "permissions": [
            {
                "resource_server_identifier": "resource_server_identifier",
                "permission_name": "permission_name",
            }
        ]
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200)

        client.roles.permissions.delete(
            "id/1",
            permissions=[
                types.PermissionRequestPayload(
                    resource_server_identifier="resource_server_identifier",
                    permission_name="permission_name",
                )
            ],
        )

        server.assert_received(
            "DELETE", "/roles/id%2F1/permissions", json=self.sent_json
        )

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200)

        await async_client.roles.permissions.delete(
            "id/1",
            permissions=[
                types.PermissionRequestPayload(
                    resource_server_identifier="resource_server_identifier",
                    permission_name="permission_name",
                )
            ],
        )

        server.assert_received(
            "DELETE", "/roles/id%2F1/permissions", json=self.sent_json
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.roles.permissions.delete(
                "id/1",
                permissions=[
                    types.PermissionRequestPayload(
                        resource_server_identifier="resource_server_identifier",
                        permission_name="permission_name",
                    )
                ],
            )

        assert caught.value.status_code == 400
