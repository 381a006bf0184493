"""The HTTP library, and the only module that imports it: httpx2."""

from __future__ import annotations

import httpx2

from .transport import AsyncHttpxClient, HttpxClient


def new_client() -> HttpxClient:
    """Make a blocking client of the library."""
    return httpx2.Client()


def new_async_client() -> AsyncHttpxClient:
    """Make an asynchronous client of the library."""
    return httpx2.AsyncClient()
