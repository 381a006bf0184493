"""Rules for requesting the next page. Each rule is a value; none of them sends anything.

They are plain classes: making seven dataclasses takes 3 ms, and every program whose first
call is in a group that pages would pay for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import parse_qsl, urlsplit

from .api_error import PaginationError
from .http_response import HttpResponse

Response_contra = TypeVar("Response_contra", contravariant=True)
Response = TypeVar("Response")

Query = Mapping[str, Any]


class PagingRule(Protocol[Response_contra]):
    """Rule for the query parameters of the page after one that has come."""

    def following(
        self,
        query: Query,
        response: HttpResponse[Response_contra],
        items: Sequence[Any],
    ) -> Query | None:
        """Return the parameters that differ, or ``None`` after the last page.

        Raises
        ------
        PaginationError
            The server repeats itself.
        """
        ...


class PageNumber:
    """Counts pages; ends with a page that is empty.

    Attributes
    ----------
    parameter
        The query parameter that holds the number.
    first
        The number of the first page.
    """

    def __init__(self, parameter: str = "page", first: int = 0) -> None:
        self.parameter = parameter
        self.first = first

    def following(
        self, query: Query, response: HttpResponse[Any], items: Sequence[Any]
    ) -> Query | None:
        """Return the next number."""
        if not items:
            return None
        current = query.get(self.parameter)
        return {self.parameter: (self.first if current is None else current) + 1}


class Offset:
    """Counts items; ends with a page that is empty.

    Attributes
    ----------
    parameter
        The query parameter that holds the number of items to pass over.
    """

    def __init__(self, parameter: str = "offset") -> None:
        self.parameter = parameter

    def following(
        self, query: Query, response: HttpResponse[Any], items: Sequence[Any]
    ) -> Query | None:
        """Return the number of items seen."""
        if not items:
            return None
        return {self.parameter: (query.get(self.parameter) or 0) + len(items)}


class Cursor(Generic[Response]):
    """Follows a cursor in the body; ends when it is null or empty.

    Attributes
    ----------
    parameter
        The query parameter that takes the cursor.
    next
        Gets the cursor from a response.
    """

    def __init__(self, parameter: str, next: Callable[[Response], Any]) -> None:
        self.parameter = parameter
        self.next = next

    def following(
        self, query: Query, response: HttpResponse[Response], items: Sequence[Any]
    ) -> Query | None:
        """Return the next cursor."""
        cursor = self.next(response.data)
        if cursor is None or cursor == "":
            return None
        if cursor == query.get(self.parameter):
            raise PaginationError("the server gave the cursor that it was asked with")
        return {self.parameter: cursor}


class LastItem(Generic[Response]):
    """Names the last item seen; ends when the server says there are no more.

    Attributes
    ----------
    parameter
        The query parameter that takes the item's identifier, as ``starting_after``.
    key
        Gets the identifier of an item.
    has_more
        Gets the server's word from a response.
    """

    def __init__(
        self,
        parameter: str,
        key: Callable[[Any], Any],
        has_more: Callable[[Response], Any],
    ) -> None:
        self.parameter = parameter
        self.key = key
        self.has_more = has_more

    def following(
        self, query: Query, response: HttpResponse[Response], items: Sequence[Any]
    ) -> Query | None:
        """Return the identifier of the last item."""
        if not items or not self.has_more(response.data):
            return None
        last = self.key(items[-1])
        if last == query.get(self.parameter):
            raise PaginationError("the server gave the page that it was asked to pass")
        return {self.parameter: last}


class Progress:
    """Notices a server whose pages go round in a circle, in constant memory.

    This is Brent's cycle detection: the place after 1, 2, 4, 8 ... steps is kept, and
    coming back to it shows the circle, whatever its length.
    """

    def __init__(
        self, mark: Query | None = None, steps: int = 0, limit: int = 1
    ) -> None:
        self.mark = mark
        self.steps = steps
        self.limit = limit

    def advance(self, query: Query) -> Progress:
        """Return the state after going on to `query`.

        Raises
        ------
        PaginationError
            `query` was asked before.
        """
        if query == self.mark:
            raise PaginationError("the server's pages go round in a circle")
        if self.steps + 1 == self.limit:
            return Progress(query, 0, self.limit * 2)
        return Progress(self.mark, self.steps + 1, self.limit)


#: Compiled with the first header, since this module is loaded with every group that pages.
_NEXT_LINK = r'(?i)<([^>]*)>[^<,]*;\s*rel="?next"?(?=[\s;,]|$)'


class LinkHeader:
    """Follows ``Link: <...>; rel="next"`` (RFC 8288).

    Only the query of the link is used, so that it can't lead to another server.
    """

    def following(
        self, query: Query, response: HttpResponse[Any], items: Sequence[Any]
    ) -> Query | None:
        """Return the parameters of the link."""
        found = re.search(_NEXT_LINK, response.headers.get("link", ""))
        return None if found is None else _query_of(found.group(1), query)


class NextUrl(Generic[Response]):
    """Follows a URL in the body; ends when it is null or empty.

    Only the query of the URL is used, so that it can't lead to another server.

    Attributes
    ----------
    next
        Gets the URL from a response.
    """

    def __init__(self, next: Callable[[Response], Any]) -> None:
        self.next = next

    def following(
        self, query: Query, response: HttpResponse[Response], items: Sequence[Any]
    ) -> Query | None:
        """Return the parameters of the URL."""
        url = self.next(response.data)
        return _query_of(url, query) if isinstance(url, str) and url else None


def _query_of(url: str, query: Query) -> Query:
    """Return the parameters of a URL that leads on from the page of `query`."""
    following: dict[str, Any] = {}
    try:
        pairs = parse_qsl(urlsplit(url).query, keep_blank_values=True)
    except ValueError as fault:
        raise PaginationError("the server's link is no URL") from fault
    for name, value in pairs:
        following.setdefault(name, []).append(value)
    if all(query.get(name) == value for name, value in following.items()):
        raise PaginationError("the server's link leads to the page it is on")
    return following
