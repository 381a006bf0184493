"""The ``attack_protection.suspicious_ip_throttling`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestUpdate:
    """``PATCH /attack-protection/suspicious-ip-throttling``"""

    response: dict[str, Any] = {
        "enabled": True,
        "shields": ["block"],
        "allowlist": ["192.0.2.1"],
        "stage": {"pre-login": {}, "pre-user-registration": {}},
    }
    all_json: dict[str, Any] = {
        "enabled": True,
        "shields": ["block"],
        "allowlist": ["192.0.2.1"],
        "stage": {"pre-login": {}, "pre-user-registration": {}},
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.attack_protection.suspicious_ip_throttling.update()

        server.assert_received(
            "PATCH", "/attack-protection/suspicious-ip-throttling", json={}
        )
        assert_decoded(
            result,
            types.UpdateSuspiciousIpThrottlingSettingsResponseContent,
            self.response,
        )

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.attack_protection.suspicious_ip_throttling.update()

        server.assert_received(
            "PATCH", "/attack-protection/suspicious-ip-throttling", json={}
        )
        assert_decoded(
            result,
            types.UpdateSuspiciousIpThrottlingSettingsResponseContent,
            self.response,
        )

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.attack_protection.suspicious_ip_throttling.update(
            enabled=True,
            shields=["block"],
            allowlist=["192.0.2.1"],
            stage=types.SuspiciousIpThrottlingStage(
                pre_login=types.SuspiciousIpThrottlingPreLoginStage(),
                pre_user_registration=types.SuspiciousIpThrottlingPreUserRegistrationStage(),
            ),
        )

        server.assert_received(
            "PATCH", "/attack-protection/suspicious-ip-throttling", json=self.all_json
        )
        assert_decoded(
            result,
            types.UpdateSuspiciousIpThrottlingSettingsResponseContent,
            self.response,
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.attack_protection.suspicious_ip_throttling.update(
            enabled=True,
            shields=["block"],
            allowlist=["192.0.2.1"],
            stage=types.SuspiciousIpThrottlingStage(
                pre_login=types.SuspiciousIpThrottlingPreLoginStage(),
                pre_user_registration=types.SuspiciousIpThrottlingPreUserRegistrationStage(),
            ),
        )

        server.assert_received(
            "PATCH", "/attack-protection/suspicious-ip-throttling", json=self.all_json
        )
        assert_decoded(
            result,
            types.UpdateSuspiciousIpThrottlingSettingsResponseContent,
            self.response,
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.attack_protection.suspicious_ip_throttling.update()

        assert caught.value.status_code == 400
