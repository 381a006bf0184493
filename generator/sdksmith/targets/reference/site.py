"""What all pages of a site share: titles, ways between pages, and the frame around each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sdksmith.naming import Names
from sdksmith.sdk import Method, MethodGroup, Sdk
from sdksmith.sdk.documentation.text import first_sentence
from sdksmith.targets.reference import texts
from sdksmith.targets.reference.addresses import Addresses, relative
from sdksmith.targets.reference.options import ReferenceOptions
from sdksmith.targets.reference.views import PageLink, SiteView


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site of an API.

    Attributes
    ----------
    script_words
        The words that the script needs, as JSON.
    """

    sdk: Sdk
    names: Names
    options: ReferenceOptions
    words: Mapping[str, str]
    addresses: Addresses
    title: str
    script_words: str

    def methods(self, group: MethodGroup) -> list[Method]:
        """Return the methods of a group in the order of their names."""
        return sorted(group.methods, key=lambda method: self.names.methods[method.symbol])

    def view(self, address: str, path: tuple[str, ...] = (), *, crumb: str = "") -> SiteView:
        """Return what a page at an address has in common with all."""
        menu = [
            PageLink(
                self.group_title(group),
                self.to(address, self.addresses.group(group)),
                current=group.path == path[:1],
            )
            for group in self.sdk.root.groups
        ]
        current = [group for group in self.sdk.root.groups if group.path == path[:1]]
        inner: list[PageLink] = []
        for group in current:
            inner += self._entries(address, group)
        crumbs = [PageLink(self.words["start"], self.to(address, "index"))]
        for depth in range(1, len(path) + 1):
            group = self._find(path[:depth])
            crumbs.append(PageLink(self.group_title(group), self.to(address, self.addresses.group(group))))
        if crumb:
            crumbs.append(PageLink(crumb, ""))
        return SiteView(
            title=self.title,
            language=self.options.language,
            words=self.words,
            root=relative(address, ""),
            menu=menu,
            inner=inner,
            header=[PageLink(each.text, each.url) for each in self.options.links],
            crumbs=crumbs,
            markdown=f"{address.rpartition('/')[2]}.md" if self.options.format == "both" else "",
        )

    def _entries(self, address: str, group: MethodGroup) -> list[PageLink]:
        found = [
            PageLink(
                self.method_title(method),
                self.to(address, self.addresses.method(method)),
                current=self.addresses.method(method) == address,
            )
            for method in self.methods(group)
        ]
        for child in group.groups:
            url = self.to(address, self.addresses.group(child))
            found.append(
                PageLink(self.group_title(child), url, about="group", current=self.addresses.group(child) == address)
            )
            found += self._entries(address, child)
        return found

    def _find(self, path: tuple[str, ...]) -> MethodGroup:
        return next(group for group in self.sdk.groups() if group.path == path)

    def group_title(self, group: MethodGroup) -> str:
        """Return what a group is called."""
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", group.path[-1]).replace("-", " ").replace("_", " ")
        return texts.visible(f"{words[:1].upper()}{words[1:]}")

    @staticmethod
    def method_title(method: Method) -> str:
        """Return what an operation is called."""
        operation = method.operation
        return texts.visible(first_sentence(operation.summary).rstrip(".") or f"{operation.method} {operation.path}")

    @staticmethod
    def to(source: str, target: str) -> str:
        """Return the way from a page to another."""
        return f"{relative(source, target)}.html"

    def marks(self, stage: str) -> list[tuple[str, str]]:
        """Return the marks of a stage."""
        if not stage:
            return []
        return [("deprecated", self.words["deprecated"])] if stage == "deprecated" else [("stage", stage)]
