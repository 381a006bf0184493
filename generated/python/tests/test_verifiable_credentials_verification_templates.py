"""The ``verifiable_credentials.verification.templates`` methods, on the wire."""

from __future__ import annotations

from typing import Any

import pytest

from auth0.management import AsyncAuth0, Auth0, errors, types

from .assertions import assert_decoded
from .mock_server import MockServer

pytestmark = pytest.mark.anyio


class TestCreate:
    """``POST /verifiable-credentials/verification/templates``"""

    response: dict[str, Any] = {
        "id": "vct_0000000000000001",
        "name": "name",
        "type": "mdl",
        "presentation": {"org.iso.18013.5.1.mDL": {"org.iso.18013.5.1": {}}},
        "created_at": "2021-01-01T00:00:00Z",
        "updated_at": "2021-01-01T00:00:00Z",
    }
    required_json: dict[str, Any] = {
        "name": "name",
        "type": "type",
        "dialect": "dialect",
        "presentation": {"org.iso.18013.5.1.mDL": {"org.iso.18013.5.1": {}}},
        "well_known_trusted_issuers": "well_known_trusted_issuers",
    }
    all_json: dict[str, Any] = {
        "name": "name",
        "type": "type",
        "dialect": "dialect",
        "presentation": {"org.iso.18013.5.1.mDL": {"org.iso.18013.5.1": {}}},
        "well_known_trusted_issuers": "well_known_trusted_issuers",
        "custom_certificate_authority": "custom_certificate_authority",
    }

    def test_required_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.verifiable_credentials.verification.templates.create(
            name="name",
            type="type",
            dialect="dialect",
            presentation=types.MdlPresentationRequest(
                org_iso_18013_5_1_m_dl=types.MdlPresentationRequestProperties(
                    org_iso_18013_5_1=types.MdlPresentationProperties()
                )
            ),
            well_known_trusted_issuers="well_known_trusted_issuers",
        )

        server.assert_received(
            "POST",
            "/verifiable-credentials/verification/templates",
            json=self.required_json,
        )
        assert_decoded(
            result,
            types.CreateVerifiableCredentialTemplateResponseContent,
            self.response,
        )

    async def test_required_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = (
            await async_client.verifiable_credentials.verification.templates.create(
                name="name",
                type="type",
                dialect="dialect",
                presentation=types.MdlPresentationRequest(
                    org_iso_18013_5_1_m_dl=types.MdlPresentationRequestProperties(
                        org_iso_18013_5_1=types.MdlPresentationProperties()
                    )
                ),
                well_known_trusted_issuers="well_known_trusted_issuers",
            )
        )

        server.assert_received(
            "POST",
            "/verifiable-credentials/verification/templates",
            json=self.required_json,
        )
        assert_decoded(
            result,
            types.CreateVerifiableCredentialTemplateResponseContent,
            self.response,
        )

    def test_all_arguments(self, server: MockServer, client: Auth0) -> None:
        server.respond(201, self.response)

        result = client.verifiable_credentials.verification.templates.create(
            name="name",
            type="type",
            dialect="dialect",
            presentation=types.MdlPresentationRequest(
                org_iso_18013_5_1_m_dl=types.MdlPresentationRequestProperties(
                    org_iso_18013_5_1=types.MdlPresentationProperties()
                )
            ),
            well_known_trusted_issuers="well_known_trusted_issuers",
            custom_certificate_authority="custom_certificate_authority",
        )

        server.assert_received(
            "POST", "/verifiable-credentials/verification/templates", json=self.all_json
        )
        assert_decoded(
            result,
            types.CreateVerifiableCredentialTemplateResponseContent,
            self.response,
        )

    async def test_all_arguments_async(
        self, server: MockServer, async_client: AsyncAuth0
    ) -> None:
        server.respond(201, self.response)

        result = (
            await async_client.verifiable_credentials.verification.templates.create(
                name="name",
                type="type",
                dialect="dialect",
                presentation=types.MdlPresentationRequest(
                    org_iso_18013_5_1_m_dl=types.MdlPresentationRequestProperties(
                        org_iso_18013_5_1=types.MdlPresentationProperties()
                    )
                ),
                well_known_trusted_issuers="well_known_trusted_issuers",
                custom_certificate_authority="custom_certificate_authority",
            )
        )

        server.assert_received(
            "POST", "/verifiable-credentials/verification/templates", json=self.all_json
        )
        assert_decoded(
            result,
            types.CreateVerifiableCredentialTemplateResponseContent,
            self.response,
        )

    def test_error(self, server: MockServer, client: Auth0) -> None:
        server.respond(400)

        with pytest.raises(errors.BadRequestError) as caught:
            client.verifiable_credentials.verification.templates.create(
                name="name",
                type="type",
                dialect="dialect",
                presentation=types.MdlPresentationRequest(
                    org_iso_18013_5_1_m_dl=types.MdlPresentationRequestProperties(
                        org_iso_18013_5_1=types.MdlPresentationProperties()
                    )
                ),
                well_known_trusted_issuers="well_known_trusted_issuers",
            )

        assert caught.value.status_code == 400
