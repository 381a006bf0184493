"""Addresses of pages: stable, by what the naming pass calls things, and apart where a file system folds cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sdksmith.config import Config
from sdksmith.model.types import Symbol
from sdksmith.naming import PASCAL, SNAKE, Case, Names, NamingProfile, Role, settle
from sdksmith.sdk import Method, MethodGroup, Sdk
from sdksmith.words import folded

_CASES: Final[Mapping[Role, Case]] = {
    "type": PASCAL,
    "field": SNAKE,
    "parameter": SNAKE,
    "method": SNAKE,
    "group": SNAKE,
    "module": SNAKE,
    "constant": SNAKE,
}
#: Folders and pages of the site's own; and what no file can be called on Windows.
_OWN: Final = frozenset(
    ("assets", "types", "webhooks", "index", "changes", "pagefind", "llms", "con", "prn", "aux", "nul")
)


def _is_address(name: str, role: Role) -> bool:
    return bool(name) and name.isascii() and name.replace("_", "a").isalnum() and not name.startswith("_")


def naming_profile(config: Config) -> NamingProfile:
    """Return what addresses look like."""
    return NamingProfile(
        words=config.words,
        cases=_CASES,
        is_identifier=_is_address,
        keywords=frozenset(),
        reserved_methods=frozenset(("index",)),
        reserved_groups=_OWN,
        reserved_subgroups=frozenset(("index",)),
    )


@dataclass(frozen=True)
class Addresses:
    """Paths of pages from the root of the site, without an ending."""

    names: Names
    types: Mapping[Symbol, str]
    incoming: Mapping[Symbol, str]

    def group(self, group: MethodGroup) -> str:
        """Return the page of a group."""
        return "/".join((*self._folder(group.path), "index"))

    def method(self, method: Method) -> str:
        """Return the page of an operation."""
        return "/".join((*self._folder(method.group), self.names.methods[method.symbol]))

    def _folder(self, path: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.names.groups[path[: depth + 1]].attribute for depth in range(len(path)))


def find_addresses(sdk: Sdk, names: Names) -> Addresses:
    """Return the addresses of all pages that there may be."""
    types = _settled("types", ((symbol, names.types[symbol]) for symbol in sdk.types))
    incoming = _settled(
        "webhooks", ((request.symbol, names.incoming[request.symbol]) for request in sdk.api.incoming())
    )
    return Addresses(names, types, incoming)


def _settled(folder: str, claims: Iterable[tuple[Symbol, str]]) -> dict[Symbol, str]:
    named = dict(claims)
    keys = {"\0".join(symbol): symbol for symbol in named}
    ordered = sorted(keys, key=lambda key: (len(named[keys[key]]), named[keys[key]], key))
    safe = {
        key: "".join(each for each in named[keys[key]] if each.isascii() and (each.isalnum() or each == "_"))
        for key in ordered
    }
    settled = settle(((key, [safe[key] or "Type"]) for key in ordered), folded)
    return {symbol: f"{folder}/{settled[key]}" for key, symbol in keys.items()}


def version_addresses(versions: Sequence[str]) -> list[str]:
    """Return the pages of what changed in versions; a version may be called anything, and two may be called the same."""
    wanted = {
        f"{index:06}": "".join(
            letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "-" for letter in each
        )
        for index, each in enumerate(versions)
    }
    settled = settle(((key, [name.strip(".") or "version"]) for key, name in wanted.items()), folded)
    return [f"changes/{settled[key]}" for key in wanted]


def relative(source: str, target: str) -> str:
    """Return the way from one page to another."""
    return "../" * source.count("/") + target
