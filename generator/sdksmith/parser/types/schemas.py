"""Schemas -> types: which schema becomes a declaration, and which an expression.

A schema of the components is always declared; an inline one when it needs a name: an object with properties, a string enum,
a union. Whether null is allowed is said where a type is *used*, never by its declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdksmith.diagnostics import Diagnostics, Pointer
from sdksmith.document import Document, is_array, is_object
from sdksmith.model import (
    Alias,
    Any_,
    Component,
    Declaration,
    Discriminator,
    Disposition,
    Enum,
    Ledger,
    Literal_,
    Nullable,
    Object,
    Origin,
    Primitive,
    Property,
    PropertyOf,
    Reference,
    Type,
    Union_,
    ValueOf,
    VariantOf,
)
from sdksmith.parser.keywords import account
from sdksmith.parser.nodes import (
    STRUCTURAL,
    Schema,
    additional_keyword,
    amounts_of,
    constraints_of,
    describe,
    examples_of,
    format_of,
    has_structural_siblings,
    is_component,
    lets_in_more,
    lifecycle_of,
    only_reference,
    origin_of,
    reference_of,
    says_type,
    types_of,
    undescribed,
)
from sdksmith.parser.types.compose import Composer, UnfinishedBase
from sdksmith.parser.types.conditions import Conditions
from sdksmith.parser.types.containers import Containers

_PRIMITIVES: Final = frozenset(("string", "integer", "number", "boolean"))


class SchemaParser:
    """Parses schemas; the declarations it has met are in `declarations`, by symbol."""

    def __init__(self, document: Document, ledger: Ledger, diagnostics: Diagnostics) -> None:
        self.document = document
        self.ledger = ledger
        self.diagnostics = diagnostics
        self.declarations: dict[Pointer, Declaration] = {}
        self._building: set[Pointer] = set()
        #: Inline schemas that build on a declaration that is not finished.
        self._postponed: list[tuple[Any, Pointer, Origin]] = []
        self._waited: set[Pointer] = set()
        #: Whether an inline schema may wait for its bases: not a second time, since it may build on itself.
        self.may_wait = True
        self._nullable: dict[int, bool] = {}
        #: Schemas met, by identity: each keyword is entered into the ledger once, however often it is referred to.
        self.visited: set[int] = set()
        self.composer = Composer(self)
        self.containers = Containers(self)
        self.conditions = Conditions(self)

    # -- entry points ---------------------------------------------------------------------------------------------

    def declare_components(self, schemas: Mapping[str, Any]) -> None:
        """Declare every schema of the components."""
        for name in schemas:
            self.ensure(("components", "schemas", name))

    def expression(self, schema: Any, pointer: Pointer, origin: Origin) -> Type:
        """Return what a value of this schema may be, null included."""
        value = self._without_null(schema, pointer, origin)
        if self.is_nullable(schema) and not isinstance(value, Any_ | Nullable) and value != Primitive("null"):
            return Nullable(value)
        return value

    def ensure(self, symbol: Pointer) -> Declaration | None:
        """Declare the component at a pointer if that has not happened; ``None`` while it is being declared."""
        found = self.declarations.get(symbol)
        if found is not None or symbol in self._building:
            return found
        self._building.add(symbol)
        try:
            schema = self.document.at(symbol)
            built = self._build(schema, symbol, Component(symbol[-1]))
            if not isinstance(built, Object | Enum | Union_ | Alias) or built.symbol != symbol:
                target = Reference(built.symbol) if isinstance(built, Object | Enum | Union_ | Alias) else built
                built = Alias(symbol, Component(symbol[-1]), target, **describe(schema))
            self.declarations[symbol] = built
        finally:
            self._building.discard(symbol)
        self._build_postponed()
        return built

    def follow(self, schema: Any) -> tuple[Pointer | None, Any]:
        """Follow ``$ref``s to what they stand for; the pointer is that of the last target, ``None`` without one."""
        pointer: Pointer | None = None
        while is_object(schema) and (reference := reference_of(schema)) is not None:
            if has_structural_siblings(schema):
                break
            pointer, schema = self.document.resolve(reference)
        return pointer, schema

    def is_nullable(self, schema: Any) -> bool:
        """Whether null is valid, through references and variants."""
        if not is_object(schema):
            return False
        known = self._nullable.get(id(schema))
        if known is None:
            self._nullable[id(schema)] = False  # what a recursive union finds of itself
            known = self._nullable[id(schema)] = self._find_null(schema)
        return known

    # -- null -----------------------------------------------------------------------------------------------------

    def _find_null(self, schema: Schema) -> bool:
        reference = reference_of(schema)
        if reference is not None and not has_structural_siblings(schema):
            return self.is_nullable(self.document.resolve(reference)[1])
        kind = schema.get("type")
        if is_array(kind):
            if "null" in kind:
                return True
        elif kind is not None:
            return bool(kind == "null")
        if "const" in schema:
            return schema["const"] is None
        if "enum" in schema:
            return None in schema["enum"]
        members = [entry for entry in schema.get("allOf", ()) if is_object(entry) and says_type(entry)]
        if members and not any(key in STRUCTURAL and key != "allOf" for key in schema):
            return all(self.is_nullable(member) for member in members)
        return any(self.is_nullable(variant) for key in ("oneOf", "anyOf") for variant in schema.get(key, ()))

    # -- building -------------------------------------------------------------------------------------------------

    def _without_null(self, schema: Any, pointer: Pointer, origin: Origin) -> Type:
        reference = reference_of(schema) if is_object(schema) else None
        if reference is not None and not has_structural_siblings(schema):
            self.account(schema, pointer)
            return self.reference(reference)
        try:
            built = self._build(schema, pointer, origin)
        except UnfinishedBase:
            self._postponed.append((schema, pointer, origin))
            return Reference(pointer)
        if isinstance(built, Object | Enum | Union_ | Alias):
            self.declarations.setdefault(built.symbol, built)
            return Reference(built.symbol)
        return built

    def _build_postponed(self) -> None:
        """Declare what had to wait for its bases: then it does not matter which of a circle was met first."""
        while self._postponed and not self._building:
            schema, pointer, origin = self._postponed.pop()
            self.may_wait = pointer not in self._waited
            self._waited.add(pointer)
            built = self._without_null(schema, pointer, origin)
            self.may_wait = True
            if built != Reference(pointer):
                self.declarations.setdefault(pointer, Alias(pointer, origin, built, **describe(schema)))

    def reference(self, reference: str) -> Type:
        """Return the non-null type that a reference stands for."""
        symbol, schema = self.document.resolve(reference)
        while (
            is_object(schema)
            and (further := reference_of(schema)) is not None
            and not is_component(symbol)
            and not has_structural_siblings(schema)
        ):
            self.account(schema, symbol)
            symbol, schema = self.document.resolve(further)
        if is_component(symbol):
            return Reference(symbol)
        if symbol in self.declarations or symbol in self._building:
            return Reference(symbol)
        self._building.add(symbol)
        try:
            built = self._without_null(schema, symbol, origin_of(symbol))
        finally:
            self._building.discard(symbol)
        self._build_postponed()
        return built

    def account(self, schema: Any, pointer: Pointer) -> bool:
        """Enter a schema's keywords into the ledger; false when that was done before."""
        if id(schema) in self.visited:
            return False
        self.visited.add(id(schema))
        account(self.ledger, "schema", schema, pointer)
        self.account_faults(schema, pointer)
        return True

    def account_faults(self, schema: Any, pointer: Pointer) -> None:
        """Enter into the ledger what the document stage could not read of a schema, and left out."""
        for keyword, reason in self.document.faults_of(schema):
            self.degrade(pointer, keyword, reason)

    def _build(self, schema: Any, pointer: Pointer, origin: Origin) -> Declaration | Type:
        if not is_object(schema):
            if schema is False:
                self.degrade(pointer, "false", "no value is valid; typed as anything")
            return Any_()
        first_visit = self.account(schema, pointer)
        if first_visit:
            self._side_schemas(schema, pointer)
        built = self._built(schema, pointer, origin)
        if first_visit:
            self.conditions.account_for_lost(schema, pointer, built)
        return built

    def _built(self, schema: Schema, pointer: Pointer, origin: Origin) -> Declaration | Type:
        if (reference := only_reference(schema)) is not None:
            for index, member in enumerate(schema["allOf"]):
                self.account(member, (*pointer, "allOf", str(index)))
            return self.reference(reference)
        if reference_of(schema) is not None or "allOf" in schema:
            return self.composer.all_of(schema, pointer, origin)
        if "const" in schema:
            return self._constant(schema["const"], pointer)
        if "enum" in schema:
            return self._enum(schema, pointer, origin)
        if "oneOf" in schema or "anyOf" in schema:
            return self.composer.one_of(schema, pointer, origin)
        types = types_of(schema)
        if len(types) > 1:
            return self._several_types(schema, types, pointer, origin)
        kind = types[0] if types else self._implied_type(schema)
        if kind == "object":
            return self.object(schema, pointer, origin)
        if kind == "array":
            return self.containers.array(schema, pointer, origin)
        if kind in _PRIMITIVES:
            return Primitive(kind, format_of(schema), constraints_of(schema))  # type: ignore[arg-type]
        if kind == "null" or schema.get("type") == "null" or schema.get("type") == ["null"]:
            return Primitive("null")
        if kind:
            self.degrade(pointer, "type", "no type of JSON Schema; any value is taken")
        return Any_()

    def _implied_type(self, schema: Schema) -> str:
        if "properties" in schema or is_object(schema.get("additionalProperties")):
            return "object"
        if "items" in schema or "prefixItems" in schema:
            return "array"
        # Bytes, whose schema 3.1 leaves empty but for this (section 4.8.14.3).
        return "string" if "contentMediaType" in schema and "contentSchema" not in schema else ""

    def _side_schemas(self, schema: Schema, pointer: Pointer) -> None:
        """Declare what stands in ``$defs``: it may be referred to, and is a name the author gave."""
        for keyword in ("$defs", "definitions"):
            definitions = schema.get(keyword)
            if is_object(definitions):
                for name, definition in definitions.items():
                    self._without_null(definition, (*pointer, keyword, name), Component(name))

    def object(self, schema: Schema, pointer: Pointer, origin: Origin) -> Declaration | Type:
        """Return an object with properties, or a map when none are named."""
        properties = schema.get("properties")
        keyword = additional_keyword(schema)
        additional = schema.get(keyword, True)
        known = properties if is_object(properties) else {}
        conditional = self.conditions.properties(schema, pointer, origin, known)
        if not properties and not conditional:
            return self.containers.map(schema, pointer, origin)
        if "patternProperties" in schema:
            self.degrade(pointer, "patternProperties", "beside named properties, other values are kept untyped")
        if additional is False and lets_in_more(schema):
            additional = True
        required = schema.get("required", ())
        return Object(
            pointer,
            origin,
            (*self.properties(known, required, (*pointer, "properties"), origin), *conditional),
            additional=self.additional(additional, pointer, origin),
            examples=examples_of(schema),
            # What is required and forbidden at once is not asked for.
            undescribed=() if schema.get(keyword) is False else undescribed(required, known),
            constraints=amounts_of(schema),
            **describe(schema),
        )

    def additional(self, additional: Any, pointer: Pointer, origin: Origin) -> Type | None:
        """Return the type of properties that are not named; ``None`` when there may be none."""
        if additional is False:
            return None
        if is_object(additional) and additional:
            value = self.expression(additional, (*pointer, "additionalProperties"), ValueOf(origin))
            if not isinstance(value, Any_):
                self.degrade(pointer, "additionalProperties", "beside named properties, other values are kept untyped")
            return value
        return Any_()

    def properties(
        self, properties: Mapping[str, Any], required: Any, pointer: Pointer, origin: Origin
    ) -> Iterator[Property]:
        """Yield the properties of an object, in document order."""
        for name, schema in properties.items():
            place = (*pointer, name)
            kind = self.expression(schema, place, PropertyOf(origin, name))
            texts: Schema = schema if is_object(schema) else {}
            target: Any = self.follow(schema)[1] if "$ref" in texts else texts
            target = target if is_object(target) else {}
            yield Property(
                name,
                kind,
                required=name in required,
                description=str(texts.get("description") or target.get("description") or ""),
                default=(texts["default"],) if "default" in texts else (),
                deprecated=texts.get("deprecated") is True,
                read_only=texts.get("readOnly") is True,
                write_only=texts.get("writeOnly") is True,
                lifecycle=lifecycle_of(texts),
                constraints=constraints_of(texts),
                examples=examples_of(texts),
            )

    def _constant(self, value: Any, pointer: Pointer) -> Type:
        if value is None:
            return Primitive("null")
        if isinstance(value, str | bool | int):
            return Literal_(value)
        if isinstance(value, float):
            return Primitive("number")
        self.degrade(pointer, "const", "a constant object or array is typed as anything")
        return Any_()

    def _enum(self, schema: Schema, pointer: Pointer, origin: Origin) -> Declaration | Type:
        values = [value for value in schema["enum"] if value is not None]
        if not values:
            return Primitive("null")
        types = types_of(schema)
        if types == ["string"]:
            values = [value if isinstance(value, str) else str(value) for value in values]
        if all(isinstance(value, str) for value in values):
            unique = tuple(dict.fromkeys(values))
            return Enum(pointer, origin, Primitive("string", format_of(schema)), unique, **describe(schema))
        if all(isinstance(value, bool) for value in values):
            return Primitive("boolean")
        if all(isinstance(value, int) and not isinstance(value, bool) for value in values):
            return Primitive("number" if types == ["number"] else "integer")
        if all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
            return Primitive("number")
        self.degrade(pointer, "enum", "values of several types are typed as anything")
        return Any_()

    def _several_types(self, schema: Schema, types: list[str], pointer: Pointer, origin: Origin) -> Declaration | Type:
        variants: list[Type] = []
        for index, kind in enumerate(types):
            narrowed = {**schema, "type": kind}
            built = self._narrow(narrowed, kind, (*pointer, "type", str(index)), VariantOf(origin, index))
            if built not in variants:
                variants.append(built)
        return Union_(pointer, origin, tuple(variants), **describe(schema))

    def _narrow(self, schema: Schema, kind: str, pointer: Pointer, origin: Origin) -> Type:
        if kind in _PRIMITIVES:
            form = format_of(schema) if kind == "string" else None
            return Primitive(kind, form, constraints_of(schema))  # type: ignore[arg-type]
        if kind not in ("object", "array"):
            self.degrade(pointer, "type", "no type of JSON Schema; any value is taken")
            return Any_()
        self.visited.add(id(schema))
        built = (
            self.object(schema, pointer, origin) if kind == "object" else self.containers.array(schema, pointer, origin)
        )
        if isinstance(built, Object | Enum | Union_ | Alias):
            self.declarations[built.symbol] = built
            return Reference(built.symbol)
        return built

    # -- ledger ---------------------------------------------------------------------------------------------------

    def degrade(self, pointer: Pointer, keyword: str, reason: str) -> None:
        """Record that a keyword is not expressed in full."""
        self.ledger.record(pointer, "schema", keyword, Disposition.DEGRADED, reason)

    def discriminator(self, schema: Schema, variants: list[tuple[Any, Type]]) -> Discriminator | None:
        """Return how the variants of a union are told apart, or ``None``."""
        node = schema.get("discriminator")
        if not is_object(node) or not isinstance(node.get("propertyName"), str):
            return None
        mapping: list[tuple[str, Pointer]] = []
        named = node.get("mapping")
        if is_object(named):
            for key, value in named.items():
                symbol = self.mapped(str(value))
                if symbol is not None:
                    mapping.append((str(key), symbol))
        mapped = {symbol for _, symbol in mapping}
        for _, variant in variants:
            if isinstance(variant, Reference) and variant.symbol not in mapped and is_component(variant.symbol):
                mapping.append((variant.symbol[-1], variant.symbol))
        # A mapping has no order of its own: that of the variants is taken.
        places = {
            variant.symbol: place for place, (_, variant) in enumerate(variants) if isinstance(variant, Reference)
        }
        mapping.sort(key=lambda entry: (places.get(entry[1], len(places)), entry[0]))
        context = schema.get("x-discriminator-context", node.get("x-discriminator-context"))
        return Discriminator(node["propertyName"], tuple(mapping), protocol=context == "protocol")

    def mapped(self, value: str) -> Pointer | None:
        """Resolve a mapping value: a reference, or the bare name of a component (OpenAPI 3.1 section 4.8.25)."""
        schemas = self.document.tree.get("components", {}).get("schemas", {})
        if value in schemas:
            return ("components", "schemas", value)
        try:
            return self.document.resolve(value)[0]
        except (KeyError, ValueError):
            return None
