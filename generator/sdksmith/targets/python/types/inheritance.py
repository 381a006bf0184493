"""Inheritance between classes, and those that are read as their sub-types (docs/decisions/0011-language.md)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sdksmith.model import Declaration, Disposition, Ledger, Object
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk.polymorphism import subtype_tags
from sdksmith.sdk.tags import Tag
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import Brackets, Expression

#: Below ``templates/python/runtime``, for packages that have sub-types.
SUBTYPES_RUNTIME: Final = ("core/subtypes.py",)


@dataclass(frozen=True)
class Subtypes:
    """Tag and sub-types of a class.

    Attributes
    ----------
    tag
        The discriminator's wire name.
    classes
        Value of the tag -> name of the class.
    """

    tag: str
    classes: Mapping[Tag, str]

    def arguments(self) -> list[Expression]:
        """Return what the class statement says of it."""
        entries = (f"{literals.scalar(tag)}: {literals.string(name)}" for tag, name in self.classes.items())
        return [f"tag={literals.string(self.tag)}", Brackets("subtypes={", tuple(entries), "}")]


class Inheritance:
    """The bases that classes have in Python.

    Parameters
    ----------
    emitted
        The declarations that there are classes of.
    polymorphic
        Those of them that have sub-types.
    ledger
        Receives the sub-types that can't be.
    """

    def __init__(
        self,
        declarations: Mapping[Symbol, Declaration],
        emitted: Collection[Symbol],
        polymorphic: Iterable[Symbol],
        names: Names,
        ledger: Ledger,
    ) -> None:
        self._declarations = declarations
        self._names = names
        self._ledger = ledger
        self._probes: dict[Symbol, type] = {}
        #: Object -> its sub-types, where there are any.
        self.subtypes: dict[Symbol, Subtypes] = {}
        for symbol in polymorphic:
            declared = declarations[symbol]
            if isinstance(declared, Object) and declared.subtypes is not None:
                classes = self._classes(declared, emitted)
                if classes:
                    self.subtypes[symbol] = Subtypes(declared.subtypes.property, classes)

    def bases(self, declared: Object) -> list[Symbol]:
        """Return the bases that a class can have in Python; none when they don't fit into one order."""
        bases = list(dict.fromkeys(declared.bases))
        bases = [base for base in bases if not any(base in self._ancestors(other) for other in bases if other != base)]
        return bases if self._linear(bases) else []

    def _classes(self, base: Object, emitted: Collection[Symbol]) -> dict[Tag, str]:
        found: dict[Tag, str] = {}
        for tag, symbol in subtype_tags(base, self._declarations):
            if symbol in emitted and base.symbol in self._inherited(symbol):
                found[tag] = self._names.types[symbol]
            else:
                reason = f"the class of {symbol[-1]!r} can't inherit from this one: such values are of this type"
                self._ledger.record(base.symbol, "schema", "discriminator", Disposition.DEGRADED, reason)
        return found

    def _inherited(self, symbol: Symbol) -> set[Symbol]:
        """Return the ancestors that an object has in Python too."""
        declared = self._declarations[symbol]
        found: set[Symbol] = set()
        for base in self.bases(declared) if isinstance(declared, Object) else ():
            found |= {base} | self._inherited(base)
        return found

    def _ancestors(self, symbol: Symbol) -> set[Symbol]:
        declared = self._declarations[symbol]
        found: set[Symbol] = set()
        for base in declared.bases if isinstance(declared, Object) else ():
            found |= {base} | self._ancestors(base)
        return found

    def _linear(self, bases: list[Symbol]) -> bool:
        if len(bases) < 2:
            return True
        try:
            type("Probe", tuple(self._probe(base) for base in bases), {})
        except TypeError:
            return False
        return True

    def _probe(self, symbol: Symbol) -> type:
        known = self._probes.get(symbol)
        if known is None:
            declared = self._declarations[symbol]
            bases = self.bases(declared) if isinstance(declared, Object) else []
            known = type("Probe", tuple(self._probe(base) for base in bases), {})
            self._probes[symbol] = known
        return known
