"""The common ways to page, by the names that APIs give to what they need (docs/mapping.md, rule 4 of paging).

A convention holds when the query has its parameter, the response what belongs to it, and both are of the right type. Names are
compared without case and punctuation: ``nextPageToken`` is ``next_page_token``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from sdksmith.model import Any_, Array, Nullable, Operation, Pagination, Parameter, Primitive, Property, Type
from sdksmith.model.types import Symbol

Convention: TypeAlias = Literal["cursor", "last-item", "next-url", "link-header", "offset", "items"]
#: All of them; the first that holds is taken, so that what a server says itself comes before counting.
CONVENTIONS: Final[tuple[Convention, ...]] = get_args(Convention)

_CURSORS: Final = frozenset(
    "cursor pagetoken nexttoken nextpagetoken nextcursor continuationtoken continuation after startcursor marker "
    "bookmark pagecursor paginationtoken".split()
)
_NEXT_CURSORS: Final = frozenset(
    "next nextcursor nextpagetoken nexttoken continuationtoken nextpagecursor nextmarker nextpage endcursor "
    "paginationtoken nextcontinuationtoken".split()
)
#: Where the next cursor may stand, if not at the top.
_ENVELOPES: Final = frozenset(
    "meta metadata paging pagination pageinfo cursors cursor responsemetadata links page listmetadata".split()
)
#: What is a cursor only inside of an envelope: beside the items it may be that of this page.
_INNER_CURSORS: Final = _NEXT_CURSORS | {"after"}
_NEXT_URLS: Final = frozenset("next nexturl nextpageurl nextlink nextpageuri nexturi odatanextlink".split())
_AFTER_ITEM: Final = frozenset("startingafter after afterid".split())
_HAS_MORE: Final = frozenset("hasmore hasnext".split())
_PAGES: Final = frozenset("page pagenumber pageno".split())
_OFFSETS: Final = frozenset("offset skip".split())
_SIZES: Final = frozenset(
    "perpage pagesize limit size count maxresults itemsperpage resultsperpage take top pagelimit maxitems".split()
)
#: The names of a list that stands beside other lists.
_ITEMS: Final = frozenset("data items results values entries records elements content objects rows value".split())
_WORD: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Listing:
    """Response of a list operation.

    Attributes
    ----------
    response
        The page; ``()`` where the response is the bare list.
    items_property
        Wire name of the list in the page; ``""`` where the response is the bare list.
    properties
        Of the page: wire name -> property.
    members
        Returns the symbol and the properties of the object that a type is; ``None`` for other types.
    headers
        Names of the documented headers, in lower case.
    """

    response: Symbol
    items_property: str
    item: Type
    properties: Mapping[str, Property]
    members: Callable[[Type], tuple[Symbol, Mapping[str, Property]] | None]
    headers: frozenset[str]


def recognise(operation: Operation, listing: Listing, conventions: Sequence[str]) -> Pagination | None:
    """Return how an operation pages, by the first of the conventions that holds."""
    queries = {
        normalised(parameter.name): parameter for parameter in operation.parameters if parameter.location == "query"
    }
    for convention in CONVENTIONS:
        if convention in conventions:
            found = _RULES[convention](queries, listing)
            if found is not None:
                return found
    return None


def choose_items(arrays: Sequence[Property]) -> Property | None:
    """Return the list of a page among its arrays: the only one, or the only one with a usual name."""
    if len(arrays) > 1:
        arrays = [entry for entry in arrays if normalised(entry.name) in _ITEMS]
    return arrays[0] if len(arrays) == 1 else None


def normalised(name: str) -> str:
    """Return a name without case and punctuation."""
    return _WORD.sub("", name.casefold())


_Queries: TypeAlias = Mapping[str, Parameter]


def _cursor(queries: _Queries, listing: Listing) -> Pagination | None:
    parameter = _first(queries, _CURSORS, ("string", "integer"))
    path = _next_path(listing, lambda entry: _plain(entry.type) in _TOKENS)
    if parameter is None or not path:
        return None
    return _pagination("cursor", parameter, queries, listing, next_path=path)


def _last_item(queries: _Queries, listing: Listing) -> Pagination | None:
    parameter = _first(queries, _AFTER_ITEM, ("string", "integer"))
    more = next((name for name in listing.properties if normalised(name) in _HAS_MORE), "")
    item = listing.members(listing.item)
    if parameter is None or not more or item is None or "id" not in item[1]:
        return None
    return _pagination(
        "last-item",
        parameter,
        queries,
        listing,
        next_path=((listing.response, more),),
        key=(item[0], "id"),
    )


def _next_url(queries: _Queries, listing: Listing) -> Pagination | None:
    path = _next_path(listing, _is_url, _NEXT_URLS)
    # Without a parameter the link would be all that an operation takes; then it is more likely to lead elsewhere.
    known = _PAGES | _OFFSETS | _SIZES | _CURSORS
    parameter = next((queries[name] for name in queries if name in known), None)
    if not path or parameter is None:
        return None
    return _pagination("next-url", None, queries, listing, next_path=path)


def _link_header(queries: _Queries, listing: Listing) -> Pagination | None:
    known = _PAGES | _OFFSETS | _SIZES | _CURSORS
    if "link" not in listing.headers or not any(name in known for name in queries):
        return None
    return _pagination("link-header", None, queries, listing)


def _page_number(queries: _Queries, listing: Listing) -> Pagination | None:
    parameter = _first(queries, _PAGES, ("integer", "number"))
    if parameter is None or not listing.items_property or not any(name in _SIZES for name in queries):
        return None
    return _pagination("offset", parameter, queries, listing, first=_first_page(parameter))


def _item_number(queries: _Queries, listing: Listing) -> Pagination | None:
    parameter = _first(queries, _OFFSETS, ("integer", "number"))
    if parameter is None or not listing.items_property or not any(name in _SIZES for name in queries):
        return None
    return _pagination("items", parameter, queries, listing)


_RULES: Final[Mapping[Convention, Callable[[_Queries, Listing], Pagination | None]]] = {
    "cursor": _cursor,
    "last-item": _last_item,
    "next-url": _next_url,
    "link-header": _link_header,
    "offset": _page_number,
    "items": _item_number,
}
_TOKENS: Final = (Primitive("string"), Primitive("integer"), Any_())


def _pagination(
    kind: Convention,
    parameter: Parameter | None,
    queries: _Queries,
    listing: Listing,
    *,
    next_path: tuple[tuple[Symbol, str], ...] = (),
    key: tuple[Symbol, str] = ((), ""),
    first: int = 0,
) -> Pagination:
    size = next((queries[name].name for name in queries if name in _SIZES), "")
    return Pagination(
        kind=kind,
        page_parameter=parameter.name if parameter is not None else "",
        size_parameter=size,
        totals_parameter="",
        response=listing.response,
        items_property=listing.items_property,
        next_path=next_path,
        key=key,
        item=listing.item,
        first=first,
        has_defaults=False,
    )


def _first(queries: _Queries, names: frozenset[str], kinds: Sequence[str]) -> Parameter | None:
    """Return the parameter of one of the names and types; a required one is not for a first page."""
    for name, parameter in queries.items():
        kind = _plain(parameter.type)
        if name in names and not parameter.required and isinstance(kind, Primitive) and kind.name in kinds:
            return parameter
    return None


def _next_path(
    listing: Listing, fits: Callable[[Property], bool], names: frozenset[str] = _NEXT_CURSORS
) -> tuple[tuple[Symbol, str], ...]:
    """Return the way to what names the next page: each step an object and the wire name of a property."""
    for name, entry in listing.properties.items():
        if normalised(name) in names and fits(entry):
            return ((listing.response, name),)
    for name, entry in listing.properties.items():
        members = listing.members(entry.type) if normalised(name) in _ENVELOPES else None
        for inner, below in members[1].items() if members is not None else ():
            wanted = _INNER_CURSORS if names is _NEXT_CURSORS else names
            # JSON:API has its URLs in an object of that name, rarely with a format.
            is_link = normalised(name) == "links" and names is _NEXT_URLS
            if members is not None and normalised(inner) in wanted and (is_link or fits(below)):
                return ((listing.response, name), (members[0], inner))
    return ()


def _plain(kind: Type) -> Type:
    kind = kind.inner if isinstance(kind, Nullable) else kind
    if isinstance(kind, Primitive) and kind.format not in ("uri", "url", "uri-reference"):
        return Primitive(kind.name)
    return kind


def _is_url(entry: Property) -> bool:
    kind = entry.type.inner if isinstance(entry.type, Nullable) else entry.type
    if not isinstance(kind, Primitive) or kind.name != "string":
        return False
    named = normalised(entry.name) != "next"
    return named or kind.format in ("uri", "url", "uri-reference")


def _first_page(parameter: Parameter) -> int:
    """Return the number of the first page: the documented default, else the least one, else 1."""
    for value in (*parameter.default, parameter.constraints.get("minimum")):
        if isinstance(value, int) and not isinstance(value, bool):
            return value
    return 1


def array_of(kind: Type) -> Type | None:
    """Return the items of an array, null aside."""
    kind = kind.inner if isinstance(kind, Nullable) else kind
    return kind.item if isinstance(kind, Array) else None
