"""The ``guardian.factors`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .push_notification.client import (
        AsyncPushNotificationClient,
        PushNotificationClient,
    )


class FactorsClient(Resource):
    """The ``guardian.factors`` operations, blocking."""

    @cached_property
    def push_notification(self) -> PushNotificationClient:
        """The ``push_notification`` operations."""
        from .push_notification.client import PushNotificationClient

        return PushNotificationClient(self._api)

    @property
    def with_raw_response(self) -> RawFactorsClient:
        """The same methods, returning the whole response."""
        return RawFactorsClient(self)


class RawFactorsClient(RawResource[FactorsClient]):
    """The operations of ``FactorsClient``, returning ``HttpResponse``."""


class AsyncFactorsClient(AsyncResource):
    """The ``guardian.factors`` operations, asynchronous."""

    @cached_property
    def push_notification(self) -> AsyncPushNotificationClient:
        """The ``push_notification`` operations."""
        from .push_notification.client import AsyncPushNotificationClient

        return AsyncPushNotificationClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawFactorsClient:
        """The same methods, returning the whole response."""
        return AsyncRawFactorsClient(self)


class AsyncRawFactorsClient(AsyncRawResource[AsyncFactorsClient]):
    """The operations of ``AsyncFactorsClient``, returning ``HttpResponse``."""
