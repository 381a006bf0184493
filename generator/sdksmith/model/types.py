"""Types of the model: expressions (what a value may be) and declarations (types that have a name of their own).

A declaration is known by its *symbol*, the pointer of the schema it came from; expressions refer to it with
:class:`Reference`, so recursion is ordinary. What it will be called is the naming pass's business: a declaration only says
where it came from (:data:`Origin`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from sdksmith.diagnostics import Pointer

#: Identifies a declaration: the JSON pointer of its schema in the bundled document.
Symbol: TypeAlias = Pointer

#: Keyword -> value of the assertions that only document (``minLength``, ``minItems``, ...). Types that differ in them alone are equal:
#: a library has one type for both.
Constraints: TypeAlias = Mapping[str, Any]

PrimitiveName: TypeAlias = Literal["string", "integer", "number", "boolean", "null"]


@dataclass(frozen=True, slots=True)
class Primitive:
    """A JSON scalar, with the ``format`` the document gives."""

    name: PrimitiveName
    format: str | None = None
    constraints: Constraints = field(default_factory=dict[str, Any], compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Literal_:  # noqa: N801 - the trailing underscore keeps typing.Literal free
    """Exactly one value (``const``, or an ``enum`` of one that the document means as a constant)."""

    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Array:
    """A JSON array of one item type."""

    item: Type
    constraints: Constraints = field(default_factory=dict[str, Any], compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Map:
    """A JSON object whose keys are free and whose values are of one type."""

    value: Type
    constraints: Constraints = field(default_factory=dict[str, Any], compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value that may also be null."""

    inner: Type


@dataclass(frozen=True, slots=True)
class Any_:  # noqa: N801
    """Anything at all: ``{}`` or ``true``, or what the model can't say better (then the ledger tells)."""


@dataclass(frozen=True, slots=True)
class File:
    """Bytes: a binary body, or a file part of a multipart body."""

    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A named type, by its symbol."""

    symbol: Symbol


Type: TypeAlias = Primitive | Literal_ | Array | Map | Nullable | Any_ | File | Reference


# Where a declaration came from; the naming pass makes its name of this alone. A parent need not be a declaration itself: the
# items of an array that is a property are ``ItemOf(PropertyOf(...))``.


@dataclass(frozen=True, slots=True)
class Component:
    """An entry of the components, or of another place that names its entries (a bundled file)."""

    name: str


@dataclass(frozen=True, slots=True)
class PropertyOf:
    """The inline schema of a property."""

    parent: Origin
    property: str


@dataclass(frozen=True, slots=True)
class ItemOf:
    """The inline items of an array."""

    parent: Origin


@dataclass(frozen=True, slots=True)
class ValueOf:
    """The inline values of a map."""

    parent: Origin


@dataclass(frozen=True, slots=True)
class VariantOf:
    """An inline variant of a union: known by a property that no sibling has, else by its position (from 0)."""

    parent: Origin
    index: int
    distinguishing_property: str | None = None


@dataclass(frozen=True, slots=True)
class BodyOf:
    """The inline request body of an operation (`operation` is :attr:`Operation.symbol`)."""

    operation: Symbol


@dataclass(frozen=True, slots=True)
class PayloadOf:
    """The inline body of a request that the API sends (`request` is :attr:`IncomingRequest.symbol`)."""

    request: Symbol


@dataclass(frozen=True, slots=True)
class ResponseOf:
    """The inline success response of an operation."""

    operation: Symbol
    status: str


@dataclass(frozen=True, slots=True)
class ErrorOf:
    """The inline error body of an operation."""

    operation: Symbol
    status: str


@dataclass(frozen=True, slots=True)
class ParameterOf:
    """The inline schema of a parameter."""

    operation: Symbol
    parameter: str


Origin: TypeAlias = (
    Component | PropertyOf | ItemOf | ValueOf | VariantOf | BodyOf | ResponseOf | ErrorOf | ParameterOf | PayloadOf
)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an object.

    Attributes
    ----------
    name
        As it goes over the wire.
    default
        The documented default, one value in a tuple (``()`` when there is none): shown, never sent.
    constraints
        Those that stand where the property does; what it refers to may have its own.
    """

    name: str
    type: Type
    required: bool
    description: str = ""
    default: tuple[Any, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    lifecycle: str | None = None
    constraints: Constraints = field(default_factory=dict[str, Any])
    examples: tuple[Any, ...] = ()

    @property
    def nullable(self) -> bool:
        """Whether null is one of the values."""
        return isinstance(self.type, Nullable | Any_)


@dataclass(frozen=True, slots=True)
class Object:
    """An object with known properties.

    Attributes
    ----------
    properties
        Own ones, in document order; inherited ones are those of `bases`.
    bases
        Objects this one extends (``allOf``), in document order.
    additional
        The type of properties the document does not name (``additionalProperties``); ``None``: it forbids them. A client
        keeps them all the same, and tells of them in responses. Those of `bases` count as named.
    undescribed
        Names of properties that must be there, and of which the document says nothing else.
    constraints
        How many properties there may be.
    subtypes
        Which object that extends this one a value is, by its tag (a discriminator without ``oneOf``, OpenAPI 3.1 section
        4.8.25.3); ``None`` where nothing tells.
    """

    symbol: Symbol
    origin: Origin
    properties: tuple[Property, ...]
    bases: tuple[Symbol, ...] = ()
    additional: Type | None = field(default_factory=Any_)
    title: str = ""
    description: str = ""
    deprecated: bool = False
    lifecycle: str | None = None
    examples: tuple[Any, ...] = ()
    subtypes: Discriminator | None = None
    undescribed: tuple[str, ...] = ()
    constraints: Constraints = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Enum:
    """A set of known values; open: an API may add to it."""

    symbol: Symbol
    origin: Origin
    base: Primitive
    values: tuple[str | int | float | bool, ...]
    title: str = ""
    description: str = ""
    deprecated: bool = False
    lifecycle: str | None = None


@dataclass(frozen=True, slots=True)
class Discriminator:
    """Property that identifies the variant of a union.

    Attributes
    ----------
    property
        Wire name of the tag.
    mapping
        Tag value -> the variant's symbol, in document order.
    protocol
        The tag is not in the body but in the protocol (``x-discriminator-context: protocol``: an SSE ``event`` field).
    """

    property: str
    mapping: tuple[tuple[str, Symbol], ...]
    protocol: bool = False


@dataclass(frozen=True, slots=True)
class Union_:  # noqa: N801
    """One of several types (``oneOf``, ``anyOf``), in document order without duplicates."""

    symbol: Symbol
    origin: Origin
    variants: tuple[Type, ...]
    discriminator: Discriminator | None = None
    title: str = ""
    description: str = ""
    deprecated: bool = False
    lifecycle: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name for a type: a named scalar, array or map."""

    symbol: Symbol
    origin: Origin
    target: Type
    title: str = ""
    description: str = ""
    deprecated: bool = False
    lifecycle: str | None = None


Declaration: TypeAlias = Object | Enum | Union_ | Alias
