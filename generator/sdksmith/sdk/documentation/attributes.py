"""Attributes: what documentation says of a parameter, or of a property of an object, and what it can open from there.

Computed from the model alone; one level at a time, so that recursion is the reader's to end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sdksmith.model import (
    Alias,
    Any_,
    Array,
    Declaration,
    Enum,
    Literal_,
    Map,
    Nullable,
    Object,
    Parameter,
    Primitive,
    Property,
    Reference,
    Type,
    Union_,
    all_properties,
    resolve,
    size_limits,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.documentation.facts import Limit, limits_of, stage_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribute:
    """A parameter or a property.

    Attributes
    ----------
    stage
        As :func:`~sdksmith.sdk.documentation.facts.stage_of` has it; that of its type where it has none of its own.
    limits
        Its own, and those of its type.
    item_limits
        Of an array or a map: those of each value in it.
    allowed
        The values of its enum, or its constant; of an array or a map those of what is in it.
    default
        The documented default, one value in a tuple.
    opens
        The object or the union that it is, or has in it, through arrays, maps, other names and null.
    """

    name: str
    type: Type
    required: bool
    nullable: bool
    read_only: bool
    write_only: bool
    stage: str
    description: str
    limits: tuple[Limit, ...]
    item_limits: tuple[Limit, ...]
    allowed: tuple[Any, ...]
    default: tuple[Any, ...]
    examples: tuple[Any, ...]
    opens: Symbol | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeDescription:
    """What may be said of the values of a type, wherever it is used.

    Attributes
    ----------
    description, stage
        Those of the name that a type has.
    nullable, limits, item_limits, allowed, opens
        As of an :class:`Attribute`.
    """

    description: str
    stage: str
    nullable: bool
    limits: tuple[Limit, ...]
    item_limits: tuple[Limit, ...]
    allowed: tuple[Any, ...]
    opens: Symbol | None


def values_of(
    kind: Type, declarations: Mapping[Symbol, Declaration], constraints: Mapping[str, Any] | None = None
) -> TypeDescription:
    """Return what documentation says of the values of a type.

    Parameters
    ----------
    constraints
        Those of the place where it is used, which come before its own.
    """
    nullable, inner = _innermost(kind, declarations)
    declared = declarations.get(inner.symbol) if isinstance(inner, Reference) else None
    outer = resolve(kind, declarations, through_null=True)
    inside = outer.item if isinstance(outer, Array) else outer.value if isinstance(outer, Map) else None
    allowed: tuple[Any, ...] = ()
    if isinstance(declared, Enum):
        allowed = declared.values
    elif isinstance(inner, Literal_):
        allowed = (inner.value,)
    named = list(_names(kind, declarations))
    return TypeDescription(
        description=next((each.description for each in named if each.description), ""),
        stage=next((stage for each in named if (stage := stage_of(each))), ""),
        nullable=nullable,
        limits=limits_of({**_constraints(kind, declarations), **(constraints or {})}),
        item_limits=limits_of(_constraints(inside, declarations)) if inside is not None else (),
        allowed=allowed,
        opens=declared.symbol if isinstance(declared, Object | Union_) else None,
    )


def attributes_of(declared: Object, declarations: Mapping[Symbol, Declaration]) -> tuple[Attribute, ...]:
    """Return the attributes of an object, those of its bases first."""
    return tuple(attribute_of(entry, declarations) for entry in all_properties(declared, declarations))


def attribute_of(entry: Property | Parameter, declarations: Mapping[Symbol, Declaration]) -> Attribute:
    """Return what documentation says of a property or a parameter."""
    values = values_of(entry.type, declarations, entry.constraints)
    return Attribute(
        name=entry.name,
        type=entry.type,
        required=entry.required,
        nullable=values.nullable,
        read_only=isinstance(entry, Property) and entry.read_only,
        write_only=isinstance(entry, Property) and entry.write_only,
        stage=stage_of(entry) or values.stage,
        description=entry.description,
        limits=values.limits,
        item_limits=values.item_limits,
        allowed=values.allowed,
        default=entry.default,
        examples=entry.examples,
        opens=values.opens,
    )


def _constraints(kind: Type, declarations: Mapping[Symbol, Declaration]) -> Mapping[str, Any]:
    """Return what limits the values of a type wherever it is used."""
    end = resolve(kind, declarations, through_null=True)
    if isinstance(end, Primitive | Array | Map):
        return end.constraints
    declared = declarations.get(end.symbol) if isinstance(end, Reference) else None
    return size_limits(declared, declarations) if isinstance(declared, Object) else {}


def _names(kind: Type, declarations: Mapping[Symbol, Declaration]) -> Iterator[Declaration]:
    """Yield what a type is called, and what that is another name for."""
    seen: set[Symbol] = set()
    while True:
        match kind:
            case Nullable(inner):
                kind = inner
            case Reference(symbol) if symbol not in seen and symbol in declarations:
                seen.add(symbol)
                declared = declarations[symbol]
                yield declared
                if not isinstance(declared, Alias):
                    return
                kind = declared.target
            case _:
                return


def _innermost(kind: Type, declarations: Mapping[Symbol, Declaration]) -> tuple[bool, Type]:
    """Return whether a type may be null itself, and what it is or has in it."""
    nullable = False
    outermost = True
    seen: set[Symbol] = set()
    while True:
        match kind:
            case Nullable(inner):
                nullable = nullable or outermost
                kind = inner
            case Array(inner) | Map(inner):
                outermost = False
                kind = inner
            case Reference(symbol) if symbol not in seen:
                seen.add(symbol)
                declared = declarations.get(symbol)
                if not isinstance(declared, Alias):
                    return nullable, kind
                kind = declared.target
            case _:
                return nullable or (outermost and isinstance(kind, Any_)), kind
