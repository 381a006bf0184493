"""The ``event_streams`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Union

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
    from ..types import (
        CreateEventStreamResponseContent,
        EventStreamsCreateRequest,
        EventStreamsCreateRequestDict,
    )


class EventStreamsClient(Resource):
    """The ``event_streams`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawEventStreamsClient:
        """The same methods, returning the whole response."""
        return RawEventStreamsClient(self)

    def create(
        self,
        *,
        request: Union[EventStreamsCreateRequest, EventStreamsCreateRequestDict],
        request_options: Optional[RequestOptions] = None,
    ) -> CreateEventStreamResponseContent:
        """Set up delivery of events

        Sets up a stream that hands events to a webhook or to an action.

        Parameters
        ----------
        request : Union[EventStreamsCreateRequest, EventStreamsCreateRequestDict]
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateEventStreamResponseContent
            The stream as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:event_streams.
        ConflictError
            The request is at odds with what is stored about the event stream.
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
                CreateEventStreamWebHookRequestContent,
                EventStreamWebhookBasicAuth,
                EventStreamWebhookConfiguration,
                EventStreamWebhookDestination,
            )

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.event_streams.create(
                request=CreateEventStreamWebHookRequestContent(
                    destination=EventStreamWebhookDestination(
                        type="webhook",
                        configuration=EventStreamWebhookConfiguration(
                            webhook_endpoint="https://example.com",
                            webhook_authorization=EventStreamWebhookBasicAuth(
                                method="basic", username="username"
                            ),
                        ),
                    )
                )
            )
        """
        _result: CreateEventStreamResponseContent = self._api.call(
            _types.CreateEventStreamResponseContent,
            "POST",
            "/event-streams",
            json=request,
            request_options=request_options,
        )
        return _result


class RawEventStreamsClient(RawResource[EventStreamsClient]):
    """The operations of ``EventStreamsClient``, returning ``HttpResponse``."""

    create = raw_method(EventStreamsClient.create)


class AsyncEventStreamsClient(AsyncResource):
    """The ``event_streams`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawEventStreamsClient:
        """The same methods, returning the whole response."""
        return AsyncRawEventStreamsClient(self)

    async def create(
        self,
        *,
        request: Union[EventStreamsCreateRequest, EventStreamsCreateRequestDict],
        request_options: Optional[RequestOptions] = None,
    ) -> CreateEventStreamResponseContent:
        """Set up delivery of events

        Sets up a stream that hands events to a webhook or to an action.

        Parameters
        ----------
        request : Union[EventStreamsCreateRequest, EventStreamsCreateRequestDict]
            The body of the request.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateEventStreamResponseContent
            The stream as it was stored.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:event_streams.
        ConflictError
            The request is at odds with what is stored about the event stream.
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
                CreateEventStreamWebHookRequestContent,
                EventStreamWebhookBasicAuth,
                EventStreamWebhookConfiguration,
                EventStreamWebhookDestination,
            )

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.event_streams.create(
                    request=CreateEventStreamWebHookRequestContent(
                        destination=EventStreamWebhookDestination(
                            type="webhook",
                            configuration=EventStreamWebhookConfiguration(
                                webhook_endpoint="https://example.com",
                                webhook_authorization=EventStreamWebhookBasicAuth(
                                    method="basic", username="username"
                                ),
                            ),
                        )
                    )
                )


            asyncio.run(main())
        """
        _result: CreateEventStreamResponseContent = await self._api.call(
            _types.CreateEventStreamResponseContent,
            "POST",
            "/event-streams",
            json=request,
            request_options=request_options,
        )
        return _result


class AsyncRawEventStreamsClient(AsyncRawResource[AsyncEventStreamsClient]):
    """The operations of ``AsyncEventStreamsClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncEventStreamsClient.create)
