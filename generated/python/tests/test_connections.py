"""The ``connections`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /connections``"""

    response: dict[str, Any] = {
        "name": "My connection",
        "display_name": "display_name",
        "options": {"key": {"key": "value"}},
        "id": "con_0000000000000001",
        "strategy": "auth0",
        "is_domain_connection": True,
        "show_as_button": True,
        "metadata": {"key": "value"},
        "authentication": {"active": True},
    }
    all_json: dict[str, Any] = {
        "name": "name",
        "strategy": "ad",
        "display_name": "display_name",
        "options": {
            "non_persistent_attrs": ["non_persistent_attrs"],
            "precedence": ["email"],
            "enable_script_context": True,
            "enabledDatabaseCustomization": True,
            "import_mode": True,
            "configuration": {"key": "value"},
            "customScripts": {},
            "passwordPolicy": "none",
            "upstream_params": {"key": {}},
            "set_user_root_attributes": "on_each_login",
            "id_token_signed_response_algs": ["ES256"],
            "dpop_signing_alg": "ES256",
            "token_endpoint_auth_method": "client_secret_post",
        },
        "enabled_clients": ["enabled_clients"],
        "is_domain_connection": True,
        "show_as_button": True,
        "metadata": {"key": "value"},
        "authentication": {"active": True},
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.connections.create(name="name", strategy="ad")

        server.assert_received(
            "POST", "/connections", json={"name": "name", "strategy": "ad"}
        )
        assert_decoded(result, types.CreateConnectionResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.connections.create(name="name", strategy="ad")

        server.assert_received(
            "POST", "/connections", json={"name": "name", "strategy": "ad"}
        )
        assert_decoded(result, types.CreateConnectionResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.connections.create(
            name="name",
            strategy="ad",
            display_name="display_name",
            options=types.ConnectionPropertiesOptions(
                non_persistent_attrs=["non_persistent_attrs"],
                precedence=["email"],
                enable_script_context=True,
                enabled_database_customization=True,
                import_mode=True,
                configuration={"key": "value"},
                custom_scripts=types.ConnectionCustomScripts(),
                password_policy="none",
                upstream_params={"key": types.ConnectionUpstreamAlias()},
                set_user_root_attributes="on_each_login",
                id_token_signed_response_algs=["ES256"],
                dpop_signing_alg="ES256",
                token_endpoint_auth_method="client_secret_post",
            ),
            enabled_clients=["enabled_clients"],
            is_domain_connection=True,
            show_as_button=True,
            metadata={"key": "value"},
            authentication=types.ConnectionAuthenticationPurpose(active=True),
        )

        server.assert_received("POST", "/connections", json=self.all_json)
        assert_decoded(result, types.CreateConnectionResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.connections.create(
            name="name",
            strategy="ad",
            display_name="display_name",
            options=types.ConnectionPropertiesOptions(
                non_persistent_attrs=["non_persistent_attrs"],
                precedence=["email"],
                enable_script_context=True,
                enabled_database_customization=True,
                import_mode=True,
                configuration={"key": "value"},
                custom_scripts=types.ConnectionCustomScripts(),
                password_policy="none",
                upstream_params={"key": types.ConnectionUpstreamAlias()},
                set_user_root_attributes="on_each_login",
                id_token_signed_response_algs=["ES256"],
                dpop_signing_alg="ES256",
                token_endpoint_auth_method="client_secret_post",
            ),
            enabled_clients=["enabled_clients"],
            is_domain_connection=True,
            show_as_button=True,
            metadata={"key": "value"},
            authentication=types.ConnectionAuthenticationPurpose(active=True),
        )

        server.assert_received("POST", "/connections", json=self.all_json)
        assert_decoded(result, types.CreateConnectionResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.connections.create(name="name", strategy="ad")

        assert caught.value.status_code == 400


class TestDelete:
    """``DELETE /connections/{id}``"""

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(202)

        client.connections.delete("id/1")

        server.assert_received("DELETE", "/connections/id%2F1")

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(202)

        await async_client.connections.delete("id/1")

        server.assert_received("DELETE", "/connections/id%2F1")

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.connections.delete("id/1")

        assert caught.value.status_code == 400
