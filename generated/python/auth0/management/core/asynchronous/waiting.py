"""Waiting, for a while and for what may be there already."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, TypeVar

T = TypeVar("T")


async def sleep(seconds: float) -> None:
    """Wait for some seconds."""
    # Loaded at the first retry: asyncio costs as much as this whole package.
    import asyncio

    await asyncio.sleep(seconds)


async def settled(value: T | Awaitable[T]) -> T:
    """Return what a function gave that may be asynchronous, waiting for it if need be."""
    given: Any = value
    result: T = await given if hasattr(given, "__await__") else given
    return result
