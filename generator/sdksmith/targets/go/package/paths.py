"""Import paths and folders of the module, and the packages that request structs stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdksmith.model import Api
from sdksmith.naming import Names, settle
from sdksmith.sdk.documentation.text import spoken_title
from sdksmith.targets.go.options import GoOptions
from sdksmith.targets.go.package import reserved
from sdksmith.words import words

#: Folders of the root package that are no packages of groups, and packages that stand beside them in one file.
OWN: frozenset[str] = frozenset(
    (
        "call",
        "client",
        "codec",
        "core",
        "internal",
        "io",
        "json",
        "log",
        "option",
        "strings",
        "testdata",
        "testing",
        "vendor",
        "wiretest",
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Packages:
    """Import paths of the packages of a module.

    Attributes
    ----------
    module
        Path of the module.
    root
        Name of the root package, and its folder.
    requests
        Path of a group -> the folder below the root package where the request structs of the groups inside it stand; ``""``
        for the root package itself.
    """

    module: str
    root: str
    requests: Mapping[tuple[str, ...], str]

    @property
    def root_import(self) -> str:
        """Import path of the root package."""
        return f"{self.module}/{self.root}"

    def request_import(self, group: tuple[str, ...]) -> str:
        """Import path of the package where the request structs of a group's methods stand."""
        folder = self.requests[group[:-1]]
        return f"{self.root_import}/{folder}" if folder else self.root_import

    def request_name(self, group: tuple[str, ...]) -> str:
        """Name of that package."""
        folder = self.requests[group[:-1]]
        return folder.rpartition("/")[2] if folder else self.root


def find_packages(api: Api, names: Names, options: GoOptions) -> Packages:
    """Return the packages of a module."""
    root = options.package or package_name(spoken_title(api.info.title) or "api")
    requests: dict[tuple[str, ...], str] = {(): ""}
    for group in api.groups():
        children = sorted(child.path for child in group.groups)
        wanted = {
            path: [package_name(names.groups[path].attribute), f"{package_name(path[-1])}group"] for path in children
        }
        settled = settle(((str(path), wanted[path]) for path in children), None, {*OWN, root})
        for path in children:
            requests[path] = "/".join(part for part in (requests[group.path], settled[str(path)]) if part)
    return Packages(module=options.module or f"example.com/{root}", root=root, requests=requests)


def package_name(text: str) -> str:
    """Return a name for a package: lower case, without separators (Effective Go, "Package names")."""
    name = "".join(part.lower() for part in words(text, "compact") if part.isascii() and part.isalnum())
    name = name.lstrip("0123456789") or "api"
    return (
        f"{name}api" if name in reserved.KEYWORDS or name in ("main", "internal", "time", "context", "iter") else name
    )
