"""Unions that a tag tells: a class for each tag (docs/mapping.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdksmith.model.types import Symbol
from sdksmith.naming import Names, NamingProfile, digest
from sdksmith.sdk import TaggedUnion
from sdksmith.sdk.tags import Tag
from sdksmith.targets.python.package import reserved


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
    holds_tag
        Whether the class of that object may stand for this one.
    """

    name: str
    dict_name: str
    property: str
    tag: Tag
    object: Symbol
    holds_tag: bool


def name_variants(
    unions: Mapping[Symbol, TaggedUnion], names: Names, profile: NamingProfile
) -> dict[Symbol, list[TaggedVariant]]:
    """Return the variants of each union that a tag tells, in document order."""
    taken = {*names.types.values(), *names.plain.values()}
    return {symbol: _named(union, names.types[symbol], taken, profile) for symbol, union in unions.items()}


def _named(union: TaggedUnion, base: str, taken: set[str], profile: NamingProfile) -> list[TaggedVariant]:
    own = set(taken)
    classes = [_free(_class_name(base, variant.name, profile), own) for variant in union.variants]
    dicts = [_free(name.rstrip("_") + reserved.DICT_ENDINGS[0], own) for name in classes]
    return [
        TaggedVariant(name, dict_name, union.property, variant.tag, variant.object, variant.holds_tag)
        for name, dict_name, variant in zip(classes, dicts, union.variants, strict=True)
    ]


def _class_name(base: str, variant: str, profile: NamingProfile) -> str:
    name = f"{base}_{profile.fragment(variant) or 'Empty'}"
    return name if name.isidentifier() else f"{base}_{digest(variant)}"


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    taken.add(name)
    return name
