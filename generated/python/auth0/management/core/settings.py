"""Common base of the blocking and the asynchronous API client."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypedDict

from .responses import ResponseReader
from .api_error import without_secrets
from .credentials import Credential
from .request_parts import RequestBuilder, RequestParts
from .retries import RetryPolicy
from .security import CredentialStore, Security
from .transport import DEFAULT_TIMEOUT, Request

if TYPE_CHECKING:
    from logging import Logger

    from .api_error import ApiError
    from .headers import Headers
    from .hooks import (
        AsyncDriftHook,
        AsyncRequestHook,
        AsyncResponseHook,
        AsyncRetryHook,
    )
    from .observer import Observer


class ApiSettings(TypedDict, total=False):
    """Settings of a client; all are optional.

    Attributes
    ----------
    timeout
        Seconds, for connecting and for every wait; ``None`` for none. Default: what a
        given `httpx_client` says, else 60.
    max_retries
        Attempts after the first. Default 2.
    follow_redirects
        Default true.
    headers
        Sent with every request.
    user_agent
        The ``User-Agent`` header.
    credentials
        API keys, or a user name and password, by name; beside or instead of the token.
    security
        Which credentials a call needs that does not say so itself. Default: all.
    type_resolver
        Name of a type of the package -> the type; finds the types of error bodies.
    server_variables
        Values for the URLs of operations with a server of their own.
    ignore_operation_servers
        Send every call to `base_url`, also of operations with a server of their own.
        Default false.
    retry_policy
        What is tried again, and when.
    strict_responses
        Raise ``DecodeError`` for responses that depart from the document. Default false.
    before_request, after_response, on_retry, on_drift
        Hooks; see :mod:`.hooks`. Asynchronous ones are for the asynchronous client.
    logging
        ``None``: to the logger of the package, as :mod:`logging` is configured; nothing
        is shown by default. ``True``: also sets its level to INFO, and writes to the
        standard error stream if there is no handler. ``False``: not at all. Or another
        logger.
    """

    timeout: float | None
    max_retries: int
    follow_redirects: bool
    headers: Mapping[str, str] | None
    user_agent: str | None
    credentials: Mapping[str, Credential]
    security: Security | None
    type_resolver: Callable[[str], Any] | None
    server_variables: Mapping[str, str | None]
    ignore_operation_servers: bool
    retry_policy: RetryPolicy | None
    strict_responses: bool
    before_request: AsyncRequestHook | None
    after_response: AsyncResponseHook | None
    on_retry: AsyncRetryHook | None
    on_drift: AsyncDriftHook | None
    logging: Logger | bool | None


class ApiBase:
    """The part of the API clients that does nothing with the network."""

    def __init__(
        self, base_url: str, settings: ApiSettings, *, has_token: bool
    ) -> None:
        self._builder = RequestBuilder(
            base_url=base_url,
            user_agent=settings.get("user_agent"),
            headers=settings.get("headers"),
            timeout=settings.get("timeout", DEFAULT_TIMEOUT),
            follow_redirects=settings.get("follow_redirects", True),
            server_variables=settings.get("server_variables"),
            ignore_operation_servers=settings.get("ignore_operation_servers", False),
        )
        self._credentials = CredentialStore(
            settings.get("credentials", {}),
            has_token=has_token,
            security=settings.get("security"),
        )
        self._reader = ResponseReader(
            type_resolver=settings.get("type_resolver"),
            strict=settings.get("strict_responses", False),
        )
        self._max_retries = settings.get("max_retries", 2)
        self._retry_policy = settings.get("retry_policy") or RetryPolicy()
        # For the observer. Headers may be secret, and have their place already.
        self._settings = settings.copy()
        self._settings.pop("headers", None)
        if settings.get("logging") is not None:
            # At once, so that a wrong setting is refused where it is made.
            _ = self._observer
        #: Whether ``call`` returns ``HttpResponse`` instead of the data alone.
        self._returns_response = False

    @property
    def base_url(self) -> str:
        """URL that requests go to, without a slash at the end."""
        return self._builder.base_url

    def __copy__(self) -> Self:
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        return twin

    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("an API client holds credentials, and is not pickled")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={without_secrets(self.base_url)!r})"

    @cached_property
    def _observer(self) -> Observer:
        # Loaded at the first request: `logging` is not needed to make a client.
        from .observer import Observer

        settings = self._settings
        return Observer(
            settings.get("logging"),
            before_request=settings.get("before_request"),
            after_response=settings.get("after_response"),
            on_retry=settings.get("on_retry"),
            on_drift=settings.get("on_drift"),
            credentials=settings.get("credentials", {}).values(),
        )

    def _retries(self, parts: RequestParts) -> int:
        options = parts.get("request_options") or {}
        return options.get("max_retries", self._max_retries)

    def _error(
        self,
        request: Request,
        status: int,
        headers: Headers,
        body: bytes,
        parts: RequestParts,
    ) -> ApiError:
        return self._reader.error(
            request, status, headers, body, parts.get("error_types")
        )


def is_success(status: int) -> bool:
    """Return whether a status stands for success (RFC 9110, section 15.3)."""
    return 200 <= status < 300


def chunk_size(parts: RequestParts) -> int | None:
    """Return the size of the pieces of a download, in bytes; ``None``: as they come."""
    options = parts.get("request_options") or {}
    return options.get("chunk_size")
