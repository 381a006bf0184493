"""Types of the model as Python type expressions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sdksmith.model import (
    Any_,
    Array,
    File,
    Literal_,
    Map,
    Nullable,
    Primitive,
    Reference,
    Type,
)
from sdksmith.model.types import Symbol
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import Brackets, Expression

_SCALARS: Mapping[str, str] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}


@dataclass
class Imports:
    """Imports of a module, collected while its text is planned."""

    typing: set[str] = field(default_factory=set[str])
    typing_extensions: set[str] = field(default_factory=set[str])
    pydantic: set[str] = field(default_factory=set[str])
    core: set[str] = field(default_factory=set[str])
    types: set[str] = field(default_factory=set[str])
    #: Module of the user's own, from the package -> names.
    custom: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    datetime: bool = False

    def add(self, other: Imports) -> None:
        """Add what another part of the module needs."""
        self.typing |= other.typing
        self.typing_extensions |= other.typing_extensions
        self.pydantic |= other.pydantic
        self.core |= other.core
        self.types |= other.types
        for module, names in other.custom.items():
            self.custom.setdefault(module, set()).update(names)
        self.datetime = self.datetime or other.datetime


@dataclass(frozen=True)
class PlainForm:
    """Form of a named type in a call, made of dicts and lists.

    Attributes
    ----------
    name
        Of the ``TypedDict``, or of the alias for several of them.
    is_open
        Its keys are not all known, so that any mapping may stand for it.
    """

    name: str
    is_open: bool = False


_NO_FORMS: Final[Mapping[Symbol, PlainForm]] = {}
_NOTHING_ELSE: Final[Mapping[Symbol, Sequence[Symbol]]] = {}


@dataclass(frozen=True)
class TypePrinter:
    """Prints type expressions for one module.

    Attributes
    ----------
    imports
        Receives every name that is used.
    name
        Symbol -> the expression for a named type.
    as_input
        Accept more than is returned: ``Sequence`` and ``Mapping`` for arrays and maps.
    plain_forms
        Symbol -> the plain form that is accepted beside the named type.
    plain_name
        Symbol -> the expression for the name of its plain form.
    also
        Symbol -> other named types that are accepted in its place.
    file
        The expression for a file.
    """

    imports: Imports
    name: Callable[[Symbol], str]
    as_input: bool = False
    plain_forms: Mapping[Symbol, PlainForm] = field(default_factory=lambda: _NO_FORMS)
    plain_name: Callable[[Symbol], str] = lambda symbol: ""
    also: Mapping[Symbol, Sequence[Symbol]] = field(default_factory=lambda: _NOTHING_ELSE)
    file: str = "bytes"

    def print(self, kind: Type) -> Expression:
        """Return the expression for a type."""
        match kind:
            case Primitive("string", "date-time"):
                self.imports.datetime = True
                return "datetime"
            case Primitive(scalar):
                return _SCALARS[scalar]
            case Literal_(value):
                if isinstance(value, str | bool | int):
                    self.imports.typing.add("Literal")
                    return Brackets("Literal[", (literals.value(value),), "]")
                return "None"
            case Array(item):
                return self.generic("Sequence" if self.as_input else "List", self.print(item))
            case Map(value):
                return self.generic("Mapping" if self.as_input else "Dict", "str", self.print(value))
            case Nullable(inner):
                return self.optional(self.print(inner))
            case Any_():
                self.imports.typing.add("Any")
                return "Any"
            case File():
                if self.file == "File":
                    self.imports.core.add("File")
                return self.file
            case Reference(symbol):
                others = map(self.name, self.also.get(symbol, ()))
                return self.one_of(self.name(symbol), *self._plain(symbol), *others)

    def print_plain(self, kind: Type) -> Expression:
        """Return the expression for what stands for a type in a call; the named type itself is left out."""
        if isinstance(kind, Nullable):
            return self.optional(self.print_plain(kind.inner))
        if isinstance(kind, Reference) and kind.symbol in self.plain_forms:
            return self.one_of(*self._plain(kind.symbol))
        return self.print(kind)

    def _plain(self, symbol: Symbol) -> list[Expression]:
        form = self.plain_forms.get(symbol)
        if form is None:
            return []
        found: list[Expression] = [self.plain_name(symbol)]
        if form.is_open:
            self.imports.typing.add("Any")
            found.append(self.generic("Mapping", "str", "Any"))
        return found

    def generic(self, name: str, *arguments: Expression) -> Expression:
        """Return ``name[arguments]``, with `name` imported from typing."""
        self.imports.typing.add(name)
        return Brackets(f"{name}[", tuple(arguments), "]")

    def optional(self, inner: Expression) -> Expression:
        """Return ``Optional[inner]``; what accepts None already stays as it is."""
        if inner in ("Any", "None") or (isinstance(inner, Brackets) and inner.head == "Optional["):
            return inner
        return self.generic("Optional", inner)

    def union(self, kinds: Sequence[Type]) -> Expression:
        """Return the expression for one of several types; beside anything, nothing else is printed or imported."""
        if any(isinstance(kind, Any_) for kind in kinds):
            return self.print(Any_())
        return self.one_of(*map(self.print, kinds))

    def one_of(self, *variants: Expression) -> Expression:
        """Return ``Union[variants]`` without repetitions."""
        flattened: list[Expression] = []
        for variant in variants:
            flattened.extend(
                variant.items if isinstance(variant, Brackets) and variant.head == "Union[" else (variant,)
            )
        unique = tuple(dict.fromkeys(flattened))
        if "Any" in unique:
            return "Any"
        return unique[0] if len(unique) == 1 else self.generic("Union", *unique)
