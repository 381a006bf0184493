"""Example arguments for documentation: short, of the right type, from the document's own examples where it has some."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from sdksmith.model import (
    Alias,
    Any_,
    Array,
    Declaration,
    Enum,
    File,
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
from sdksmith.targets.python import literals
from sdksmith.targets.python.layout import Brackets, Expression
from sdksmith.targets.python.methods import Call
from sdksmith.words import snake

_DEEPEST = 3
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class Samples:
    """Makes example expressions."""

    def __init__(self, declarations: Mapping[Symbol, Declaration], names: Names) -> None:
        self._declarations = declarations
        self._names = names

    def invocation(self, call: Call, used: set[str], more: Mapping[str, str] = _NOTHING) -> Brackets:
        """Return a call with what it requires: ``client.actions.get("id")``.

        Parameters
        ----------
        used
            The classes it needs are added.
        more
            Further arguments, or other values for those that it requires.
        """
        given: list[Expression] = []
        for argument in call.arguments:
            if argument.name in more:
                given.append(f"{argument.name}={more[argument.name]}")
                continue
            if not argument.design.is_required:
                continue
            if argument.design.source is not None:
                value = self.argument(argument.design.source, argument.design.type, used)
            else:
                assert call.method.body is not None
                value = self.sample(call.method.body.media.type, "request", used)
            positional = argument.design.location == "path" and isinstance(value, str)
            given.append(value if positional else named(argument.name, value))
        known = {argument.name for argument in call.arguments}
        given.extend(f"{name}={value}" for name, value in more.items() if name not in known)
        return Brackets(f"{'.'.join(('client', *call.attributes, call.name))}(", tuple(given), ")")

    def argument(self, entry: Property | Parameter, kind: Type, used: set[str]) -> Expression:
        """Return an example for a parameter; the classes it needs are added to `used`."""
        kind = kind.inner if isinstance(kind, Nullable) else kind
        if isinstance(kind, Primitive):
            for known in (*entry.examples, *entry.default):
                if _fits(known, kind):
                    return literals.value(known)
        return self.sample(kind, entry.name, used)

    def sample(self, kind: Type, name: str, used: set[str], depth: int = 0) -> Expression:
        """Return an example of a type."""
        match kind:
            case Nullable(inner):
                return self.sample(inner, name, used, depth)
            case Primitive(scalar, form):
                return _scalar(scalar, form, name, used)
            case Literal_(value):
                return literals.value(value)
            case Array(item):
                if depth >= _DEEPEST:
                    return "[]"
                return Brackets("[", (self.sample(item, name, used, depth + 1),), "]")
            case Map(value):
                return "{}" if depth >= _DEEPEST else _entry("key", self.sample(value, "value", used, depth + 1))
            case Any_():
                return _entry("key", '"value"')
            case File():
                return 'b"content"'
            case Reference(symbol):
                return self._named(symbol, name, used, depth)

    def _named(self, symbol: Symbol, name: str, used: set[str], depth: int) -> Expression:
        declared = self._declarations.get(symbol)
        if isinstance(declared, Enum):
            return literals.value(declared.values[0])
        if isinstance(declared, Alias):
            return self.sample(declared.target, name, used, depth + 1) if depth < 2 * _DEEPEST else "None"
        if isinstance(declared, Union_):
            if depth >= 2 * _DEEPEST:
                return "None"
            return self.sample(declared.variants[0], name, used, depth + 1)
        if not isinstance(declared, Object) or depth >= 2 * _DEEPEST:
            return "None"
        type_name = self._names.types[symbol]
        used.add(type_name)
        fields = self._names.fields[symbol]
        given: list[Expression] = []
        for entry in all_properties(declared, self._declarations):
            if entry.required and not entry.nullable:
                value = self.sample(entry.type, entry.name, used, depth + 1)
                given.append(named(fields[entry.name], value))
        return Brackets(f"{type_name}(", tuple(given), ")")


def named(name: str, value: Expression) -> Expression:
    """Return ``name=value``."""
    if isinstance(value, str):
        return f"{name}={value}"
    return Brackets(f"{name}={value.head}", value.items, value.tail)


def _entry(key: str, value: Expression) -> Expression:
    start = f"{literals.string(key)}: "
    inner = start + value if isinstance(value, str) else Brackets(start + value.head, value.items, value.tail)
    return Brackets("{", (inner,), "}")


def _scalar(scalar: str, form: str | None, name: str, used: set[str]) -> Expression:
    if scalar == "string":
        if form == "date-time":
            used.add("datetime")
            return Brackets("datetime(", ("2026", "1", "31"), ")")
        return literals.string(_TEXTS.get(form or "", _text(name)))
    return {"integer": "1", "number": "1.5", "boolean": "True"}.get(scalar, "None")


def _text(name: str) -> str:
    return re.sub(r"\W+", "_", snake(name, "compact")).strip("_") or "text"


_TEXTS = {
    "uuid": "910b1053-577f-4d81-a8c8-020e7319a38a",
    "email": "user@example.com",
    "uri": "https://example.com",
    "url": "https://example.com",
    "date": "2026-01-31",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
}


def _fits(value: Any, kind: Primitive) -> bool:
    if kind.name == "string":
        plain = isinstance(value, str) and kind.format != "date-time" and 0 < len(value) <= 40
        return plain and value.isprintable() and value.isascii()
    if kind.name == "boolean":
        return isinstance(value, bool)
    if kind.name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return kind.name == "number" and isinstance(value, int | float) and not isinstance(value, bool)
