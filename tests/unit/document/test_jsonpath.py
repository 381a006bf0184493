"""JSONPath queries: what they select is the library's business; here is what was added to it."""

from __future__ import annotations

import pytest

from sdksmith.document.overlay.jsonpath import QueryError, QueryTooComplex, find

TREE = {"a": [{"n": "x.y"}, {"n": "xzy"}], "b": {"n": "x\ny", "m": 1}}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("$", [()]),
        ("$.a[0]", [("a", 0)]),
        ("$.a[-1]", [("a", 1)]),
        ("$.b['n','n']", [("b", "n")]),
        ("$..n", [("a", 0, "n"), ("a", 1, "n"), ("b", "n")]),
        ("$.a[?@.n == 'xzy']", [("a", 1)]),
        ("$.a[?@.n == $.a[0].n]", [("a", 0)]),
        ("$..[?match(@.n, 'x.y')]", [("a", 0), ("a", 1)]),
        ("$..[?match(@.n, 'x\\\\.y')]", [("a", 0)]),
        ("$..[?match(@.n, 'x[.]y')]", [("a", 0)]),
        ("$..[?search(@.n, 'y')]", [("b",), ("a", 0), ("a", 1)]),
        ("$..[?search(@.m, '1')]", []),
        ("$..[?search(@.n, 'x(?=z)')]", []),
        ("$..[?count(@.*) == 2]", [("a",), ("b",)]),
        ("$.nothing", []),
    ],
)
def test_nodes_are_found(query: str, found: list[tuple[str | int, ...]]) -> None:
    assert find(query, TREE) == found


@pytest.mark.parametrize("query", ["", "a", "$.", "$[", "$[?foo(@)]", "$[?@.a = 1]", "$ ", "$[99999999999999999999]"])
def test_what_is_no_query_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        find(query, TREE)


@pytest.mark.parametrize(
    "query",
    [
        "$..*",
        "$[*,*][*,*][*,*][*,*]",
        "$[*][?@..*]",
        "$[*][?$..*]",
        "$[*][?count(@[*,*][*,*]) > 1]",
        "$[*][?value($..nothing) == 1]",
    ],
)
def test_a_query_may_visit_so_many_nodes(query: str) -> None:
    tree = [[[[index] for index in range(5)] for _ in range(5)] for _ in range(5)]

    find(query, tree, most_steps=100_000)
    with pytest.raises(QueryTooComplex, match="more than 100 nodes"):
        find(query, tree, most_steps=100)


def test_a_pattern_may_take_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sdksmith.document.overlay.jsonpath._PATTERN_SECONDS", 0.01)

    with pytest.raises(QueryTooComplex, match="pattern"):
        find("$[?match(@, '(a|aa)+[^a]')]", ["a" * 5_000])


def test_the_deepest_document_allowed_is_no_trouble() -> None:
    tree: object = 1
    for _ in range(500):
        tree = {"a": tree}

    assert len(find("$..a", tree)) == 500
