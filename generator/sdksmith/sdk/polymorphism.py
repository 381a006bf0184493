"""Properties that distinguish the variants of a union: the tag of a discriminator, else enums whose values only one of them has.

Computed from the declarations that are emitted; what no discriminator can tell after all is in the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sdksmith.model import (
    Alias,
    Declaration,
    Discriminator,
    Disposition,
    Enum,
    Ledger,
    Literal_,
    Object,
    Property,
    Reference,
    Type,
    Union_,
    all_properties,
    object_of,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.tags import Tag, tag_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """A variant of a union that a tag tells.

    Attributes
    ----------
    name
        What the discriminator calls it.
    tag
        The value that the property has, of its JSON type.
    object
        The symbol of the object that its properties come from.
    holds_tag
        The object has the tag as a property: a value of it alone is one of the union too, if it has this tag.
    """

    name: str
    tag: Tag
    object: Symbol
    holds_tag: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TaggedUnion:
    """A union that a discriminator tells.

    Attributes
    ----------
    property
        The wire name of the tag.
    protocol
        The tag is not in the value but in the protocol: the ``event`` field of an event.
    variants
        In the order of the document; several tags may stand for one object.
    """

    symbol: Symbol
    property: str
    protocol: bool
    variants: tuple[Variant, ...]


def objects_of(union: TaggedUnion) -> tuple[Symbol, ...]:
    """Return the objects whose values are values of a union as they stand: what one call returns, another takes."""
    return tuple(dict.fromkeys(variant.object for variant in union.variants if variant.holds_tag))


def has_subtypes(declared: Declaration) -> bool:
    """Whether values of an object may be of an object that extends it, as their tags tell."""
    return isinstance(declared, Object) and declared.subtypes is not None and bool(declared.subtypes.mapping)


def find_tagged_unions(
    declarations: Mapping[Symbol, Declaration], symbols: Iterable[Symbol], ledger: Ledger
) -> dict[Symbol, TaggedUnion]:
    """Return the unions that a discriminator tells.

    Parameters
    ----------
    symbols
        The declarations to look for unions among.
    ledger
        Receives the unions that can't be told by their tags.
    """
    found: dict[Symbol, TaggedUnion] = {}
    for symbol in symbols:
        declared = declarations[symbol]
        if isinstance(declared, Union_) and declared.discriminator is not None:
            variants = _variants(declared.discriminator, declarations)
            if isinstance(variants, str):
                reason = f"{variants}: the union is told by its shapes, not by the discriminator"
                ledger.record(symbol, "schema", "discriminator", Disposition.DEGRADED, reason)
            elif variants:
                told_by = declared.discriminator
                found[symbol] = TaggedUnion(
                    symbol=symbol, property=told_by.property, protocol=told_by.protocol, variants=variants
                )
    return found


def _variants(told_by: Discriminator, declarations: Mapping[Symbol, Declaration]) -> tuple[Variant, ...] | str:
    """Return the variants that a discriminator tells, or why it tells none."""
    found: list[Variant] = []
    for name, symbol in told_by.mapping:
        declared = object_of(Reference(symbol), declarations)
        if declared is None:
            return "a variant is no object"
        holds_tag = any(entry.name == told_by.property for entry in all_properties(declared, declarations))
        tag = name if told_by.protocol else tag_of(name, told_by.property, declared, declarations)
        if tag is None:
            return f"{name[:80]!r} is no value of the property {told_by.property!r} of a variant"
        found.append(Variant(name=name, tag=tag, object=declared.symbol, holds_tag=holds_tag))
    if any(isinstance(variant.tag, bool) for variant in found) and any(type(variant.tag) is int for variant in found):
        return "some tags are booleans, and some are numbers, which many languages take for the same"
    return tuple(found)


def subtype_tags(declared: Object, declarations: Mapping[Symbol, Declaration]) -> tuple[tuple[Tag, Symbol], ...]:
    """Return which object that extends one a value is, by the value of its tag; tags that no value has are left out."""
    if declared.subtypes is None:
        return ()
    named = (
        (tag_of(name, declared.subtypes.property, declared, declarations), symbol)
        for name, symbol in declared.subtypes.mapping
    )
    return tuple((tag, symbol) for tag, symbol in named if tag is not None)


def find_distinguishing_enums(
    declarations: Mapping[Symbol, Declaration], symbols: Iterable[Symbol]
) -> dict[Symbol, tuple[str, ...]]:
    """Return, for each object that is a variant, the wire names of its tags.

    A tag is an enum of which another variant of the union has none of the values: a value that holds one of them is this
    variant and not that one. It may be left out; then it tells nothing.

    Parameters
    ----------
    symbols
        The declarations to look for unions among.
    """
    found: dict[Symbol, set[str]] = {}
    for symbol in symbols:
        declared = declarations[symbol]
        if not isinstance(declared, Union_):
            continue
        values = {variant.symbol: _values(variant, declarations) for variant in _objects(declared, declarations, set())}
        for variant, own in values.items():
            for name, known in own.items():
                others = (other[name] for sibling, other in values.items() if sibling != variant and name in other)
                if any(known.isdisjoint(other) for other in others):
                    found.setdefault(variant, set()).add(name)
    return {
        symbol: tuple(
            entry.name
            for entry in _properties(symbol, declarations)
            if entry.name in names and isinstance(_declared(entry.type, declarations), Enum)
        )
        for symbol, names in found.items()
    }


def _objects(union: Union_, declarations: Mapping[Symbol, Declaration], seen: set[Symbol]) -> Iterator[Object]:
    """Yield the objects of a union, and of the unions in it."""
    for variant in union.variants:
        declared = _declared(variant, declarations)
        if declared is None or declared.symbol in seen:
            continue
        seen.add(declared.symbol)
        if isinstance(declared, Object):
            yield declared
        elif isinstance(declared, Union_):
            yield from _objects(declared, declarations, seen)


def _values(variant: Object, declarations: Mapping[Symbol, Declaration]) -> dict[str, frozenset[object]]:
    """Return the known values of an object's enums and constants."""
    found: dict[str, frozenset[object]] = {}
    for entry in all_properties(variant, declarations):
        kind = resolve(entry.type, declarations)
        declared = _declared(kind, declarations)
        if isinstance(kind, Literal_):
            found[entry.name] = frozenset((kind.value,))
        elif isinstance(declared, Enum):
            found[entry.name] = frozenset(declared.values)
    return found


def _properties(symbol: Symbol, declarations: Mapping[Symbol, Declaration]) -> list[Property]:
    declared = declarations[symbol]
    assert isinstance(declared, Object)
    return all_properties(declared, declarations)


def _declared(kind: Type, declarations: Mapping[Symbol, Declaration]) -> Declaration | None:
    """Return what a type refers to, through aliases."""
    resolved = resolve(kind, declarations)
    declared = declarations.get(resolved.symbol) if isinstance(resolved, Reference) else None
    return None if isinstance(declared, Alias) else declared
