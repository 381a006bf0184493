"""Pages of another shape than documented: the bare list is a page, anything else is reported and ends the paging."""

from __future__ import annotations

from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

USERS = Spec("""
schemas:
  User: {type: object, properties: {user_id: {type: string}}}
  Page:
    type: object
    required: [start, limit, total, users]
    properties:
      start: {type: integer}
      limit: {type: integer}
      total: {type: integer}
      users: {type: array, items: {$ref: "#/components/schemas/User"}}
  CursorPage:
    type: object
    properties: {next: {type: string}, users: {type: array, items: {$ref: "#/components/schemas/User"}}}
paths:
  /users:
    get:
      tags: [users]
      operationId: list
      parameters:
        - {name: page, in: query, schema: {type: integer}}
        - {name: per_page, in: query, schema: {type: integer}}
        - {name: include_totals, in: query, schema: {type: boolean}}
      responses:
        "200":
          description: ""
          content:
            application/json:
              schema: {oneOf: [{type: array, items: {$ref: "#/components/schemas/User"}}, {$ref: "#/components/schemas/Page"}]}
  /follow:
    get:
      tags: [users]
      operationId: follow
      parameters: [{name: from, in: query, schema: {type: string}}, {name: take, in: query, schema: {type: integer}}]
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/CursorPage"}}}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(USERS)


def test_the_bare_list_is_a_page_of_items(sdk: Any, server: Server) -> None:
    drifts: list[Any] = []
    server.answer(200, b' [{"user_id": "a"}, {"user_id": "b"}]')
    server.answer(200, [])

    with sdk.Api(base_url=server.url, on_drift=lambda *found: drifts.append(found), strict_responses=True) as client:
        pager = client.users.list(include_totals=False)
        users = list(pager)

    assert users == [sdk.User(user_id="a"), sdk.User(user_id="b")]
    assert pager.response == users
    assert drifts == []


def test_the_bare_list_where_a_cursor_is_expected_is_the_only_page(sdk: Any, server: Server) -> None:
    server.answer(200, [{"user_id": "a"}])

    with sdk.Api(base_url=server.url) as client:
        pager = client.users.follow()

    assert (pager.items, pager.has_next) == ([sdk.User(user_id="a")], False)


@pytest.mark.parametrize("method", ["list", "follow"])
@pytest.mark.parametrize("body", [None, 12, "x", {}, {"users": None}, {"users": "x"}, {"users": {"a": 1}}, {"next": 4}])
def test_an_odd_shape_is_reported_and_has_no_items(sdk: Any, server: Server, method: str, body: Any) -> None:
    drifts: list[Any] = []
    server.answer(200, b"null" if body is None else body)

    with sdk.Api(base_url=server.url, on_drift=lambda *found: drifts.append(found)) as client:
        pager = getattr(client.users, method)()
        assert pager.items == []

    # Nothing is required of a page with a cursor: it may be empty, and an optional field that is null is let pass.
    assert bool(drifts) == (method == "list" or body not in ({}, {"users": None}))
