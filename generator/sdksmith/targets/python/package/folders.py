"""The folders of groups: called as the attributes that lead to them, unless a type of the package has that name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from sdksmith.model import Api
from sdksmith.naming import Names
from sdksmith.words import folded

#: Path of a group as the document spells it -> the folders that lead to its own.
GroupFolders: TypeAlias = Mapping[tuple[str, ...], tuple[str, ...]]


def group_folders(api: Api, names: Names) -> GroupFolders:
    """Return the folder of each group below that of the package.

    A folder at the top is an attribute of the package, as the types are. Where a script has no capitals both may be called
    alike; the attribute of the client keeps its name then, and the folder gets another.
    """
    types = {*names.types.values(), *names.plain.values()}
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    taken = {folded(names.groups[child.path].attribute) for child in api.root.groups}
    for group in api.groups()[1:]:
        name = names.groups[group.path].attribute
        if len(group.path) == 1 and name in types:
            while name in types or folded(name) in taken:
                name += "_"
            taken.add(folded(name))
        found[group.path] = (*found.get(group.path[:-1], ()), name)
    return found
