"""The naming pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sdksmith.diagnostics import format_pointer
from sdksmith.model import (
    BodyOf,
    Component,
    Declaration,
    Enum,
    ErrorOf,
    Group,
    IncomingRequest,
    ItemOf,
    Object,
    Operation,
    Origin,
    ParameterOf,
    PayloadOf,
    PropertyOf,
    ResponseOf,
    ValueOf,
    VariantOf,
    all_properties,
    symbols_of,
)
from sdksmith.model.types import Symbol
from sdksmith.naming.claims import kind_of, merit, without_group, without_kind
from sdksmith.naming.package import name_constants, name_request_types
from sdksmith.naming.pins import Pinned, PinReader, Pins, pinned_first
from sdksmith.naming.profile import LONGEST, NamingProfile, Role
from sdksmith.naming.settling import settle
from sdksmith.naming.spelling import spelled
from sdksmith.sdk import Sdk
from sdksmith.words import folded

_NUMBERS: Final = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen "
    "Eighteen Nineteen"
).split()


@dataclass(frozen=True)
class GroupName:
    """Names of a group: as an attribute of its parent, and as a class (without its ``Client``)."""

    attribute: str
    type_name: str


@dataclass(frozen=True, kw_only=True)
class Names:
    """Every public name of a target.

    Attributes
    ----------
    profile
        What they were made by; for what a target names itself.
    types
        Declaration -> name.
    plain
        Object, union or alias -> the name of its plain form: what stands for it in a call, made of dicts and lists.
        Empty for a target without such forms.
    fields
        Object -> wire name -> field name; inherited fields are those of the base.
    groups
        Path of a group as the document spells it -> its names.
    methods
        Operation -> method name.
    parameters
        Operation -> (location, wire name) -> parameter name; a flattened body's properties have location ``"body"``.
    incoming
        Webhook or callback -> the name of what reads it; webhooks and callbacks have a name space each.
    requests
        Operation -> the name of the type of what it takes beside its path; empty for a target without such types.
    constants
        Enum -> the names of its values, in their order; empty for a target where they have none.
    """

    profile: NamingProfile
    types: Mapping[Symbol, str]
    plain: Mapping[Symbol, str]
    fields: Mapping[Symbol, Mapping[str, str]]
    groups: Mapping[tuple[str, ...], GroupName]
    methods: Mapping[Symbol, str]
    parameters: Mapping[Symbol, Mapping[tuple[str, str], str]]
    incoming: Mapping[Symbol, str]
    requests: Mapping[Symbol, str]
    constants: Mapping[Symbol, tuple[str, ...]]


def assign_names(sdk: Sdk, profile: NamingProfile) -> Names:
    """Name everything.

    Parameters
    ----------
    sdk
        What the library offers.
    profile
        The target's.

    Raises
    ------
    Failure
        A pinned name can't be given.
    """
    if not profile.pins:
        return _Namer(sdk, profile, Pins()).names()
    reader = PinReader(sdk, profile)
    names = _Namer(sdk, profile, reader.read()).names()
    reader.check(_by_place(names), _by_place(_Namer(sdk, profile, Pins()).names()))
    return names


def _by_place(names: Names) -> dict[str, dict[tuple[Symbol, str], str]]:
    """Return names by what :class:`Pinnable` knows the named things by."""
    return {
        **{
            kind: {(symbol, format_pointer(symbol)): name for symbol, name in known.items()}
            for kind, known in (("types", names.types), ("methods", names.methods), ("requests", names.requests))
        },
        "fields": {(symbol, wire): name for symbol, known in names.fields.items() for wire, name in known.items()},
        "arguments": {
            (symbol, f"{location} {wire}"): name
            for symbol, known in names.parameters.items()
            for (location, wire), name in known.items()
        },
    }


class _Namer:
    def __init__(self, sdk: Sdk, profile: NamingProfile, pins: Pins) -> None:
        self._sdk = sdk
        self._pins = pins
        self._api = api = sdk.api
        self._profile = profile
        self._operations = {operation.symbol: operation for operation in api.operations()}
        self._incoming = {request.symbol: request for request in api.incoming()}
        self._fields: dict[Symbol, dict[str, str]] = {}
        self._bases: dict[Origin, str] = {}
        self._type_names: Mapping[Symbol, str] = {}

    def names(self) -> Names:
        groups = dict(self._groups(self._api.root, self._profile.reserved_clients))
        methods: dict[Symbol, str] = {}
        self._methods(self._api.root, groups, methods)
        types = self._type_names = self._types(self._api.declarations)
        for symbol, declared in self._api.declarations.items():
            if isinstance(declared, Object):
                self._name_fields(symbol)
        for body in self._sdk.flattened.values():
            self._name_fields(body.symbol, body)
        callbacks = [callback for operation in self._operations.values() for callback in operation.callbacks]
        requests = self._requests(types) if self._profile.request_types else {}
        return Names(
            profile=self._profile,
            types=types,
            plain=self._plain_forms(types),
            fields=self._fields,
            groups=groups,
            methods=methods,
            parameters=self._all_parameters(),
            incoming={**self._readers(self._api.webhooks), **self._readers(callbacks)},
            requests=requests,
            constants=(
                name_constants(self._sdk, self._profile, types, requests.values())
                if self._profile.enum_constants
                else {}
            ),
        )

    def _requests(self, types: Mapping[Symbol, str]) -> dict[Symbol, str]:
        bases = {
            symbol: (self._operation_base(symbol), self._operation_base(symbol, whole=True))
            for symbol in self._operations
        }
        return name_request_types(self._sdk, self._profile, types, bases, self._pins.requests)

    def _all_parameters(self) -> dict[Symbol, dict[tuple[str, str], str]]:
        return {
            symbol: self._parameters(operation, self._sdk.flattened.get(symbol))
            for symbol, operation in self._operations.items()
        }

    # -- groups and methods ---------------------------------------------------------------------------------------

    def _groups(self, group: Group, outer: Collection[str]) -> Iterator[tuple[tuple[str, ...], GroupName]]:
        """Yield the names of the groups below one; `outer` is what the classes beside theirs are made of."""
        claims = sorted((child.path[-1] for child in group.groups), key=merit)
        reserved = self._profile.reserved_methods | self._profile.reserved_modules
        reserved |= self._profile.reserved_subgroups if group.path else self._profile.reserved_groups
        wanted = {
            part: [self._profile.name("group", text, reserved) for text in (part, spelled(part))] for part in claims
        }
        # Each is a folder too.
        attributes = settle(wanted.items(), folded)
        class_options = {
            part: [
                self._profile.name("type", text, prefix="group") for text in (part, attributes[part], f"{part} group")
            ]
            for part in claims
        }
        classes = settle(class_options.items(), without_kind, outer)
        for child in group.groups:
            part = child.path[-1]
            yield child.path, GroupName(attributes[part], classes[part])
            yield from self._groups(child, [classes[part]])

    def _methods(self, group: Group, groups: Mapping[tuple[str, ...], GroupName], methods: dict[Symbol, str]) -> None:
        subgroups = frozenset(groups[child.path].attribute for child in group.groups)
        reserved = self._profile.reserved_methods | subgroups
        if not group.path:
            reserved |= self._profile.reserved_groups
        by_key = {format_pointer(operation.symbol): operation for operation in group.operations}
        ordered = sorted(by_key, key=lambda key: (len(by_key[key].path), key))
        claims = ((key, self._method_options(by_key[key], group, reserved)) for key in ordered)
        settled = settle(pinned_first(claims, self._pins.methods))
        for key, operation in by_key.items():
            methods[operation.symbol] = settled[key]
        for child in group.groups:
            self._methods(child, groups, methods)

    def _method_options(self, operation: Operation, group: Group, reserved: frozenset[str]) -> Iterator[str]:
        text = without_group(operation.name, group.path)
        for wanted in (text, operation.name, f"{text} {operation.path}", f"{text} {operation.method} {operation.path}"):
            yield self._profile.name("method", wanted, reserved, prefix="call")

    def _readers(self, requests: Iterable[IncomingRequest]) -> dict[Symbol, str]:
        profile = self._profile
        keys = {format_pointer(request.symbol): request for request in requests}
        claims: list[tuple[str, list[str]]] = []
        for key in sorted(keys, key=lambda key: (merit(keys[key].name), key)):
            request = keys[key]
            text = request.name
            if request.expression:
                sender = self._operations[request.operation]
                text = " ".join((*sender.group[-1:], without_group(sender.name, sender.group), request.name))
            wanted = [text, f"{text} {request.method}", f"{spelled(text)} {request.method} {request.expression}"]
            claims.append(
                (key, [profile.name("method", option, profile.reserved_readers, prefix="request") for option in wanted])
            )
        settled = settle(claims)
        return {request.symbol: settled[key] for key, request in keys.items()}

    # -- types ----------------------------------------------------------------------------------------------------

    def _types(self, declarations: Mapping[Symbol, Declaration]) -> dict[Symbol, str]:
        keys = {format_pointer(symbol): symbol for symbol in declarations}
        ordered = sorted(keys, key=lambda key: self._type_merit(key, declarations[keys[key]]))
        claims = ((key, self._type_options(declarations[keys[key]].origin)) for key in ordered)
        settled = settle(pinned_first(claims, self._pins.types))
        return {symbol: settled[key] for key, symbol in keys.items()}

    def _type_options(self, origin: Origin) -> Iterator[str]:
        reserved = self._profile.reserved_types
        base = self._base(origin)
        yield (
            self._keep(base, reserved)
            if self._profile.is_identifier(base, "type")
            else self._profile.name("type", base, reserved)
        )
        if isinstance(origin, Component):
            yield from self._profile.as_written("type", origin.name, reserved)
            yield self._profile.name("type", spelled(origin.name), reserved)
        else:
            yield self._keep(base + kind_of(origin), reserved)

    def _plain_forms(self, types: Mapping[Symbol, str]) -> dict[Symbol, str]:
        """Name the plain forms after their types, which keep their names whatever happens."""
        if not self._profile.plain_endings:
            return {}
        declared = {
            types[symbol]: symbol
            for symbol, declared in self._api.declarations.items()
            if not isinstance(declared, Enum)
        }
        claims = (
            (name, [name.rstrip("_") + ending for ending in self._profile.plain_endings])
            for name in sorted(declared, key=lambda name: (len(name), name))
        )
        settled = settle(claims, taken_before={*self._profile.reserved_types, *types.values()})
        return {symbol: settled[name] for name, symbol in declared.items()}

    def _keep(self, name: str, reserved: frozenset[str]) -> str:
        if len(name) > LONGEST:
            return self._profile.name("type", name, reserved)
        return self._profile.free(name, reserved)

    def _type_merit(self, key: str, declared: Declaration) -> tuple[int, int, str]:
        origin = declared.origin
        if isinstance(origin, Component):
            exact = origin.name == self._base(origin) and declared.symbol[:2] == ("components", "schemas")
            return (0 if exact else 1, len(origin.name), key)
        return (2, len(key), key)

    def _base(self, origin: Origin) -> str:
        known = self._bases.get(origin)
        if known is None:
            known = self._bases[origin] = self._make_base(origin)
        return known

    def _make_base(self, origin: Origin) -> str:
        profile = self._profile
        match origin:
            case Component(name):
                return profile.name("type", name)
            case PropertyOf(parent, name):
                return self._base(parent) + profile.fragment(name)
            case ItemOf(parent):
                return self._base(parent) + "Item"
            case ValueOf(parent):
                return self._base(parent) + "Value"
            case VariantOf(parent, index, distinguishing):
                number = _NUMBERS[index] if index < len(_NUMBERS) else str(index)
                return self._base(parent) + (profile.fragment(distinguishing) if distinguishing else number)
            case BodyOf(operation):
                return self._operation_base(operation, whole=True) + "Request"
            case PayloadOf(request):
                return self._incoming_base(self._incoming[request])
            case ResponseOf(operation, _):
                return self._operation_base(operation) + "Response"
            case ErrorOf(operation, status):
                return f"{self._operation_base(operation)}Error{profile.fragment(status)}"
            case ParameterOf(operation, name):
                return f"{self._operation_base(operation)}Request{profile.fragment(name)}"

    def _incoming_base(self, request: IncomingRequest) -> str:
        """Return ``OrderCreatedWebhook``, or ``OrdersCreateShippedCallback``."""
        kind = "Callback" if request.expression else "Webhook"
        sender = self._operation_base(request.operation, whole=True) if request.expression else ""
        return f"{sender}{self._profile.fragment(request.name).removesuffix(kind)}{kind}"

    def _operation_base(self, symbol: Symbol, *, whole: bool = False) -> str:
        operation = self._operations.get(symbol)
        if operation is None and symbol in self._incoming:
            return self._incoming_base(self._incoming[symbol])
        if operation is None:
            return "".join(self._profile.fragment(token) for token in reversed(symbol[1:3]))
        group = operation.group if whole else operation.group[-1:]
        name = without_group(operation.name, operation.group)
        return self._profile.name("type", " ".join((*group, name)))

    # -- fields and parameters --------------------------------------------------------------------------------------

    def _name_fields(self, symbol: Symbol, given: Object | None = None) -> dict[str, str]:
        known = self._fields.get(symbol)
        if known is not None:
            return known
        declared = given or self._api.declarations.get(symbol)
        names: dict[str, str] = {}
        self._fields[symbol] = names
        if not isinstance(declared, Object):
            return names
        for base in declared.bases:
            names.update(self._name_fields(base))
        reserved = self._profile.reserved_fields | frozenset(names.values()) | self._hidden_types(declared)
        wire_names = (entry.name for entry in declared.properties)
        names.update(self._settle_fields(wire_names, reserved, self._pins.fields.get(symbol, {})))
        return names

    def _hidden_types(self, declared: Object) -> frozenset[str]:
        """Return the names of types that a field of an object would hide from the other fields."""
        if not self._profile.fields_hide_types:
            return frozenset()
        entries = all_properties(declared, self._api.declarations)
        mentioned = (symbol for entry in entries for symbol in symbols_of(entry.type))
        return frozenset(self._type_names[symbol] for symbol in mentioned if symbol in self._type_names)

    def _settle_fields(self, wire_names: Iterable[str], reserved: frozenset[str], pins: Pinned) -> dict[str, str]:
        def options(name: str) -> Iterator[str]:
            yield self._profile.name("field", name, reserved)
            yield from self._profile.as_written("field", name, reserved)
            yield self._profile.name("field", spelled(name), reserved)

        return settle(pinned_first(((name, options(name)) for name in sorted(wire_names, key=merit)), pins))

    def _parameters(self, operation: Operation, body: Object | None) -> dict[tuple[str, str], str]:
        places: list[tuple[str, str]] = [(parameter.location, parameter.name) for parameter in operation.parameters]
        if body is not None:
            places.extend(("body", entry.name) for entry in all_properties(body, self._api.declarations))
        profile = self._profile
        pins = self._pins.arguments.get(operation.symbol, {})
        if not profile.request_types:
            return self._settle_places(places, "parameter", profile.reserved_parameters, pins)
        path = [place for place in places if place[0] == "path"]
        rest = [place for place in places if place[0] != "path"]
        return {
            **self._settle_places(path, "parameter", profile.reserved_parameters, pins),
            **self._settle_places(rest, "field", profile.reserved_fields, pins),
        }

    def _settle_places(
        self, places: Sequence[tuple[str, str]], role: Role, reserved: frozenset[str], pins: Pinned
    ) -> dict[tuple[str, str], str]:
        profile = self._profile
        order = {"path": 0, "query": 1, "querystring": 2, "header": 3, "cookie": 4, "body": 5}
        keyed = {f"{location} {name}": (location, name) for location, name in places}
        ordered = sorted(keyed, key=lambda key: (order[keyed[key][0]], merit(keyed[key][1])))
        shared = Counter((location, profile.name(role, name)) for location, name in places)

        def options(location: str, name: str) -> Iterator[str]:
            bare = profile.name(role, name)
            yield profile.name(role, name, reserved)
            if shared[location, bare] > 1:
                # The place does not tell it from its namesake; how it is written does.
                yield from profile.as_written(role, name, reserved)
                yield profile.name(role, spelled(name), reserved)
                yield profile.name(role, f"{bare} {location}", reserved)
            else:
                yield profile.name(role, f"{bare} {location}", reserved)
                yield profile.name(role, spelled(name), reserved)

        settled = settle(pinned_first(((key, options(*keyed[key])) for key in ordered), pins))
        return {place: settled[key] for key, place in keyed.items()}
