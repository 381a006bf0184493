"""Room for what recurses as deep as the types of an API build on each other.

Python allows a thousand calls inside of each other. Importing a chain of types takes
about seven for each of them, and building their validators fourteen.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

#: Calls inside of each other; a chain of 1,000 types needs less than half.
_CALLS = 50_000
#: Bytes of stack, of which the system provides what is used.
_STACK = 256 * 1024 * 1024
_lock = threading.Lock()


def with_deep_stack(function: Callable[[], T]) -> T:
    """Return what a function returns, called on a large stack of its own."""
    results: list[T] = []
    errors: list[BaseException] = []

    def call() -> None:
        try:
            results.append(function())
        except BaseException as error:
            errors.append(error)

    # The limits are those of all threads.
    with _lock:
        calls, stack = sys.getrecursionlimit(), threading.stack_size(_STACK)
        sys.setrecursionlimit(max(calls, _CALLS))
        try:
            thread = threading.Thread(target=call, name="deep-stack")
            thread.start()
            thread.join()
        finally:
            sys.setrecursionlimit(calls)
            threading.stack_size(stack)
    if errors:
        raise errors[0]
    return results[0]
