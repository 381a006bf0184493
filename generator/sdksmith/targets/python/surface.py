"""The public surface of a Python package."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Sdk
from sdksmith.sdk.documentation.facts import stage_of
from sdksmith.surface import Direction, Member, Surface
from sdksmith.targets.python.client.groups import calls_of
from sdksmith.targets.python.client.servers import variables
from sdksmith.targets.python.deciding import decide
from sdksmith.targets.python.methods.signatures import Call, MethodArgument
from sdksmith.targets.python.options import PythonOptions

_SCALARS = {"integer": "int", "number": "float", "boolean": "bool", "null": "None"}


def surface(sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> Surface:
    """Return the members of a package; the asynchronous clients have the same ones."""
    members = _Members(sdk, names, config, options)
    return Surface(target="python", members={member.path: member for member in members})


class _Members:
    def __init__(self, sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> None:
        self._sdk = sdk
        self._names = names
        self._declarations = sdk.api.declarations
        self._decisions = decide(sdk, names, config, options, Ledger())

    def __iter__(self) -> Iterator[Member]:
        yield from self._settings()
        for group in self._sdk.groups():
            for call in calls_of(group, self._decisions):
                yield from self._method(call)
        for symbol in self._sdk.emitted:
            yield from self._type(symbol)

    # -- the client -----------------------------------------------------------------------------------------------

    def _settings(self) -> Iterator[Member]:
        client, credentials = self._decisions.client, self._decisions.credentials
        found: list[tuple[str, bool]] = []
        if credentials.token:
            found.append(("token", credentials.token == "required"))
        found += [(key.name, False) for key in credentials.keys]
        found += [("username", False), ("password", False)] if credentials.basic else []
        found += [(each.name, False) for each in variables(self._sdk.servers.variables, self._names.profile)]
        for name, required in found:
            path = f"{client}({name})"
            yield Member(kind="setting", path=path, types=frozenset(("str",)), required=required, wire={})
        server = self._sdk.servers.environments[0]
        url = server.url
        for variable in server.variables:
            url = url.replace(f"{{{variable.name}}}", variable.default)
        yield Member(kind="setting", path=f"{client}(base_url)", types=frozenset(("str",)), wire={"server": url})

    def _method(self, call: Call) -> Iterator[Member]:
        operation = call.method.operation
        path = ".".join(("client", *call.attributes, call.name))
        wire = {"method": operation.method, "path": operation.path}
        if call.method.body is not None:
            wire["media type"] = call.method.body.media.content_type
        if call.method.security is not None:
            wire["security"] = json.dumps(
                [[f"{each.kind}:{each.scheme}" for each in some] for some in call.method.security]
            )
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
        wire = {"name": f"{design.location} {design.wire_name}"}
        if isinstance(source, Parameter):
            wire["style"] = f"{source.style}{' exploded' if source.explode else ''}{source.content_type or ''}"
        if design.default:
            wire["default"] = json.dumps(design.default[0])
        types = self._types(design.type)
        return Member(
            kind="argument",
            path=f"{path}({argument.name})",
            types=types if design.is_required else types | {"None"},
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
        stage = stage_of(declared)
        if isinstance(declared, Object):
            yield Member(
                kind="class",
                path=name,
                direction=direction,
                wire={},
                stage=stage,
                notes=(declared.description,),
                place=symbol,
            )
            fields = self._names.fields[symbol]
            for entry in all_properties(declared, self._declarations):
                types = self._types(entry.type)
                yield Member(
                    kind="field",
                    path=f"{name}.{fields[entry.name]}",
                    types=types if entry.required else types | {"None"},
                    required=entry.required and not entry.read_only,
                    direction=direction,
                    wire={"name": entry.name},
                    stage=stage_of(entry),
                    notes=_notes(entry),
                    place=symbol,
                )
            return
        yield Member(
            kind="name",
            path=name,
            types=self._types(Reference(symbol)),
            direction=direction,
            wire={},
            stage=stage,
            notes=(declared.description,),
            place=symbol,
        )
        for value in declared.values if isinstance(declared, Enum) else ():
            yield Member(
                kind="value",
                path=f"{name}: {json.dumps(value, ensure_ascii=False)}",
                direction=direction,
                wire={},
                place=symbol,
            )

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
            case Union_(variants=variants):
                return frozenset[str]().union(*(self._types(each, inside) for each in variants))


def _joined(types: frozenset[str]) -> str:
    return " | ".join(sorted(types))


def _notes(entry: Parameter | Property) -> tuple[str, ...]:
    facts: dict[str, Any] = {**entry.constraints, "default": list(entry.default), "examples": list(entry.examples)}
    return (entry.description, json.dumps(facts, sort_keys=True, default=str))
