"""Bodies that an asynchronous client can send."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..file import length_left, read_piecewise
from ..transport import Request


def awaitable(request: Request) -> Request:
    """Have a body that yields its bytes without waiting yield them asynchronously."""
    content = request.content
    if isinstance(content, bytes) or not isinstance(content, Iterable):
        return request
    length = length_left(content)
    headers = request.headers
    if length is not None:
        headers = {**headers, "content-length": str(length)}
    return replace(request, headers=headers, content=read_piecewise(content))
