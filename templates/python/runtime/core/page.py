"""A page of a list, the items on it, and the way to the next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from .api_error import PaginationError
from .http_response import HttpResponse
from .paging import PagingRule, Progress

Item = TypeVar("Item")
Response = TypeVar("Response")

Query = Mapping[str, Any]


def _listed(data: Any, items: Callable[[Any], Any]) -> list[Any]:
    """Return the items of a response: of a page, or of the bare list."""
    found: Any = data
    if not isinstance(data, list):
        try:
            found = items(data)
        except (AttributeError, TypeError):
            # No page, which was reported when the response was read.
            found = None
    if isinstance(found, Sequence) and not isinstance(found, (str, bytes)):
        return [*found]
    return []


class Page(Generic[Item, Response]):
    """A page, and the way to the next one."""

    def __init__(
        self,
        query: Query,
        response: HttpResponse[Response],
        items: Callable[[Response], Sequence[Item] | None],
        rule: PagingRule[Response],
        progress: Progress,
    ) -> None:
        #: The items of this page.
        self.items: list[Item] = _listed(response.data, items)
        self._response = response
        self._items_of = items
        self._rule = rule
        self._query = query
        self._progress = progress
        self._following: Query | None = None
        self._fault: PaginationError | None = None
        try:
            self._following = rule.following(query, response, self.items)
        except PaginationError as fault:
            # This page is good; only going on is not.
            self._fault = fault
        except (AttributeError, TypeError):
            # The response is no page, as was reported when it was read, or it is the bare
            # list: nothing in it leads on.
            self._following = None

    @property
    def response(self) -> Response:
        """Response of the server for this page: as a rule an object that holds the items.

        Of a server that answers with the bare list, that list.
        """
        return self._response.data

    @property
    def has_next(self) -> bool:
        """Whether the server may have another page."""
        return self._following is not None or self._fault is not None

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"<{name}: {len(self.items)} items, has_next={self.has_next}>"

    def _next_query(self) -> dict[str, Any]:
        if self._fault is not None:
            raise self._fault
        return {**self._query, **(self._following or {})}

    def _check_progress(self, following: Page[Item, Response]) -> None:
        # A server that does not know the parameter gives its first page for ever.
        if following.items and following.response == self.response:
            raise PaginationError("the server gave the same page twice")
