"""The ``branding.phone.templates`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestReset:
    """``PATCH /branding/phone/templates/{id}/reset``"""

    response: dict[str, Any] = {
        "id": "id",
        "content": {"syntax": "syntax", "from": "from", "body": {}},
        "type": "otp_verify",
        "disabled": False,
    }

    def test_call(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.branding.phone.templates.reset("id/1", request={"key": "value"})

        server.assert_received(
            "PATCH", "/branding/phone/templates/id%2F1/reset", json={"key": "value"}
        )
        assert_decoded(result, types.ResetPhoneTemplateResponseContent, self.response)

    async def test_call_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.branding.phone.templates.reset(
            "id/1", request={"key": "value"}
        )

        server.assert_received(
            "PATCH", "/branding/phone/templates/id%2F1/reset", json={"key": "value"}
        )
        assert_decoded(result, types.ResetPhoneTemplateResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.branding.phone.templates.reset("id/1", request={"key": "value"})

        assert caught.value.status_code == 400
