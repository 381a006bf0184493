"""Example calls in Python: the text of the values that :mod:`sdksmith.sdk.documentation.examples` gives."""

from __future__ import annotations

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
    Map,
    Nullable,
    Object,
    Primitive,
    Reference,
    Type,
    Union_,
    all_properties,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk.documentation.examples import Examples
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import Brackets, Expression
from sdksmith.targets.python.methods.signatures import Call, MethodArgument

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class Samples:
    """Writes example calls."""

    def __init__(self, declarations: Mapping[Symbol, Declaration], names: Names) -> None:
        self._declarations = declarations
        self._names = names
        self._examples = Examples(declarations)

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
            value = self.argument(argument, used)
            given.append(value if argument.is_positional and isinstance(value, str) else named(argument.name, value))
        known = {argument.name for argument in call.arguments}
        given.extend(f"{name}={value}" for name, value in more.items() if name not in known)
        return Brackets(f"{'.'.join(('client', *call.attributes, call.name))}(", tuple(given), ")")

    def argument(self, argument: MethodArgument, used: set[str]) -> Expression:
        """Return an example for an argument; the classes it needs are added to `used`."""
        given = self._examples.argument(argument.design)
        return self._expression(given.value, given.type, used)

    def _expression(self, value: Any, kind: Type, used: set[str]) -> Expression:
        match kind:
            case Nullable(inner):
                return self._expression(value, inner, used)
            case Primitive("string", "date-time"):
                used.add("datetime")
                return Brackets("datetime(", ("2026", "1", "31"), ")")
            case Array(item):
                entries = tuple(self._expression(entry, item, used) for entry in value)
                return Brackets("[", entries, "]") if entries else "[]"
            case Map(of):
                return self._entries({key: self._expression(entry, of, used) for key, entry in value.items()})
            case Any_():
                return self._entries({key: literals.value(entry) for key, entry in value.items()})
            case File():
                return f"b{literals.string(value)}"
            case Reference(symbol):
                return self._named(value, symbol, used)
            case _:
                return literals.value(value)

    def _named(self, value: Any, symbol: Symbol, used: set[str]) -> Expression:
        if value is None:
            return "None"
        match self._declarations[symbol]:
            case Enum():
                return literals.value(value)
            case Alias(target=target):
                return self._expression(value, target, used)
            case Union_(variants=variants):
                return self._expression(value, variants[0], used)
            case Object() as declared:
                type_name = self._names.types[symbol]
                used.add(type_name)
                fields = self._names.fields[symbol]
                given = tuple(
                    named(fields[entry.name], self._expression(value[entry.name], entry.type, used))
                    for entry in all_properties(declared, self._declarations)
                    if entry.name in value
                )
                return Brackets(f"{type_name}(", given, ")")

    @staticmethod
    def _entries(entries: Mapping[str, Expression]) -> Expression:
        printed: list[Expression] = []
        for key, value in entries.items():
            start = f"{literals.string(key)}: "
            printed.append(
                start + value if isinstance(value, str) else Brackets(start + value.head, value.items, value.tail)
            )
        return Brackets("{", tuple(printed), "}") if printed else "{}"


def named(name: str, value: Expression) -> Expression:
    """Return ``name=value``."""
    if isinstance(value, str):
        return f"{name}={value}"
    return Brackets(f"{name}={value.head}", value.items, value.tail)
