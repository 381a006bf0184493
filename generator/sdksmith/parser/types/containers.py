"""Arrays, tuples and maps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sdksmith.diagnostics import Pointer
from sdksmith.document import is_array, is_object
from sdksmith.model import (
    Any_,
    Array,
    ItemOf,
    Map,
    Nullable,
    Origin,
    Primitive,
    Reference,
    Type,
    Union_,
    ValueOf,
    VariantOf,
)
from sdksmith.parser.nodes import Schema, additional_keyword, constraints_of
from sdksmith.parser.types.context import SchemaContext

#: A schema, where it stands, and what a type of its own would be named after.
_Member = tuple[Any, Pointer, Origin]


class Containers:
    """Parses what holds any number of values, on behalf of a :class:`SchemaContext`."""

    def __init__(self, schemas: SchemaContext) -> None:
        self._schemas = schemas

    def array(self, schema: Schema, pointer: Pointer, origin: Origin) -> Type:
        """Return a list, of one type of items."""
        if is_array(schema.get("prefixItems")):
            return self._tuple(schema, pointer, origin)
        item = self._schemas.expression(schema.get("items", True), (*pointer, "items"), ItemOf(origin))
        return Array(item, constraints_of(schema))

    def map(self, schema: Schema, pointer: Pointer, origin: Origin) -> Type:
        """Return a map, of one type of values, for an object that names no properties."""
        keyword = additional_keyword(schema)
        additional = schema.get(keyword, True)
        members: list[_Member] = []
        if is_object(patterns := schema.get("patternProperties")):
            members += [
                (value, (*pointer, "patternProperties", pattern), ValueOf(origin))
                for pattern, value in patterns.items()
            ]
        if is_object(additional) and additional:
            members.append((additional, (*pointer, keyword), ValueOf(origin)))
        elif additional is not False or not members:
            if members:
                reason = "a key that no pattern matches may have any value: values of all keys are untyped"
                self._schemas.degrade(pointer, "patternProperties", reason)
            # An object that forbids properties and has none is empty.
            return Map(Any_(), {**constraints_of(schema), **({"maxProperties": 0} if additional is False else {})})
        value, is_exact = self._one_type(members, (*pointer, "patternProperties"), ValueOf(origin))
        if not is_exact:
            reason = "keys are not matched against the patterns: a value may be of the type of any of them"
            self._schemas.degrade(pointer, "patternProperties", reason)
        return Map(value, constraints_of(schema))

    def _tuple(self, schema: Schema, pointer: Pointer, origin: Origin) -> Type:
        """Return a list of whatever may stand at any place of a tuple (JSON Schema 2020-12 section 10.3.1).

        Without ``items`` more may follow, of any type. Authors who leave it out mean that nothing does.
        """
        members: list[_Member] = [
            (member, (*pointer, "prefixItems", str(index)), VariantOf(ItemOf(origin), index))
            for index, member in enumerate(schema["prefixItems"])
        ]
        for keyword in ("items", "unevaluatedItems"):
            if schema.get(keyword, False) is not False:
                members.append((schema[keyword], (*pointer, keyword), ItemOf(origin)))
        item, is_exact = self._one_type(members, (*pointer, "prefixItems"), ItemOf(origin))
        if not is_exact:
            reason = "a tuple is typed as a list of what may stand at any of its places"
            self._schemas.degrade(pointer, "prefixItems", reason)
        return Array(item, constraints_of(schema))

    def _one_type(self, members: Iterable[_Member], symbol: Pointer, origin: Origin) -> tuple[Type, bool]:
        """Return the type of a value that is of any of some schemas, and whether all have that same type."""
        kinds = [self._schemas.expression(*member) for member in members]
        nullable = any(isinstance(kind, Nullable) or kind == Primitive("null") for kind in kinds)
        bare = [kind.inner if isinstance(kind, Nullable) else kind for kind in kinds]
        unique = list(dict.fromkeys(kind for kind in bare if kind != Primitive("null")))
        is_exact = len(set(kinds)) <= 1
        if not unique or any(isinstance(kind, Any_) for kind in unique):
            return Any_(), is_exact
        found = unique[0]
        if len(unique) > 1:
            union = Union_(symbol, origin, tuple(unique))
            self._schemas.declarations.setdefault(union.symbol, union)
            found = Reference(union.symbol)
        return Nullable(found) if nullable else found, is_exact
