"""Files of the root package: one for each top-level group, with the types whose names speak of it."""

from __future__ import annotations

from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.naming.speaking import SpokenGroups
from sdksmith.sdk import Sdk
from sdksmith.targets.go.package import reserved
from sdksmith.words import snake

COMMON = "common"

#: Files that stand beside those of groups: of the package of types, and ``options_test.go`` of the clients.
_OTHERS = ("doc", "errors", "helpers", "options", "requests")


def files_of_types(sdk: Sdk, names: Names) -> dict[str, list[Symbol]]:
    """Return the files with the symbols of their types, by name, each in the order of names."""
    groups = SpokenGroups(sdk.api, names.profile.words)
    found: dict[str, list[Symbol]] = {}
    for symbol in sorted(sdk.emitted, key=lambda symbol: names.types[symbol]):
        group = groups.of(names.types[symbol])
        found.setdefault(file_name(group), []).append(symbol)
    return dict(sorted(found.items()))


def file_name(group: str) -> str:
    """Return the name of a group's file, without ``.go``.

    The go command must not see a condition in its end, and the example of another group must not have its tests' name.
    """
    name = snake(group, "compact") or COMMON
    name = "".join(character for character in name if character.isascii()) or COMMON
    ends_in_condition = name.rpartition("_")[2] in reserved.FILE_ENDINGS
    taken = ends_in_condition or name in _OTHERS or name.endswith("_example") or name[0] == "_"
    return f"{name}_types" if taken else name
