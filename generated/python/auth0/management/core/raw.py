"""Turn a method that returns data into one that returns the whole response.

A generated raw client lists its methods and nothing else::

    class RawActionsClient(RawResource[ActionsClient]):
        create = raw_method(ActionsClient.create)

The parameters come from the method itself, so the two can't drift apart. At run time
the method is called on a copy of the resource whose API object keeps the response.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from functools import wraps
from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    Generic,
    ParamSpec,
    Self,
    TypeVar,
    overload,
)

if TYPE_CHECKING:
    from .http_response import HttpResponse
    from .resource import RawResource
    from .asynchronous.streaming import AsyncResponseStream
    from .blocking.streaming import ResponseStream

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S", bound="ResponseStream[Any]")
A = TypeVar("A", bound="AsyncResponseStream[Any]")


class _MethodDescriptor(Generic[P, T]):
    """Binds a method of a resource when it is looked up on the raw resource."""

    #: Which of the two resources the method is called on.
    _raw = True

    def __init__(self, method: Callable[..., Any]) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...
    @overload
    def __get__(
        self, instance: RawResource[Any], owner: type[Any]
    ) -> Callable[P, T]: ...
    def __get__(
        self, instance: RawResource[Any] | None, owner: type[Any]
    ) -> Self | Callable[P, T]:
        if instance is None:
            return self
        return self._bind(instance.raw_resource_ if self._raw else instance.resource_)

    def _bind(self, resource: Any) -> Callable[P, T]:
        bound: Callable[P, T] = self._method.__get__(resource)
        return bound


class _StreamDescriptor(_MethodDescriptor[P, T]):
    _raw = False

    def _bind(self, resource: Any) -> Callable[P, T]:
        method = self._method

        @wraps(method)
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            opened: T = method(resource, *args, **kwargs).raw()
            return opened

        return call


class _UnchangedDescriptor(_MethodDescriptor[P, T]):
    _raw = False


def raw_method(
    method: Callable[Concatenate[Any, P], T],
) -> _MethodDescriptor[P, HttpResponse[T]]:
    """Make the raw form of a blocking method."""
    return _MethodDescriptor(method)


def async_raw_method(
    method: Callable[Concatenate[Any, P], Coroutine[Any, Any, T]],
) -> _MethodDescriptor[P, Coroutine[Any, Any, HttpResponse[T]]]:
    """Make the raw form of an asynchronous method."""
    return _MethodDescriptor(method)


def raw_stream_method(
    method: Callable[Concatenate[Any, P], S],
) -> _MethodDescriptor[P, AbstractContextManager[HttpResponse[S]]]:
    """Make the raw form of a method that streams: a context manager."""
    return _StreamDescriptor(method)


def async_raw_stream_method(
    method: Callable[Concatenate[Any, P], A],
) -> _MethodDescriptor[P, AbstractAsyncContextManager[HttpResponse[A]]]:
    """Make the raw form of an asynchronous method that streams."""
    return _StreamDescriptor(method)


def unchanged_method(
    method: Callable[Concatenate[Any, P], T],
) -> _MethodDescriptor[P, T]:
    """Offer a method on the raw client as it is: a pager already has its response."""
    return _UnchangedDescriptor(method)
