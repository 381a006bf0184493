"""The ``guardian.policies`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

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
        SetGuardianPoliciesRequestContent,
        SetGuardianPoliciesResponseContent,
    )


class PoliciesClient(Resource):
    """The ``guardian.policies`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawPoliciesClient:
        """The same methods, returning the whole response."""
        return RawPoliciesClient(self)

    def set(
        self,
        *,
        request: SetGuardianPoliciesRequestContent,
        request_options: Optional[RequestOptions] = None,
    ) -> SetGuardianPoliciesResponseContent:
        """Choose when a second factor is asked for

        Replaces the policies for multi-factor authentication.

        Parameters
        ----------
        request : SetGuardianPoliciesRequestContent
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SetGuardianPoliciesResponseContent
            The policies that hold from now on.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:mfa_policies.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.guardian.policies.set(request=["all-applications"])
        """
        _result: SetGuardianPoliciesResponseContent = self._api.call(
            _types.SetGuardianPoliciesResponseContent,
            "PUT",
            "/guardian/policies",
            json=request,
            request_options=request_options,
        )
        return _result


class RawPoliciesClient(RawResource[PoliciesClient]):
    """The operations of ``PoliciesClient``, returning ``HttpResponse``."""

    set = raw_method(PoliciesClient.set)


class AsyncPoliciesClient(AsyncResource):
    """The ``guardian.policies`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawPoliciesClient:
        """The same methods, returning the whole response."""
        return AsyncRawPoliciesClient(self)

    async def set(
        self,
        *,
        request: SetGuardianPoliciesRequestContent,
        request_options: Optional[RequestOptions] = None,
    ) -> SetGuardianPoliciesResponseContent:
        """Choose when a second factor is asked for

        Replaces the policies for multi-factor authentication.

        Parameters
        ----------
        request : SetGuardianPoliciesRequestContent
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SetGuardianPoliciesResponseContent
            The policies that hold from now on.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:mfa_policies.
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
                await client.guardian.policies.set(request=["all-applications"])


            asyncio.run(main())
        """
        _result: SetGuardianPoliciesResponseContent = await self._api.call(
            _types.SetGuardianPoliciesResponseContent,
            "PUT",
            "/guardian/policies",
            json=request,
            request_options=request_options,
        )
        return _result


class AsyncRawPoliciesClient(AsyncRawResource[AsyncPoliciesClient]):
    """The operations of ``AsyncPoliciesClient``, returning ``HttpResponse``."""

    set = async_raw_method(AsyncPoliciesClient.set)
