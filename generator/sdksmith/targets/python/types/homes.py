"""Module that a type is defined in (docs/decisions/0003-layout-of-types.md).

A component has a module of its own, with its inline types; types that refer to each other in a circle share one, so that no
import is circular; enums and other types that mention nothing share ``enums`` within their folder. The folder is the group
whose name the type's name speaks of, so that it depends on names alone and nothing moves when a type gets a new user.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdksmith.model import Api
from sdksmith.model.types import Symbol
from sdksmith.naming import Names, NamingProfile, settle
from sdksmith.naming.speaking import SpokenGroups
from sdksmith.sdk import Clusters
from sdksmith.targets.python.package.folders import GroupFolders
from sdksmith.words import folded

COMMON = "common"
LEAVES = "enums"


@dataclass(frozen=True, order=True)
class Home:
    """A module of types: its folder below ``types``, and its name."""

    folder: str
    module: str


def find_homes(
    api: Api, clusters: Clusters, names: Names, groups: GroupFolders, profile: NamingProfile
) -> dict[Symbol, Home]:
    """Return the home of every emitted declaration."""
    spoken = SpokenGroups(api, profile.words)

    def folder_of(name: str) -> str:
        group = spoken.of(name)
        return groups[(group,)][0] if group else COMMON

    homes = {symbol: Home(folder_of(names.types[symbol]), LEAVES) for symbol in clusters.leaves}
    claims: dict[str, dict[str, tuple[Symbol, ...]]] = {}
    for members in clusters.circles:
        # The shortest name of a circle is the most general one, and so the name of the module.
        title = min((names.types[symbol] for symbol in members), key=lambda name: (len(name), name))
        claims.setdefault(folder_of(title), {})[title] = members
    for folder, titled in claims.items():
        modules = settle(
            (
                (title, [profile.name("module", title, profile.reserved_modules | {LEAVES}, prefix="type")])
                for title in sorted(titled, key=lambda title: (len(title), title))
            ),
            folded,
        )
        for title, members in titled.items():
            for symbol in members:
                homes[symbol] = Home(folder, modules[title])
    return homes


def module_names(homes: Mapping[Symbol, Home]) -> dict[Home, list[Symbol]]:
    """Return the modules with their symbols, sorted."""
    found: dict[Home, list[Symbol]] = {}
    for symbol in sorted(homes):
        found.setdefault(homes[symbol], []).append(symbol)
    return dict(sorted(found.items()))
