"""The ``verifiable_credentials.verification`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .templates.client import AsyncTemplatesClient, TemplatesClient


class VerificationClient(Resource):
    """The ``verifiable_credentials.verification`` operations, blocking."""

    @cached_property
    def templates(self) -> TemplatesClient:
        """The ``templates`` operations."""
        from .templates.client import TemplatesClient

        return TemplatesClient(self._api)

    @property
    def with_raw_response(self) -> RawVerificationClient:
        """The same methods, returning the whole response."""
        return RawVerificationClient(self)


class RawVerificationClient(RawResource[VerificationClient]):
    """The operations of ``VerificationClient``, returning ``HttpResponse``."""


class AsyncVerificationClient(AsyncResource):
    """The ``verifiable_credentials.verification`` operations, asynchronous."""

    @cached_property
    def templates(self) -> AsyncTemplatesClient:
        """The ``templates`` operations."""
        from .templates.client import AsyncTemplatesClient

        return AsyncTemplatesClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawVerificationClient:
        """The same methods, returning the whole response."""
        return AsyncRawVerificationClient(self)


class AsyncRawVerificationClient(AsyncRawResource[AsyncVerificationClient]):
    """The operations of ``AsyncVerificationClient``, returning ``HttpResponse``."""
