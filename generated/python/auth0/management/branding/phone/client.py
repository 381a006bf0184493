"""The ``branding.phone`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .templates.client import AsyncTemplatesClient, TemplatesClient


class PhoneClient(Resource):
    """The ``branding.phone`` operations, blocking."""

    @cached_property
    def templates(self) -> TemplatesClient:
        """The ``templates`` operations."""
        from .templates.client import TemplatesClient

        return TemplatesClient(self._api)

    @property
    def with_raw_response(self) -> RawPhoneClient:
        """The same methods, returning the whole response."""
        return RawPhoneClient(self)


class RawPhoneClient(RawResource[PhoneClient]):
    """The operations of ``PhoneClient``, returning ``HttpResponse``."""


class AsyncPhoneClient(AsyncResource):
    """The ``branding.phone`` operations, asynchronous."""

    @cached_property
    def templates(self) -> AsyncTemplatesClient:
        """The ``templates`` operations."""
        from .templates.client import AsyncTemplatesClient

        return AsyncTemplatesClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawPhoneClient:
        """The same methods, returning the whole response."""
        return AsyncRawPhoneClient(self)


class AsyncRawPhoneClient(AsyncRawResource[AsyncPhoneClient]):
    """The operations of ``AsyncPhoneClient``, returning ``HttpResponse``."""
