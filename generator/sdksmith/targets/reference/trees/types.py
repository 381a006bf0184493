"""Types as a reader says them."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.targets.reference.markup import texts


class TypeTexts:
    """Writer of types in the language of a site."""

    def __init__(self, declarations: Mapping[Symbol, Declaration], names: Names, words: Mapping[str, str]) -> None:
        self._declarations = declarations
        self._names = names
        self._words = words

    def text(self, kind: Type, inside: tuple[Symbol, ...] = ()) -> str:
        """Return a type as a reader says it.

        Parameters
        ----------
        inside
            The named types that are being said: one that has itself in it is called by its name there.
        """
        words = self._words
        match kind:
            case Nullable(inner):
                return self.text(inner, inside)
            case Primitive(name, form):
                return texts.visible(f"{name}, {form}") if form else name
            case Literal_(value):
                return as_json(value)
            case Array(item):
                return words["array_of"].format(self.text(item, inside))
            case Map(value):
                return words["map_of"].format(self.text(value, inside))
            case Any_():
                return words["any"]
            case File():
                return words["bytes"]
            case Reference(symbol):
                declared = self._declarations.get(symbol)
                match declared:
                    case Enum(base=base):
                        return base.name
                    case Alias(target=target):
                        if symbol in inside:
                            return self._names.types[symbol]
                        of = resolve(target, self._declarations)
                        deeper = (*inside, symbol)
                        return self.text(of, deeper) if not isinstance(of, Reference) else self._named(of.symbol)
                    case Union_(variants=variants):
                        return words["one_of"].format(len(variants))
                    case _:
                        return self._named(symbol)

    def _named(self, symbol: Symbol) -> str:
        declared = self._declarations.get(symbol)
        if isinstance(declared, Object):
            return self._names.types[symbol]
        return self.text(Reference(symbol)) if isinstance(declared, Enum | Union_) else self._words["any"]


def as_json(value: Any) -> str:
    """Return a value as JSON that is fit to be shown."""
    return texts.visible(json.dumps(value, ensure_ascii=False))
