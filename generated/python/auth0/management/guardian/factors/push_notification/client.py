"""The ``guardian.factors.push_notification`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

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
    from ....types import SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent


class PushNotificationClient(Resource):
    """The ``guardian.factors.push_notification`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawPushNotificationClient:
        """The same methods, returning the whole response."""
        return RawPushNotificationClient(self)

    def set_fcmv_1_provider(
        self,
        *,
        server_credentials: Optional[str] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent:
        """Replace the FCM v1 credentials

        Stores the service account with which push notifications go out over Firebase
        Cloud Messaging v1.

        Parameters
        ----------
        server_credentials : Optional[str]
            Service account, as JSON text.

            1 to 10000 characters.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent
            The credentials are stored; the answer is an empty object.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:guardian_factors.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.guardian.factors.push_notification.set_fcmv_1_provider()
        """
        _result: SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent = (
            self._api.call(
                _types.SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent,
                "PUT",
                "/guardian/factors/push-notification/providers/fcmv1",
                json={"server_credentials": server_credentials},
                request_options=request_options,
            )
        )
        return _result


class RawPushNotificationClient(RawResource[PushNotificationClient]):
    """The operations of ``PushNotificationClient``, returning ``HttpResponse``."""

    set_fcmv_1_provider = raw_method(PushNotificationClient.set_fcmv_1_provider)


class AsyncPushNotificationClient(AsyncResource):
    """The ``guardian.factors.push_notification`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawPushNotificationClient:
        """The same methods, returning the whole response."""
        return AsyncRawPushNotificationClient(self)

    async def set_fcmv_1_provider(
        self,
        *,
        server_credentials: Optional[str] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent:
        """Replace the FCM v1 credentials

        Stores the service account with which push notifications go out over Firebase
        Cloud Messaging v1.

        Parameters
        ----------
        server_credentials : Optional[str]
            Service account, as JSON text.

            1 to 10000 characters.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent
            The credentials are stored; the answer is an empty object.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope update:guardian_factors.
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
                await client.guardian.factors.push_notification.set_fcmv_1_provider()


            asyncio.run(main())
        """
        _result: SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent = (
            await self._api.call(
                _types.SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent,
                "PUT",
                "/guardian/factors/push-notification/providers/fcmv1",
                json={"server_credentials": server_credentials},
                request_options=request_options,
            )
        )
        return _result


class AsyncRawPushNotificationClient(AsyncRawResource[AsyncPushNotificationClient]):
    """The operations of ``AsyncPushNotificationClient``, returning ``HttpResponse``."""

    set_fcmv_1_provider = async_raw_method(
        AsyncPushNotificationClient.set_fcmv_1_provider
    )
