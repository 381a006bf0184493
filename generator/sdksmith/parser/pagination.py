"""Which operations page, and how: nothing in a document says it, so it is inferred (SDK.md section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from sdksmith.config import PagingConfig
from sdksmith.model import (
    Alias,
    Any_,
    Array,
    Declaration,
    Nullable,
    Object,
    Operation,
    Pagination,
    Property,
    Reference,
    Type,
    Union_,
)
from sdksmith.model.types import Symbol
from sdksmith.parser.compose import Composer
from sdksmith.words import snake

_PAGE: Final = "page"
_SIZE: Final = "per_page"
_TOTALS: Final = "include_totals"
_FROM: Final = "from"
_TAKE: Final = "take"
_NEXT: Final = "next"
#: What an answer with an offset tells of itself; some leave the total out.
_OFFSET_MARKS: Final = frozenset(("total", "start", "limit"))
#: Parameters that only make sense for one of the two ways to page.
_OFFSET_PARAMETERS: Final = frozenset((_PAGE, _SIZE, _TOTALS))
_CURSOR_PARAMETERS: Final = frozenset((_FROM, _TAKE))


@dataclass(frozen=True)
class Paged:
    """An operation after the analysis, and the page shapes that it does not use."""

    operation: Operation
    unchosen: frozenset[Symbol] = frozenset()


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
        choice = self._config.operations.get(self._key(operation), "auto")
        queries = {parameter.name for parameter in operation.parameters if parameter.location == "query"}
        response = next((found for found in operation.responses if found.status == "200"), None)
        if response is None or len(response.alternatives) != 1:
            return Paged(operation)
        union = self._declared(response.alternatives[0].type)
        if not isinstance(union, Union_) or not any(isinstance(variant, Array) for variant in self._arrays(union)):
            if choice == "none" or not isinstance(union, Object):
                return Paged(operation)
            return Paged(self._with_pagination(operation, union, queries))
        chosen, dropped = self._choose(union, choice, queries)
        if chosen is None:
            return Paged(operation)
        # Variants that were declared for this choice alone stand for nothing once another one is taken.
        unchosen = {union.symbol}
        for variant in union.variants:
            declared = self._declared(variant)
            if variant != chosen and isinstance(declared, Object | Alias) and self._is_wrapper(declared):
                unchosen.add(declared.symbol)
        content = replace(response.alternatives[0], type=chosen)
        operation = replace(
            operation,
            responses=tuple(
                replace(found, alternatives=(content,)) if found is response else found for found in operation.responses
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

    def _key(self, operation: Operation) -> str:
        return ".".join(snake(part, self._words) for part in (*operation.group, operation.name))

    def _declared(self, kind: Type) -> Declaration | None:
        while True:
            if isinstance(kind, Nullable):
                kind = kind.inner
            if not isinstance(kind, Reference):
                return None
            declared = self._declarations.get(kind.symbol)
            if isinstance(declared, Alias) and isinstance(declared.target, Reference | Nullable):
                kind = declared.target
                continue
            return declared

    def _arrays(self, union: Union_) -> list[Type]:
        found: list[Type] = []
        for variant in union.variants:
            declared = self._declared(variant)
            found.append(declared.target if isinstance(declared, Alias) else variant)
        return found

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
        properties = self._composer.all_properties(page.symbol)
        arrays = [entry for entry in properties.values() if self._array_of(entry) is not None]
        if len(arrays) != 1:
            return operation
        item = self._array_of(arrays[0])
        if {_FROM, _TAKE} <= queries and _NEXT in properties:
            kind, page_parameter, size_parameter, next_property = "cursor", _FROM, _TAKE, _NEXT
        elif {_PAGE, _SIZE} <= queries:
            kind, page_parameter, size_parameter, next_property = "offset", _PAGE, _SIZE, ""
        else:
            return operation
        return replace(
            operation,
            pagination=Pagination(
                kind="cursor" if kind == "cursor" else "offset",
                page_parameter=page_parameter,
                size_parameter=size_parameter,
                totals_parameter=_TOTALS if _TOTALS in queries and kind == "offset" else "",
                response=page.symbol,
                items_property=arrays[0].name,
                next_property=next_property,
                item=item or Any_(),
            ),
        )

    def _array_of(self, entry: Property) -> Type | None:
        kind = entry.type.inner if isinstance(entry.type, Nullable) else entry.type
        declared = self._declared(kind)
        if isinstance(declared, Alias):
            kind = declared.target
        return kind.item if isinstance(kind, Array) else None
