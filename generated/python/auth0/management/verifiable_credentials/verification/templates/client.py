"""The ``verifiable_credentials.verification.templates`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Union

from .... import types as _types
from ....core import (
    OMIT,
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
)

if TYPE_CHECKING:
    from ....core import RequestOptions
    from ....types import (
        CreateVerifiableCredentialTemplateResponseContent,
        MdlPresentationRequest,
        MdlPresentationRequestDict,
    )


class TemplatesClient(Resource):
    """The ``verifiable_credentials.verification.templates`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawTemplatesClient:
        """The same methods, returning the whole response."""
        return RawTemplatesClient(self)

    def create(
        self,
        *,
        name: str,
        type: str,
        dialect: str,
        presentation: Union[MdlPresentationRequest, MdlPresentationRequestDict],
        well_known_trusted_issuers: str,
        custom_certificate_authority: Optional[str] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateVerifiableCredentialTemplateResponseContent:
        """Add a template for verifying credentials

        Says which facts a mobile driving licence has to present.

        Parameters
        ----------
        name : str
            What the template is called.

            1 to 255 characters.
        type : str
            Kind of document.

            1 to 255 characters.
        dialect : str
            Language of the request; always `simplified/1.0`.

            At most 255 characters; matches ^simplified/1.0$.
        presentation : Union[MdlPresentationRequest, MdlPresentationRequestDict]
            What must be presented, by document type (ISO/IEC 18013-5).
        well_known_trusted_issuers : str
            Issuers to trust; at present `aamva`.

            1 to 255 characters; matches ^aamva$.
        custom_certificate_authority : Optional[str]
            Further certificate authority to trust.

            1 to 4096 characters.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateVerifiableCredentialTemplateResponseContent
            The template as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:vdcs_templates.
        ConflictError
            The request is at odds with what is stored about the template.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import (
                Auth0,
                MdlPresentationProperties,
                MdlPresentationRequest,
                MdlPresentationRequestProperties,
            )

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.verifiable_credentials.verification.templates.create(
                name="name",
                type="type",
                dialect="simplified/1.0",
                presentation=MdlPresentationRequest(
                    org_iso_18013_5_1_m_dl=MdlPresentationRequestProperties(
                        org_iso_18013_5_1=MdlPresentationProperties(family_name=True)
                    )
                ),
                well_known_trusted_issuers="aamva",
            )
        """
        return self._api.call(
            _types.CreateVerifiableCredentialTemplateResponseContent,
            "POST",
            "/verifiable-credentials/verification/templates",
            json={
                "name": name,
                "type": type,
                "dialect": dialect,
                "presentation": presentation,
                "well_known_trusted_issuers": well_known_trusted_issuers,
                "custom_certificate_authority": custom_certificate_authority,
            },
            request_options=request_options,
        )


class RawTemplatesClient(RawResource[TemplatesClient]):
    """The operations of ``TemplatesClient``, returning ``HttpResponse``."""

    create = raw_method(TemplatesClient.create)


class AsyncTemplatesClient(AsyncResource):
    """The ``verifiable_credentials.verification.templates`` operations,
    asynchronous.
    """

    @property
    def with_raw_response(self) -> AsyncRawTemplatesClient:
        """The same methods, returning the whole response."""
        return AsyncRawTemplatesClient(self)

    async def create(
        self,
        *,
        name: str,
        type: str,
        dialect: str,
        presentation: Union[MdlPresentationRequest, MdlPresentationRequestDict],
        well_known_trusted_issuers: str,
        custom_certificate_authority: Optional[str] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateVerifiableCredentialTemplateResponseContent:
        """Add a template for verifying credentials

        Says which facts a mobile driving licence has to present.

        Parameters
        ----------
        name : str
            What the template is called.

            1 to 255 characters.
        type : str
            Kind of document.

            1 to 255 characters.
        dialect : str
            Language of the request; always `simplified/1.0`.

            At most 255 characters; matches ^simplified/1.0$.
        presentation : Union[MdlPresentationRequest, MdlPresentationRequestDict]
            What must be presented, by document type (ISO/IEC 18013-5).
        well_known_trusted_issuers : str
            Issuers to trust; at present `aamva`.

            1 to 255 characters; matches ^aamva$.
        custom_certificate_authority : Optional[str]
            Further certificate authority to trust.

            1 to 4096 characters.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateVerifiableCredentialTemplateResponseContent
            The template as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:vdcs_templates.
        ConflictError
            The request is at odds with what is stored about the template.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import (
                AsyncAuth0,
                MdlPresentationProperties,
                MdlPresentationRequest,
                MdlPresentationRequestProperties,
            )

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.verifiable_credentials.verification.templates.create(
                    name="name",
                    type="type",
                    dialect="simplified/1.0",
                    presentation=MdlPresentationRequest(
                        org_iso_18013_5_1_m_dl=MdlPresentationRequestProperties(
                            org_iso_18013_5_1=MdlPresentationProperties(family_name=True)
                        )
                    ),
                    well_known_trusted_issuers="aamva",
                )


            asyncio.run(main())
        """
        return await self._api.call(
            _types.CreateVerifiableCredentialTemplateResponseContent,
            "POST",
            "/verifiable-credentials/verification/templates",
            json={
                "name": name,
                "type": type,
                "dialect": dialect,
                "presentation": presentation,
                "well_known_trusted_issuers": well_known_trusted_issuers,
                "custom_certificate_authority": custom_certificate_authority,
            },
            request_options=request_options,
        )


class AsyncRawTemplatesClient(AsyncRawResource[AsyncTemplatesClient]):
    """The operations of ``AsyncTemplatesClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncTemplatesClient.create)
