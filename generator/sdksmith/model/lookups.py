"""Look-ups that several stages need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdksmith.model.types import Array, Declaration, Map, Nullable, Object, Property, Reference, Symbol, Type


def symbols_of(kind: Type) -> Iterator[Symbol]:
    """Yield the symbol that a type expression mentions, if any."""
    while isinstance(kind, Array | Map | Nullable):
        kind = kind.item if isinstance(kind, Array) else kind.value if isinstance(kind, Map) else kind.inner
    if isinstance(kind, Reference):
        yield kind.symbol


def all_properties(declared: Object, declarations: Mapping[Symbol, Declaration]) -> list[Property]:
    """Return the properties of an object, those of its bases first; one that is declared again counts once."""
    found: dict[str, Property] = {}
    for base in declared.bases:
        parent = declarations.get(base)
        if isinstance(parent, Object):
            found.update((entry.name, entry) for entry in all_properties(parent, declarations))
    found.update((entry.name, entry) for entry in declared.properties)
    return list(found.values())
