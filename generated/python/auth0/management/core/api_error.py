"""Errors that a response of the server stands for.

::

    SdkError
    ├── ApiError                 the server answered, but not with success
    │   ├── BadRequestError …    one class for each common status, in ``errors``
    │   ├── DecodeError          a success whose body is no JSON
    │   └── TokenRequestError    the server that gives tokens gave none
    ├── PaginationError          a server that repeats a page
    └── TransportError           no response at all, in ``transport_error``
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import unquote_plus

#: Where services put the identifier that their support asks for.
_REQUEST_ID_HEADERS = ("x-request-id", "x-correlation-id", "request-id", "cf-ray")
_MESSAGE_FIELDS = ("message", "error_description", "detail", "description", "title")
_MESSAGE_LENGTH = 500
_HIDDEN = "***"


class SdkError(Exception):
    """Base of everything this package raises on purpose."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (_restore, (type(self), self.args, self.__dict__.copy()))


def _restore(error_type: Any, args: tuple[Any, ...], state: dict[str, Any]) -> Any:
    # Not through __init__: its parameters differ from class to class.
    error: Any = error_type.__new__(error_type, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class PaginationError(SdkError):
    """The server gave the same page again; going on would never end."""


class ApiError(SdkError):
    """The server answered with an error.

    Parameters
    ----------
    status_code
        The HTTP status.
    headers
        The headers of the response.
    body
        The body: typed where the document describes it, else the JSON value, else
        text.
    message
        What ``str`` gives; by default the status and what the body says.
    """

    status_code: int | None
    headers: Mapping[str, str] | None
    body: Any

    def __init__(
        self,
        *,
        status_code: int | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        message: str | None = None,
    ) -> None:
        self.status_code = status_code
        self.headers = headers
        self.body = body
        if message is None:
            message = describe(status_code, headers, body)
        super().__init__(message)

    @property
    def request_id(self) -> str | None:
        """The server's identifier of the request, if it sent one."""
        return _request_id(self.headers)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class DecodeError(ApiError):
    """The response to a successful request can't be read; ``body`` is its text."""


class TokenRequestError(ApiError):
    """There is no access token to call with: the token endpoint gave none.

    ``body`` holds the fields of RFC 6749, section 5.2, if there are any, and nothing
    else that the server said: it may have repeated the secret.

    Parameters
    ----------
    error
        The code of that section, such as ``invalid_client``.
    """

    def __init__(
        self,
        *,
        status_code: int | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        message: str | None = None,
        error: str | None = None,
    ) -> None:
        super().__init__(
            status_code=status_code, headers=headers, body=body, message=message
        )
        self.error = error


def describe(
    status_code: int | None,
    headers: Mapping[str, str] | None,
    body: Any,
    *,
    method: str = "",
    url: str = "",
) -> str:
    """Compose the message of an error: what was asked, the status, what was said.

    `url` loses its query and user information; they may hold secrets.
    """
    parts: list[str] = []
    if method:
        parts.append(f"{method} {without_secrets(url)}:")
    if status_code is not None:
        parts.append(f"{status_code} {_reason(status_code)}".rstrip())
    said = _server_message(body)
    if said:
        if parts and status_code is not None:
            parts[-1] += ":"
        parts.append(said)
    identifier = _request_id(headers)
    if identifier:
        parts.append(f"(request id: {_printable(identifier)})")
    return " ".join(parts) or "the server answered with an error"


def without_secrets(url: str) -> str:
    """Drop user information, query and fragment of a URL."""
    scheme, separator, rest = url.partition("?")[0].partition("#")[0].partition("://")
    if not separator:
        return scheme
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def hidden_values(url: str, secret: frozenset[str]) -> str:
    """Drop user information, and hide the values of secret query parameters."""
    query = url.partition("?")[2]
    if not query:
        return without_secrets(url)
    pairs: list[str] = []
    for pair in query.split("&"):
        name, equals, value = pair.partition("=")
        hidden = _HIDDEN if unquote_plus(name) in secret else value
        pairs.append(name + equals + hidden)
    return f"{without_secrets(url)}?{'&'.join(pairs)}"


def _reason(status_code: int) -> str:
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return ""


def _request_id(headers: Mapping[str, str] | None) -> str | None:
    lowered = {name.lower(): value for name, value in (headers or {}).items()}
    return next(
        (lowered[name] for name in _REQUEST_ID_HEADERS if lowered.get(name)), None
    )


def _server_message(body: Any) -> str:
    if hasattr(body, "model_dump"):
        body = body.model_dump()
    if isinstance(body, str):
        # A page of HTML explains nothing in a traceback.
        return "" if body.lstrip().startswith("<") else _printable(body)
    if not isinstance(body, Mapping):
        return ""
    fields = cast(Mapping[str, Any], body)
    for name in _MESSAGE_FIELDS:
        said = fields.get(name)
        if isinstance(said, str) and said:
            return _printable(said)
    error = fields.get("error")
    return _server_message(error) if isinstance(error, (str, Mapping)) else ""


def _printable(text: str) -> str:
    """Bound a text of the server, and take its control characters away."""
    short = text.strip()[:_MESSAGE_LENGTH]
    return "".join(character if character.isprintable() else " " for character in short)
