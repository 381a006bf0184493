"""The ``email_templates`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /email-templates``"""

    response: dict[str, Any] = {
        "template": "verify_email",
        "body": "body",
        "from": "sender@auth0.com",
        "resultUrl": "resulturl",
        "subject": "subject",
        "syntax": "liquid",
        "urlLifetimeInSeconds": 1.5,
        "includeEmailInRedirect": True,
        "enabled": True,
    }
    all_json: dict[str, Any] = {
        "template": "verify_email",
        "body": "body",
        "from": "sender@auth0.com",
        "resultUrl": "resulturl",
        "subject": "subject",
        "syntax": "liquid",
        "urlLifetimeInSeconds": 1.5,
        "includeEmailInRedirect": True,
        "enabled": True,
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.email_templates.create(template="verify_email")

        server.assert_received(
            "POST", "/email-templates", json={"template": "verify_email"}
        )
        assert_decoded(result, types.CreateEmailTemplateResponseContent, self.response)

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.email_templates.create(template="verify_email")

        server.assert_received(
            "POST", "/email-templates", json={"template": "verify_email"}
        )
        assert_decoded(result, types.CreateEmailTemplateResponseContent, self.response)

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(200, self.response)

        result = client.email_templates.create(
            template="verify_email",
            body="body",
            from_="sender@auth0.com",
            result_url="resulturl",
            subject="subject",
            syntax="liquid",
            url_lifetime_in_seconds=1.5,
            include_email_in_redirect=True,
            enabled=True,
        )

        server.assert_received("POST", "/email-templates", json=self.all_json)
        assert_decoded(result, types.CreateEmailTemplateResponseContent, self.response)

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(200, self.response)

        result = await async_client.email_templates.create(
            template="verify_email",
            body="body",
            from_="sender@auth0.com",
            result_url="resulturl",
            subject="subject",
            syntax="liquid",
            url_lifetime_in_seconds=1.5,
            include_email_in_redirect=True,
            enabled=True,
        )

        server.assert_received("POST", "/email-templates", json=self.all_json)
        assert_decoded(result, types.CreateEmailTemplateResponseContent, self.response)

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.email_templates.create(template="verify_email")

        assert caught.value.status_code == 400
