"""The ``email_templates`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .. import types as _types
from ..core import (
    OMIT,
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
)

if TYPE_CHECKING:
    from ..core import RequestOptions
    from ..types import CreateEmailTemplateResponseContent, EmailTemplateNameEnum


class EmailTemplatesClient(Resource):
    """The ``email_templates`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawEmailTemplatesClient:
        """The same methods, returning the whole response."""
        return RawEmailTemplatesClient(self)

    def create(
        self,
        *,
        template: EmailTemplateNameEnum,
        body: Optional[str] = OMIT,
        from_: Optional[str] = OMIT,
        result_url: Optional[str] = OMIT,
        subject: Optional[str] = OMIT,
        syntax: Optional[str] = OMIT,
        url_lifetime_in_seconds: Optional[float] = OMIT,
        include_email_in_redirect: Optional[bool] = OMIT,
        enabled: Optional[bool] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateEmailTemplateResponseContent:
        """Set the text of an email

        Stores the text of one of the messages that the tenant sends to users.

        Parameters
        ----------
        template : EmailTemplateNameEnum
            Which message a template is for.
        body : Optional[str]
            Text of the message.
        from_ : Optional[str]
            Who the message comes from.

            The server's default is sender@auth0.com.
        result_url : Optional[str]
            Where a user is sent afterwards.
        subject : Optional[str]
            What the subject line says.
        syntax : Optional[str]
            Template language, such as `liquid`.

            The server's default is liquid.
        url_lifetime_in_seconds : Optional[float]
            Seconds for which the link in the email works.
        include_email_in_redirect : Optional[bool]
            Whether the address of the user is added to the target.
        enabled : Optional[bool]
            Whether it is in use.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateEmailTemplateResponseContent
            The template as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:email_templates.
        ConflictError
            The request is at odds with what is stored about the email template.
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
            client.email_templates.create(template="verify_email")
        """
        return self._api.call(
            _types.CreateEmailTemplateResponseContent,
            "POST",
            "/email-templates",
            json={
                "template": template,
                "body": body,
                "from": from_,
                "resultUrl": result_url,
                "subject": subject,
                "syntax": syntax,
                "urlLifetimeInSeconds": url_lifetime_in_seconds,
                "includeEmailInRedirect": include_email_in_redirect,
                "enabled": enabled,
            },
            request_options=request_options,
        )


class RawEmailTemplatesClient(RawResource[EmailTemplatesClient]):
    """The operations of ``EmailTemplatesClient``, returning ``HttpResponse``."""

    create = raw_method(EmailTemplatesClient.create)


class AsyncEmailTemplatesClient(AsyncResource):
    """The ``email_templates`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawEmailTemplatesClient:
        """The same methods, returning the whole response."""
        return AsyncRawEmailTemplatesClient(self)

    async def create(
        self,
        *,
        template: EmailTemplateNameEnum,
        body: Optional[str] = OMIT,
        from_: Optional[str] = OMIT,
        result_url: Optional[str] = OMIT,
        subject: Optional[str] = OMIT,
        syntax: Optional[str] = OMIT,
        url_lifetime_in_seconds: Optional[float] = OMIT,
        include_email_in_redirect: Optional[bool] = OMIT,
        enabled: Optional[bool] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateEmailTemplateResponseContent:
        """Set the text of an email

        Stores the text of one of the messages that the tenant sends to users.

        Parameters
        ----------
        template : EmailTemplateNameEnum
            Which message a template is for.
        body : Optional[str]
            Text of the message.
        from_ : Optional[str]
            Who the message comes from.

            The server's default is sender@auth0.com.
        result_url : Optional[str]
            Where a user is sent afterwards.
        subject : Optional[str]
            What the subject line says.
        syntax : Optional[str]
            Template language, such as `liquid`.

            The server's default is liquid.
        url_lifetime_in_seconds : Optional[float]
            Seconds for which the link in the email works.
        include_email_in_redirect : Optional[bool]
            Whether the address of the user is added to the target.
        enabled : Optional[bool]
            Whether it is in use.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateEmailTemplateResponseContent
            The template as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:email_templates.
        ConflictError
            The request is at odds with what is stored about the email template.
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
                await client.email_templates.create(template="verify_email")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.CreateEmailTemplateResponseContent,
            "POST",
            "/email-templates",
            json={
                "template": template,
                "body": body,
                "from": from_,
                "resultUrl": result_url,
                "subject": subject,
                "syntax": syntax,
                "urlLifetimeInSeconds": url_lifetime_in_seconds,
                "includeEmailInRedirect": include_email_in_redirect,
                "enabled": enabled,
            },
            request_options=request_options,
        )


class AsyncRawEmailTemplatesClient(AsyncRawResource[AsyncEmailTemplatesClient]):
    """The operations of ``AsyncEmailTemplatesClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncEmailTemplatesClient.create)
