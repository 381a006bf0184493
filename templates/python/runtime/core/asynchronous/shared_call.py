"""One call at a time, whose result all tasks that need it get."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")


class AsyncSharedCall(Generic[T]):
    """Calls a function once for all tasks that wait for its result."""

    def __init__(self) -> None:
        self._running: asyncio.Future[T] | None = None

    async def result(
        self, known: Callable[[], T | None], call: Callable[[], Awaitable[T]]
    ) -> T:
        """Return what is known, or what the call gives; raises as it does."""
        while True:
            found = known()
            if found is not None:
                return found
            import asyncio

            running = self._running
            # One that is left from another event loop never ends.
            if running is None or running.get_loop() is not asyncio.get_running_loop():
                return await self._call(call)
            # `wait`, as awaiting it would cancel it with the first task that is.
            await asyncio.wait([running])
            if not running.cancelled():
                return running.result()

    async def _call(self, call: Callable[[], Awaitable[T]]) -> T:
        import asyncio

        running = self._running = asyncio.get_running_loop().create_future()
        try:
            result = await call()
        except BaseException as fault:
            self._running = None
            if isinstance(fault, Exception):
                running.set_exception(fault)
                # Looked at here, as perhaps nobody else does, which asyncio reports.
                running.exception()
            else:
                # This task was cancelled; one of those that wait will call.
                running.cancel()
            raise
        self._running = None
        running.set_result(result)
        return result
