"""Names that the configuration pins: what each key means, and whether its name can be given.

A pin moves one name and no other. It says what it names as the document does: a schema, a property, an operation, or anything
by its pointer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sdksmith.diagnostics import Diagnostics, Failure, Location, format_pointer
from sdksmith.model import (
    BodyOf,
    Component,
    ErrorOf,
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
)
from sdksmith.model.types import Symbol
from sdksmith.naming.profile import NamingProfile, Role
from sdksmith.sdk import Sdk
from sdksmith.words import similar

#: Claimant -> pinned name.
Pinned = Mapping[str, str]


@dataclass(frozen=True)
class Pinnable:
    """Thing that a key of the name pins stands for.

    Attributes
    ----------
    kind
        One of the attributes of :class:`Pins`.
    symbol
        Of the type, the object or the operation.
    claimant
        What settling knows it by.
    """

    kind: str
    symbol: Symbol
    claimant: str


@dataclass(frozen=True)
class Pins:
    """Pinned names by what settling knows the named things by.

    Attributes
    ----------
    types, methods, requests
        By the pointer of the type, or of the operation.
    fields
        Object -> wire name -> name.
    arguments
        Operation -> ``location name`` -> name.
    """

    types: dict[str, str] = field(default_factory=dict[str, str])
    methods: dict[str, str] = field(default_factory=dict[str, str])
    requests: dict[str, str] = field(default_factory=dict[str, str])
    fields: dict[Symbol, dict[str, str]] = field(default_factory=dict[Symbol, dict[str, str]])
    arguments: dict[Symbol, dict[str, str]] = field(default_factory=dict[Symbol, dict[str, str]])

    def add(self, place: Pinnable, name: str) -> None:
        """Pin a name."""
        known: Any = getattr(self, place.kind)
        if place.kind in ("fields", "arguments"):
            known = known.setdefault(place.symbol, {})
        known[place.claimant] = name


def pinned_first(claims: Iterable[tuple[str, Iterable[str]]], pins: Pinned) -> Iterable[tuple[str, Iterable[str]]]:
    """Return claims with those first that have a pinned name, which is the only one they take."""
    if not pins:
        return claims
    known = list(claims)
    return [
        *((claimant, [pins[claimant]]) for claimant, _ in known if claimant in pins),
        *((claimant, options) for claimant, options in known if claimant not in pins),
    ]


class PinReader:
    """Reads the pins of a profile.

    Parameters
    ----------
    sdk
        What the library offers.
    profile
        Has the pins.
    """

    def __init__(self, sdk: Sdk, profile: NamingProfile) -> None:
        self._sdk = sdk
        self._profile = profile
        self._places: dict[str, list[Pinnable]] = {}
        self._diagnostics = Diagnostics()
        for key, place in self._everything():
            self._places.setdefault(key, []).append(place)

    def read(self) -> Pins:
        """Return the pins.

        Raises
        ------
        Failure
            A key names nothing or several things, or a name is none in the language.
        """
        pins = Pins()
        for key, name in self._profile.pins.items():
            found = self._places.get(key, ())
            if not found:
                near = similar(key, self._places)
                self._complain(
                    key, f"the document has nothing called {key!r}", f"did you mean {near!r}?" if near else ""
                )
            elif len(found) > 1:
                pointers = ", ".join(sorted(_pointer(place) for place in found))
                self._complain(key, f"{key!r} is the name of several things", f"use a pointer: {pointers}")
            elif problem := self._problem(found[0].kind, name):
                self._complain(key, f"{name!r} can't be the name of {key!r}: {problem}")
            else:
                pins.add(found[0], name)
        self._stop()
        return pins

    def check(self, named: Mapping[str, Mapping[Any, str]], unpinned: Mapping[str, Mapping[Any, str]]) -> None:
        """Hold the names that came of the pins against those without.

        Parameters
        ----------
        named, unpinned
            Kind -> what is named -> name, with the pins and without.

        Raises
        ------
        Failure
            A pinned name was not to be had, or it took that of something else.
        """
        pinned = {name: key for key, name in self._profile.pins.items()}
        wanted = {
            (place.kind, place.symbol, place.claimant): (key, name)
            for key, name in self._profile.pins.items()
            for place in self._places[key]
        }
        for kind, names in named.items():
            for (symbol, claimant), name in names.items():
                key, pin = wanted.get((kind, symbol, claimant), ("", name))
                before = unpinned[kind][symbol, claimant]
                if name != pin:
                    self._complain(key, f"{pin!r} can't be the name of {key!r}: something else has it")
                elif not key and kind != "requests" and name != before:
                    other = pinned.get(before, next(iter(pinned.values())))
                    owner = _pointer(Pinnable(kind, symbol, claimant))
                    self._complain(other, f"{before!r} is the name of {owner}", "pin another name to that as well")
        self._stop()

    def _problem(self, kind: str, name: str) -> str:
        profile = self._profile
        roles: dict[str, tuple[Role, frozenset[str]]] = {
            "types": ("type", profile.reserved_types),
            "requests": ("type", profile.reserved_types),
            "methods": ("method", profile.reserved_methods),
            "fields": ("field", profile.reserved_fields),
            "arguments": (
                ("field", profile.reserved_fields)
                if profile.request_types
                else ("parameter", profile.reserved_parameters)
            ),
        }
        return _refusal(profile, roles[kind][0], name, roles[kind][1])

    def _complain(self, key: str, message: str, hint: str = "") -> None:
        self._diagnostics.error(
            "name-pin", message, hint=hint, location=Location("<config>", pointer=(*self._profile.pins_key, key))
        )

    def _stop(self) -> None:
        if self._diagnostics.has_errors:
            raise Failure(self._diagnostics)

    def _everything(self) -> Iterator[tuple[str, Pinnable]]:
        """Yield whatever can have a pin, by each of its keys."""
        operations = {operation.symbol: operation for operation in self._sdk.api.operations()}
        taken: set[str] = set()
        for symbol, declared in self._sdk.api.declarations.items():
            place = Pinnable("types", symbol, format_pointer(symbol))
            keys = {f"#{format_pointer(symbol)}", _key(declared.origin, operations)} - {""}
            taken |= keys
            yield from ((key, place) for key in keys)
        for symbol, declared in self._sdk.api.declarations.items():
            if isinstance(declared, Object):
                for base in {f"#{format_pointer(symbol)}", _key(declared.origin, operations)} - {""}:
                    for entry in declared.properties:
                        if f"{base}.{entry.name}" not in taken:
                            yield f"{base}.{entry.name}", Pinnable("fields", symbol, entry.name)
        for symbol, operation in operations.items():
            pointer = format_pointer(symbol)
            for key in {f"#{pointer}", operation.operation_id} - {""}:
                yield key, Pinnable("methods", symbol, pointer)
                if self._profile.request_types:
                    yield f"{key}()", Pinnable("requests", symbol, pointer)
                for location, name in self._arguments(operation):
                    place = Pinnable("arguments", symbol, f"{location} {name}")
                    yield f"{key}.{name}", place
                    yield f"{key}.{location}.{name}", place

    def _arguments(self, operation: Operation) -> Iterator[tuple[str, str]]:
        for parameter in operation.parameters:
            yield parameter.location, parameter.name
        body = self._sdk.flattened.get(operation.symbol)
        if body is not None:
            for entry in all_properties(body, self._sdk.api.declarations):
                yield "body", entry.name


def _refusal(profile: NamingProfile, role: Role, name: str, reserved: frozenset[str]) -> str:
    if not profile.is_identifier(name, role):
        return "it is no identifier"
    if not profile.cases[role].begins(name):
        return f"it has to begin with {'a small letter' if profile.cases[role].starts == 'lower' else 'a capital'}"
    if name in profile.keywords:
        return "it is a word of the language"
    return "the library has that name itself" if name in reserved else ""


def _pointer(place: Pinnable) -> str:
    pointer = f"#{format_pointer(place.symbol)}"
    return f"{pointer}.{place.claimant.replace(' ', '.', 1)}" if place.kind in ("fields", "arguments") else pointer


def _key(origin: Origin, operations: Mapping[Symbol, Operation]) -> str:
    """Return what an inline type is called in the configuration: ``Pet.owner``; ``""`` for what only its pointer names."""
    match origin:
        case Component(name):
            return name
        case PropertyOf(parent, name):
            outer = _key(parent, operations)
            return f"{outer}.{name}" if outer else ""
        case ItemOf(parent):
            outer = _key(parent, operations)
            return f"{outer}[]" if outer else ""
        case ValueOf(parent):
            outer = _key(parent, operations)
            return f"{outer}{{}}" if outer else ""
        case VariantOf() | BodyOf() | ResponseOf() | ErrorOf() | ParameterOf() | PayloadOf():
            return ""
