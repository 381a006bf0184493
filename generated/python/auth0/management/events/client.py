"""The ``events`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Sequence, Union

from .. import types as _types
from ..core import (
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    async_raw_stream_method,
    raw_stream_method,
)

if TYPE_CHECKING:
    from ..core import AsyncEventStream, EventStream, RequestOptions
    from ..types import (
        EventStreamSubscribeEventsEventTypeEnum,
        EventStreamSubscribeEventsResponseContent,
    )


class EventsClient(Resource):
    """Events, as they happen."""

    @property
    def with_raw_response(self) -> RawEventsClient:
        """The same methods, returning the whole response."""
        return RawEventsClient(self)

    def subscribe(
        self,
        *,
        from_: Optional[str] = None,
        from_timestamp: Optional[str] = None,
        event_type: Optional[
            Union[
                EventStreamSubscribeEventsEventTypeEnum,
                Sequence[EventStreamSubscribeEventsEventTypeEnum],
            ]
        ] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> EventStream[EventStreamSubscribeEventsResponseContent]:
        """Listen to events

        Keeps the connection open and sends events as they occur, in the format of
        server-sent events. Every message names its type in the `event:` field. Give the
        last offset as `from` to go on where an earlier connection ended.

        Parameters
        ----------
        from_ : Optional[str]
            Offset of the last message that was handled; the stream goes on after it.

            At most 1024 characters.
        from_timestamp : Optional[str]
            Point in time (RFC 3339) to begin at, for a first call that has no offset
            yet.

            At most 20 characters.
        event_type : Optional[Union[EventStreamSubscribeEventsEventTypeEnum, Sequence[EventStreamSubscribeEventsEventTypeEnum]]]
            Types of event to send; may be given several times. Without it all are sent.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        EventStream[EventStreamSubscribeEventsResponseContent]
            The stream of events.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - One of the event types is unknown.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The tenant has no more room for another open stream, or the token lacks
            read:events.
        NotFoundError
            There is no such stream.
        GoneError
            The offset is older than what the stream still holds.
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
            for item in client.events.subscribe():
                print(item)
        """
        return self._api.events(
            _types.EventStreamSubscribeEventsResponseContent,
            "GET",
            "/events",
            query={
                "from": from_,
                "from_timestamp": from_timestamp,
                "event_type": event_type,
            },
            discriminator="type",
            request_options=request_options,
        )


class RawEventsClient(RawResource[EventsClient]):
    """The operations of ``EventsClient``, returning ``HttpResponse``."""

    subscribe = raw_stream_method(EventsClient.subscribe)


class AsyncEventsClient(AsyncResource):
    """Events, as they happen."""

    @property
    def with_raw_response(self) -> AsyncRawEventsClient:
        """The same methods, returning the whole response."""
        return AsyncRawEventsClient(self)

    def subscribe(
        self,
        *,
        from_: Optional[str] = None,
        from_timestamp: Optional[str] = None,
        event_type: Optional[
            Union[
                EventStreamSubscribeEventsEventTypeEnum,
                Sequence[EventStreamSubscribeEventsEventTypeEnum],
            ]
        ] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncEventStream[EventStreamSubscribeEventsResponseContent]:
        """Listen to events

        Keeps the connection open and sends events as they occur, in the format of
        server-sent events. Every message names its type in the `event:` field. Give the
        last offset as `from` to go on where an earlier connection ended.

        Parameters
        ----------
        from_ : Optional[str]
            Offset of the last message that was handled; the stream goes on after it.

            At most 1024 characters.
        from_timestamp : Optional[str]
            Point in time (RFC 3339) to begin at, for a first call that has no offset
            yet.

            At most 20 characters.
        event_type : Optional[Union[EventStreamSubscribeEventsEventTypeEnum, Sequence[EventStreamSubscribeEventsEventTypeEnum]]]
            Types of event to send; may be given several times. Without it all are sent.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncEventStream[EventStreamSubscribeEventsResponseContent]
            The stream of events.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - One of the event types is unknown.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The tenant has no more room for another open stream, or the token lacks
            read:events.
        NotFoundError
            There is no such stream.
        GoneError
            The offset is older than what the stream still holds.
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
                async for item in client.events.subscribe():
                    print(item)


            asyncio.run(main())
        """
        return self._api.events(
            _types.EventStreamSubscribeEventsResponseContent,
            "GET",
            "/events",
            query={
                "from": from_,
                "from_timestamp": from_timestamp,
                "event_type": event_type,
            },
            discriminator="type",
            request_options=request_options,
        )


class AsyncRawEventsClient(AsyncRawResource[AsyncEventsClient]):
    """The operations of ``AsyncEventsClient``, returning ``HttpResponse``."""

    subscribe = async_raw_stream_method(AsyncEventsClient.subscribe)
