"""Unions that a tag tells: a class for each tag (SDK.md section 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sdksmith.model import Declaration, Ledger, Outcome, Reference, Union_, object_of
from sdksmith.model.types import Symbol
from sdksmith.naming import Names, NamingRules
from sdksmith.naming.rules import digest
from sdksmith.targets.python import reserved


@dataclass(frozen=True)
class TaggedVariant:
    """A variant of a discriminated union.

    Attributes
    ----------
    name, dict_name
        Of its class, and of its ``TypedDict``.
    property, tag
        The discriminator's wire name, and the value that it has.
    object
        The symbol of the object that its properties come from.
    """

    name: str
    dict_name: str
    property: str
    tag: str
    object: Symbol


def find_tagged_unions(
    declarations: Mapping[Symbol, Declaration],
    symbols: Iterable[Symbol],
    names: Names,
    rules: NamingRules,
    ledger: Ledger,
) -> dict[Symbol, list[TaggedVariant]]:
    """Return the variants of each union that its discriminator tells, in document order.

    Parameters
    ----------
    symbols
        The declarations to look for unions among.
    ledger
        Is told which unions can't be told by their tags.
    """
    taken = {*names.types.values(), *names.plain.values()}
    found: dict[Symbol, list[TaggedVariant]] = {}
    for symbol in symbols:
        declared = declarations[symbol]
        if isinstance(declared, Union_):
            variants = _variants(declared, declarations, names.types[symbol], taken, rules, ledger)
            if variants:
                found[symbol] = variants
    return found


def _variants(
    union: Union_,
    declarations: Mapping[Symbol, Declaration],
    base: str,
    taken: set[str],
    rules: NamingRules,
    ledger: Ledger,
) -> list[TaggedVariant]:
    if union.discriminator is None:
        return []
    objects: list[tuple[str, Symbol]] = []
    for tag, symbol in union.discriminator.mapping:
        declared = object_of(Reference(symbol), declarations)
        if declared is None:
            reason = "a variant is no object: the union is told by its shapes, not by the discriminator"
            ledger.record(union.symbol, "schema", "discriminator", Outcome.DEGRADED, reason)
            return []
        objects.append((tag, declared.symbol))
    own = set(taken)
    classes = [_free(_class_name(base, tag, rules), own) for tag, _ in objects]
    dicts = [_free(name.rstrip("_") + reserved.DICT_ENDINGS[0], own) for name in classes]
    return [
        TaggedVariant(name, dict_name, union.discriminator.property, tag, symbol)
        for name, dict_name, (tag, symbol) in zip(classes, dicts, objects, strict=True)
    ]


def _class_name(base: str, tag: str, rules: NamingRules) -> str:
    name = f"{base}_{rules.fragment(tag) or 'Empty'}"
    return name if name.isidentifier() else f"{base}_{digest(tag)}"


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    taken.add(name)
    return name
