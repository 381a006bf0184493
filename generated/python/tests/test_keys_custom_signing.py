"""The ``keys.custom_signing`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestSet:
    """``PUT /keys/custom-signing``"""

    response: dict[str, Any] = {
        "keys": [
            {
                "kty": "EC",
                "kid": "kid",
                "use": "sig",
                "key_ops": ["verify"],
                "alg": "RS256",
                "n": "n",
                "e": "e",
                "crv": "P-256",
                "x": "x",
                "y": "y",
                "x5u": "x5u",
                "x5c": ["x5c"],
                "x5t": "x5t",
                "x5t#S256": "x5t_s256",
            }
        ]
    }
    all_json: dict[str, Any] = {
        "keys": [
            {
                "kty": "EC",
                "kid": "kid",
                "use": "sig",
                "key_ops": ["verify"],
                "alg": "RS256",
                "n": "n",
                "e": "e",
                "crv": "P-256",
                "x": "x",
                "y": "y",
                "x5u": "x5u",
                "x5c": ["x5c"],
                "x5t": "x5t",
                "x5t#S256": "x5t_s256",
            }
        ]
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.keys.custom_signing.set(
            keys=[types.CustomSigningKeyJwk(kty="EC")]
        )

        server.assert_received(
            "PUT", "/keys/custom-signing", json={"keys": [{"kty": "EC"}]}
        )
        assert_decoded(result, types.SetCustomSigningKeysResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.keys.custom_signing.set(
            keys=[types.CustomSigningKeyJwk(kty="EC")]
        )

        server.assert_received(
            "PUT", "/keys/custom-signing", json={"keys": [{"kty": "EC"}]}
        )
        assert_decoded(result, types.SetCustomSigningKeysResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.keys.custom_signing.set(
            keys=[
                types.CustomSigningKeyJwk(
                    kty="EC",
                    kid="kid",
                    use="sig",
                    key_ops=["verify"],
                    alg="RS256",
                    n="n",
                    e="e",
                    crv="P-256",
                    x="x",
                    y="y",
                    x_5_u="x5u",
                    x_5_c=["x5c"],
                    x_5_t="x5t",
                    x_5_t_s_256="x5t_s256",
                )
            ]
        )

        server.assert_received("PUT", "/keys/custom-signing", json=self.all_json)
        assert_decoded(result, types.SetCustomSigningKeysResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.keys.custom_signing.set(
            keys=[
                types.CustomSigningKeyJwk(
                    kty="EC",
                    kid="kid",
                    use="sig",
                    key_ops=["verify"],
                    alg="RS256",
                    n="n",
                    e="e",
                    crv="P-256",
                    x="x",
                    y="y",
                    x_5_u="x5u",
                    x_5_c=["x5c"],
                    x_5_t="x5t",
                    x_5_t_s_256="x5t_s256",
                )
            ]
        )

        server.assert_received("PUT", "/keys/custom-signing", json=self.all_json)
        assert_decoded(result, types.SetCustomSigningKeysResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.keys.custom_signing.set(keys=[types.CustomSigningKeyJwk(kty="EC")])

        assert caught.value.status_code == 400
