"""Reports what a client does to its hooks and its log; loaded at its first request.

The log is that of :mod:`logging`, under the name of the package. A library stays silent
until its user asks, so the logger gets a handler that does nothing. Nothing secret is
logged: no header, no body, no query, no value of a response.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .api_error import hidden_values, without_secrets
from .drift import Drift, told
from .flow import ReceivedResponse
from .headers import Headers
from .retries import Retry
from .transport import Request, without_credentials
from .transport_error import TransportError

if TYPE_CHECKING:
    from .credentials import Credential
    from .hooks import (
        AsyncDriftHook,
        AsyncRequestHook,
        AsyncResponseHook,
        AsyncRetryHook,
    )

PACKAGE = __name__.rpartition(".core.")[0]

#: Compiled when there is a hook to tell of a header: no other call shall pay for it.
_SECRET_HEADER = r"(?i)auth|cookie|credential|api-?key|passw|secret|token"


class Observer:
    """Reports requests, responses, retries and drift.

    What a hook raises is logged and goes no further: the call has had its effect, and
    its result must not be lost. Only what the one before a request raises is let
    through, so that it can refuse a request.

    The methods return what an asynchronous hook gives, to be awaited.

    Raises
    ------
    TypeError
        The ``logging`` setting is no logger, ``True``, ``False`` or ``None``.
    """

    def __init__(
        self,
        log: logging.Logger | bool | None,
        *,
        before_request: AsyncRequestHook | None,
        after_response: AsyncResponseHook | None,
        on_retry: AsyncRetryHook | None,
        on_drift: AsyncDriftHook | None,
        credentials: Iterable[Credential],
    ) -> None:
        self._log = _logger(log)
        self._before_request = before_request
        self._after_response = after_response
        self._on_retry = on_retry
        self._on_drift = on_drift
        names = [name for credential in credentials for name in credential.query()]
        if names:
            _hide_keys(names)

    def before(self, request: Request) -> Awaitable[None] | None:
        """Tell of a request that is about to be sent; the hook may refuse it."""
        self._write(logging.DEBUG, request, "sending")
        if self._before_request is None:
            return None
        return self._before_request(_redacted(request))

    def after(
        self,
        request: Request,
        outcome: ReceivedResponse | TransportError,
        elapsed: float,
    ) -> Awaitable[None] | None:
        """Tell of what came of an attempt, after `elapsed` seconds."""
        if isinstance(outcome, TransportError):
            self._write(logging.DEBUG, request, "%s", type(outcome).__name__)
            return None
        status = outcome.status_code
        self._write(logging.DEBUG, request, "%d after %.3f s", status, elapsed)
        if self._after_response is None:
            return None
        from .hooks import ResponseInfo

        headers = Headers(outcome.headers.items())
        headers.pop("set-cookie", None)
        response = ResponseInfo(status, headers, elapsed)
        return self._tell(self._after_response, _redacted(request), response)

    def retry(self, request: Request, retry: Retry) -> Awaitable[None] | None:
        """Tell of a retry, before its wait."""
        self._write(
            logging.INFO,
            request,
            "%s; retry %d in %.3g s",
            retry.status_code or type(retry.error).__name__,
            retry.number,
            retry.delay,
        )
        if self._on_retry is None:
            return None
        return self._tell(self._on_retry, _redacted(request), retry)

    def drift(self, request: Request, drifts: list[Drift]) -> Awaitable[None] | None:
        """Tell where a response departs from the document."""
        self._write(
            logging.WARNING,
            request,
            "the response does not follow the document: %s",
            told(drifts),
        )
        if self._on_drift is None:
            return None
        return self._tell(self._on_drift, _redacted(request), drifts)

    def _write(self, level: int, request: Request, message: str, *values: Any) -> None:
        if self._log is not None and self._log.isEnabledFor(level):
            where = without_secrets(request.url)
            self._log.log(level, f"%s %s: {message}", request.method, where, *values)

    def _tell(
        self, hook: Callable[..., Awaitable[None] | None], *values: Any
    ) -> Awaitable[None] | None:
        try:
            waiting = hook(*values)
        except Exception:
            self._log_fault()
            return None
        return None if waiting is None else self._wait(waiting)

    async def _wait(self, waiting: Awaitable[None]) -> None:
        try:
            await waiting
        except Exception:
            self._log_fault()

    def _log_fault(self) -> None:
        if self._log is not None:
            self._log.exception("a hook failed")


def _redacted(request: Request) -> Request:
    shown = without_credentials(request)
    headers = {
        name: value
        for name, value in shown.headers.items()
        if not re.search(_SECRET_HEADER, name)
    }
    return replace(shown, headers=headers, content=None, parts=None)


class _HideKeys(logging.Filter):
    """Hides API keys in the URLs that the HTTP library logs of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: frozenset[str] = frozenset()

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                hidden_values(str(value), self.names) if _is_url(value) else value
                for value in record.args
            )
        return True


_HIDE_KEYS = _HideKeys()


def _is_url(value: object) -> bool:
    return type(value).__name__ == "URL"


def _hide_keys(names: Iterable[str]) -> None:
    _HIDE_KEYS.names = _HIDE_KEYS.names.union(names)
    for library in ("httpx", "httpx2"):
        # A filter that is there already is not added again.
        logging.getLogger(library).addFilter(_HIDE_KEYS)


def _logger(setting: Any) -> logging.Logger | None:
    if setting is False:
        return None
    if isinstance(setting, logging.Logger):
        return setting
    if setting is not None and setting is not True:
        raise TypeError(
            "logging must be a logging.Logger, True, False or None, "
            f"not {type(setting).__name__}"
        )
    logger = logging.getLogger(PACKAGE)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    if setting is True:
        if not logger.isEnabledFor(logging.INFO):
            logger.setLevel(logging.INFO)
        if not _is_heard(logger):
            handler = logging.StreamHandler()
            handler.setFormatter(
                logging.Formatter("%(levelname)s %(name)s: %(message)s")
            )
            logger.addHandler(handler)
    return logger


def _is_heard(logger: logging.Logger) -> bool:
    """Return whether what is logged gets anywhere."""
    at: logging.Logger | None = logger
    while at is not None:
        if any(not isinstance(item, logging.NullHandler) for item in at.handlers):
            return True
        at = at.parent if at.propagate else None
    return False
