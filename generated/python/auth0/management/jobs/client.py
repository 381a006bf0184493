"""The ``jobs`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..core import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from .errors.client import AsyncErrorsClient, ErrorsClient
    from .users_imports.client import AsyncUsersImportsClient, UsersImportsClient


class JobsClient(Resource):
    """Work that runs in the background."""

    @cached_property
    def errors(self) -> ErrorsClient:
        """The ``errors`` operations."""
        from .errors.client import ErrorsClient

        return ErrorsClient(self._api)

    @cached_property
    def users_imports(self) -> UsersImportsClient:
        """The ``users_imports`` operations."""
        from .users_imports.client import UsersImportsClient

        return UsersImportsClient(self._api)

    @property
    def with_raw_response(self) -> RawJobsClient:
        """The same methods, returning the whole response."""
        return RawJobsClient(self)


class RawJobsClient(RawResource[JobsClient]):
    """The operations of ``JobsClient``, returning ``HttpResponse``."""


class AsyncJobsClient(AsyncResource):
    """Work that runs in the background."""

    @cached_property
    def errors(self) -> AsyncErrorsClient:
        """The ``errors`` operations."""
        from .errors.client import AsyncErrorsClient

        return AsyncErrorsClient(self._api)

    @cached_property
    def users_imports(self) -> AsyncUsersImportsClient:
        """The ``users_imports`` operations."""
        from .users_imports.client import AsyncUsersImportsClient

        return AsyncUsersImportsClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawJobsClient:
        """The same methods, returning the whole response."""
        return AsyncRawJobsClient(self)


class AsyncRawJobsClient(AsyncRawResource[AsyncJobsClient]):
    """The operations of ``AsyncJobsClient``, returning ``HttpResponse``."""
