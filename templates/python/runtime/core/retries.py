"""When to try again, and how long to wait before."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from .transport_error import TransportError

_STATUSES = frozenset({408, 409, 429})


@dataclass(frozen=True, slots=True)
class Retry:
    """Another attempt that is about to be made.

    Attributes
    ----------
    number
        1 for the first retry.
    delay
        Seconds to wait before.
    status_code, error
        What became of the attempt before: the status of its response, or why there was
        none. The other one is ``None``.
    """

    number: int
    delay: float
    status_code: int | None
    error: TransportError | None


@dataclass(frozen=True)
class RetryPolicy:
    """Responses that are worth another attempt, and after what time.

    Attributes
    ----------
    first_delay
        Seconds before the first retry; doubled for each further one.
    longest_delay
        Seconds; no wait is longer, whatever the server asks for.
    clock
        The time, in seconds since the epoch.
    random
        A number in [0, 1): spreads the retries of many clients.
    """

    first_delay: float = 1.0
    longest_delay: float = 60.0
    clock: Callable[[], float] = time.time
    random: Callable[[], float] = random.random

    def covers(self, status_code: int) -> bool:
        """Return whether a response with this status is tried again."""
        return status_code in _STATUSES or status_code >= 500

    def backoff(self, attempt: int) -> float:
        """Return the delay after the attempt of this number, counted from 0."""
        delay = min(self.first_delay * 2.0 ** min(attempt, 30), self.longest_delay)
        # Down to three quarters: never longer than the cap.
        return delay * (1.0 - self.random() / 4)

    def delay(self, attempt: int, headers: Mapping[str, str]) -> float:
        """Return the delay that the server asks for, else :meth:`backoff`.

        Read are ``retry-after-ms``, then ``Retry-After`` (RFC 9110, section 10.2.3),
        then ``X-RateLimit-Reset`` (seconds since the epoch).
        """
        asked = self._retry_after(headers)
        if asked is None:
            reset = _number(headers.get("x-ratelimit-reset"))
            if reset is None or reset <= self.clock():
                return self.backoff(attempt)
            # All clients wait for one moment: come a little after it, not together.
            asked = (reset - self.clock()) * (1.0 + self.random() / 10)
        return max(0.0, min(asked, self.longest_delay))

    def _retry_after(self, headers: Mapping[str, str]) -> float | None:
        milliseconds = _number(headers.get("retry-after-ms"))
        if milliseconds is not None:
            return milliseconds / 1000
        text = headers.get("retry-after")
        seconds = _number(text)
        if seconds is not None or text is None:
            return seconds
        moment = _http_date(text)
        return None if moment is None else moment - self.clock()


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _http_date(text: str) -> float | None:
    from email.utils import parsedate_to_datetime

    try:
        moment: datetime = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.timestamp()
