"""The members of a Go module that its users name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sdksmith.model import Alias, Enum, Object, Parameter, Property, Reference, Union_, all_properties
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Argument, Method, MethodGroup, Sdk
from sdksmith.sdk.credentials import BASIC, TOKEN, Credential
from sdksmith.sdk.documentation.facts import stage_of
from sdksmith.surface import Direction, Member
from sdksmith.targets.go.client.options import CredentialKeys, credential_key, option_functions
from sdksmith.targets.go.client.tree import client_names
from sdksmith.targets.go.methods.requests import RequestType, RequestWriter
from sdksmith.targets.go.methods.writing import MethodWriter
from sdksmith.targets.go.options import GoOptions
from sdksmith.targets.go.package.paths import find_packages
from sdksmith.targets.go.types.declared import DeclarationWriter, variant_names
from sdksmith.targets.go.types.expressions import Imports, TypePrinter
from sdksmith.targets.go.types.fields import property_row


class Members:
    """The members of a module, each with its type as Go writes it outside of the packages.

    Attributes
    ----------
    methods, given, requests, bodies
        Known once all members have been gone through: path -> method; its symbol -> what it takes beside the path; the struct
        of that alone -> the method's path; body of an error -> its type.
    """

    def __init__(self, sdk: Sdk, names: Names, options: GoOptions) -> None:
        self._sdk = sdk
        self._names = names
        self._declarations = sdk.api.declarations
        self._packages = find_packages(sdk.api, names, options)
        self._root = self._packages.root
        imports = Imports()
        self._printer = TypePrinter(
            self._declarations, names.types, imports, self._packages.root_import, self._packages.root
        )
        self._writer = MethodWriter(sdk, names, self._packages, CredentialKeys(), imports)
        self._requests = RequestWriter(sdk, names, self._packages, self._printer, imports)
        self._declared = DeclarationWriter(sdk, names, self._packages.root_import)
        self.methods: dict[str, Method] = {}
        self.given: dict[Symbol, RequestType | None] = {}
        self.requests: dict[str, str] = {}
        self.bodies: dict[str, frozenset[str]] = {}

    @property
    def credentials(self) -> frozenset[str]:
        """What the credentials of the client are called in ``security``."""
        known = self._sdk.credentials
        found = [*([TOKEN] if known.token else []), *([BASIC] if known.basic else [])]
        found += [Credential("key", scheme.name) for scheme in known.keys]
        return frozenset(map(credential_key, found))

    def __iter__(self) -> Iterator[Member]:
        others = {
            f"{self._root}.{self._names.types[symbol]}": self._declared.meaning(symbol, self._printer)
            for symbol in self._sdk.emitted
            if self._declared.is_other_name(symbol)
        }
        for member in self._all():
            # To the compiler, another name for a type is that type.
            yield replace(member, types=frozenset(expanded(written, others) for written in member.types))

    def _all(self) -> Iterator[Member]:
        yield from self._settings()
        clients = client_names(self._sdk.api, self._names)
        for group in self._sdk.groups():
            for method in group.methods:
                yield from self._method(group, method, clients[group.path])
        for symbol in self._sdk.emitted:
            yield from self._type(symbol)

    # -- the client -----------------------------------------------------------------------------------------------

    def _settings(self) -> Iterator[Member]:
        for option in option_functions(self._sdk, self._names):
            head = next(line for line in option.lines if line.startswith("func "))
            parameters = head.partition("(")[2].rpartition(")")[0]
            yield Member(
                kind="setting", path=f"option.{option.name}", types=frozenset((f"func({parameters})",)), wire={}
            )
        server = self._sdk.servers.environments[0]
        url = server.url
        for variable in server.variables:
            url = url.replace(f"{{{variable.name}}}", variable.default)
        yield Member(kind="setting", path="client.NewClient", wire={"server": url})

    def _method(self, group: MethodGroup, method: Method, client: str) -> Iterator[Member]:
        operation = method.operation
        attributes = (self._names.groups[group.path[: depth + 1]].attribute for depth in range(len(group.path)))
        text = self._writer.text(method, client)
        path = ".".join(("client", *attributes, text.name))
        self.methods[path], self.given[method.symbol] = method, text.request
        # What stands in brackets of the path is no name that users write.
        wire = {"method": operation.method, "path": re.sub(r"\{[^{}]*\}", "{}", operation.path)}
        if method.body is not None:
            wire["media type"] = method.body.media.content_type
        needed = method.security if method.security is not None else self._sdk.credentials.default
        wire["security"] = json.dumps(
            None if needed is None else [sorted(map(credential_key, some)) for some in needed]
        )
        if method.servers:
            wire["server"] = method.servers[0].url
        if method.result.accept:
            wire["accept"] = method.result.accept
        if method.paging is not None:
            wire["paging"] = method.paging.kind
        result = text.signature[len(f"func (c *{client}) ") :].partition("opts ...option.RequestOption)")[2].strip()
        yield Member(
            kind="method",
            path=path,
            types=frozenset((result,)),
            wire=wire,
            stage=stage_of(operation),
            notes=(operation.summary, operation.description),
            place=operation.symbol,
        )
        yield from self._given(path, method, text.request)
        for error in method.errors:
            if error.body is not None:
                body = f"{path}: {error.name}.Body ({error.status})"
                self.bodies[body] = frozenset((self._printer.value(error.body.type),))
                yield Member(kind="error", path=body, types=self.bodies[body], wire={}, place=operation.symbol)

    def _given(self, path: str, method: Method, request: RequestType | None) -> Iterator[Member]:
        """Yield what a call takes: the parts of its path by their position, then the request."""
        given = [self._writer.path_type(each) for each in method.arguments if each.location == "path"]
        given += [request.expression] if request is not None else []
        for position, written in enumerate(given):
            yield Member(
                kind="argument",
                path=f"{path}({position + 1})",
                types=frozenset((written,)),
                required=True,
                position=position,
                direction="sent",
                wire={},
                place=method.operation.symbol,
            )
        if request is None or not request.is_struct:
            return
        name = request.expression.removeprefix("*")
        if request.lines:
            self.requests[name] = path
        if request.lines and not request.is_other_name:
            yield Member(kind="class", path=name, direction="sent", wire={}, place=method.operation.symbol)
            yield from self._fields(name, method)
        elif request.lines:
            other = f"{self._root}.{name.rpartition('.')[2]}"
            yield Member(
                kind="name", path=name, types=frozenset((other,)), direction="sent", wire={}, place=method.symbol
            )

    def _fields(self, owner: str, method: Method) -> Iterator[Member]:
        for argument, row in self._requests.fields(method, self._printer):
            yield Member(
                kind="field",
                path=f"{owner}.{row.cells[0]}",
                types=frozenset((row.cells[1],)),
                required=argument.is_required,
                direction="sent",
                wire=_sent(argument),
                stage=stage_of(argument.source) if argument.source is not None else "",
                notes=_notes(argument.source) if argument.source is not None else (),
                place=argument.source.symbol if isinstance(argument.source, Parameter) else method.symbol,
            )

    # -- types ----------------------------------------------------------------------------------------------------

    def _type(self, symbol: Symbol) -> Iterator[Member]:
        plan = self._sdk.types[symbol]
        declared = plan.declaration
        name = f"{self._root}.{self._names.types[symbol]}"
        direction: Direction = "both" if plan.sent and plan.received else "sent" if plan.sent else "received"
        is_struct = self._printer.is_struct(Reference(symbol)) and not isinstance(declared, Alias)
        yield Member(
            kind="class" if is_struct else "name",
            path=name,
            types=frozenset() if is_struct else frozenset((self._declared.meaning(symbol, self._printer),)),
            direction=direction,
            wire={},
            stage=stage_of(declared),
            notes=(declared.description,),
            place=symbol,
        )
        if isinstance(declared, Object):
            fields = self._names.fields[symbol]
            for entry in all_properties(declared, self._declarations):
                row = property_row(entry, fields[entry.name], self._printer, self._declarations)
                yield Member(
                    kind="field",
                    path=f"{name}.{row.cells[0]}",
                    types=frozenset((row.cells[1],)),
                    required=entry.required and not entry.read_only,
                    direction=direction,
                    wire={"name": entry.name},
                    stage=stage_of(entry),
                    notes=_notes(entry),
                    place=symbol,
                )
        elif isinstance(declared, Union_) and is_struct:
            for variant, field in variant_names(declared, self._names).items():
                yield Member(
                    kind="field",
                    path=f"{name}.{field}",
                    types=frozenset((self._declared.variant_type(variant, self._printer),)),
                    direction=direction,
                    wire={},
                    place=symbol,
                )
        elif isinstance(declared, Enum):
            for constant, value in self._declared.constants(declared):
                yield Member(
                    kind="value",
                    path=f"{name}: {self._root}.{constant}",
                    direction=direction,
                    wire={"value": json.dumps(value, ensure_ascii=False)},
                    place=symbol,
                )


def expanded(written: str, others: Mapping[str, str]) -> str:
    """Return a type in which other names for types are those; none leads to itself."""
    found = re.sub(r"(?<![\w.])[a-z]\w*\.\w+", lambda match: others.get(match[0], match[0]), written)
    return found if found == written else expanded(found, others)


def _sent(argument: Argument) -> dict[str, str]:
    """Return what decides how a field of a request is sent."""
    source = argument.source
    wire = {"name": f"{argument.location} {argument.wire_name}"}
    if isinstance(source, Parameter):
        wire["style"] = f"{source.style}{' exploded' if source.explode else ''}{source.content_type or ''}"
    if argument.default:
        wire["default"] = json.dumps(argument.default[0])
    return wire


def _notes(entry: Parameter | Property) -> tuple[str, ...]:
    facts: dict[str, Any] = {**entry.constraints, "default": list(entry.default), "examples": list(entry.examples)}
    return (entry.description, json.dumps(facts, sort_keys=True, default=str))
