"""Credentials, and how they are put into a request."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Literal, Protocol, runtime_checkable

from .parameters import encode_cookies, encode_header


@runtime_checkable
class RenewableToken(Protocol):
    """A token callable that can be told that the server refused its token."""

    def __call__(self) -> str:
        """Return a token."""
        ...

    def invalidate(self, token: str) -> None:
        """Forget this token, if it is still the one held.

        Calls that ran side by side are refused one after the other; only the first of
        them finds the token in place.
        """
        ...


@runtime_checkable
class AsyncRenewableToken(Protocol):
    """As :class:`RenewableToken`, for the asynchronous client."""

    def __call__(self) -> Awaitable[str]:
        """Return a token."""
        ...

    def invalidate(self, token: str) -> None:
        """Forget this token, if it is still the one held."""
        ...


#: A token, or a function that returns the one to use now; asked before each attempt.
Token = str | Callable[[], str]
AsyncToken = str | Callable[[], str] | Callable[[], Awaitable[str]]


def bearer_header(token: str) -> dict[str, str]:
    """Write a bearer token (RFC 6750, section 2.1)."""
    return {"authorization": encode_header("Authorization", f"Bearer {token}")}


def bearer_token(headers: Mapping[str, str]) -> str:
    """Read what :func:`bearer_header` wrote."""
    return headers.get("authorization", "").removeprefix("Bearer ")


class _Secret:
    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError(f"{type(self).__name__} holds a secret, and is not pickled")


class FixedToken(_Secret):
    """A token that stays the same; what shows the attributes of a client hides it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self) -> str:
        """Return the token."""
        return self._token

    def __repr__(self) -> str:
        return "FixedToken()"


class ApiKey(_Secret):
    """A fixed key, sent in a header, the query or a cookie."""

    def __init__(
        self, name: str, value: str, location: Literal["header", "query", "cookie"]
    ) -> None:
        self.name = name
        self.value = value
        self.location = location

    def headers(self) -> dict[str, str]:
        """Return the headers to add."""
        if self.location == "header":
            return {self.name.lower(): encode_header(self.name, self.value)}
        if self.location == "cookie":
            return {"cookie": encode_cookies({self.name: self.value})}
        return {}

    def query(self) -> dict[str, str]:
        """Return the query parameters to add."""
        return {self.name: self.value} if self.location == "query" else {}

    def __repr__(self) -> str:
        return f"ApiKey({self.name!r}, location={self.location!r})"


class BasicCredentials(_Secret):
    """A user name and a password (RFC 7617)."""

    def __init__(self, username: str, password: str) -> None:
        self.username = username
        self.password = password

    def headers(self) -> dict[str, str]:
        """Return the headers to add."""
        pair = f"{self.username}:{self.password}".encode()
        return {"authorization": "Basic " + base64.b64encode(pair).decode("ascii")}

    def query(self) -> dict[str, str]:
        """Return the query parameters to add: none."""
        return {}

    def __repr__(self) -> str:
        return f"BasicCredentials({self.username!r})"


Credential = ApiKey | BasicCredentials
