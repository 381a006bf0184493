"""allOf, oneOf and anyOf: what several schemas together come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sdksmith.diagnostics import Pointer
from sdksmith.document import is_object
from sdksmith.model import (
    Alias,
    Any_,
    Declaration,
    Disposition,
    Enum,
    Map,
    Nullable,
    Object,
    Origin,
    Primitive,
    Property,
    Reference,
    Type,
    Union_,
    VariantOf,
    all_properties,
    is_closed,
    resolve,
)
from sdksmith.parser.nodes import (
    STRUCTURAL,
    Schema,
    additional_keyword,
    amounts_of,
    describe,
    examples_of,
    is_component,
    names_more,
    reference_of,
    types_of,
    undescribed,
)
from sdksmith.parser.types.context import SchemaContext


class UnfinishedBase(Exception):
    """An inline schema builds on a declaration that is being built: what it inherits is not known yet."""


@dataclass
class _Parts:
    """Contributions of the members of an allOf."""

    bases: list[Pointer] = field(default_factory=list[Pointer])
    properties: dict[str, Property] = field(default_factory=dict[str, Property])
    required: set[str] = field(default_factory=set[str])
    #: Types that are no objects: references to scalars, arrays, maps.
    others: list[Type] = field(default_factory=list[Type])
    additional: Type | None = field(default_factory=Any_)
    forbids_others: bool = False
    names_more: bool = False
    #: It may wait until the declarations that it builds on are finished.
    may_wait: bool = False
    #: How many properties there may be.
    amounts: dict[str, Any] = field(default_factory=dict[str, Any])
    #: Members that have branches of conditions, and where they stand.
    conditional: list[tuple[Schema, Pointer]] = field(default_factory=list[tuple[Schema, Pointer]])


class Composer:
    """Combines schemas on behalf of a :class:`SchemaContext`."""

    def __init__(self, schemas: SchemaContext) -> None:
        self._schemas = schemas

    # -- allOf ----------------------------------------------------------------------------------------------------

    def all_of(self, schema: Schema, pointer: Pointer, origin: Origin) -> Declaration | Type:
        """Combine ``allOf`` (and a ``$ref`` with siblings, which means the same)."""
        parts = _Parts(may_wait=self._schemas.may_wait and not is_component(pointer))
        self._gather(schema, pointer, origin, parts)
        parts.bases = list(dict.fromkeys(parts.bases))
        self._add_conditional(origin, parts)
        if not parts.properties and len(parts.bases) == 1 and self._adds_nothing(parts, parts.bases[0]):
            return Reference(parts.bases[0])
        if parts.bases or parts.properties:
            return self._merged(schema, pointer, origin, parts)
        useful = [other for other in parts.others if not isinstance(other, Any_)]
        if not useful:
            return Any_()
        if any(self._underlying(other) != self._underlying(useful[0]) for other in useful[1:]):
            self._schemas.degrade(
                pointer, "allOf", "members of several types that are no objects: the first one is taken"
            )
        return useful[0]

    def _underlying(self, kind: Type) -> Type:
        """Look through aliases; of a scalar only its JSON type counts."""
        kind = resolve(kind, self._schemas.declarations)
        declared = self._schemas.declarations.get(kind.symbol) if isinstance(kind, Reference) else None
        if isinstance(declared, Enum):
            return Primitive(declared.base.name)
        return Primitive(kind.name) if isinstance(kind, Primitive) else kind

    def _gather(self, schema: Schema, pointer: Pointer, origin: Origin, parts: _Parts) -> None:

        reference = reference_of(schema)
        if reference is not None:
            self._add_reference(reference, pointer, parts)
        for index, member in enumerate(schema.get("allOf", ())):
            if not is_object(member):
                continue
            place = (*pointer, "allOf", str(index))
            self._schemas.account(member, place)
            self._gather(member, place, origin, parts)
        if is_object(schema.get("properties")):
            for added in self._schemas.properties(
                schema["properties"], schema.get("required", ()), (*pointer, "properties"), origin
            ):
                self._add_property(added, parts)
        parts.required.update(name for name in schema.get("required", ()) if isinstance(name, str))
        additional = schema.get(additional_keyword(schema))
        if additional is False:
            # Whatever other members name is let in: taken by itself, each would forbid what its siblings add.
            parts.forbids_others = True
        elif is_object(additional) and additional:
            parts.additional = self._schemas.additional(additional, pointer, origin)
        parts.names_more = parts.names_more or names_more(schema)
        parts.amounts |= amounts_of(schema)
        parts.conditional.append((schema, pointer))
        if "oneOf" in schema or "anyOf" in schema:
            self._fold(schema, pointer, origin, parts)
        elif "properties" not in schema and reference is None and "allOf" not in schema:
            self._add_other(schema, pointer, origin, parts)

    def _add_conditional(self, origin: Origin, parts: _Parts) -> None:
        """Add what only branches of conditions have; all other properties must be known by then."""
        if not parts.bases and not parts.properties and parts.others:
            return
        for schema, pointer in parts.conditional:
            known = {name for base in parts.bases for name in self.all_properties(base)} | parts.properties.keys()
            for added in self._schemas.conditions.properties(schema, pointer, origin, known):
                parts.properties[added.name] = added

    def _add_property(self, added: Property, parts: _Parts) -> None:
        known = parts.properties.get(added.name)
        if known is None:
            parts.properties[added.name] = added
        else:
            kind = known.type if isinstance(added.type, Any_) else added.type
            parts.properties[added.name] = replace(added, type=kind, required=known.required or added.required)

    def _add_other(self, schema: Schema, pointer: Pointer, origin: Origin, parts: _Parts) -> None:
        if any(key in schema for key in ("type", "enum", "const", "items", "additionalProperties")):
            bare = {key: value for key, value in schema.items() if key != "required"}
            self._schemas.visited.add(id(bare))
            value = self._schemas.expression(bare, pointer, origin)
            inner = value.inner if isinstance(value, Nullable) else value
            if inner != Map(Any_()) or not (parts.bases or parts.properties):
                parts.others.append(inner)

    def _add_reference(self, reference: str, pointer: Pointer, parts: _Parts) -> None:
        _, referred = self._schemas.document.resolve(reference)
        parts.names_more = parts.names_more or (is_object(referred) and names_more(referred))
        target = self._schemas.reference(reference)
        seen: set[Pointer] = set()
        while isinstance(target, Reference) and target.symbol not in seen:
            seen.add(target.symbol)
            declared = self._schemas.ensure(target.symbol) or self._schemas.declarations.get(target.symbol)
            if isinstance(declared, Object):
                parts.bases.append(declared.symbol)
                return
            if isinstance(declared, Union_):
                self._fold_union(declared, pointer, parts)
                return
            if declared is None:
                if parts.may_wait:
                    raise UnfinishedBase
                self._schemas.degrade(pointer, "allOf", "a schema that contains itself: this member is left out")
                return
            if isinstance(declared, Alias) and isinstance(declared.target, Reference | Map):
                if isinstance(declared.target, Map):
                    parts.others.append(Reference(declared.symbol))
                    return
                target = declared.target
                continue
            parts.others.append(Reference(declared.symbol))
            return
        parts.others.append(target)

    def _fold(self, schema: Schema, pointer: Pointer, origin: Origin, parts: _Parts) -> None:
        """Take a union among other members as: properties of any variant may be there."""
        bare = {key: schema[key] for key in ("oneOf", "anyOf", "type", "discriminator") if key in schema}
        self._schemas.visited.add(id(bare))
        built = self.one_of(bare, pointer, origin)
        if isinstance(built, Union_):
            self._fold_union(built, pointer, parts)
        elif isinstance(built, Object):
            self._fold_object(built, parts)
        elif isinstance(built, Reference):
            parts.bases.append(built.symbol)
        elif not isinstance(built, Any_):
            parts.others.append(built if not isinstance(built, Enum | Alias) else Reference(built.symbol))

    def _fold_union(self, union: Union_, pointer: Pointer, parts: _Parts) -> None:
        objects: list[Object] = []
        for variant in union.variants:
            declared = self._schemas.ensure(variant.symbol) if isinstance(variant, Reference) else None
            if isinstance(declared, Object):
                objects.append(declared)
            elif declared is None and isinstance(variant, Reference) and parts.may_wait:
                raise UnfinishedBase
        if len(objects) < len(union.variants):
            parts.others.append(Reference(union.symbol))
            self._schemas.declarations.setdefault(union.symbol, union)
            return
        self._schemas.degrade(
            pointer, "oneOf", "a union among other members: the properties of all its variants are optional fields"
        )
        for declared in objects:
            self._fold_object(declared, parts)

    def _fold_object(self, declared: Object, parts: _Parts) -> None:
        for found in self.all_properties(declared.symbol).values():
            if found.name not in parts.properties:
                parts.properties[found.name] = replace(found, required=False)

    def _merged(self, schema: Schema, pointer: Pointer, origin: Origin, parts: _Parts) -> Object:

        inherited: dict[str, Property] = {}
        clash = False
        for base in parts.bases:
            for name, found in self.all_properties(base).items():
                known = inherited.get(name)
                clash = clash or (known is not None and (known.type, known.required) != (found.type, found.required))
                inherited.setdefault(name, found)
        tightened = {name for name in parts.required if name in inherited and not inherited[name].required}
        overridden = any(name in inherited for name in parts.properties)
        own = dict(parts.properties)
        bases = tuple(parts.bases)
        if clash or tightened or overridden:
            own = self._flattened(inherited, parts.properties)
            bases = ()
            parts.forbids_others = parts.forbids_others or any(self._is_closed(base) for base in parts.bases)
        # As for a single schema, see `lets_in_more`.
        closed = parts.forbids_others and not parts.names_more and parts.required <= {*inherited, *own}
        properties = tuple(
            replace(found, required=True) if name in parts.required else found for name, found in own.items()
        )
        return Object(
            pointer,
            origin,
            properties,
            bases=bases,
            additional=None if closed else parts.additional,
            examples=examples_of(schema),
            undescribed=() if parts.forbids_others else undescribed(parts.required, (*inherited, *own)),
            constraints=parts.amounts,
            **describe(schema),
        )

    def _flattened(self, inherited: Mapping[str, Property], own: Mapping[str, Property]) -> dict[str, Property]:
        merged = dict(inherited)
        for name, found in own.items():
            known = merged.get(name)
            if known is not None and isinstance(found.type, Any_):
                found = replace(found, type=known.type)
            merged[name] = found if known is None else replace(found, required=found.required or known.required)
        return merged

    def all_properties(self, symbol: Pointer) -> dict[str, Property]:
        """Return the properties of an object, inherited ones first."""
        declared = self._schemas.ensure(symbol) if is_component(symbol) else self._schemas.declarations.get(symbol)
        if not isinstance(declared, Object):
            return {}
        return {entry.name: entry for entry in all_properties(declared, self._schemas.declarations)}

    def _adds_nothing(self, parts: _Parts, base: Pointer) -> bool:
        return parts.required <= self._required(base) and (not parts.forbids_others or self._is_closed(base))

    def _is_closed(self, symbol: Pointer) -> bool:
        declared = self._schemas.declarations.get(symbol)
        return isinstance(declared, Object) and is_closed(declared, self._schemas.declarations)

    def _required(self, symbol: Pointer) -> set[str]:
        return {name for name, found in self.all_properties(symbol).items() if found.required}

    # -- oneOf, anyOf ---------------------------------------------------------------------------------------------

    def one_of(self, schema: Schema, pointer: Pointer, origin: Origin) -> Declaration | Type:
        """Combine ``oneOf`` or ``anyOf``; both at once are taken as the first with the other noted."""

        keyword = "oneOf" if "oneOf" in schema else "anyOf"
        if keyword == "oneOf" and "anyOf" in schema:
            self._schemas.degrade(pointer, "anyOf", "beside oneOf: only oneOf is typed")
        members = schema[keyword]
        if schema.get("properties"):
            return self._object_with_variants(schema, members, keyword, pointer, origin)
        variants: list[tuple[Any, Type]] = []
        for index, member in enumerate(members):
            place = (*pointer, keyword, str(index))
            kind = self._variant(schema, members, member, place, VariantOf(origin, index, None))
            if kind == Primitive("null"):
                continue
            if isinstance(kind, Nullable):
                kind = kind.inner
            if all(kind != known for _, known in variants):
                variants.append((member, kind))
        if not variants:
            return Any_()
        if len(variants) == 1:
            return variants[0][1]
        return Union_(
            pointer,
            origin,
            tuple(kind for _, kind in variants),
            discriminator=self._schemas.discriminator(schema, variants),
            **describe(schema),
        )

    def _variant(self, schema: Schema, members: Any, member: Any, pointer: Pointer, origin: VariantOf) -> Type:

        if not is_object(member):
            return Any_()
        if not any(key in STRUCTURAL for key in member) and "$ref" not in member:
            # The variant only limits what the type beside oneOf says.
            types = [kind for kind in types_of(schema) if kind in ("string", "integer", "number", "boolean")]
            if len(types) == 1:
                self._schemas.account(member, pointer)
                narrowed = {**member, "type": types[0]}
                self._schemas.visited.add(id(narrowed))
                return self._schemas.expression(narrowed, pointer, origin)
        names = self._property_names(member, set())
        others: set[str] = set()
        for sibling in members:
            if sibling is not member:
                others |= self._property_names(sibling, set())
        distinguishing = min(names - others, default=None)
        return self._schemas.expression(member, pointer, replace(origin, distinguishing_property=distinguishing))

    def _property_names(self, schema: Any, seen: set[int]) -> set[str]:
        if not is_object(schema) or id(schema) in seen:
            return set()
        seen.add(id(schema))
        names = set(schema.get("properties", ()))
        for member in schema.get("allOf", ()):
            names |= self._property_names(member, seen)
        if isinstance(schema.get("$ref"), str):
            names |= self._property_names(self._schemas.document.resolve(schema["$ref"])[1], seen)
        return names

    def _object_with_variants(
        self, schema: Schema, members: Any, keyword: str, pointer: Pointer, origin: Origin
    ) -> Declaration | Type:
        """Properties beside a union: the variants only say which are required, or add some."""
        own = set(schema["properties"])
        only_limits = all(
            is_object(member)
            and not any(key in member for key in ("$ref", "allOf", "oneOf", "anyOf", "items"))
            and set(member.get("properties", ())) <= own
            for member in members
        )
        if only_limits:
            for index, member in enumerate(members):
                self._account_limits(member, (*pointer, keyword, str(index)))
            self._schemas.ledger.count("schema", f"{keyword} (requirements only)", Disposition.DOCUMENTED)
            return self._schemas.object(schema, pointer, origin)
        parts = _Parts()
        self._gather(schema, pointer, origin, parts)
        parts.bases = list(dict.fromkeys(parts.bases))
        self._add_conditional(origin, parts)
        return self._merged(schema, pointer, origin, parts)

    def _account_limits(self, member: Any, pointer: Pointer) -> None:
        """Account for a variant that only limits, down to its innermost schema."""
        if not is_object(member) or not self._schemas.account(member, pointer):
            return
        for name, schema in member.get("properties", {}).items():
            self._account_limits(schema, (*pointer, "properties", name))
        for keyword in ("items", "additionalProperties", "not"):
            self._account_limits(member.get(keyword), (*pointer, keyword))
        for keyword in ("allOf", "oneOf", "anyOf"):
            for index, inner in enumerate(member.get(keyword, ())):
                self._account_limits(inner, (*pointer, keyword, str(index)))
