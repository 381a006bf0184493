"""The ``keys.encryption`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestImport:
    """``POST /keys/encryption/{kid}``"""

    response: dict[str, Any] = {
        "kid": "kid",
        "type": "customer-provided-root-key",
        "state": "pre-activation",
        "created_at": "2026-01-31T12:00:00Z",
        "updated_at": "2026-01-31T12:00:00Z",
        "parent_kid": "parent_kid",
        "public_key": "public_key",
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.keys.encryption.import_("kid/1", wrapped_key="wrapped_key")

        server.assert_received(
            "POST", "/keys/encryption/kid%2F1", json={"wrapped_key": "wrapped_key"}
        )
        assert_decoded(result, types.ImportEncryptionKeyResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = await async_client.keys.encryption.import_(
            "kid/1", wrapped_key="wrapped_key"
        )

        server.assert_received(
            "POST", "/keys/encryption/kid%2F1", json={"wrapped_key": "wrapped_key"}
        )
        assert_decoded(result, types.ImportEncryptionKeyResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.keys.encryption.import_("kid/1", wrapped_key="wrapped_key")

        assert caught.value.status_code == 400
