"""The ``branding`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .phone.client import AsyncPhoneClient, PhoneClient
    from .templates.client import AsyncTemplatesClient, TemplatesClient


class BrandingClient(Resource):
    """How the pages and messages of the tenant look."""

    @cached_property
    def phone(self) -> PhoneClient:
        """The ``phone`` operations."""
        from .phone.client import PhoneClient

        return PhoneClient(self._api)

    @cached_property
    def templates(self) -> TemplatesClient:
        """The ``templates`` operations."""
        from .templates.client import TemplatesClient

        return TemplatesClient(self._api)

    @property
    def with_raw_response(self) -> RawBrandingClient:
        """The same methods, returning the whole response."""
        return RawBrandingClient(self)


class RawBrandingClient(RawResource[BrandingClient]):
    """The operations of ``BrandingClient``, returning ``HttpResponse``."""


class AsyncBrandingClient(AsyncResource):
    """How the pages and messages of the tenant look."""

    @cached_property
    def phone(self) -> AsyncPhoneClient:
        """The ``phone`` operations."""
        from .phone.client import AsyncPhoneClient

        return AsyncPhoneClient(self._api)

    @cached_property
    def templates(self) -> AsyncTemplatesClient:
        """The ``templates`` operations."""
        from .templates.client import AsyncTemplatesClient

        return AsyncTemplatesClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawBrandingClient:
        """The same methods, returning the whole response."""
        return AsyncRawBrandingClient(self)


class AsyncRawBrandingClient(AsyncRawResource[AsyncBrandingClient]):
    """The operations of ``AsyncBrandingClient``, returning ``HttpResponse``."""
