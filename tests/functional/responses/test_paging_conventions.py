"""The common ways to page, each against a server of three items and one without any."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest
from tests.functional.support import Server, Spec, make_package
from tests.runtime.loopback import Answer, Received

_TEXT = """
schemas:
  Item: {type: object, required: [id], properties: {id: {type: string}}}
  Items: {type: array, items: {$ref: "#/components/schemas/Item"}}
  Tokens:
    type: object
    properties: {files: {$ref: "#/components/schemas/Items"}, nextPageToken: {type: string}}
  Meta: {type: object, properties: {next_cursor: {type: [string, "null"]}}}
  Enveloped:
    type: object
    properties:
      data: {$ref: "#/components/schemas/Items"}
      errors: {type: array, items: {type: string}}
      meta: {$ref: "#/components/schemas/Meta"}
  More:
    type: object
    required: [data, has_more]
    properties: {data: {$ref: "#/components/schemas/Items"}, has_more: {type: boolean}}
  Linked:
    type: object
    properties: {results: {$ref: "#/components/schemas/Items"}, next: {type: [string, "null"], format: uri}}
  JsonApi:
    type: object
    properties:
      data: {$ref: "#/components/schemas/Items"}
      links: {type: object, required: [next], properties: {next: {type: [string, "null"]}}}
  Counted: {type: object, properties: {total: {type: integer}, list: {$ref: "#/components/schemas/Items"}}}
paths:
  /tokens: OPERATION(tokens; pageToken string, pageSize integer; Tokens)
  /enveloped: OPERATION(enveloped; cursor string; Enveloped)
  /last: OPERATION(last; starting_after string, limit integer; More)
  /next: OPERATION(next; page integer; Linked)
  /links: OPERATION(links; page[size] integer; JsonApi)
  /header: OPERATION(header; page integer, per_page integer; Items)
  /number: OPERATION(number; pageNumber integer, pageSize integer; Counted)
  /offset: OPERATION(offset; offset integer, limit integer; Counted)
  /token-without-next: OPERATION(token_without_next; pageToken string; Counted)
  /next-without-token: OPERATION(next_without_token; colour string; Tokens)
  /page-token: OPERATION(page_token; page string, per_page integer; Counted)
  /bare: OPERATION(bare; page integer, per_page integer; Items)
"""


def _operation(text: str) -> str:
    name, queries, answer = (part.strip() for part in text.split(";"))
    parameters = [
        {"name": query.split()[0], "in": "query", "schema": {"type": query.split()[1]}} for query in queries.split(",")
    ]
    headers = {"Link": {"schema": {"type": "string"}}} if name == "header" else {}
    schema = {"$ref": f"#/components/schemas/{answer}"}
    response = {"description": "ok", "headers": headers, "content": {"application/json": {"schema": schema}}}
    operation = {"tags": ["lists"], "operationId": name, "parameters": parameters, "responses": {"200": response}}
    return json.dumps({"get": operation})


def _expanded(text: str) -> str:
    while "OPERATION(" in text:
        start, _, rest = text.partition("OPERATION(")
        inside, _, end = rest.partition(")")
        text = start + _operation(inside) + end
    return text


LISTS = Spec(_expanded(_TEXT))
SWITCHED_OFF = Spec(_expanded(_TEXT), pagination={"conventions": []})
CURSORS_ALONE = Spec(_expanded(_TEXT), pagination={"conventions": ["cursor"]})
ONE_SWITCHED = Spec(_expanded(_TEXT), pagination={"operations": {"lists.next": "none", "lists.bare": "link-header"}})

Query = dict[str, str]


def _tokens(query: Query) -> Any:
    at = int(query.get("pageToken", "0"))
    return {"files": _items(at), **({"nextPageToken": str(at + 2)} if at < 2 else {})}


def _enveloped(query: Query) -> Any:
    at = int(query.get("cursor", "0"))
    return {"data": _items(at), "errors": [], "meta": {"next_cursor": str(at + 2) if at < 2 else None}}


def _last(query: Query) -> Any:
    at = int(query.get("starting_after", "-1")) + 1
    return {"data": _items(at), "has_more": at < 2}


def _next(query: Query) -> Any:
    at = int(query.get("page", "0"))
    return {"results": _items(at), "next": f"https://elsewhere.example/next?page={at + 2}" if at < 2 else None}


def _links(query: Query) -> Any:
    at = int(query.get("page[after]", "0"))
    return {"data": _items(at), "links": {"next": f"/links?page[after]={at + 2}" if at < 2 else None}}


def _header(query: Query) -> Any:
    return _items(int(query.get("page", "0")))


def _number(query: Query) -> Any:
    page = int(query.get("pageNumber", "1"))
    return {"total": 3, "list": _items(2 * (page - 1))}


def _offset(query: Query) -> Any:
    return {"total": 3, "list": _items(int(query.get("offset", "0")))}


def _items(at: int) -> list[dict[str, str]]:
    return [{"id": str(number)} for number in range(at, min(at + 2, 3))]


SERVERS: dict[str, Callable[[Query], Any]] = {
    "tokens": _tokens,
    "enveloped": _enveloped,
    "last": _last,
    "next": _next,
    "links": _links,
    "header": _header,
    "number": _number,
    "offset": _offset,
}


def _answering(answer: Callable[[Query], Any]) -> Callable[[Received], Answer]:
    def handle(request: Received) -> Answer:
        query = {name: values[-1] for name, values in parse_qs(request.path.partition("?")[2]).items()}
        headers: dict[str, str] = {}
        if answer is _header and "page" not in query:
            headers["Link"] = '<https://elsewhere.example/x?page=2&per_page=2>; rel="next"'
        return Answer(200, json.dumps(answer(query)).encode(), headers)

    return handle


def _ids(sdk: Any, server: Server, method: str) -> list[str]:
    """Return what both clients find when they go through all pages, which must be the same requests."""
    with sdk.Api(base_url=server.url) as client:
        found = [item.id for item in getattr(client.lists, method)()]
    sent = [request.path for request in server.requests]

    async def read() -> list[str]:
        async with sdk.AsyncApi(base_url=server.url) as client:
            return [item.id async for item in await getattr(client.lists, method)()]

    assert asyncio.run(read()) == found
    assert [request.path for request in server.requests] == sent * 2
    return found


@pytest.mark.parametrize("method", SERVERS)
def test_all_items_are_found(server: Server, method: str) -> None:
    server.handler = _answering(SERVERS[method])
    assert _ids(make_package(LISTS), server, method) == ["0", "1", "2"]


@pytest.mark.parametrize("method", SERVERS)
def test_nothing_is_asked_for_that_the_caller_did_not(server: Server, method: str) -> None:
    server.handler = _answering(SERVERS[method])
    with make_package(LISTS).Api(base_url=server.url) as client:
        getattr(client.lists, method)()
    assert "?" not in server.requests[0].path


@pytest.mark.parametrize(
    ("method", "page"),
    [
        ("tokens", {}),
        ("enveloped", {}),
        ("enveloped", {"data": None, "meta": None}),
        ("last", {"data": [], "has_more": True}),
        ("next", {"results": []}),
        ("links", {"data": [], "links": {"next": ""}}),
        ("header", []),
        ("number", {"list": []}),
        ("offset", {}),
    ],
)
def test_an_empty_list_is_one_page(server: Server, method: str, page: Any) -> None:
    server.answer(body=page)
    assert _ids(make_package(LISTS), server, method) == []
    assert len(server.requests) == 2


@pytest.mark.parametrize("method", ["tokens", "last", "next", "number", "offset"])
def test_a_server_that_repeats_itself_ends_with_an_error(server: Server, method: str) -> None:
    items = [{"id": "7"}]
    page = {"files": items, "nextPageToken": "x", "data": items, "has_more": True, "results": items, "list": items}
    server.answer(body={**page, "next": "https://a.example/?page=2"})
    sdk = make_package(LISTS)
    with sdk.Api(base_url=server.url) as client, pytest.raises(sdk.PaginationError):
        for _ in getattr(client.lists, method)():
            assert len(server.requests) < 10


@pytest.mark.parametrize("method", ["token_without_next", "next_without_token", "page_token", "bare"])
def test_half_a_convention_is_none(method: str) -> None:
    sdk = make_package(LISTS)
    returned = getattr(sdk.Api(base_url="http://127.0.0.1:9").lists, method).__annotations__["return"]
    assert "Pager" not in returned


def _paging(spec: Spec) -> set[str]:
    client = make_package(spec).Api(base_url="http://127.0.0.1:9").lists
    names = (*SERVERS, "bare")
    return {name for name in names if "Pager" in getattr(client, name).__annotations__["return"]}


def test_conventions_are_switched_by_the_configuration() -> None:
    assert _paging(LISTS) == set(SERVERS)
    assert _paging(SWITCHED_OFF) == set()
    assert _paging(CURSORS_ALONE) == {"tokens", "enveloped"}
    assert _paging(ONE_SWITCHED) == {*SERVERS, "bare"} - {"next"}
