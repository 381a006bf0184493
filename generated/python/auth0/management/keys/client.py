"""The ``keys`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .custom_signing.client import AsyncCustomSigningClient, CustomSigningClient
    from .encryption.client import AsyncEncryptionClient, EncryptionClient


class KeysClient(Resource):
    """Keys for signing and for encryption."""

    @cached_property
    def custom_signing(self) -> CustomSigningClient:
        """The ``custom_signing`` operations."""
        from .custom_signing.client import CustomSigningClient

        return CustomSigningClient(self._api)

    @cached_property
    def encryption(self) -> EncryptionClient:
        """The ``encryption`` operations."""
        from .encryption.client import EncryptionClient

        return EncryptionClient(self._api)

    @property
    def with_raw_response(self) -> RawKeysClient:
        """The same methods, returning the whole response."""
        return RawKeysClient(self)


class RawKeysClient(RawResource[KeysClient]):
    """The operations of ``KeysClient``, returning ``HttpResponse``."""


class AsyncKeysClient(AsyncResource):
    """Keys for signing and for encryption."""

    @cached_property
    def custom_signing(self) -> AsyncCustomSigningClient:
        """The ``custom_signing`` operations."""
        from .custom_signing.client import AsyncCustomSigningClient

        return AsyncCustomSigningClient(self._api)

    @cached_property
    def encryption(self) -> AsyncEncryptionClient:
        """The ``encryption`` operations."""
        from .encryption.client import AsyncEncryptionClient

        return AsyncEncryptionClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawKeysClient:
        """The same methods, returning the whole response."""
        return AsyncRawKeysClient(self)


class AsyncRawKeysClient(AsyncRawResource[AsyncKeysClient]):
    """The operations of ``AsyncKeysClient``, returning ``HttpResponse``."""
