"""Whole response, as a method of ``with_raw_response`` returns it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from .headers import Headers
    from .transport import Request

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class HttpResponse(Generic[T_co]):
    """The data of a response, with what surrounded it.

    Attributes
    ----------
    data
        What the method returns by itself.
    headers
        The response's headers, looked up in any case.
    status_code
        The HTTP status.
    request
        What was sent.
    """

    data: T_co
    headers: Headers
    status_code: int
    request: Request
