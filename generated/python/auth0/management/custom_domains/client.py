"""The ``custom_domains`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from .. import types as _types
from ..core import (
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
)

if TYPE_CHECKING:
    from ..core import RequestOptions
    from ..types import CustomDomain


class CustomDomainsClient(Resource):
    """The ``custom_domains`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawCustomDomainsClient:
        """The same methods, returning the whole response."""
        return RawCustomDomainsClient(self)

    def list(
        self,
        *,
        q: Optional[str] = None,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        sort: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> List[CustomDomain]:
        """Look over the domains of your own

        Gives the domains of your own under which the tenant answers, and how far each
        is verified.

        Parameters
        ----------
        q : Optional[str]
            Search query in Lucene syntax.

            At most 1000 characters.
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.

            At most 100 characters.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        sort : Optional[str]
            Field to order by, then `:1` for rising or `:-1` for falling order.

            At most 15 characters.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        List[CustomDomain]
            Custom domains, bare or in a checkpoint page.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:custom_domains.
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
            client.custom_domains.list()
        """
        _result: List[CustomDomain] = self._api.call(
            List[_types.CustomDomain],
            "GET",
            "/custom-domains",
            query={
                "q": q,
                "fields": fields,
                "include_fields": include_fields,
                "sort": sort,
            },
            request_options=request_options,
        )
        return _result


class RawCustomDomainsClient(RawResource[CustomDomainsClient]):
    """The operations of ``CustomDomainsClient``, returning ``HttpResponse``."""

    list = raw_method(CustomDomainsClient.list)


class AsyncCustomDomainsClient(AsyncResource):
    """The ``custom_domains`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawCustomDomainsClient:
        """The same methods, returning the whole response."""
        return AsyncRawCustomDomainsClient(self)

    async def list(
        self,
        *,
        q: Optional[str] = None,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        sort: Optional[str] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> List[CustomDomain]:
        """Look over the domains of your own

        Gives the domains of your own under which the tenant answers, and how far each
        is verified.

        Parameters
        ----------
        q : Optional[str]
            Search query in Lucene syntax.

            At most 1000 characters.
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.

            At most 100 characters.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        sort : Optional[str]
            Field to order by, then `:1` for rising or `:-1` for falling order.

            At most 15 characters.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        List[CustomDomain]
            Custom domains, bare or in a checkpoint page.

        Raises
        ------
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope read:custom_domains.
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
                await client.custom_domains.list()


            asyncio.run(main())
        """
        _result: List[CustomDomain] = await self._api.call(
            List[_types.CustomDomain],
            "GET",
            "/custom-domains",
            query={
                "q": q,
                "fields": fields,
                "include_fields": include_fields,
                "sort": sort,
            },
            request_options=request_options,
        )
        return _result


class AsyncRawCustomDomainsClient(AsyncRawResource[AsyncCustomDomainsClient]):
    """The operations of ``AsyncCustomDomainsClient``, returning ``HttpResponse``."""

    list = async_raw_method(AsyncCustomDomainsClient.list)
