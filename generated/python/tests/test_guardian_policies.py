"""The ``guardian.policies`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestSet:
    """``PUT /guardian/policies``"""

    response: list[Any] = ["all-applications"]

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.guardian.policies.set(request=["all-applications"])

        server.assert_received("PUT", "/guardian/policies", json=["all-applications"])
        assert_decoded(result, list, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.guardian.policies.set(request=["all-applications"])

        server.assert_received("PUT", "/guardian/policies", json=["all-applications"])
        assert_decoded(result, list, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.guardian.policies.set(request=["all-applications"])

        assert caught.value.status_code == 400
