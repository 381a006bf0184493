"""Pagers: the pages of a list, and the items on them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TypeVar

from ..http_response import HttpResponse
from ..page import Page, Query
from ..paging import PagingRule, Progress

Item = TypeVar("Item")
Response = TypeVar("Response")

_START = Progress()


class AsyncPager(Page[Item, Response]):
    """The pages of a list, from this one on.

    Iterating gives the items of all of them; pages are fetched when they are reached.
    """

    def __init__(
        self,
        fetch: Callable[[Query], Awaitable[HttpResponse[Response]]],
        query: Query,
        response: HttpResponse[Response],
        *,
        items: Callable[[Response], Sequence[Item] | None],
        rule: PagingRule[Response],
        progress: Progress = _START,
    ) -> None:
        self._fetch = fetch
        super().__init__(query, response, items, rule, progress)

    async def next_page(self) -> AsyncPager[Item, Response] | None:
        """Fetch the next page; ``None`` after the last one.

        Raises
        ------
        PaginationError
            The server gave this page again.
        """
        if not self.has_next:
            return None
        query = self._next_query()
        progress = self._progress.advance(query)
        following = AsyncPager(
            self._fetch,
            query,
            await self._fetch(query),
            items=self._items_of,
            rule=self._rule,
            progress=progress,
        )
        self._check_progress(following)
        return following

    async def iter_pages(self) -> AsyncIterator[AsyncPager[Item, Response]]:
        """Yield this page and the ones after it."""
        page: AsyncPager[Item, Response] | None = self
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.iter_pages():
            for item in page.items:
                yield item
