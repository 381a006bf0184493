"""The ``guardian`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .factors.client import AsyncFactorsClient, FactorsClient
    from .policies.client import AsyncPoliciesClient, PoliciesClient


class GuardianClient(Resource):
    """Second factors and when to ask for them."""

    @cached_property
    def factors(self) -> FactorsClient:
        """The ``factors`` operations."""
        from .factors.client import FactorsClient

        return FactorsClient(self._api)

    @cached_property
    def policies(self) -> PoliciesClient:
        """The ``policies`` operations."""
        from .policies.client import PoliciesClient

        return PoliciesClient(self._api)

    @property
    def with_raw_response(self) -> RawGuardianClient:
        """The same methods, returning the whole response."""
        return RawGuardianClient(self)


class RawGuardianClient(RawResource[GuardianClient]):
    """The operations of ``GuardianClient``, returning ``HttpResponse``."""


class AsyncGuardianClient(AsyncResource):
    """Second factors and when to ask for them."""

    @cached_property
    def factors(self) -> AsyncFactorsClient:
        """The ``factors`` operations."""
        from .factors.client import AsyncFactorsClient

        return AsyncFactorsClient(self._api)

    @cached_property
    def policies(self) -> AsyncPoliciesClient:
        """The ``policies`` operations."""
        from .policies.client import AsyncPoliciesClient

        return AsyncPoliciesClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawGuardianClient:
        """The same methods, returning the whole response."""
        return AsyncRawGuardianClient(self)


class AsyncRawGuardianClient(AsyncRawResource[AsyncGuardianClient]):
    """The operations of ``AsyncGuardianClient``, returning ``HttpResponse``."""
