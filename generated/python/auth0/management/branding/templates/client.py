"""The ``branding.templates`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Union

from ... import types as _types
from ...core import (
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
)

if TYPE_CHECKING:
    from ...core import RequestOptions
    from ...types import (
        GetUniversalLoginTemplateResponseContent,
        UpdateUniversalLoginTemplateRequestContent,
        UpdateUniversalLoginTemplateRequestContentDict,
    )


class TemplatesClient(Resource):
    """The ``branding.templates`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawTemplatesClient:
        """The same methods, returning the whole response."""
        return RawTemplatesClient(self)

    def get_universal_login(
        self,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetUniversalLoginTemplateResponseContent:
        """Read the page template of Universal Login

        Gives the template that the login pages are wrapped in, as an object or as bare
        text.

        Parameters
        ----------
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetUniversalLoginTemplateResponseContent
            The template in use.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        PaymentRequiredError
            The plan of the tenant does not include this feature.
        ForbiddenError
            The access token lacks the scope read:branding.
        NotFoundError
            There is no such template.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.branding.templates.get_universal_login()
        """
        _result: GetUniversalLoginTemplateResponseContent = self._api.call(
            _types.GetUniversalLoginTemplateResponseContent,
            "GET",
            "/branding/templates/universal-login",
            request_options=request_options,
        )
        return _result

    def update_universal_login(
        self,
        *,
        request: Union[
            UpdateUniversalLoginTemplateRequestContent,
            UpdateUniversalLoginTemplateRequestContentDict,
        ],
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Write the page template of Universal Login

        Stores a template for the login pages, as bare text or inside an object. It must
        hold the head and widget tags, and be no longer than 102,400 characters.

        Parameters
        ----------
        request : Union[UpdateUniversalLoginTemplateRequestContent, UpdateUniversalLoginTemplateRequestContentDict]
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        PaymentRequiredError
            The plan of the tenant does not include this feature.
        ForbiddenError
            The access token lacks the scope update:branding.
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
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.branding.templates.update_universal_login(request="request")
        """
        return self._api.call(
            None,
            "PUT",
            "/branding/templates/universal-login",
            json=request,
            request_options=request_options,
        )


class RawTemplatesClient(RawResource[TemplatesClient]):
    """The operations of ``TemplatesClient``, returning ``HttpResponse``."""

    get_universal_login = raw_method(TemplatesClient.get_universal_login)
    update_universal_login = raw_method(TemplatesClient.update_universal_login)


class AsyncTemplatesClient(AsyncResource):
    """The ``branding.templates`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawTemplatesClient:
        """The same methods, returning the whole response."""
        return AsyncRawTemplatesClient(self)

    async def get_universal_login(
        self,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> GetUniversalLoginTemplateResponseContent:
        """Read the page template of Universal Login

        Gives the template that the login pages are wrapped in, as an object or as bare
        text.

        Parameters
        ----------
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetUniversalLoginTemplateResponseContent
            The template in use.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        PaymentRequiredError
            The plan of the tenant does not include this feature.
        ForbiddenError
            The access token lacks the scope read:branding.
        NotFoundError
            There is no such template.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.branding.templates.get_universal_login()


            asyncio.run(main())
        """
        _result: GetUniversalLoginTemplateResponseContent = await self._api.call(
            _types.GetUniversalLoginTemplateResponseContent,
            "GET",
            "/branding/templates/universal-login",
            request_options=request_options,
        )
        return _result

    async def update_universal_login(
        self,
        *,
        request: Union[
            UpdateUniversalLoginTemplateRequestContent,
            UpdateUniversalLoginTemplateRequestContentDict,
        ],
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Write the page template of Universal Login

        Stores a template for the login pages, as bare text or inside an object. It must
        hold the head and widget tags, and be no longer than 102,400 characters.

        Parameters
        ----------
        request : Union[UpdateUniversalLoginTemplateRequestContent, UpdateUniversalLoginTemplateRequestContentDict]
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        PaymentRequiredError
            The plan of the tenant does not include this feature.
        ForbiddenError
            The access token lacks the scope update:branding.
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

            from auth0.management import AsyncAuth0

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.branding.templates.update_universal_login(request="request")


            asyncio.run(main())
        """
        return await self._api.call(
            None,
            "PUT",
            "/branding/templates/universal-login",
            json=request,
            request_options=request_options,
        )


class AsyncRawTemplatesClient(AsyncRawResource[AsyncTemplatesClient]):
    """The operations of ``AsyncTemplatesClient``, returning ``HttpResponse``."""

    get_universal_login = async_raw_method(AsyncTemplatesClient.get_universal_login)
    update_universal_login = async_raw_method(
        AsyncTemplatesClient.update_universal_login
    )
