"""Interface through which the parts of the schema parser use the whole.

Schemas nest, so that the parser of all kinds of schemas and those of one kind call each other. The latter know this much of the
former, and nothing of each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Protocol

from sdksmith.diagnostics import Pointer
from sdksmith.document import Document
from sdksmith.model import Declaration, Discriminator, Ledger, Origin, Property, Type
from sdksmith.parser.nodes import Schema


class PropertyComposer(Protocol):
    """Knows the properties of composed objects."""

    def all_properties(self, symbol: Pointer) -> dict[str, Property]:
        """Return the properties of an object, those of its bases first, by wire name."""
        ...


class ConditionalProperties(Protocol):
    """Knows the properties that only hold under conditions."""

    def properties(
        self, schema: Schema, pointer: Pointer, origin: Origin, known: Collection[str]
    ) -> tuple[Property, ...]:
        """Return the properties that conditional schemas add to known ones."""
        ...


class SchemaContext(Protocol):
    """The parser of schemas, as its parts see it; :class:`~sdksmith.parser.types.schemas.SchemaParser` keeps it."""

    document: Document
    ledger: Ledger
    declarations: dict[Pointer, Declaration]
    #: Whether an inline schema may wait for its bases.
    may_wait: bool
    #: Schemas met, by identity.
    visited: set[int]

    @property
    def composer(self) -> PropertyComposer:
        """Parser of schemas that combine others."""
        ...

    @property
    def conditions(self) -> ConditionalProperties:
        """Parser of conditional schemas."""
        ...

    def expression(self, schema: Any, pointer: Pointer, origin: Origin) -> Type:
        """Return what a value of a schema may be, null included."""
        ...

    def reference(self, reference: str) -> Type:
        """Return the non-null type that a reference stands for."""
        ...

    def ensure(self, symbol: Pointer) -> Declaration | None:
        """Declare the component at a pointer; ``None`` while it is being declared."""
        ...

    def object(self, schema: Schema, pointer: Pointer, origin: Origin) -> Declaration | Type:
        """Return an object with properties, or a map."""
        ...

    def properties(
        self, properties: Mapping[str, Any], required: Any, pointer: Pointer, origin: Origin
    ) -> Iterator[Property]:
        """Yield the properties of an object."""
        ...

    def additional(self, additional: Any, pointer: Pointer, origin: Origin) -> Type | None:
        """Return the type of properties that are not named; ``None`` when there may be none."""
        ...

    def discriminator(self, schema: Schema, variants: list[tuple[Any, Type]]) -> Discriminator | None:
        """Return how the variants of a union are distinguished, or ``None``."""
        ...

    def account(self, schema: Any, pointer: Pointer) -> bool:
        """Enter a schema's keywords into the ledger; false when that was done before."""
        ...

    def degrade(self, pointer: Pointer, keyword: str, reason: str) -> None:
        """Record that a keyword is not expressed in full."""
        ...
