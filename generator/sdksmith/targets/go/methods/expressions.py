"""JSON values as expressions of Go: for tests, examples and samples."""

from __future__ import annotations

import json
import re
from typing import Any

from sdksmith.model import (
    Alias,
    Any_,
    Array,
    Enum,
    File,
    Literal_,
    Map,
    Nullable,
    Object,
    Primitive,
    Reference,
    Type,
    Union_,
    all_properties,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Sdk
from sdksmith.sdk.values import Values, is_dict, is_list, moment
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.values import Composite, Value
from sdksmith.targets.go.types.declared import variant_names
from sdksmith.targets.go.types.expressions import Imports, TypePrinter

_POINTERS = {
    "string": "String",
    "int": "Int",
    "int64": "Int64",
    "float64": "Float64",
    "bool": "Bool",
    "time.Time": "Time",
}


class ValueWriter:
    """Writes values of the types of the root package, as another package sees them.

    Parameters
    ----------
    values
        What tells which variant of a union a value is.
    """

    def __init__(self, sdk: Sdk, names: Names, root: str, root_import: str, imports: Imports, values: Values) -> None:
        self._declarations = sdk.api.declarations
        self._unions = sdk.unions
        self._names = names
        self._root = root
        self._imports = imports
        self._root_import = root_import
        self._printer = TypePrinter(sdk.api.declarations, names.types, imports, root_import, root)
        self._values = values

    def field(self, value: Any, kind: Type, *, optional: bool) -> Value:
        """Return the value of a field of that type."""
        typed = self._printer.field(kind, optional=optional)
        if value is None:
            return self._null(kind, typed)
        plain = self.value(value, kind)
        return self._pointer(plain, typed[1:]) if typed.startswith("*") and self._printer.is_plain(kind) else plain

    def _null(self, kind: Type, typed: str) -> str:
        self._uses_root()
        if typed.startswith("*"):
            return f"{self._root}.Null[{typed[1:]}]()"
        inner = resolve(kind, self._declarations, through_null=True)
        if isinstance(inner, Array):
            return f"{self._root}.NullSlice[{self._printer.item(inner.item)}]()"
        if isinstance(inner, Map):
            return f"{self._root}.NullMap[{self._printer.item(inner.value)}]()"
        return f"{self._root}.Null[any]()"

    def _pointer(self, value: Value, typed: str) -> Value:
        self._uses_root()
        assert isinstance(value, str)
        if typed in _POINTERS:
            return f"{self._root}.{_POINTERS[typed]}({value})"
        if "." in value and "(" not in value and "{" not in value and not value.startswith('"'):
            return f"{value}.Ptr()"
        return f"{self._root}.Ptr({value})"

    def _uses_root(self) -> None:
        self._imports.paths.add(self._root_import)

    def value(self, value: Any, kind: Type) -> Value:
        """Return a value that is not null."""
        match kind:
            case Nullable(inner):
                return self.value(value, inner)
            case Array(item):
                if not is_list(value):
                    raise UntestableError(f"{value!r} is no array")
                elements = tuple(("", self._element(entry, item)) for entry in value)
                return Composite(self._printer.value(kind), elements)
            case Map(of):
                if not is_dict(value):
                    raise UntestableError(f"{value!r} is no object")
                entries = ((literals.string(key), self._element(entry, of)) for key, entry in value.items())
                return Composite(self._printer.value(kind), tuple(entries))
            case Primitive():
                return self._scalar(value, kind)
            case Reference(symbol):
                return self._named(value, symbol)
            case File():
                self._imports.paths.add("strings")
                return f"strings.NewReader({literals.string(str(value))})"
            case Literal_():
                return literals.scalar(value)
            case Any_():
                return self.any(value)

    def _element(self, value: Any, kind: Type) -> Value:
        made = self.field(value, kind, optional=False)
        # The type of an element goes without saying (gofmt -s).
        implied = isinstance(made, Composite) and made.head == f"&{self._printer.item(kind)[1:]}"
        return Composite("", made.entries) if isinstance(made, Composite) and implied else made

    def any(self, value: Any) -> Value:
        """Return a value of type ``any``, as encoding/json would decode it."""
        if is_dict(value):
            entries = tuple((literals.string(key), self.any(entry)) for key, entry in value.items())
            return Composite("map[string]any", entries)
        if is_list(value):
            return Composite("[]any", tuple(("", self.any(entry)) for entry in value))
        return "nil" if value is None else literals.scalar(value)

    def _scalar(self, value: Any, kind: Primitive) -> str:
        typed = self._printer.value(kind)
        if typed == "time.Time":
            at = moment(value)
            self._imports.paths.add("time")
            parts = (at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond * 1000)
            return f"time.Date({', '.join(map(str, parts))}, time.UTC)"
        if typed == "core.Date":
            found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(value))
            if found is None:
                raise UntestableError(f"{value!r} is no date")
            year, month, day = map(int, found.groups())
            return f"core.Date{{Year: {year}, Month: {month}, Day: {day}}}"
        return literals.scalar(value)

    def _named(self, value: Any, symbol: Symbol) -> Value:
        self._uses_root()
        declared = self._declarations[symbol]
        name = f"{self._root}.{self._names.types[symbol]}"
        match declared:
            case Alias(target=target):
                made = self.value(value, target)
                if isinstance(made, Composite) and isinstance(resolve(target, self._declarations), Array | Map):
                    return Composite(name, made.entries)
                return made
            case Enum():
                for constant, known in zip(self._names.constants[symbol], declared.values, strict=True):
                    if known == value and type(known) is type(value):
                        return f"{self._root}.{constant}"
                return f"{name}({literals.scalar(value)})"
            case Union_():
                return self._union(value, declared, name)
            case Object():
                return self.struct(value, declared, f"&{name}", self._names.fields[symbol])

    def struct(self, value: Any, declared: Object, head: str, fields: Any) -> Composite:
        """Return a struct with the members that an object has; members that no field has are left out."""
        entries = {entry.name: entry for entry in all_properties(declared, self._declarations)}
        return Composite(
            head,
            tuple(
                (fields[name], self.field(given, entries[name].type, optional=not entries[name].required))
                for name, given in value.items()
                if name in entries
            ),
        )

    def _variant(self, value: Any, declared: Union_) -> Type:
        told = self._unions.get(declared.symbol)
        if told is None or told.protocol:
            return self._values.fitting_variant(value, declared)
        of = self._values.variant(value, declared).object
        for kind in declared.variants:
            if resolve(kind, self._declarations, through_null=True) == Reference(of):
                return kind
        return self._values.fitting_variant(value, declared)

    def _union(self, value: Any, declared: Union_, name: str) -> Value:
        only = self._printer.only_type(declared)
        if only is not None:
            return self._scalar(value, only)
        fields = variant_names(declared, self._names)
        kind = self._variant(value, declared)
        field = fields.get(kind)
        if field is None or (value in ("", None)):
            self._imports.paths.add("encoding/json")
            text = json.dumps(value, ensure_ascii=False)
            return Composite(f"&{name}", (("Raw", f"json.RawMessage({literals.string(text)})"),))
        if isinstance(value, str) and self._printer.value(kind) == "string":
            return Composite(f"&{name}", ((field, literals.string(value)),))
        return Composite(f"&{name}", ((field, self.field(value, kind, optional=True)),))
