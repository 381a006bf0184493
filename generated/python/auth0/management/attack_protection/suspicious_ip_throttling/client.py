"""The ``attack_protection.suspicious_ip_throttling`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence, Union

from ... import types as _types
from ...core import (
    OMIT,
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
        SuspiciousIpThrottlingAllowlist,
        SuspiciousIpThrottlingShieldsEnum,
        SuspiciousIpThrottlingStage,
        SuspiciousIpThrottlingStageDict,
        UpdateSuspiciousIpThrottlingSettingsResponseContent,
    )


class SuspiciousIpThrottlingClient(Resource):
    """The ``attack_protection.suspicious_ip_throttling`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawSuspiciousIpThrottlingClient:
        """The same methods, returning the whole response."""
        return RawSuspiciousIpThrottlingClient(self)

    def update(
        self,
        *,
        enabled: Optional[bool] = OMIT,
        shields: Optional[Sequence[SuspiciousIpThrottlingShieldsEnum]] = OMIT,
        allowlist: Optional[SuspiciousIpThrottlingAllowlist] = OMIT,
        stage: Optional[
            Union[SuspiciousIpThrottlingStage, SuspiciousIpThrottlingStageDict]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateSuspiciousIpThrottlingSettingsResponseContent:
        """Tune the throttling of suspicious addresses

        Changes how the tenant slows down addresses that log in or sign up too often.

        Parameters
        ----------
        enabled : Optional[bool]
            Whether it is in use.
        shields : Optional[Sequence[SuspiciousIpThrottlingShieldsEnum]]
            What is done about an address.
        allowlist : Optional[SuspiciousIpThrottlingAllowlist]
            Addresses that are never slowed down.
        stage : Optional[Union[SuspiciousIpThrottlingStage, SuspiciousIpThrottlingStageDict]]
            Limits for each stage.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateSuspiciousIpThrottlingSettingsResponseContent
            The configuration after the change.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:attack_protection.
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
            client.attack_protection.suspicious_ip_throttling.update()
        """
        return self._api.call(
            _types.UpdateSuspiciousIpThrottlingSettingsResponseContent,
            "PATCH",
            "/attack-protection/suspicious-ip-throttling",
            json={
                "enabled": enabled,
                "shields": shields,
                "allowlist": allowlist,
                "stage": stage,
            },
            request_options=request_options,
        )


class RawSuspiciousIpThrottlingClient(RawResource[SuspiciousIpThrottlingClient]):
    """The operations of ``SuspiciousIpThrottlingClient``, returning
    ``HttpResponse``.
    """

    update = raw_method(SuspiciousIpThrottlingClient.update)


class AsyncSuspiciousIpThrottlingClient(AsyncResource):
    """The ``attack_protection.suspicious_ip_throttling`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawSuspiciousIpThrottlingClient:
        """The same methods, returning the whole response."""
        return AsyncRawSuspiciousIpThrottlingClient(self)

    async def update(
        self,
        *,
        enabled: Optional[bool] = OMIT,
        shields: Optional[Sequence[SuspiciousIpThrottlingShieldsEnum]] = OMIT,
        allowlist: Optional[SuspiciousIpThrottlingAllowlist] = OMIT,
        stage: Optional[
            Union[SuspiciousIpThrottlingStage, SuspiciousIpThrottlingStageDict]
        ] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateSuspiciousIpThrottlingSettingsResponseContent:
        """Tune the throttling of suspicious addresses

        Changes how the tenant slows down addresses that log in or sign up too often.

        Parameters
        ----------
        enabled : Optional[bool]
            Whether it is in use.
        shields : Optional[Sequence[SuspiciousIpThrottlingShieldsEnum]]
            What is done about an address.
        allowlist : Optional[SuspiciousIpThrottlingAllowlist]
            Addresses that are never slowed down.
        stage : Optional[Union[SuspiciousIpThrottlingStage, SuspiciousIpThrottlingStageDict]]
            Limits for each stage.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateSuspiciousIpThrottlingSettingsResponseContent
            The configuration after the change.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:attack_protection.
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
                await client.attack_protection.suspicious_ip_throttling.update()


            asyncio.run(main())
        """
        return await self._api.call(
            _types.UpdateSuspiciousIpThrottlingSettingsResponseContent,
            "PATCH",
            "/attack-protection/suspicious-ip-throttling",
            json={
                "enabled": enabled,
                "shields": shields,
                "allowlist": allowlist,
                "stage": stage,
            },
            request_options=request_options,
        )


class AsyncRawSuspiciousIpThrottlingClient(
    AsyncRawResource[AsyncSuspiciousIpThrottlingClient]
):
    """The operations of ``AsyncSuspiciousIpThrottlingClient``, returning
    ``HttpResponse``.
    """

    update = async_raw_method(AsyncSuspiciousIpThrottlingClient.update)
