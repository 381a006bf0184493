"""One way to call the blocking and the asynchronous client of a generated package."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from tests.wire.suite import TOKEN, Library

Call = Callable[[Any], Any]


class Caller:
    """Makes clients, calls them, and closes them."""

    def __init__(self, library: Library, *, asynchronous: bool) -> None:
        self.library = library
        self.asynchronous = asynchronous

    def result(self, base_url: str, call: Call, **options: Any) -> Any:
        """Return what a call returns: ``lambda client: client.actions.get("1")``."""
        return self._with_client(base_url, options, call, collect=False)

    def items(self, base_url: str, call: Call, into: list[Any] | None = None, **options: Any) -> list[Any]:
        """Return what comes out when the result of a call is iterated over.

        Where that ends with an error, `into` holds what came before it.
        """
        found: list[Any] = [] if into is None else into
        self._with_client(base_url, options, call, collect=True, into=found)
        return found

    def _with_client(
        self, base_url: str, options: dict[str, Any], call: Call, *, collect: bool, into: list[Any] | None = None
    ) -> Any:
        options = {"token": TOKEN, "base_url": base_url, "max_retries": 0, "timeout": 30, **options}
        target = [] if into is None else into
        if not self.asynchronous:
            with self.library.package.Auth0(**options) as client:
                result = call(client)
                if collect:
                    for item in result:
                        target.append(item)
                return result

        async def run() -> Any:
            async with self.library.package.AsyncAuth0(**options) as client:
                result = call(client)
                if hasattr(result, "__await__"):
                    result = await result
                if collect:
                    async for item in result:
                        target.append(item)
                return result

        return asyncio.run(run())
