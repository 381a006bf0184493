"""The ``attack_protection`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .suspicious_ip_throttling.client import (
        AsyncSuspiciousIpThrottlingClient,
        SuspiciousIpThrottlingClient,
    )


class AttackProtectionClient(Resource):
    """The ``attack_protection`` operations, blocking."""

    @cached_property
    def suspicious_ip_throttling(self) -> SuspiciousIpThrottlingClient:
        """The ``suspicious_ip_throttling`` operations."""
        from .suspicious_ip_throttling.client import SuspiciousIpThrottlingClient

        return SuspiciousIpThrottlingClient(self._api)

    @property
    def with_raw_response(self) -> RawAttackProtectionClient:
        """The same methods, returning the whole response."""
        return RawAttackProtectionClient(self)


class RawAttackProtectionClient(RawResource[AttackProtectionClient]):
    """The operations of ``AttackProtectionClient``, returning ``HttpResponse``."""


class AsyncAttackProtectionClient(AsyncResource):
    """The ``attack_protection`` operations, asynchronous."""

    @cached_property
    def suspicious_ip_throttling(self) -> AsyncSuspiciousIpThrottlingClient:
        """The ``suspicious_ip_throttling`` operations."""
        from .suspicious_ip_throttling.client import AsyncSuspiciousIpThrottlingClient

        return AsyncSuspiciousIpThrottlingClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawAttackProtectionClient:
        """The same methods, returning the whole response."""
        return AsyncRawAttackProtectionClient(self)


class AsyncRawAttackProtectionClient(AsyncRawResource[AsyncAttackProtectionClient]):
    """The operations of ``AsyncAttackProtectionClient``, returning ``HttpResponse``."""
