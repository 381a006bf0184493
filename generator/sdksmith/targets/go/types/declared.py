"""Declarations as Go: structs, unions, enums and other names, each as the lines of its text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

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
from sdksmith.sdk.documentation.facts import stage_of
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.comments import comment, wrap
from sdksmith.targets.go.layout.declarations import Row, columns
from sdksmith.targets.go.layout.functions import function
from sdksmith.targets.go.types.expressions import Imports, TypePrinter
from sdksmith.targets.go.types.fields import property_row
from sdksmith.words import pascal


class DeclarationWriter:
    """Writes the declarations of one file of the root package."""

    def __init__(self, sdk: Sdk, names: Names, root_import: str) -> None:
        self._sdk = sdk
        self._declarations = sdk.api.declarations
        self._names = names
        self._root_import = root_import
        self.imports = Imports()
        self._printer = TypePrinter(self._declarations, names.types, self.imports, root_import)

    def lines(self, symbol: Symbol) -> list[str]:
        """Return the text of a declaration."""
        declared = self._declarations[symbol]
        name = self._names.types[symbol]
        match declared:
            case Object():
                return self._struct(declared, name)
            case Union_():
                return self._union(declared, name)
            case Enum():
                return self._enum(declared, name)
            case Alias():
                return self._alias(declared, name)

    # -- structs --------------------------------------------------------------------------------------------------

    def _struct(self, declared: Object, name: str) -> list[str]:
        rows = list(self.rows(declared, self._names.fields[declared.symbol]))
        return [
            *declaration_comment(declared, name),
            *struct(name, rows),
            "",
            *self._methods(name),
        ]

    def rows(self, declared: Object, fields: Mapping[str, str]) -> Iterable[Row]:
        """Return the fields of an object, those of its bases first."""
        for entry in all_properties(declared, self._declarations):
            yield property_row(entry, fields[entry.name], self._printer, self._declarations)

    def _methods(self, name: str) -> list[str]:
        self.imports.paths.add(f"{self._root_import}/core")
        self.imports.paths.add(f"{self._root_import}/internal/codec")
        return [
            *json_methods(name),
            "",
            *string_method(name),
        ]

    # -- unions ---------------------------------------------------------------------------------------------------

    def _union(self, declared: Union_, name: str) -> list[str]:
        only = self._printer.only_type(declared)
        if only is not None:
            return [*declaration_comment(declared, name), f"type {name} = {self._printer.value(only)}"]
        told = self._sdk.unions.get(declared.symbol)
        tags: dict[Symbol, list[str]] = {}
        for tagged in told.variants if told is not None else ():
            tags.setdefault(tagged.object, []).append(json.dumps(tagged.tag, ensure_ascii=False))
        marker = {"tag": told.property} if told is not None else {}
        rows = [Row(("_", "core.OneOf", literals.tag(marker)) if marker else ("_", "core.OneOf"))]
        fields = variant_names(declared, self._names)
        for variant in declared.variants:
            field = fields[variant]
            tag = self._variant_tag(variant, tags)
            typed = self.variant_type(variant, self._printer)
            rows.append(Row((field, typed, literals.tag(tag)) if tag else (field, typed)))
        rows.append(
            Row(("Raw", "json.RawMessage", literals.tag({"union": "raw"})), ("Raw is a value that is none of these.",))
        )
        self.imports.paths.add("encoding/json")
        self.imports.paths.add(f"{self._root_import}/core")
        self.imports.paths.add(f"{self._root_import}/internal/codec")
        return [
            *declaration_comment(declared, name, "Exactly one of its fields is set."),
            f"type {name} struct {{",
            *columns(rows),
            "}",
            "",
            *json_methods(name),
            "",
            "// Value returns the value of the field that is set, for a type switch.",
            *function(f"func (v {name}) Value() any", "return codec.Value(v)"),
        ]

    def variant_type(self, variant: Type, printer: TypePrinter) -> str:
        """Return the type of a variant's field, as a printer writes it."""
        # A text is given as it is; the empty one, as any other value, can stand in Raw.
        return "string" if printer.value(variant) == "string" else printer.field(variant, optional=True)

    def _variant_tag(self, variant: Type, tags: Mapping[Symbol, list[str]]) -> dict[str, str]:
        inner = resolve(variant, self._declarations, through_null=True)
        if not isinstance(inner, Reference):
            return {}
        if inner.symbol in tags:
            return {"tag": ",".join(tags[inner.symbol])}
        plan = self._sdk.types[inner.symbol]
        parts: list[str] = []
        for wire in plan.distinguishing:
            declared = plan.declaration
            assert isinstance(declared, Object)
            kinds = [entry.type for entry in all_properties(declared, self._declarations) if entry.name == wire]
            enum = resolve(kinds[0], self._declarations, through_null=True) if kinds else Any_()
            of = self._declarations.get(enum.symbol) if isinstance(enum, Reference) else None
            values = of.values if isinstance(of, Enum) else ()
            text = f"{literals.string(wire)}={','.join(json.dumps(value, ensure_ascii=False) for value in values)}"
            if values and ";" not in text and text.count("=") == 1:
                parts.append(text)
        return {"only": ";".join(parts)} if parts else {}

    # -- enums and other names ------------------------------------------------------------------------------------

    def _enum(self, declared: Enum, name: str) -> list[str]:
        base = self._base(declared)
        values = [Row((constant, name, f"= {literals.scalar(value)}")) for constant, value in self.constants(declared)]
        lines = [*declaration_comment(declared, name, "Other values than those known are kept."), f"type {name} {base}"]
        if values:
            lines += ["", f"// Values of {name}.", "const (", *columns(values), ")"]
        return [
            *lines,
            "",
            "// Ptr returns a pointer to the value.",
            *function(f"func (v {name}) Ptr() *{name}", "return &v"),
        ]

    def _base(self, declared: Enum) -> str:
        """Return the type that an enum's type is made of."""
        base = declared.base
        return "string" if base.name == "string" else self._printer.value(Primitive(base.name, base.format))

    def constants(self, declared: Enum) -> list[tuple[str, Any]]:
        """Return the constants of an enum, with the value of each."""
        kinds: dict[str, type | tuple[type, ...]] = {
            "string": str,
            "bool": bool,
            "int": int,
            "int64": int,
            "float64": (int, float),
        }
        base = self._base(declared)
        fits = kinds.get(base, ())
        return [
            (constant, value)
            for constant, value in zip(self._names.constants[declared.symbol], declared.values, strict=True)
            if isinstance(value, fits) and (base == "bool" or not isinstance(value, bool))
        ]

    def meaning(self, symbol: Symbol, printer: TypePrinter) -> str:
        """Return what the name of something that is no struct stands for, as a printer writes it."""
        declared = self._declarations[symbol]
        if isinstance(declared, Enum):
            return self._base(declared)
        only = printer.only_type(declared) if isinstance(declared, Union_) else None
        if only is not None:
            return printer.value(only)
        inner = resolve(Reference(symbol), self._declarations, through_null=True)
        if isinstance(inner, Reference):
            return (
                "any"
                if isinstance(self._declarations.get(inner.symbol), Alias)
                else printer.value(inner).removeprefix("*")
            )
        return printer.value(inner)

    def is_other_name(self, symbol: Symbol) -> bool:
        """Whether a name is another one for a type, and no type of its own."""
        declared = self._declarations[symbol]
        if isinstance(declared, Union_):
            return self._printer.only_type(declared) is not None
        if not isinstance(declared, Alias):
            return False
        inner = resolve(declared.target, self._declarations, through_null=True)
        return isinstance(inner, Reference) or not self._reaches_itself(symbol)

    def _alias(self, declared: Alias, name: str) -> list[str]:
        lines = declaration_comment(declared, name)
        inner = resolve(declared.target, self._declarations, through_null=True)
        if isinstance(inner, Reference) and isinstance(self._declarations.get(inner.symbol), Alias):
            return [*lines, f"type {name} = any"]
        if isinstance(inner, Reference):
            return [*lines, f"type {name} = {self._names.types[inner.symbol]}"]
        equals = "" if self._reaches_itself(declared.symbol) else "= "
        return [*lines, f"type {name} {equals}{self._printer.value(inner)}"]

    def _reaches_itself(self, symbol: Symbol) -> bool:
        """Whether a name stands for lists or maps of itself, which Go wants a type of its own for."""
        seen: set[Symbol] = set()
        waiting = [symbol]
        while waiting:
            declared = self._declarations.get(waiting.pop())
            kind = declared.target if isinstance(declared, Alias) else Any_()
            while isinstance(kind, Array | Map | Nullable):
                kind = kind.item if isinstance(kind, Array) else kind.value if isinstance(kind, Map) else kind.inner
            if isinstance(kind, Reference):
                if kind.symbol == symbol:
                    return True
                if kind.symbol not in seen:
                    seen.add(kind.symbol)
                    waiting.append(kind.symbol)
        return False


def variant_names(declared: Union_, names: Names) -> dict[Type, str]:
    """Return the field of each variant of a union."""
    found: dict[Type, str] = {}
    taken = {"Raw", *_UNION_METHODS}
    for variant in declared.variants:
        base = _kind_name(variant, names)
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}{number}"
        taken.add(name)
        found[variant] = name
    return found


def _kind_name(kind: Type, names: Names) -> str:
    match kind:
        case Reference(symbol):
            return names.types[symbol]
        case Nullable(inner):
            return _kind_name(inner, names)
        case Array(item):
            return f"{_kind_name(item, names)}List"
        case Map(value):
            return f"{_kind_name(value, names)}Map"
        case Primitive():
            return _PRIMITIVES.get((kind.name, kind.format)) or _PRIMITIVES[kind.name, None]
        case Literal_(value):
            text = pascal(str(value), "compact")
            return f"Literal{text}" if text.isascii() and text.isalnum() else "Literal"
        case Any_():
            return "Any"
        case File():
            return "File"


_UNION_METHODS = ("Value", "MarshalJSON", "UnmarshalJSON")
_PRIMITIVES: Mapping[tuple[str, str | None], str] = {
    ("string", None): "String",
    ("string", "date-time"): "Time",
    ("string", "date"): "Date",
    ("integer", None): "Int",
    ("integer", "int64"): "Int64",
    ("number", None): "Float64",
    ("boolean", None): "Bool",
    ("null", None): "Null",
}


def struct(name: str, rows: list[Row]) -> list[str]:
    """Return the lines of a struct that keeps what no field has."""
    return [f"type {name} struct {{", *columns(rows), *([""] if rows else []), "\tcore.Extras", "}"]


def json_methods(name: str) -> list[str]:
    """Return the methods that encoding/json calls."""
    return [
        "// MarshalJSON implements [json.Marshaler].",
        *function(f"func (v {name}) MarshalJSON() ([]byte, error)", "return codec.Marshal(v)"),
        "",
        "// UnmarshalJSON implements [json.Unmarshaler].",
        *function(f"func (v *{name}) UnmarshalJSON(data []byte) error", "return codec.Unmarshal(data, v)"),
    ]


def string_method(name: str) -> list[str]:
    """Return the method that prints a value."""
    return [
        "// String returns the value as JSON, with secrets masked.",
        *function(f"func (v {name}) String() string", "return codec.String(v)"),
    ]


def declaration_comment(declared: Declaration, name: str, further: str = "") -> list[str]:
    """Return the comment above a declaration."""
    text = declared.description or declared.title
    lines = wrap(f"{name}: {text}") if text.strip() else [f"{name} is a type of the API."]
    if further:
        lines += ["", further]
    stage = stage_of(declared)
    if stage == "deprecated":
        lines += ["", "Deprecated: the API says so."]
    elif stage:
        lines += ["", f"Release stage: {stage}."]
    return comment(lines)
