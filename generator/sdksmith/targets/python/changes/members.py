"""The members of a Python package that its users name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sdksmith.config import Config
from sdksmith.model import (
    Alias,
    Any_,
    Array,
    Enum,
    File,
    Ledger,
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
    object_at,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Sdk
from sdksmith.sdk.documentation.facts import stage_of
from sdksmith.surface import Direction, Member
from sdksmith.targets.python.changes.library import of_package, of_reader, readers
from sdksmith.targets.python.client.groups import calls_of
from sdksmith.targets.python.client.servers import variables
from sdksmith.targets.python.deciding import decide
from sdksmith.targets.python.methods.signatures import Call, MethodArgument
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.types.inheritance import Inheritance
from sdksmith.targets.python.types.variants import TaggedVariant

_SCALARS = {"integer": "int", "number": "float", "boolean": "bool", "null": "None"}


class Members:
    """The members of a package.

    Attributes
    ----------
    decisions
        What the package is planned with.
    calls
        Method -> the call that it is, by its path; filled while members are asked for.
    properties
        Field -> the type whose it is, and the property.
    readers
        The readers of what the API sends, by their paths.
    """

    def __init__(self, sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> None:
        self.calls: dict[str, Call] = {}
        self.properties: dict[str, tuple[Symbol, Property]] = {}
        self.readers = {reader.path: reader for reader in readers(sdk.api, names)}
        self._options = options
        self._sdk = sdk
        self._names = names
        self._declarations = sdk.api.declarations
        ledger = Ledger()
        self.decisions = decide(sdk, names, config, options, ledger)
        self._bases = Inheritance(self._declarations, self.decisions.homes, self.decisions.polymorphic, names, ledger)

    def __iter__(self) -> Iterator[Member]:
        yield from of_package(self.decisions.package, self.decisions.client, self._options.http_library)
        yield from self._settings()
        for reader in self.readers.values():
            yield of_reader(reader, self._types)
        for group in self._sdk.groups():
            for call in calls_of(group, self.decisions):
                yield from self._method(call)
        for symbol in self._sdk.emitted:
            yield from self._type(symbol)

    # -- the client -----------------------------------------------------------------------------------------------

    def _settings(self) -> Iterator[Member]:
        client, credentials = self.decisions.client, self.decisions.credentials
        found: list[tuple[str, dict[str, str]]] = [("token", {})] if credentials.token else []
        for key, scheme in zip(credentials.keys, self._sdk.credentials.keys, strict=True):
            found.append((key.name, {"credential": f"{scheme.location} {scheme.parameter}"}))
        found += [("username", {}), ("password", {})] if credentials.basic else []
        found += [(each.name, {}) for each in variables(self._sdk.servers.variables, self._names.profile)]
        for name, wire in found:
            required = name == "token" and credentials.token == "required"
            path = f"{client}({name})"
            yield Member(kind="setting", path=path, types=frozenset(("str",)), required=required, wire=wire)
        server = self._sdk.servers.environments[0]
        url = server.url
        for variable in server.variables:
            url = url.replace(f"{{{variable.name}}}", variable.default)
        yield Member(kind="setting", path=f"{client}(base_url)", types=frozenset(("str",)), wire={"server": url})

    def _method(self, call: Call) -> Iterator[Member]:
        operation = call.method.operation
        path = ".".join(("client", *call.attributes, call.name))
        self.calls[path] = call
        # What stands in brackets of the path is not sent; the argument has a name of its own.
        wire = {"method": operation.method, "path": re.sub(r"\{[^{}]*\}", "{}", operation.path)}
        if call.method.body is not None:
            wire["media type"] = call.method.body.media.content_type
        wire["security"] = self.decisions.credentials.needed(call.method)
        if call.method.servers:
            wire["server"] = call.method.servers[0].url
        if call.method.result.accept:
            wire["accept"] = call.method.result.accept
        yield Member(
            kind="method",
            path=path,
            types=frozenset(self._returned(call)),
            wire=wire,
            stage=stage_of(operation),
            notes=(operation.summary, operation.description),
            place=operation.symbol,
        )
        for position, argument in enumerate(call.arguments):
            yield self._argument(call, path, position, argument)
        for error in call.method.errors:
            if error.body is not None:
                types = self._types(error.body.type)
                yield Member(
                    kind="error",
                    path=f"{path}: {error.name}.body ({error.status})",
                    types=types,
                    wire={},
                    place=operation.symbol,
                )

    def _returned(self, call: Call) -> Iterator[str]:
        result = call.method.result
        if call.method.paging is not None:
            yield f"SyncPager[{_joined(self._types(call.method.paging.item))}, {_joined(self._types(result.types[0]))}] by {call.method.paging.kind}"
            return
        if result.kind in ("events", "values"):
            yield f"{'EventStream' if result.kind == 'events' else 'JsonStream'}[{_joined(self._types(result.types[0]))}]"
        elif result.kind == "download":
            yield "BinaryStream"
        for kind in result.types if result.kind == "data" else ():
            yield from self._types(kind)
        if result.kind == "nothing" or result.optional:
            yield "None"

    def _argument(self, call: Call, path: str, position: int, argument: MethodArgument) -> Member:
        design = argument.design
        source = design.source
        # What a parameter of the path is called is not sent.
        wire_name = "" if design.location == "path" else design.wire_name
        wire = {"name": f"{design.location} {wire_name}".strip()}
        if isinstance(source, Parameter):
            wire["style"] = f"{source.style}{' exploded' if source.explode else ''}{source.content_type or ''}"
        if design.default:
            wire["default"] = json.dumps(design.default[0])
        types = self._types(design.type)
        if any(each in types for each in ("list[str]", "list[Any]")):
            # A string is a sequence of strings to type checkers; a call sends it as one all the same.
            types -= {"str"}
        return Member(
            kind="argument",
            path=f"{path}({argument.name})",
            types=types if design.is_required else types | {"None"},
            is_open=self._is_open(design.type),
            values=self._values(design.type),
            required=design.is_required,
            position=position if argument.is_positional else -1,
            direction="sent",
            wire=wire,
            stage=stage_of(source) if source is not None else "",
            notes=_notes(source) if source is not None else (),
            place=source.symbol if isinstance(source, Parameter) else call.method.symbol,
        )

    # -- types ----------------------------------------------------------------------------------------------------

    def _type(self, symbol: Symbol) -> Iterator[Member]:
        plan = self._sdk.types[symbol]
        declared = plan.declaration
        name = self._names.types[symbol]
        direction: Direction = "both" if plan.sent and plan.received else "sent" if plan.sent else "received"
        form = self.decisions.forms.get(symbol)
        if isinstance(declared, Object):
            properties = list(all_properties(declared, self._declarations))
            fields = self._names.fields[symbol]
            bases = frozenset(self._names.types[base] for base in self._bases.bases(declared))
            yield self._class(name, declared, direction, bases=bases)
            yield from (self._field(name, fields[entry.name], entry, direction, symbol) for entry in properties)
            if form is not None:
                yield from self._plain(form.name, name, declared, properties, fields)
            return
        yield Member(
            kind="name",
            path=name,
            types=self._types(Reference(symbol)),
            direction=direction,
            wire={},
            stage=stage_of(declared),
            notes=(declared.description,),
            place=symbol,
        )
        if form is not None:
            types = self._plain_types(Reference(symbol))
            yield Member(kind="name", path=form.name, types=types, direction="sent", mirror=name, wire={}, place=symbol)
        for value in declared.values if isinstance(declared, Enum) else ():
            yield Member(
                kind="value",
                path=self._value(symbol, value),
                direction=direction,
                wire={},
                place=symbol,
            )
        for variant in self.decisions.unions.get(symbol, ()):
            yield from self._variant(symbol, variant, direction)

    def _class(
        self,
        path: str,
        declared: Object,
        direction: Direction,
        *,
        mirror: str = "",
        bases: frozenset[str] = frozenset(),
    ) -> Member:
        return Member(
            kind="class",
            path=path,
            types=bases,
            direction=direction,
            mirror=mirror,
            wire={},
            stage=stage_of(declared),
            notes=(declared.description,),
            place=declared.symbol,
        )

    def _field(
        self, owner: str, field: str, entry: Property, direction: Direction, place: Symbol, *, mirror: str = ""
    ) -> Member:
        types = self._types(entry.type)
        self.properties[f"{owner}.{field}"] = (place, entry)
        return Member(
            kind="field",
            path=f"{owner}.{field}",
            types=types if entry.required else types | {"None"},
            required=entry.required and not entry.read_only,
            direction=direction,
            is_open=direction == "sent" and self._is_open(entry.type),
            values=self._values(entry.type),
            mirror=mirror,
            wire={"name": entry.name},
            stage=stage_of(entry),
            notes=_notes(entry),
            place=place,
        )

    def _plain(
        self, path: str, model: str, declared: Object, properties: Iterable[Property], fields: Mapping[str, str]
    ) -> Iterator[Member]:
        """Yield the plain form of a class, and its keys."""
        yield self._class(path, declared, "sent", mirror=model)
        for entry in properties:
            key = self._field(
                path, "", entry, "sent", declared.symbol, mirror=f"{model}.{fields.get(entry.name, entry.name)}"
            )
            # A key that is there is not null, unless the document says so.
            yield replace(
                key,
                path=f"{path}[{json.dumps(entry.name, ensure_ascii=False)}]",
                types=self._types(entry.type),
                is_open=self._is_open(entry.type),
            )

    def _variant(self, union: Symbol, variant: TaggedVariant, direction: Direction) -> Iterator[Member]:
        """Yield the class of a variant that a tag tells, and its plain form."""
        declared = object_at(variant.object, self._declarations)
        own = self._names.types.get(variant.object, "") if variant.object in self._sdk.emitted else ""
        fields = self._names.fields[variant.object]
        tag = Property(variant.property, Literal_(variant.tag), required=True)
        properties = [entry for entry in all_properties(declared, self._declarations) if entry.name != variant.property]
        yield self._class(variant.name, declared, direction)
        for entry in (tag, *properties):
            field = fields.get(entry.name) or self._names.profile.name(
                "field", entry.name, self._names.profile.reserved_fields
            )
            mirror = f"{own}.{field}" if own and entry is not tag else ""
            yield self._field(variant.name, field, entry, direction, union, mirror=mirror)
        if union in self.decisions.forms:
            yield from self._plain(variant.dict_name, variant.name, declared, (tag, *properties), fields)

    def _plain_types(self, kind: Type, seen: tuple[Symbol, ...] = ()) -> frozenset[str]:
        """Return what plain data may stand for a type."""
        if isinstance(kind, Nullable):
            return self._plain_types(kind.inner, seen) | {"None"}
        form = self.decisions.forms.get(kind.symbol) if isinstance(kind, Reference) else None
        if not isinstance(kind, Reference) or form is None or kind.symbol in seen:
            return self._types(kind)
        inside = (*seen, kind.symbol)
        match self._declarations[kind.symbol]:
            case Alias(target=target):
                return self._plain_types(target, inside)
            case Union_() if kind.symbol in self.decisions.unions:
                return frozenset(variant.dict_name for variant in self.decisions.unions[kind.symbol])
            case Union_(variants=variants):
                return frozenset[str]().union(*(self._plain_types(each, inside) for each in variants))
            case _:
                return frozenset((form.name,))

    def _value(self, enum: Symbol, value: object) -> str:
        return f"{self._names.types[enum]}: {json.dumps(value, ensure_ascii=False)}"

    def _values(self, kind: Type) -> frozenset[str]:
        """Return the values that an enum is known to have, of a type that is one, or a list of it."""
        found = resolve(kind, self._declarations)
        if isinstance(found, Nullable):
            found = resolve(found.inner, self._declarations)
        if isinstance(found, Array):
            return self._values(found.item)
        declared = self._declarations[found.symbol] if isinstance(found, Reference) else None
        if not isinstance(found, Reference) or not isinstance(declared, Enum):
            return frozenset()
        return frozenset(self._value(found.symbol, value) for value in declared.values)

    def _is_open(self, kind: Type) -> bool:
        found = resolve(kind, self._declarations)
        if isinstance(found, Nullable):
            found = resolve(found.inner, self._declarations)
        return isinstance(found, Reference) and isinstance(self._declarations[found.symbol], Enum)

    def _types(self, kind: Type, seen: tuple[Symbol, ...] = ()) -> frozenset[str]:
        """Return what a value may be, other names expanded."""
        match kind:
            case Nullable(inner):
                return self._types(inner, seen) | {"None"}
            case Primitive("string", form):
                return frozenset(("datetime" if form == "date-time" else "str",))
            case Primitive(name):
                return frozenset((_SCALARS[name],))
            case Literal_(value):
                return frozenset((f"Literal[{json.dumps(value, ensure_ascii=False)}]",))
            case Array(item):
                return frozenset((f"list[{_joined(self._types(item, seen))}]",))
            case Map(value):
                return frozenset((f"dict[str, {_joined(self._types(value, seen))}]",))
            case Any_():
                return frozenset(("Any",))
            case File():
                return frozenset(("File",))
            case Reference(symbol):
                return self._named(symbol, seen)

    def _named(self, symbol: Symbol, seen: tuple[Symbol, ...]) -> frozenset[str]:
        declared = self._declarations[symbol]
        if isinstance(declared, Object) or symbol in seen:
            return frozenset((self._names.types[symbol],))
        inside = (*seen, symbol)
        match declared:
            case Enum(base=base):
                return self._types(base)
            case Alias(target=target):
                return self._types(target, inside)
            case Union_() if symbol in self.decisions.unions:
                return frozenset(variant.name for variant in self.decisions.unions[symbol])
            case Union_(variants=variants):
                return frozenset[str]().union(*(self._types(each, inside) for each in variants))


def _joined(types: frozenset[str]) -> str:
    return " | ".join(sorted(types))


def _notes(entry: Parameter | Property) -> tuple[str, ...]:
    facts: dict[str, Any] = {**entry.constraints, "default": list(entry.default), "examples": list(entry.examples)}
    return (entry.description, json.dumps(facts, sort_keys=True, default=str))
