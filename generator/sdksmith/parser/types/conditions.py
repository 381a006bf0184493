"""if/then/else, dependentSchemas: what an object may hold besides, depending on what it holds.

A condition is the server's to check. But a property that stands in one of its branches alone is one that values may
have, and so is an optional field (JSON Schema 2020-12 sections 10.2.2 and 10.2.2.4).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from sdksmith.diagnostics import Pointer
from sdksmith.document import is_array, is_object
from sdksmith.model import Declaration, Map, Nullable, Object, Origin, Property, PropertyOf, Reference, Type, Union_
from sdksmith.parser.nodes import Schema, reference_of, types_of
from sdksmith.parser.types.context import SchemaContext

_BRANCHES = ("then", "else")
#: Older drafts put both kinds of dependencies under one keyword; a list of names is no schema, and adds nothing.
_BRANCHES_BY_NAME = ("dependentSchemas", "dependencies")


class Conditions:
    """Finds the properties of conditional schemas, on behalf of a :class:`SchemaContext`."""

    def __init__(self, schemas: SchemaContext) -> None:
        self._schemas = schemas

    def properties(
        self, schema: Schema, pointer: Pointer, origin: Origin, known: Collection[str]
    ) -> tuple[Property, ...]:
        """Return the properties that stand in branches of a schema alone, each once, none of them required.

        Parameters
        ----------
        known
            The names that the object has anyway: there, a branch only narrows.
        """
        found: dict[str, list[Property]] = {}
        for member, place in _branches(schema, pointer):
            for entry in self._additions(member, place, origin, known, frozenset()):
                found.setdefault(entry.name, []).append(entry)
        return tuple(self._joined(entries, pointer, origin) for entries in found.values())

    def account_for_lost(self, schema: Schema, pointer: Pointer, built: Declaration | Type) -> None:
        """Enter into the ledger the branches of a schema that became no object, where they have properties."""
        if isinstance(built, Object | Reference | Map) or (len(types_of(schema)) > 1 and "object" in types_of(schema)):
            return
        for member, place in _branches(schema, pointer):
            if is_object(member) and member.get("properties"):
                reason = "the type that it stands beside is no object with fields: its properties are kept untyped"
                self._schemas.degrade(pointer, place[len(pointer)], reason)

    def _additions(
        self, member: Any, pointer: Pointer, origin: Origin, known: Collection[str], seen: frozenset[int]
    ) -> Iterator[Property]:
        if not is_object(member) or id(member) in seen:
            return
        seen |= {id(member)}
        reference = reference_of(member)
        if reference is not None:
            target = self._schemas.reference(reference)
            if isinstance(target, Reference) and isinstance(self._schemas.ensure(target.symbol), Object):
                inherited = self._schemas.composer.all_properties(target.symbol).values()
                yield from (replace(entry, required=False) for entry in inherited if entry.name not in known)
        added = {name: value for name, value in member.get("properties", {}).items() if name not in known}
        yield from self._schemas.properties(added, (), (*pointer, "properties"), origin)
        for keyword in ("allOf", "anyOf", "oneOf"):
            for index, part in enumerate(member.get(keyword, ())):
                yield from self._additions(part, (*pointer, keyword, str(index)), origin, known, seen)
        for branch, place in _branches(member, pointer):
            yield from self._additions(branch, place, origin, known, seen)

    def _joined(self, entries: list[Property], pointer: Pointer, origin: Origin) -> Property:
        """Return one property for those of the same name in several branches: a value of it is of any of their types."""
        first = entries[0]
        bare: list[Type] = [entry.type.inner if isinstance(entry.type, Nullable) else entry.type for entry in entries]
        kinds = list(dict.fromkeys(bare))
        if len(kinds) == 1:
            return (
                first if all(entry.type == first.type for entry in entries) else replace(first, type=Nullable(kinds[0]))
            )
        symbol = (*pointer, "then", first.name)
        self._schemas.declarations[symbol] = Union_(symbol, PropertyOf(origin, first.name), tuple(kinds))
        union: Type = Reference(symbol)
        nullable = any(isinstance(entry.type, Nullable) for entry in entries)
        return replace(first, type=Nullable(union) if nullable else union)


def _branches(schema: Schema, pointer: Pointer) -> Iterator[tuple[Any, Pointer]]:
    for keyword in _BRANCHES:
        # Without a condition they say nothing.
        if "if" in schema and keyword in schema:
            yield schema[keyword], (*pointer, keyword)
    for keyword in _BRANCHES_BY_NAME:
        members = schema.get(keyword)
        if is_object(members):
            for name, member in members.items():
                if not is_array(member):
                    yield member, (*pointer, keyword, name)
