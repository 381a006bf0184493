"""Modules of types: one context for each, with every line decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeAlias

from sdksmith.model import (
    Alias,
    Any_,
    Api,
    Array,
    Declaration,
    Disposition,
    Enum,
    Ledger,
    Literal_,
    Map,
    Nullable,
    Object,
    Primitive,
    Property,
    Reference,
    Type,
    Union_,
    all_properties,
    is_closed,
    mentions,
    object_at,
    symbols_of,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.clusters import components
from sdksmith.sdk.tags import Tag
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.layout import literals, prose
from sdksmith.targets.python.layout.code import Brackets, Expression, alias, annotated, class_line, import_from
from sdksmith.targets.python.types.expressions import Imports, TypePrinter
from sdksmith.targets.python.types.homes import Home, module_names
from sdksmith.targets.python.types.inheritance import Inheritance
from sdksmith.targets.python.types.notes import declaration_lines, property_notes
from sdksmith.targets.python.types.texts import AliasText, ClassText, FieldText, TypedDictText
from sdksmith.targets.python.types.typed_dicts import TypedDicts

DeclarationText: TypeAlias = ClassText | TypedDictText | AliasText


@dataclass(frozen=True)
class TypeModule:
    """A module of types: blocks of imports, then declarations."""

    home: Home
    imports: list[list[str]]
    declarations: list[DeclarationText]


class TypeModules:
    """Plans the modules of types of a package."""

    def __init__(
        self,
        api: Api,
        decisions: Decisions,
        ledger: Ledger,
    ) -> None:
        self._api = api
        self._names = decisions.names
        self._profile = decisions.profile
        self._homes = decisions.homes
        self._forms = decisions.forms
        self._unions = decisions.unions
        self._types = decisions.sdk.types
        self._also = decisions.also_accepted
        self._custom = decisions.custom
        self._ledger = ledger
        self._orders: dict[Home, dict[Symbol, int]] = {}
        self._inheritance = Inheritance(
            api.declarations, decisions.homes, decisions.polymorphic, decisions.names, ledger
        )
        self._typed_dicts = TypedDicts(api, decisions.names, decisions.forms, decisions.unions)

    def module(self, home: Home, symbols: list[Symbol]) -> TypeModule:
        """Plan one module."""
        ordered = self._ordered(symbols)
        position = {symbol: index for index, symbol in enumerate(ordered)}
        declarations: list[DeclarationText] = []
        imports = Imports()
        foreign: dict[Home, set[str]] = {}
        for index, symbol in enumerate(ordered):
            declared = self._api.declarations[symbol]
            name = partial(self._name, home, foreign, position, index, self._names.types)
            plain_name = partial(self._name, home, foreign, position, index, self._names.plain)
            printer = TypePrinter(imports, name)
            later = partial(self._is_later, home, position, index)
            declarations.extend(self._declaration(declared, printer, imports, later))
            printer = TypePrinter(
                imports, name, as_input=True, plain_forms=self._forms, plain_name=plain_name, also=self._also
            )
            declarations.extend(self._typed_dicts.declare(declared, printer))
        for symbol in ordered:
            for other, inherited in self._inherited_names(self._api.declarations[symbol], home):
                if inherited not in foreign.setdefault(other, set()):
                    # The alias says to type checkers that it is imported on purpose.
                    foreign[other].add(f"{inherited} as {inherited}")
        return TypeModule(home, _import_blocks(imports, home, foreign), declarations)

    def declared(self, symbol: Symbol) -> list[ClassText | AliasText]:
        """Return the texts of one declaration, as its module has them."""
        home = self._homes[symbol]
        position = self._order_in(home)
        index = position[symbol]
        printer = TypePrinter(Imports(), partial(self._name, home, {}, position, index, self._names.types))
        later = partial(self._is_later, home, position, index)
        return list(self._declaration(self._api.declarations[symbol], printer, Imports(), later))

    # -- order and names --------------------------------------------------------------------------------------------

    def _name(
        self,
        home: Home,
        foreign: dict[Home, set[str]],
        position: Mapping[Symbol, int],
        index: int,
        names: Mapping[Symbol, str],
        symbol: Symbol,
    ) -> str:
        name = names[symbol]
        other = self._homes[symbol]
        if other != home:
            foreign.setdefault(other, set()).add(name)
            return name
        # Pydantic finds it by its name when the class is first used.
        return f'"{name}"' if self._is_later(home, position, index, symbol) else name

    def _is_later(self, home: Home, position: Mapping[Symbol, int], index: int, symbol: Symbol) -> bool:
        """Whether a type is not defined yet where the one at an index stands."""
        return self._homes[symbol] == home and position[symbol] >= index

    def _inherited_names(self, declared: Declaration, home: Home) -> Iterator[tuple[Home, str]]:
        """Yield what fields of bases in other modules name before it is defined there, and the module that has it.

        Pydantic looks for such a name in the module of the class that inherits the field.
        """
        for base in self._inheritance.bases(declared) if isinstance(declared, Object) else ():
            parent = object_at(base, self._api.declarations)
            module = self._homes[base]
            mentioned = {symbol for entry in parent.properties for symbol in symbols_of(entry.type)}
            beside = sorted(symbol for symbol in mentioned if self._homes[symbol] == module != home)
            if beside:
                order = self._order_in(module)
                yield from ((module, self._names.types[each]) for each in beside if order[each] >= order[base])
            yield from self._inherited_names(parent, home)

    @cached_property
    def _members(self) -> dict[Home, list[Symbol]]:
        return module_names(self._homes)

    def _order_in(self, home: Home) -> dict[Symbol, int]:
        """Return the places of the types of a module."""
        known = self._orders.get(home)
        if known is None:
            ordered = self._ordered(self._members[home])
            known = self._orders[home] = {symbol: index for index, symbol in enumerate(ordered)}
        return known

    def _ordered(self, symbols: list[Symbol]) -> list[Symbol]:
        """Order declarations so that what an assignment or a base class needs is there before it."""
        named = sorted(symbols, key=lambda symbol: self._names.types[symbol])
        inside = set(named)

        def edges(symbol: Symbol) -> list[Symbol]:
            return [found for found in self._needs(symbol) if found in inside]

        ordered: list[Symbol] = []
        for circle in components(named, edges):
            if len(circle) == 1:
                ordered.extend(circle)
                continue
            members = sorted(circle, key=lambda symbol: self._names.types[symbol])
            ordered.extend(self._untangle(members))
        return ordered

    def _needs(self, symbol: Symbol) -> Iterator[Symbol]:
        yield from mentions(self._api.declarations[symbol])
        for variant in self._unions.get(symbol, ()):
            for entry in all_properties(object_at(variant.object, self._api.declarations), self._api.declarations):
                yield from symbols_of(entry.type)

    def _untangle(self, members: list[Symbol]) -> list[Symbol]:
        inside = set(members)
        hard = {symbol: [found for found in self._needed_at_once(symbol) if found in inside] for symbol in members}
        ordered: list[Symbol] = []
        for circle in components(members, lambda symbol: hard[symbol]):
            ordered.extend(sorted(circle, key=lambda symbol: self._names.types[symbol]))
        return ordered

    def _needed_at_once(self, symbol: Symbol) -> Iterator[Symbol]:
        declared = self._api.declarations[symbol]
        if isinstance(declared, Object):
            yield from declared.bases
        elif symbol not in self._unions:
            yield from mentions(declared)

    # -- declarations -----------------------------------------------------------------------------------------------

    def _declaration(
        self, declared: Declaration, printer: TypePrinter, imports: Imports, later: Callable[[Symbol], bool]
    ) -> Iterator[ClassText | AliasText]:
        name = self._names.types[declared.symbol]
        if isinstance(declared, Object):
            yield self._class(name, declared, printer, imports)
            return
        if isinstance(declared, Union_) and declared.symbol in self._unions:
            yield from self._tagged_union(name, declared, printer, imports)
            return
        imports.typing.add("TypeAlias")
        value = self._alias_value(declared, printer, later)
        statement = alias(name, value)
        yield AliasText(name, statement, prose.docstring(declaration_lines(declared, 0), 0))

    def _alias_value(
        self, declared: Enum | Union_ | Alias, printer: TypePrinter, later: Callable[[Symbol], bool]
    ) -> Expression:
        if isinstance(declared, Enum):
            known = Brackets("Literal[", tuple(literals.string(str(value)) for value in declared.values), "]")
            printer.imports.typing.update(("Literal", "Any"))
            return printer.generic("Union", known, "Any")
        parts = declared.variants if isinstance(declared, Union_) else (declared.target,)
        # Before they are printed: an import that nothing uses is an error to type checkers.
        finite = [self._finite(declared, kind, later) for kind in parts]
        if any(isinstance(kind, Any_) for kind in finite):
            return printer.print(Any_())
        printed = [printer.print(kind) for kind in finite]
        return printer.one_of(*printed) if isinstance(declared, Union_) else printed[0]

    def _finite(self, declared: Declaration, kind: Type, later: Callable[[Symbol], bool]) -> Type:
        """Return a part of an alias; an alias that contains itself can't be assigned, so it ends there."""
        if not any(map(later, symbols_of(kind))):
            return kind
        reason = "a type that contains itself without an object between: the inner one is typed as anything"
        self._ledger.record(declared.symbol, "type", declared.symbol[-1], Disposition.DEGRADED, reason)
        return _without_references(kind)

    def _class(
        self,
        name: str,
        declared: Object,
        printer: TypePrinter,
        imports: Imports,
        tag: tuple[str, Tag] | None = None,
        names: Mapping[str, str] | None = None,
        like: Symbol | None = None,
    ) -> ClassText:
        properties = list(declared.properties)
        bases = self._inheritance.bases(declared) if tag is None else []
        subtypes = self._inheritance.subtypes.get(declared.symbol) if tag is None else None
        own = self._custom.bases(name, is_first=not bases)
        for place in own:
            imports.custom.setdefault(place.module, set()).add(place.name)
        base_names: list[Expression] = [place.name for place in own]
        base_names += [printer.name(symbol) for symbol in bases]
        if not bases and declared.bases:
            properties = all_properties(declared, self._api.declarations)
        if not bases or subtypes is not None:
            root = "TaggedModel" if tag is not None else "Model" if subtypes is None else "PolymorphicModel"
            base_names.append(root)
            imports.core.add(root)
        if subtypes is not None:
            base_names += subtypes.arguments()
        if like is not None:
            base_names.append(f"like={literals.string(self._names.types[like])}")
        told_by = self._types[declared.symbol].distinguishing if tag is None else ()
        if told_by:
            own_names = self._names.fields[declared.symbol]
            base_names.append(Brackets("tags=[", tuple(literals.string(own_names[wire]) for wire in told_by), "]"))
        closed = is_closed(declared, self._api.declarations)
        if closed and not any(self._is_closed(base) for base in bases):
            base_names.append("closed=True")
        fields = names if names is not None else self._names.fields[declared.symbol]
        if tag is not None and all(entry.name != tag[0] for entry in properties):
            properties.insert(0, Property(tag[0], Literal_(tag[1]), required=True))
        texts = [self._field(fields.get(entry.name, entry.name), entry, printer, imports, tag) for entry in properties]
        docstring = prose.docstring(declaration_lines(declared, 4), 4)
        if not docstring and not texts:
            docstring = '    """Has no fields of its own."""'
        return ClassText(name, class_line(name, base_names), docstring, texts)

    def _field(
        self, name: str, entry: Property, printer: TypePrinter, imports: Imports, tag: tuple[str, Tag] | None
    ) -> FieldText:
        default = None
        if tag is not None and entry.name == tag[0]:
            annotation = printer.print(Literal_(tag[1]))
            default = literals.scalar(tag[1])
        else:
            annotation = printer.print(entry.type)
            if not entry.required or entry.nullable or entry.write_only:
                annotation = printer.optional(annotation)
                default = "None"
            elif entry.read_only:
                default = "SET_BY_SERVER"
                imports.core.add("SET_BY_SERVER")
        if name != entry.name:
            imports.typing.add("Annotated")
            imports.pydantic.add("Field")
            wire = Brackets("Field(", (f"alias={literals.string(entry.name)}",), ")")
            annotation = Brackets("Annotated[", (annotation, wire), "]")
        notes = property_notes(entry)
        return FieldText(annotated(name, annotation, default, 4), prose.docstring(notes, 4))

    def _is_closed(self, symbol: Symbol) -> bool:
        declared = self._api.declarations[symbol]
        return isinstance(declared, Object) and is_closed(declared, self._api.declarations)

    # -- discriminated unions -----------------------------------------------------------------------------------------

    def _tagged_union(
        self, name: str, union: Union_, printer: TypePrinter, imports: Imports
    ) -> Iterator[ClassText | AliasText]:
        discriminator = union.discriminator
        assert discriminator is not None
        variants = self._unions[union.symbol]
        wire = discriminator.property
        tag_field = ""
        for variant in variants:
            fields = dict(self._names.fields[variant.object])
            if wire not in fields:
                fields[wire] = tag_field or self._profile.name("field", wire, self._profile.reserved_fields)
                while list(fields.values()).count(fields[wire]) > 1:
                    fields[wire] += "_"
            tag_field = fields[wire]
            yield self._class(
                variant.name,
                object_at(variant.object, self._api.declarations),
                printer,
                imports,
                (wire, variant.tag),
                fields,
                variant.object if variant.holds_tag and self._types[union.symbol].sent else None,
            )
        imports.typing.add("TypeAlias")
        classes = printer.one_of(*(variant.name for variant in variants))
        value: Expression = classes
        same_field = {self._names.fields[variant.object].get(wire, tag_field) for variant in variants}
        if len(variants) > 1 and len(same_field) == 1:
            imports.typing.add("Annotated")
            imports.pydantic.add("Field")
            told_by = Brackets("Field(", (f"discriminator={literals.string(tag_field)}",), ")")
            value = Brackets("Annotated[", (classes, told_by), "]")
        text = prose.docstring(declaration_lines(union, 0), 0)
        yield AliasText(name, alias(name, value), text)


def _without_references(kind: Type) -> Type:
    if isinstance(kind, Reference):
        return Any_()
    if isinstance(kind, Array):
        return Array(_without_references(kind.item))
    if isinstance(kind, Map):
        return Map(_without_references(kind.value))
    if isinstance(kind, Nullable):
        return Nullable(_without_references(kind.inner))
    return kind if isinstance(kind, Primitive) else Any_()


def _import_blocks(imports: Imports, home: Home, foreign: Mapping[Home, set[str]]) -> list[list[str]]:
    standard: list[str] = []
    if imports.datetime:
        standard.append("from datetime import datetime")
    if imports.typing:
        standard.append(import_from("typing", sorted(imports.typing)))
    third_party = [
        import_from(module, sorted(names))
        for module, names in (("pydantic", imports.pydantic), ("typing_extensions", imports.typing_extensions))
        if names
    ]
    own: list[str] = []
    models = sorted(imports.core & {"Model", "SET_BY_SERVER", "TaggedModel"})
    if models:
        own.append(import_from("...core.model", models))
    if "PolymorphicModel" in imports.core:
        own.append(import_from("...core.subtypes", ["PolymorphicModel"]))
    own += [import_from(f"...{module}", sorted(names)) for module, names in sorted(imports.custom.items())]
    for other in sorted(foreign, key=lambda other: (other.folder == home.folder, other)):
        where = f".{other.module}" if other.folder == home.folder else f"..{other.folder}.{other.module}"
        own.append(import_from(where, sorted(foreign[other])))
    return [block for block in (standard, third_party, own) if block]
