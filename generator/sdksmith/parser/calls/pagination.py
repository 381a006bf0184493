"""Pagination of operations: nothing in a document says it, so it is inferred (docs/mapping.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from sdksmith.config import PagingConfig
from sdksmith.media_types import is_json
from sdksmith.model import (
    Alias,
    Any_,
    Array,
    Declaration,
    Nullable,
    Object,
    Operation,
    Pagination,
    Primitive,
    Property,
    Type,
    Union_,
    last_declaration,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.parser.calls.paging_conventions import Listing, array_of, choose_items, recognise
from sdksmith.parser.types.compose import Composer

_PAGE: Final = "page"
_SIZE: Final = "per_page"
_TOTALS: Final = "include_totals"
_FROM: Final = "from"
_TAKE: Final = "take"
_NEXT: Final = "next"
#: What a response with an offset tells of itself; some leave the total out.
_OFFSET_MARKS: Final = frozenset(("total", "start", "limit"))
#: Parameters that only make sense for one of the two ways to page.
_OFFSET_PARAMETERS: Final = frozenset((_PAGE, _SIZE, _TOTALS))
_CURSOR_PARAMETERS: Final = frozenset((_FROM, _TAKE))


@dataclass(frozen=True)
class Paged:
    """An operation after the analysis, and the page shapes that it does not use."""

    operation: Operation
    unchosen: frozenset[Symbol] = frozenset()


@dataclass(frozen=True)
class _Shape:
    """A page: its type, its list and what that is of; a bare list has neither of the first two."""

    response: Symbol
    items: str
    item: Type


class PaginationAnalysis:
    """Chooses the page shape of each operation."""

    def __init__(
        self, declarations: Mapping[Symbol, Declaration], composer: Composer, config: PagingConfig, words: str
    ) -> None:
        self._declarations = declarations
        self._composer = composer
        self._config = config
        self._words = words

    def analyse(self, operation: Operation) -> Paged:
        """Return the operation with the one page shape it is to use."""
        if not self._config.enabled or operation.method != "GET":
            return Paged(operation)
        choice = self._choice(operation)
        queries = {parameter.name for parameter in operation.parameters if parameter.location == "query"}
        response = next((found for found in operation.responses if found.status == "200"), None)
        media = (
            [entry for entry in response.alternatives if is_json(entry.content_type)] if response is not None else []
        )
        if response is None or len(media) != 1:
            return Paged(operation)
        union = self._declared(media[0].type)
        if not isinstance(union, Union_) or not any(isinstance(variant, Array) for variant in self._arrays(union)):
            return Paged(operation if choice == "none" else self._of_one_shape(operation, media[0].type, queries))
        chosen, dropped = self._choose(union, choice, queries)
        if chosen is None:
            return Paged(operation)
        # Variants that were declared for this choice alone stand for nothing once another one is taken.
        unchosen = {union.symbol}
        for variant in union.variants:
            declared = self._declared(variant)
            if variant != chosen and isinstance(declared, Object | Alias) and self._is_wrapper(declared):
                unchosen.add(declared.symbol)
        content = tuple(replace(entry, type=chosen) if entry is media[0] else entry for entry in response.alternatives)
        operation = replace(
            operation,
            responses=tuple(
                replace(found, alternatives=content) if found is response else found for found in operation.responses
            ),
            parameters=tuple(
                parameter
                for parameter in operation.parameters
                if parameter.location != "query" or parameter.name not in dropped
            ),
            paging_dropped_parameters=tuple(sorted(queries & dropped)),
        )
        page = self._declared(chosen)
        if isinstance(page, Object):
            operation = self._with_pagination(operation, page, queries - dropped)
        return Paged(operation, frozenset(unchosen))

    def _of_one_shape(self, operation: Operation, kind: Type, queries: set[str]) -> Operation:
        """Return an operation whose response has one shape, with its pagination if it has one."""
        declared = self._declared(kind)
        if isinstance(declared, Object):
            return self._with_pagination(operation, declared, queries)
        item = array_of(resolve(kind, self._declarations, through_null=True))
        if item is None:
            return operation
        return replace(operation, pagination=self._common(operation, _Shape((), "", item), {}))

    def _choice(self, operation: Operation) -> str:
        return self._config.choice((*operation.group, operation.name), self._words)

    def _declared(self, kind: Type) -> Declaration | None:
        return last_declaration(kind, self._declarations)

    def _arrays(self, union: Union_) -> list[Type]:
        return [resolve(variant, self._declarations, through_null=True) for variant in union.variants]

    def _is_wrapper(self, declared: Object | Alias) -> bool:
        if isinstance(declared, Alias):
            return isinstance(declared.target, Array)
        names = set(self._composer.all_properties(declared.symbol))
        return _NEXT in names or bool(_OFFSET_MARKS & names)

    def _choose(self, union: Union_, choice: str, queries: set[str]) -> tuple[Type | None, frozenset[str]]:
        """Return the chosen variant and the query parameters that go with the others."""
        array = offset = cursor = None
        for variant in union.variants:
            declared = self._declared(variant)
            if isinstance(declared, Object):
                names = set(self._composer.all_properties(declared.symbol))
                if _NEXT in names:
                    cursor = variant
                elif _OFFSET_MARKS & names:
                    offset = variant
            elif isinstance(variant, Array) or isinstance(getattr(declared, "target", None), Array):
                array = variant
        if choice == "none":
            return array, _CURSOR_PARAMETERS | _OFFSET_PARAMETERS
        if choice == "offset" and offset is not None:
            return offset, _CURSOR_PARAMETERS
        if cursor is not None and choice in ("auto", "cursor"):
            return cursor, _OFFSET_PARAMETERS
        if offset is not None:
            return offset, _CURSOR_PARAMETERS
        return None, frozenset()

    def _with_pagination(self, operation: Operation, page: Object, queries: set[str]) -> Operation:
        """Return an operation that answers with an object, with its pagination if it has one."""
        properties = self._composer.all_properties(page.symbol)
        entry = choose_items([entry for entry in properties.values() if self._array_of(entry) is not None])
        if entry is None:
            return operation
        item = self._array_of(entry) or Any_()
        shape = _Shape(page.symbol, entry.name, item)
        own = self._own(shape, properties, queries, _numbers(operation))
        return replace(operation, pagination=own or self._common(operation, shape, properties))

    def _own(
        self, shape: _Shape, properties: Mapping[str, Property], queries: set[str], numbers: set[str]
    ) -> Pagination | None:
        """Return the pagination by rules 2 and 3 of docs/mapping.md, whose parameters get defaults, which are numbers."""
        if {_FROM, _TAKE} <= queries and _TAKE in numbers and _NEXT in properties:
            path = ((shape.response, _NEXT),)
            return Pagination("cursor", _FROM, _TAKE, "", shape.response, shape.items, shape.item, path)
        if {_PAGE, _SIZE} <= queries & numbers:
            totals = _TOTALS if _TOTALS in queries else ""
            return Pagination("offset", _PAGE, _SIZE, totals, shape.response, shape.items, shape.item)
        return None

    def _common(self, operation: Operation, shape: _Shape, properties: Mapping[str, Property]) -> Pagination | None:
        """Return the pagination by the conventions of other APIs."""
        headers = frozenset(
            header.name.casefold()
            for response in operation.responses
            if response.status == "200"
            for header in response.headers
        )
        choice = self._choice(operation)
        if choice == "link-header":
            # Many documents leave the header out.
            headers |= {"link"}
        listing = Listing(shape.response, shape.items, shape.item, properties, self._members, headers)
        return recognise(operation, listing, self._config.conventions if choice == "auto" else (choice,))

    def _members(self, kind: Type) -> tuple[Symbol, Mapping[str, Property]] | None:
        declared = self._declared(kind)
        if not isinstance(declared, Object):
            return None
        return declared.symbol, self._composer.all_properties(declared.symbol)

    def _array_of(self, entry: Property) -> Type | None:
        return array_of(resolve(entry.type, self._declarations, through_null=True))


def _numbers(operation: Operation) -> set[str]:
    """Return the names of the query parameters that may be numbers."""
    kinds = {
        parameter.name: parameter.type.inner if isinstance(parameter.type, Nullable) else parameter.type
        for parameter in operation.parameters
        if parameter.location == "query"
    }
    return {
        name
        for name, kind in kinds.items()
        if isinstance(kind, Any_) or (isinstance(kind, Primitive) and kind.name in ("integer", "number"))
    }
