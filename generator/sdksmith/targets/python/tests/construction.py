"""JSON values as the Python that a caller writes for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from sdksmith.model import (
    Alias,
    Array,
    Declaration,
    File,
    Map,
    Nullable,
    Object,
    Primitive,
    Reference,
    Type,
    Union_,
    all_properties,
    object_at,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk.tags import same_tag
from sdksmith.sdk.values import NoValueError, Values, moment
from sdksmith.sdk.wire.cases import GivenArgument
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import Brackets, Expression
from sdksmith.targets.python.methods.samples import named
from sdksmith.targets.python.methods.signatures import Call
from sdksmith.targets.python.types.variants import TaggedVariant


@dataclass
class Used:
    """Imports that the expressions of a module need."""

    types: bool = False
    datetime: bool = False
    errors: bool = False


@dataclass(frozen=True)
class Constructor:
    """Writes values as expressions; types are attributes of the module ``types``, so that no name can be taken."""

    declarations: Mapping[Symbol, Declaration]
    names: Names
    tagged: Mapping[Symbol, list[TaggedVariant]]
    values: Values
    used: Used = field(default_factory=Used)

    def expression(self, value: Any, kind: Type) -> Expression:
        """Return the expression for a value, which must be of the type.

        Raises
        ------
        NoValueError
            It is not.
        """
        if isinstance(kind, Nullable):
            return literals.value(None) if value is None else self.expression(value, kind.inner)
        match kind:
            case Primitive("string", "date-time"):
                self.used.datetime = True
                return _datetime(value)
            case File():
                return content(value)
            case Array(item):
                return Brackets("[", tuple(self.expression(entry, item) for entry in value), "]")
            case Map(of):
                return Brackets("{", tuple(_entry(key, self.expression(value[key], of)) for key in value), "}")
            case Reference(symbol):
                return self._named(value, self.declarations[symbol])
            case _:
                return literals.value(value)

    def _named(self, value: Any, declared: Declaration) -> Expression:
        match declared:
            case Alias():
                return self.expression(value, declared.target)
            case Object():
                return self._object(value, declared, self.names.types[declared.symbol], "")
            case Union_() if declared.symbol in self.tagged:
                variant = self._variant(value, declared)
                return self._object(value, object_at(variant.object, self.declarations), variant.name, variant.property)
            case Union_():
                return self.expression(value, self.values.fitting_variant(value, declared))
            case _:
                return literals.value(value)

    def _variant(self, value: Any, union: Union_) -> TaggedVariant:
        tag = self.values.variant(value, union).tag
        return next(variant for variant in self.tagged[union.symbol] if same_tag(variant.tag, tag))

    def arguments(self, call: Call, given: Iterable[GivenArgument]) -> tuple[Expression, ...]:
        """Return the arguments of a call: those of the path by position, the others by name."""
        named_by = {argument.design.key: argument for argument in call.arguments}
        found: list[Expression] = []
        for entry in given:
            argument = named_by[entry.argument.key]
            value = self.expression(entry.value, entry.type)
            found.append(value if argument.is_positional else named(argument.name, value))
        return tuple(found)

    def _object(self, value: dict[str, Any], declared: Object, class_name: str, tag: str) -> Expression:
        self.used.types = True
        fields = self.names.fields[declared.symbol]
        given = tuple(
            named(fields[entry.name], self.expression(value[entry.name], entry.type))
            for entry in all_properties(declared, self.declarations)
            if entry.name in value and entry.name != tag
        )
        return Brackets(f"types.{class_name}(", given, ")")

    def class_of(self, value: Any, kind: Type) -> str:
        """Return the class that a value is decoded to; ``""`` where the document leaves that open."""
        if isinstance(kind, Nullable) and value is not None:
            return self.class_of(value, kind.inner)
        if isinstance(kind, Primitive):
            if (kind.name, kind.format) == ("string", "date-time"):
                self.used.datetime = True
                return "datetime"
            return {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}.get(kind.name, "")
        if isinstance(kind, Array):
            return "list"
        if isinstance(kind, Map):
            return "dict"
        if not isinstance(kind, Reference):
            return ""
        declared = self.declarations[kind.symbol]
        if isinstance(declared, Alias):
            return self.class_of(value, declared.target)
        if isinstance(declared, Object):
            self.used.types = True
            return f"types.{self.names.types[declared.symbol]}"
        if isinstance(declared, Union_):
            return self._class_in(value, declared)
        return type(value).__name__

    def _class_in(self, value: Any, union: Union_) -> str:
        if union.symbol in self.tagged:
            self.used.types = True
            return f"types.{self._variant(value, union).name}"
        fitting = [kind for kind in union.variants if self._reads_as(value, kind)]
        return self.class_of(value, fitting[0]) if len(fitting) == 1 else ""

    def _reads_as(self, value: Any, kind: Type) -> bool:
        # More than `fits`: unknown properties are kept, so a class that knows fewer of them can read it as well.
        try:
            self.values.fit(value, kind)
        except NoValueError:
            return False
        return True


def content(text: str) -> str:
    """Return ASCII text as a literal of bytes."""
    return f"b{literals.string(text)}"


def _entry(key: str, value: Expression) -> Expression:
    start = f"{literals.string(key)}: "
    return start + value if isinstance(value, str) else Brackets(start + value.head, value.items, value.tail)


def _datetime(value: Any) -> Expression:
    when = moment(cast(str, value))
    parts = [when.year, when.month, when.day, when.hour, when.minute, *([when.second] if when.second else [])]
    return Brackets("datetime(", (*map(str, parts), "tzinfo=UTC"), ")")
