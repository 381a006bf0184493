"""The ``branding.phone.templates`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .... import types as _types
from ....core import (
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
        ResetPhoneTemplateRequestContent,
        ResetPhoneTemplateResponseContent,
    )


class TemplatesClient(Resource):
    """The ``branding.phone.templates`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawTemplatesClient:
        """The same methods, returning the whole response."""
        return RawTemplatesClient(self)

    def reset(
        self,
        id: str,
        *,
        request: ResetPhoneTemplateRequestContent,
        request_options: Optional[RequestOptions] = None,
    ) -> ResetPhoneTemplateResponseContent:
        """Give a phone template its first text again

        Throws away what was edited in a phone notification template. The body may be
        any JSON value.

        Parameters
        ----------
        id : str
            Picks out the template to work on.

            1 to 255 characters.
        request : ResetPhoneTemplateRequestContent
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        ResetPhoneTemplateResponseContent
            The template with its original text.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:phone_templates.
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
            client.branding.phone.templates.reset("id", request={"key": "value"})
        """
        return self._api.call(
            _types.ResetPhoneTemplateResponseContent,
            "PATCH",
            "/branding/phone/templates/{id}/reset",
            path_parameters={"id": id},
            json=request,
            request_options=request_options,
        )


class RawTemplatesClient(RawResource[TemplatesClient]):
    """The operations of ``TemplatesClient``, returning ``HttpResponse``."""

    reset = raw_method(TemplatesClient.reset)


class AsyncTemplatesClient(AsyncResource):
    """The ``branding.phone.templates`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawTemplatesClient:
        """The same methods, returning the whole response."""
        return AsyncRawTemplatesClient(self)

    async def reset(
        self,
        id: str,
        *,
        request: ResetPhoneTemplateRequestContent,
        request_options: Optional[RequestOptions] = None,
    ) -> ResetPhoneTemplateResponseContent:
        """Give a phone template its first text again

        Throws away what was edited in a phone notification template. The body may be
        any JSON value.

        Parameters
        ----------
        id : str
            Picks out the template to work on.

            1 to 255 characters.
        request : ResetPhoneTemplateRequestContent
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        ResetPhoneTemplateResponseContent
            The template with its original text.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:phone_templates.
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
                await client.branding.phone.templates.reset("id", request={"key": "value"})


            asyncio.run(main())
        """
        return await self._api.call(
            _types.ResetPhoneTemplateResponseContent,
            "PATCH",
            "/branding/phone/templates/{id}/reset",
            path_parameters={"id": id},
            json=request,
            request_options=request_options,
        )


class AsyncRawTemplatesClient(AsyncRawResource[AsyncTemplatesClient]):
    """The operations of ``AsyncTemplatesClient``, returning ``HttpResponse``."""

    reset = async_raw_method(AsyncTemplatesClient.reset)
