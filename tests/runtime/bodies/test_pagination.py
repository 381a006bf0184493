from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from runtime.core import HttpResponse, LastItem, LinkHeader, NextUrl, Offset, PageNumber
from runtime.core.api_error import PaginationError
from runtime.core.headers import Headers
from runtime.core.paging import Progress
from runtime.core.transport import Request
from tests.runtime.loopback import Answer, Loopback, Received
from tests.runtime.models import Page
from tests.runtime.resources import AsyncRoot, Root

Collect = Callable[[Loopback, str], list[str]]


def blocking(server: Loopback, method: str) -> list[str]:
    return [item.id for item in getattr(Root(server.url).actions, method)()]


def asynchronous(server: Loopback, method: str) -> list[str]:
    async def run() -> list[str]:
        return [item.id async for item in await getattr(AsyncRoot(server.url).actions, method)()]

    return asyncio.run(run())


@pytest.fixture(params=[blocking, asynchronous])
def collect(request: pytest.FixtureRequest) -> Collect:
    found: Collect = request.param
    return found


def queries(server: Loopback) -> list[dict[str, list[str]]]:
    return [parse_qs(urlsplit(sent.path).query) for sent in server.requests]


def test_pages_end_with_an_empty_one(collect: Collect, server: Loopback) -> None:
    server.answer(200, {"actions": [{"id": "1"}, {"id": "2"}]})
    server.answer(200, {"actions": [{"id": "3"}]})
    server.answer(200, {"actions": []})
    assert collect(server, "list") == ["1", "2", "3"]
    assert queries(server) == [{"page": [str(number)], "per_page": ["50"]} for number in range(3)]


@pytest.mark.parametrize("end", [{}, {"next": None}, {"next": ""}])
def test_cursors_end_when_there_is_none(collect: Collect, server: Loopback, end: dict[str, Any]) -> None:
    server.answer(200, {"actions": [{"id": "1"}], "next": "a&b"})
    server.answer(200, {"actions": [], "next": "c"})
    server.answer(200, {"actions": [{"id": "2"}], **end})
    assert collect(server, "list_from") == ["1", "2"]
    assert queries(server) == [{"take": ["50"]}, {"from": ["a&b"], "take": ["50"]}, {"from": ["c"], "take": ["50"]}]


@pytest.mark.parametrize("period", [1, 2, 3, 7])
def test_a_repeated_cursor_is_an_error(collect: Collect, server: Loopback, period: int) -> None:
    def repeat(received: Received) -> Answer:
        number = len(server.requests)
        assert number < 100, "the pager does not stop"
        return Answer(body=b'{"actions": [{"id": "%d"}], "next": "%d"}' % (number, number % period))

    server.handler = repeat
    with pytest.raises(PaginationError):
        collect(server, "list_from")


def test_a_server_that_does_not_know_pages_is_an_error(collect: Collect, server: Loopback) -> None:
    server.answer(200, {"actions": [{"id": "1"}]})
    with pytest.raises(PaginationError, match="same page"):
        collect(server, "list")
    assert len(server.requests) == 2


def test_the_first_request_is_made_at_the_call(server: Loopback) -> None:
    server.answer(200, {"actions": [{"id": "1"}], "total": 9})
    server.answer(200, {"actions": [], "total": 9})
    pager = Root(server.url).actions.list()
    assert len(server.requests) == 1
    assert ([item.id for item in pager.items], pager.response.total, pager.has_next) == (["1"], 9, True)
    following = pager.next_page()
    assert following is not None
    assert (following.items, following.has_next, following.next_page()) == ([], False, None)
    assert len(server.requests) == 2


def test_a_pager_can_be_read_twice(server: Loopback) -> None:
    def page(received: Received) -> Answer:
        last = "from=a" in received.path
        return Answer(body=b'{"actions": [{"id": "2"}]}' if last else b'{"actions": [{"id": "1"}], "next": "a"}')

    server.handler = page
    pager = Root(server.url).actions.list_from()
    assert [item.id for item in pager] == [item.id for item in pager] == ["1", "2"]
    assert [len(one.items) for one in pager.iter_pages()] == [1, 1]


def test_asynchronous_pages(server: Loopback) -> None:
    server.answer(200, {"actions": [{"id": "1"}], "next": "a"})
    server.answer(200, {"actions": [{"id": "2"}]})

    async def run() -> list[tuple[int, bool]]:
        pager = await AsyncRoot(server.url).actions.list_from()
        assert len(server.requests) == 1
        return [(len(page.items), page.has_next) async for page in pager.iter_pages()]

    assert asyncio.run(run()) == [(1, True), (1, False)]


def answer(data: Any, **headers: str) -> HttpResponse[Any]:
    return HttpResponse(data, Headers(headers.items()), 200, Request("GET", "http://host/"))


def test_page_number_and_offset() -> None:
    assert PageNumber("p", first=1).following({}, answer(None), ["x"]) == {"p": 2}
    assert PageNumber("p").following({"p": None}, answer(None), ["x"]) == {"p": 1}
    assert Offset().following({"offset": 3}, answer(None), ["x", "y"]) == {"offset": 5}
    assert Offset().following({}, answer(None), []) is None


def test_last_item() -> None:
    rule = LastItem[Page]("starting_after", key=lambda item: item["id"], has_more=lambda response: response.total)
    assert rule.following({}, answer(Page(total=1)), [{"id": 1}, {"id": 2}]) == {"starting_after": 2}
    assert rule.following({}, answer(Page(total=0)), [{"id": 1}]) is None
    with pytest.raises(PaginationError):
        rule.following({"starting_after": 2}, answer(Page(total=1)), [{"id": 2}])


@pytest.mark.parametrize(
    ("link", "following"),
    [
        ('<http://other/x?page=2&a=b>; rel="next", <http://host/x>; rel="last"', {"page": ["2"], "a": ["b"]}),
        ('<http://host/x?page=9>; rel="last", </x?page=2>; title="t"; rel=next', {"page": ["2"]}),
        ('<http://host/x?page=9>; rel="prev"', None),
        ("", None),
    ],
)
def test_link_header(link: str, following: Any) -> None:
    assert LinkHeader().following({}, answer(None, link=link), []) == following


def test_a_link_to_the_page_itself_is_an_error() -> None:
    with pytest.raises(PaginationError):
        LinkHeader().following({"page": ["2"]}, answer(None, link='<?page=2>; rel="next"'), [])


@pytest.mark.parametrize(
    ("url", "following"),
    [("http://other/x?page=2&a=b", {"page": ["2"], "a": ["b"]}), ("", None), (None, None), (7, None)],
)
def test_next_url(url: Any, following: Any) -> None:
    rule = NextUrl[dict[str, Any]](lambda page: page["next"])
    assert rule.following({}, answer({"next": url}), []) == following


@pytest.mark.parametrize("url", ["?page=2", "http://[", "/another/path"])
def test_a_url_that_does_not_lead_on_is_an_error(url: str) -> None:
    with pytest.raises(PaginationError):
        NextUrl[Any](lambda page: url).following({"page": ["2"]}, answer(None), [])


def test_progress_lets_long_lists_pass() -> None:
    progress = Progress()
    for number in range(1000):
        progress = progress.advance({"page": number})
