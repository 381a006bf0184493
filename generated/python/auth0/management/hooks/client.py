"""The ``hooks`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .secrets.client import AsyncSecretsClient, SecretsClient


class HooksClient(Resource):
    """Older extension points, and their secrets."""

    @cached_property
    def secrets(self) -> SecretsClient:
        """The ``secrets`` operations."""
        from .secrets.client import SecretsClient

        return SecretsClient(self._api)

    @property
    def with_raw_response(self) -> RawHooksClient:
        """The same methods, returning the whole response."""
        return RawHooksClient(self)


class RawHooksClient(RawResource[HooksClient]):
    """The operations of ``HooksClient``, returning ``HttpResponse``."""


class AsyncHooksClient(AsyncResource):
    """Older extension points, and their secrets."""

    @cached_property
    def secrets(self) -> AsyncSecretsClient:
        """The ``secrets`` operations."""
        from .secrets.client import AsyncSecretsClient

        return AsyncSecretsClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawHooksClient:
        """The same methods, returning the whole response."""
        return AsyncRawHooksClient(self)


class AsyncRawHooksClient(AsyncRawResource[AsyncHooksClient]):
    """The operations of ``AsyncHooksClient``, returning ``HttpResponse``."""
