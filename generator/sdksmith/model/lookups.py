"""Look-ups that several stages need; they run for every type of a document, so none of them is a generator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sdksmith.model.types import (
    Alias,
    Array,
    Declaration,
    Map,
    Nullable,
    Object,
    Property,
    Reference,
    Symbol,
    Type,
    Union_,
)

_NOTHING: tuple[Symbol, ...] = ()


def symbols_of(kind: Type) -> tuple[Symbol, ...]:
    """Return the symbol that a type expression mentions, if any."""
    while isinstance(kind, (Array, Map, Nullable)):
        kind = kind.item if isinstance(kind, Array) else kind.value if isinstance(kind, Map) else kind.inner
    return (kind.symbol,) if isinstance(kind, Reference) else _NOTHING


def mentions(declared: Declaration) -> list[Symbol]:
    """Return the symbols that stand in the text of a declaration, with repetitions."""
    if isinstance(declared, Object):
        found = list(declared.bases)
        for entry in declared.properties:
            found += symbols_of(entry.type)
        return found
    if isinstance(declared, Union_):
        return [symbol for variant in declared.variants for symbol in symbols_of(variant)]
    return list(symbols_of(declared.target)) if isinstance(declared, Alias) else []


def resolve(kind: Type, declarations: Mapping[Symbol, Declaration], *, through_null: bool = False) -> Type:
    """Follow aliases to what they stand for.

    Parameters
    ----------
    through_null
        Follow types that may be null too: what is returned is then what a value is that is not null.
    """
    return _follow(kind, declarations, through_null=through_null)[0]


def last_declaration(kind: Type, declarations: Mapping[Symbol, Declaration]) -> Declaration | None:
    """Return the declaration that a type leads to, null aside: of aliases the last one.

    ``None`` for a type that is written out, and for aliases that lead in a circle.
    """
    end, declared = _follow(kind, declarations, through_null=True)
    return None if isinstance(end, Reference) and isinstance(declared, Alias) else declared


def _follow(
    kind: Type, declarations: Mapping[Symbol, Declaration], *, through_null: bool
) -> tuple[Type, Declaration | None]:
    """Return the type at the end of aliases, and the last declaration on the way to it."""
    seen: set[Symbol] = set()
    declared: Declaration | None = None
    while True:
        if through_null and isinstance(kind, Nullable):
            kind = kind.inner
        elif isinstance(kind, Reference) and kind.symbol not in seen:
            seen.add(kind.symbol)
            declared = declarations.get(kind.symbol)
            if not isinstance(declared, Alias):
                return kind, declared
            kind = declared.target
        else:
            return kind, declared


def object_of(kind: Type, declarations: Mapping[Symbol, Declaration]) -> Object | None:
    """Return the object with properties that a type is, through aliases; ``None`` for anything else, null included."""
    resolved = resolve(kind, declarations)
    declared = declarations.get(resolved.symbol) if isinstance(resolved, Reference) else None
    return declared if isinstance(declared, Object) else None


def is_closed(declared: Object, declarations: Mapping[Symbol, Declaration]) -> bool:
    """Return whether the document forbids properties it does not name: of an object itself, or of one it extends."""
    return declared.additional is None or any(
        isinstance(parent, Object) and is_closed(parent, declarations)
        for parent in map(declarations.get, declared.bases)
    )


def object_at(symbol: Symbol, declarations: Mapping[Symbol, Declaration]) -> Object:
    """Return a declaration that is known to be an object."""
    declared = declarations[symbol]
    assert isinstance(declared, Object)
    return declared


def size_limits(declared: Object, declarations: Mapping[Symbol, Declaration]) -> dict[str, Any]:
    """Return how many properties an object may have, as keyword -> number: its own limits win over those of its bases."""
    found: dict[str, Any] = {}
    for base in map(declarations.get, declared.bases):
        if isinstance(base, Object):
            found |= size_limits(base, declarations)
    return {**found, **declared.constraints}


def all_undescribed(declared: Object, declarations: Mapping[Symbol, Declaration]) -> tuple[str, ...]:
    """Return the names of properties that must be there and are not described, those of the bases first."""
    found: list[str] = []
    for base in map(declarations.get, declared.bases):
        if isinstance(base, Object):
            found += all_undescribed(base, declarations)
    return (*found, *declared.undescribed)


def all_properties(declared: Object, declarations: Mapping[Symbol, Declaration]) -> list[Property]:
    """Return the properties of an object, those of its bases first; one that is declared again counts once."""
    found: dict[str, Property] = {}
    for base in declared.bases:
        parent = declarations.get(base)
        if isinstance(parent, Object):
            found.update((entry.name, entry) for entry in all_properties(parent, declarations))
    found.update((entry.name, entry) for entry in declared.properties)
    return list(found.values())
