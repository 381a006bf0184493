"""The ``verifiable_credentials`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .verification.client import AsyncVerificationClient, VerificationClient


class VerifiableCredentialsClient(Resource):
    """The ``verifiable_credentials`` operations, blocking."""

    @cached_property
    def verification(self) -> VerificationClient:
        """The ``verification`` operations."""
        from .verification.client import VerificationClient

        return VerificationClient(self._api)

    @property
    def with_raw_response(self) -> RawVerifiableCredentialsClient:
        """The same methods, returning the whole response."""
        return RawVerifiableCredentialsClient(self)


class RawVerifiableCredentialsClient(RawResource[VerifiableCredentialsClient]):
    """The operations of ``VerifiableCredentialsClient``, returning ``HttpResponse``."""


class AsyncVerifiableCredentialsClient(AsyncResource):
    """The ``verifiable_credentials`` operations, asynchronous."""

    @cached_property
    def verification(self) -> AsyncVerificationClient:
        """The ``verification`` operations."""
        from .verification.client import AsyncVerificationClient

        return AsyncVerificationClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawVerifiableCredentialsClient:
        """The same methods, returning the whole response."""
        return AsyncRawVerifiableCredentialsClient(self)


class AsyncRawVerifiableCredentialsClient(
    AsyncRawResource[AsyncVerifiableCredentialsClient]
):
    """The operations of ``AsyncVerifiableCredentialsClient``, returning
    ``HttpResponse``.
    """
