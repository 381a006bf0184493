"""Type expressions of Go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    resolve,
)
from sdksmith.model.types import Symbol


@dataclass(slots=True)
class Imports:
    """Import paths that a file needs."""

    paths: set[str] = field(default_factory=set[str])


class TypePrinter:
    """Prints types, as seen from one package.

    Parameters
    ----------
    names
        Declaration -> name.
    root
        Name of the root package where it has to be said, ``""`` inside of it.
    """

    def __init__(
        self,
        declarations: Mapping[Symbol, Declaration],
        names: Mapping[Symbol, str],
        imports: Imports,
        root_import: str,
        root: str = "",
    ) -> None:
        self._declarations = declarations
        self._names = names
        self._imports = imports
        self._root_import = root_import
        self._root = root

    def field(self, kind: Type, *, optional: bool) -> str:
        """Return the type of a field: a pointer where it may be left out, or be null, and a value could not say so."""
        text = self.value(kind)
        return f"*{text}" if (optional or self.is_nullable(kind)) and self.is_plain(kind) else text

    def value(self, kind: Type) -> str:
        """Return the type of a value that is there."""
        match kind:
            case Nullable(inner):
                return self.value(inner)
            case Array(item):
                return f"[]{self.item(item)}"
            case Map(value):
                return f"map[string]{self.item(value)}"
            case Any_():
                return "any"
            case File():
                self._imports.paths.add("io")
                return "io.Reader"
            case Primitive():
                return self._primitive(kind)
            case Literal_(value):
                return _of_literal(value)
            case Reference(symbol):
                return self._named(symbol)

    def item(self, kind: Type) -> str:
        """Return the type of an entry of a list or a map."""
        return self.field(kind, optional=False)

    def is_nullable(self, kind: Type) -> bool:
        """Whether null is one of the values, through other names too."""
        seen: set[Symbol] = set()
        while isinstance(kind, Reference) and kind.symbol not in seen:
            seen.add(kind.symbol)
            declared = self._declarations.get(kind.symbol)
            if not isinstance(declared, Alias):
                return False
            kind = declared.target
        return isinstance(kind, Nullable | Any_)

    def is_struct(self, kind: Type) -> bool:
        """Whether values are structs, which are given as pointers."""
        inner = self._resolved(kind)
        return isinstance(inner, Reference) and isinstance(self._declarations.get(inner.symbol), Object | Union_)

    def only_type(self, declared: Union_) -> Primitive | None:
        """Return the type of a union whose variants are one in Go: texts of several formats."""
        kinds = {resolve(variant, self._declarations) for variant in declared.variants}
        plain = [kind for kind in kinds if isinstance(kind, Primitive)]
        if len(plain) != len(kinds) or len({self._primitive(kind) for kind in plain}) != 1:
            return None
        return plain[0]

    def _resolved(self, kind: Type) -> Type:
        """Return what a type is through other names and null."""
        inner = resolve(kind, self._declarations, through_null=True)
        declared = self._declarations.get(inner.symbol) if isinstance(inner, Reference) else None
        return (self.only_type(declared) or inner) if isinstance(declared, Union_) else inner

    def is_plain(self, kind: Type) -> bool:
        """Whether the type has no value that means nothing."""
        inner = self._resolved(kind)
        if isinstance(inner, Reference):
            return isinstance(self._declarations.get(inner.symbol), Enum)
        return isinstance(inner, Primitive | Literal_) and not (isinstance(inner, Primitive) and inner.name == "null")

    def _primitive(self, kind: Primitive) -> str:
        match kind.name:
            case "string":
                if kind.format == "date-time":
                    self._imports.paths.add("time")
                    return "time.Time"
                if kind.format == "date":
                    self._imports.paths.add(f"{self._root_import}/core")
                    return "core.Date"
                return "string"
            case "integer":
                return "int64" if kind.format == "int64" else "int"
            case "number":
                return "float64"
            case "boolean":
                return "bool"
            case "null":
                return "any"

    def _named(self, symbol: Symbol) -> str:
        name = self._names[symbol]
        if self._root:
            self._imports.paths.add(self._root_import)
            name = f"{self._root}.{name}"
        return f"*{name}" if self.is_struct(Reference(symbol)) else name


def _of_literal(value: object) -> str:
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int"
    if isinstance(value, float):
        return "float64"
    return "string" if isinstance(value, str) else "any"
