"""Paging, which no document describes: it is read off the shapes."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any
from urllib.parse import parse_qs

import pytest
from tests.functional.support import Server, Spec, make_package
from tests.runtime.loopback import Answer, Received

_TEXT = """
schemas:
  Item: {type: object, properties: {id: {type: integer}}}
  OffsetPage:
    type: object
    properties:
      total: {type: integer}
      start: {type: integer}
      limit: {type: integer}
      items: {type: array, items: {$ref: "#/components/schemas/Item"}}
  CursorPage:
    type: object
    properties:
      next: {type: [string, "null"]}
      items: {type: array, items: {$ref: "#/components/schemas/Item"}}
  Items: {type: array, items: {$ref: "#/components/schemas/Item"}}
components:
  parameters:
    page: {name: page, in: query, schema: {type: integer}}
    per_page: {name: per_page, in: query, schema: {type: integer}}
    totals: {name: include_totals, in: query, schema: {type: boolean}}
    from: {name: from, in: query, schema: {type: string}}
    take: {name: take, in: query, schema: {type: integer}}
    sort: {name: sort, in: query, schema: {type: string}}
paths:
  /offset:
    get:
      tags: [pages]
      operationId: offset
      parameters: [OFFSET, SORT]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/OffsetPage"}}}}}
  /cursor:
    get:
      tags: [pages]
      operationId: cursor
      parameters: [CURSOR]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/CursorPage"}}}}}
  /three:
    get:
      tags: [pages]
      operationId: three
      parameters: [OFFSET, CURSOR]
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                oneOf:
                  - {type: array, items: {$ref: "#/components/schemas/Item"}}
                  - {$ref: "#/components/schemas/ThreeOffsetPage"}
                  - {$ref: "#/components/schemas/CursorPage"}
  /two:
    get:
      tags: [pages]
      operationId: two
      parameters: [OFFSET, CURSOR]
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: {oneOf: [{$ref: "#/components/schemas/Items"}, {$ref: "#/components/schemas/OffsetPage"}]}
  /plain:
    get:
      tags: [pages]
      operationId: plain
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/OffsetPage"}}}}}
"""


def _expanded(text: str) -> str:
    names = {"OFFSET": ("page", "per_page", "totals"), "CURSOR": ("from", "take"), "SORT": ("sort",)}
    for word, parameters in names.items():
        references = ", ".join(f'{{$ref: "#/components/parameters/{name}"}}' for name in parameters)
        text = text.replace(word, references)
    start = text.index("  OffsetPage:")
    end = text.index("  CursorPage:")
    return text[:end] + text[start:end].replace("OffsetPage", "ThreeOffsetPage") + text[end:]


PAGES = Spec(_expanded(_TEXT))
OFFSET_CHOSEN = Spec(_expanded(_TEXT), pagination={"operations": {"pages.three": "offset"}})
LIST_CHOSEN = Spec(_expanded(_TEXT), pagination={"operations": {"pages.three": "none"}})
SWITCHED_OFF = Spec(_expanded(_TEXT), pagination={"enabled": False})


@pytest.fixture
def sdk() -> Any:
    return make_package(PAGES)


def _numbered(request: Received) -> Answer:
    """Give pages 0 and 1 of two items each, and empty ones after."""
    page = int(parse_qs(request.path.partition("?")[2])["page"][0])
    ids = [2 * page, 2 * page + 1] if page < 2 else []
    items = ",".join(f'{{"id": {number}}}' for number in ids)
    return Answer(body=f'{{"total": 4, "start": {2 * page}, "limit": 2, "items": [{items}]}}'.encode())


def _linked(request: Received) -> Answer:
    """Give a first page, and a last one behind the cursor ``c2``."""
    if "from=c2" in request.path:
        return Answer(body=b'{"items": [{"id": 2}], "next": null}')
    return Answer(body=b'{"items": [{"id": 0}, {"id": 1}], "next": "c2"}')


def _ids(sdk: Any, server: Server, method: str, **given: Any) -> list[int]:
    """Return what both clients find when they go through all pages."""
    with sdk.Api(base_url=server.url) as client:
        found = [item.id for item in getattr(client.pages, method)(**given)]
    sent = [request.path for request in server.requests]

    async def read() -> list[int]:
        async with sdk.AsyncApi(base_url=server.url) as client:
            return [item.id async for item in await getattr(client.pages, method)(**given)]

    assert asyncio.run(read()) == found
    assert [request.path for request in server.requests] == sent * 2
    return found


def _defaults(sdk: Any, method: str) -> dict[str, Any]:
    client = sdk.Api(base_url="http://127.0.0.1:9")
    parameters = inspect.signature(getattr(client.pages, method)).parameters
    return {name: parameter.default for name, parameter in parameters.items() if name != "request_options"}


def test_numbered_pages_are_gone_through_until_one_is_empty(sdk: Any, server: Server) -> None:
    server.handler = _numbered
    assert _ids(sdk, server, "offset", sort="id", per_page=2) == [0, 1, 2, 3]
    queries = [parse_qs(request.path.partition("?")[2]) for request in server.requests[:3]]
    assert [query["page"] for query in queries] == [["0"], ["1"], ["2"]]
    assert all(query["sort"] == ["id"] and query["include_totals"] == ["true"] for query in queries)


def test_cursors_are_followed_until_there_is_none(sdk: Any, server: Server) -> None:
    server.handler = _linked
    assert _ids(sdk, server, "cursor") == [0, 1, 2]
    assert [request.path for request in server.requests[:2]] == ["/cursor?take=50", "/cursor?from=c2&take=50"]


@pytest.mark.parametrize("end", [b"null", b'""'])
def test_a_cursor_that_is_null_or_empty_is_the_last(sdk: Any, server: Server, end: bytes) -> None:
    server.answer(body=b'{"items": [{"id": 1}], "next": ' + end + b"}")
    assert _ids(sdk, server, "cursor") == [1]


def test_the_defaults_of_paging_are_those_of_python(sdk: Any) -> None:
    assert _defaults(sdk, "offset") == {"page": 0, "per_page": 50, "include_totals": True, "sort": None}
    assert _defaults(sdk, "cursor") == {"from_": None, "take": 50}


def test_the_first_page_is_fetched_by_the_call(sdk: Any, server: Server) -> None:
    server.handler = _linked
    with sdk.Api(base_url=server.url) as client:
        pager = client.pages.cursor()
        assert len(server.requests) == 1
        assert ([item.id for item in pager.items], pager.has_next, pager.response.next) == ([0, 1], True, "c2")
        following = pager.next_page()
        assert ([item.id for item in following.items], following.has_next) == ([2], False)
        assert following.next_page() is None
        assert [len(page.items) for page in pager.iter_pages()] == [2, 1]


def test_of_three_shapes_the_cursor_is_taken(sdk: Any, server: Server) -> None:
    server.handler = _linked
    assert _defaults(sdk, "three") == {"from_": None, "take": 50}
    assert _ids(sdk, server, "three") == [0, 1, 2]


def test_without_a_cursor_the_numbered_pages_are_taken(sdk: Any, server: Server) -> None:
    server.handler = _numbered
    assert _defaults(sdk, "two") == {"page": 0, "per_page": 50, "include_totals": True}
    assert _ids(sdk, server, "two") == [0, 1, 2, 3]


def test_shapes_that_are_not_taken_are_not_emitted(sdk: Any) -> None:
    assert not hasattr(sdk, "ThreeOffsetPage")
    assert hasattr(sdk, "OffsetPage")
    assert hasattr(sdk, "CursorPage")


def test_an_operation_may_be_told_to_page_by_number(server: Server) -> None:
    sdk = make_package(OFFSET_CHOSEN)
    server.handler = _numbered
    assert _defaults(sdk, "three") == {"page": 0, "per_page": 50, "include_totals": True}
    assert _ids(sdk, server, "three") == [0, 1, 2, 3]


def test_an_operation_may_be_told_to_give_the_bare_list(server: Server) -> None:
    sdk = make_package(LIST_CHOSEN)
    server.answer(body=[{"id": 1}])
    assert _defaults(sdk, "three") == {}
    assert server.call(sdk, lambda client: client.pages.three()).result == [sdk.Item(id=1)]


@pytest.mark.parametrize("spec", [PAGES, SWITCHED_OFF], ids=["no parameters", "switched off"])
def test_without_paging_the_page_itself_is_returned(spec: Spec, server: Server) -> None:
    sdk = make_package(spec)
    server.answer(body={"total": 1, "items": [{"id": 1}]})
    method = "plain" if spec is PAGES else "offset"
    result = server.call(sdk, lambda client: getattr(client.pages, method)()).result
    assert result == sdk.OffsetPage(total=1, items=[sdk.Item(id=1)])


def test_a_server_that_repeats_itself_does_not_hold_a_pager_for_ever(sdk: Any, server: Server) -> None:
    server.answer(body={"items": [{"id": 1}], "next": "again"})
    with sdk.Api(base_url=server.url) as client, pytest.raises(sdk.PaginationError):
        for _ in client.pages.cursor():
            assert len(server.requests) < 20
