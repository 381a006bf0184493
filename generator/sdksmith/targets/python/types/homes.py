"""Which module a type lives in (docs/decisions/0003-layout-of-types.md).

A component has a module of its own, with its inline types; types that refer to each other in a circle share one, so that no
import is circular; enums and other types that mention nothing share ``enums`` within their folder. The folder is the group
whose name the type's name speaks of, so that it depends on names alone and nothing moves when a type gets a new user.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sdksmith.model import Api, Group
from sdksmith.model.types import Symbol
from sdksmith.naming import Names, NamingProfile, settle
from sdksmith.sdk import Clusters
from sdksmith.targets.python.package.folders import GroupFolders
from sdksmith.words import folded, words

COMMON = "common"
_LEAVES = "enums"


@dataclass(frozen=True, order=True)
class Home:
    """A module of types: its folder below ``types``, and its name."""

    folder: str
    module: str


def find_homes(
    api: Api, clusters: Clusters, names: Names, groups: GroupFolders, profile: NamingProfile
) -> dict[Symbol, Home]:
    """Return the home of every emitted declaration."""
    folders = _Folders(api, groups, profile)
    homes = {symbol: Home(folders.of(names.types[symbol]), _LEAVES) for symbol in clusters.leaves}
    claims: dict[str, dict[str, tuple[Symbol, ...]]] = {}
    for members in clusters.circles:
        # The shortest name of a circle is the most general one, and so the name of the module.
        title = min((names.types[symbol] for symbol in members), key=lambda name: (len(name), name))
        claims.setdefault(folders.of(title), {})[title] = members
    for folder, titled in claims.items():
        modules = settle(
            (
                (title, [profile.name("module", title, profile.reserved_modules | {_LEAVES}, prefix="type")])
                for title in sorted(titled, key=lambda title: (len(title), title))
            ),
            folded,
        )
        for title, members in titled.items():
            for symbol in members:
                homes[symbol] = Home(folder, modules[title])
    return homes


class _Folders:
    """Finds the group that a type's name speaks of."""

    def __init__(self, api: Api, folders: GroupFolders, profile: NamingProfile) -> None:
        self._style = profile.words
        #: Words of a group's last part, singular -> the top-level group's folder; top-level groups win.
        self._by_words: dict[tuple[str, ...], str] = {}
        self._longest = 1
        for depth in (2, 1):
            for group in _all_groups(api.root):
                if (len(group.path) == 1) == (depth == 1):
                    key = self._singular(words(group.path[-1], self._style))
                    if key:
                        self._by_words[key] = folders[group.path[:1]][0]
                        self._longest = max(self._longest, len(key))

    def of(self, name: str) -> str:
        """Return the folder for a type: of the group named earliest in its name, the longest one there."""
        parts = [_singular(part) for part in words(name, self._style)]
        for start in range(len(parts)):
            for length in range(min(self._longest, len(parts) - start), 0, -1):
                folder = self._by_words.get(tuple(parts[start : start + length]))
                if folder is not None:
                    return folder
        return COMMON

    def _singular(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_singular(part) for part in parts)


def _all_groups(group: Group) -> Iterable[Group]:
    for child in group.groups:
        yield child
        yield from _all_groups(child)


def _singular(word: str) -> str:
    word = word.lower()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word


def module_names(homes: Mapping[Symbol, Home]) -> dict[Home, list[Symbol]]:
    """Return the modules with their symbols, sorted."""
    found: dict[Home, list[Symbol]] = {}
    for symbol in sorted(homes):
        found.setdefault(homes[symbol], []).append(symbol)
    return dict(sorted(found.items()))
