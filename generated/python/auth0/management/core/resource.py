"""Base classes of the generated clients."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .annotations import annotate_late

if TYPE_CHECKING:
    from .asynchronous.api_client import AsyncApiClient
    from .blocking.api_client import ApiClient

R = TypeVar("R")


class _Annotated:
    def __init_subclass__(cls, **options: Any) -> None:
        """Let the annotations of the methods be evaluated."""
        super().__init_subclass__(**options)
        annotate_late(cls)


class Resource(_Annotated):
    """A group of operations, called with the blocking client."""

    def __init__(self, api: ApiClient) -> None:
        self._api = api


class AsyncResource(_Annotated):
    """A group of operations, called with the asynchronous client."""

    def __init__(self, api: AsyncApiClient) -> None:
        self._api = api


def _raw_view(resource: Any) -> Any:
    # A shallow copy keeps whatever else a subclass holds; only the API object differs.
    view = copy.copy(resource)
    view._api = resource._api.with_raw_responses()
    return view


class RawResource(Generic[R]):
    """The operations of a :class:`Resource`, returning ``HttpResponse``."""

    def __init__(self, resource: R) -> None:
        # Operations may be called `resource`, but none with an underscore at its end.
        #: The resource whose operations these are.
        self.resource_ = resource
        #: A copy of it whose API object returns responses.
        self.raw_resource_: R = _raw_view(resource)


class AsyncRawResource(RawResource[R]):
    """The operations of an :class:`AsyncResource`, returning ``HttpResponse``."""
