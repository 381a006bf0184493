"""One call at a time, whose result all threads that need it get."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class SharedCall(Generic[T]):
    """Calls a function once for all threads that wait for its result."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: Future[T] | None = None

    def result(self, known: Callable[[], T | None], call: Callable[[], T]) -> T:
        """Return what is known, or what the call gives; raises as it does."""
        while True:
            found = known()
            if found is not None:
                return found
            with self._lock:
                found = known()
                if found is not None:
                    return found
                running, own = self._running, self._running is None
                if running is None:
                    running = self._running = Future()
            if own:
                return self._call(call, running)
            try:
                return running.result()
            except CancelledError:
                # The thread that called was interrupted; call again.
                continue

    def _call(self, call: Callable[[], T], running: Future[T]) -> T:
        try:
            result = call()
        except BaseException as fault:
            self._running = None
            if isinstance(fault, Exception):
                running.set_exception(fault)
            else:
                running.cancel()
            raise
        self._running = None
        running.set_result(result)
        return result
