"""What is kept of a plan, so that a later run with a slightly different document need not make all of it again.

It is data (numbers and texts), made of :class:`~sdksmith.targets.python.decisions.Decisions`; types are told by their index
in `Kept.symbols`.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import msgspec

from sdksmith.config import Config
from sdksmith.model import Api
from sdksmith.model.types import Symbol
from sdksmith.naming import GroupName, Names, name_members
from sdksmith.targets.python.choices import choose_bodies, choose_results, flattened_objects, naming_rules
from sdksmith.targets.python.construction import Construction
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.discriminated import TaggedVariant
from sdksmith.targets.python.expressions import PlainForm
from sdksmith.targets.python.homes import Home
from sdksmith.targets.python.security import Credentials


class KeptVariant(msgspec.Struct, frozen=True, array_like=True):
    """A variant of a discriminated union; `object` is the index of its object."""

    name: str
    dict_name: str
    property: str
    tag: str
    object: int


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a plan.

    Attributes
    ----------
    symbols
        Every declaration of the API, in its order.
    types, plain
        Names of each declaration and of its plain form; ``""`` without one.
    homes
        Of each declaration: the index of its module in `modules`; -1 for those that are not emitted.
    forms
        Declaration -> whether its plain form is open.
    groups
        Path of each group, its attribute, and the name of its class.
    methods
        Operation, the name of its method, and the path of its group.
    shown
        What the README shows: field of :class:`.Showcase` -> operation.
    readings
        Part -> the declarations that were read for it.
    summaries
        Part of the overview -> digest of what was decided for it.
    """

    client: str
    package: str
    construction: Construction
    token_construction: Construction | None
    symbols: list[Symbol]
    types: list[str]
    plain: list[str]
    modules: list[tuple[str, str]]
    homes: list[int]
    forms: dict[int, bool]
    unions: dict[int, list[KeptVariant]]
    tags: dict[int, tuple[str, ...]]
    groups: list[tuple[tuple[str, ...], str, str]]
    methods: list[tuple[Symbol, str, tuple[str, ...]]]
    shown: dict[str, Symbol]
    readings: dict[str, list[int]]
    summaries: dict[str, str]

    def group_attributes(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Return what leads to each group from the root client."""
        names = {path: attribute for path, attribute, _ in self.groups}
        return {path: tuple(names[path[: depth + 1]] for depth in range(len(path))) for path in names}

    def attributes_with_methods(self) -> set[tuple[str, ...]]:
        """Return what leads to each group that has methods."""
        attributes = self.group_attributes()
        return {attributes.get(group, ()) for _, _, group in self.methods}

    def read(self, part: str) -> set[Symbol]:
        """Return what was read for a part."""
        return {self.symbols[index] for index in self.readings.get(part, ())}

    def parts_that_read(self, changed: Iterable[Symbol]) -> set[str]:
        """Return the parts for which any of some declarations were read."""
        wanted = set(changed)
        indexes = {index for index, symbol in enumerate(self.symbols) if symbol in wanted}
        return {part for part, read in self.readings.items() if not indexes.isdisjoint(read)}


def summary_digest(summary: object) -> str:
    """Return a digest of what was decided for a part; dataclasses show all that they hold."""
    return sha256(repr(summary).encode("utf-8", "surrogatepass")).hexdigest()


def decisions_of(kept: Kept, api: Api, config: Config) -> Decisions:
    """Return the decisions that were kept, for an API that has some of its operations only."""
    symbols = kept.symbols
    rules = naming_rules(api, kept.client, config)
    bodies = choose_bodies(api)
    settled = Names(
        types=dict(zip(symbols, kept.types, strict=True)),
        plain={symbol: name for symbol, name in zip(symbols, kept.plain, strict=True) if name},
        fields={},
        groups={path: GroupName(attribute, type_name) for path, attribute, type_name in kept.groups},
        methods={symbol: name for symbol, name, _ in kept.methods},
        parameters={},
    )
    modules = [Home(folder, module) for folder, module in kept.modules]
    return Decisions(
        client=kept.client,
        package=kept.package,
        rules=rules,
        names=name_members(settled, api, rules, flattened_objects(api, bodies)),
        bodies=bodies,
        results=choose_results(api),
        credentials=Credentials(api, rules),
        construction=kept.construction,
        forms={
            symbols[index]: PlainForm(settled.plain[symbols[index]], is_open) for index, is_open in kept.forms.items()
        },
        homes={symbol: modules[home] for symbol, home in zip(symbols, kept.homes, strict=True) if home >= 0},
        unions={
            symbols[index]: [
                TaggedVariant(each.name, each.dict_name, each.property, each.tag, symbols[each.object])
                for each in variants
            ]
            for index, variants in kept.unions.items()
        },
        tags={symbols[index]: tags for index, tags in kept.tags.items()},
    )
