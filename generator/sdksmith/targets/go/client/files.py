"""Files of the client package: one for each group."""

from __future__ import annotations

from sdksmith.sdk import Sdk
from sdksmith.targets.go.types.files import file_name


def client_files(sdk: Sdk) -> dict[tuple[str, ...], str]:
    """Return the name of each group's file, without ``.go``; the root's is ``client``."""
    found: dict[tuple[str, ...], str] = {}
    taken: set[str] = set()
    for group in sdk.groups():
        name = "client"
        if group.path:
            name = file_name("_".join(group.path))
            while name in taken or name == "client":
                name += "x"
        taken.add(name)
        found[group.path] = name
    return found
