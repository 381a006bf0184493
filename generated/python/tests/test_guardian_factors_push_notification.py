"""The ``guardian.factors.push_notification`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestSetFcmv1Provider:
    """``PUT /guardian/factors/push-notification/providers/fcmv1``"""

    response: dict[str, Any] = {"key": {"key": "value"}}

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.guardian.factors.push_notification.set_fcmv_1_provider()

        server.assert_received(
            "PUT", "/guardian/factors/push-notification/providers/fcmv1", json={}
        )
        assert_decoded(result, dict, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = (
            await async_client.guardian.factors.push_notification.set_fcmv_1_provider()
        )

        server.assert_received(
            "PUT", "/guardian/factors/push-notification/providers/fcmv1", json={}
        )
        assert_decoded(result, dict, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.guardian.factors.push_notification.set_fcmv_1_provider(
            server_credentials="server_credentials"
        )

        server.assert_received(
            "PUT",
            "/guardian/factors/push-notification/providers/fcmv1",
            json={"server_credentials": "server_credentials"},
        )
        assert_decoded(result, dict, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = (
            await async_client.guardian.factors.push_notification.set_fcmv_1_provider(
                server_credentials="server_credentials"
            )
        )

        server.assert_received(
            "PUT",
            "/guardian/factors/push-notification/providers/fcmv1",
            json={"server_credentials": "server_credentials"},
        )
        assert_decoded(result, dict, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.guardian.factors.push_notification.set_fcmv_1_provider()

        assert caught.value.status_code == 400
