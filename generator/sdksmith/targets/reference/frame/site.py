"""Titles, links between pages, and the frame around each page of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from sdksmith.model import IncomingRequest
from sdksmith.naming import Names
from sdksmith.sdk import Method, MethodGroup, Sdk
from sdksmith.sdk.documentation.text import first_sentence
from sdksmith.targets.reference.frame.addresses import Addresses, relative
from sdksmith.targets.reference.frame.views import MenuView, PageLink, SiteView
from sdksmith.targets.reference.markup import texts
from sdksmith.targets.reference.options import ReferenceOptions


@dataclass(frozen=True)
class Menu:
    """Links of a menu, and each as HTML: it stands on hundreds of pages."""

    links: Sequence[PageLink]
    items: Sequence[Markup]

    @classmethod
    def of(cls, links: Sequence[PageLink]) -> Menu:
        """Return a menu of links."""
        plain, group = Markup('<li><a href="{0}">{1}</a></li>'), Markup('<li class="group"><a href="{0}">{1}</a></li>')
        called = Markup('<li class="call"><a href="{0}"><span class="verb {2}">{3}</span> {1}</a></li>')
        return cls(
            links,
            [
                (group if each.about else called if each.verb else plain).format(
                    each.url, each.text, each.verb.lower(), each.verb
                )
                for each in links
            ],
        )

    def around(self, url: str) -> MenuView:
        """Return the menu as a page has it that is at, or below, one of the links."""
        index = next((index for index, each in enumerate(self.links) if each.url == url), None)
        if index is None:
            return MenuView(Markup("\n").join(self.items), None, Markup(""))
        before, after = self.items[:index], self.items[index + 1 :]
        return MenuView(Markup("\n").join(before), self.links[index], Markup("\n").join(after))


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
    _menus: dict[tuple[int, tuple[str, ...] | None], Menu] = field(default_factory=dict[Any, Any])

    def methods(self, group: MethodGroup) -> list[Method]:
        """Return the methods of a group in the order of their names."""
        return sorted(group.methods, key=lambda method: self.names.methods[method.symbol])

    def view(self, address: str, path: tuple[str, ...] = (), *, crumb: str = "") -> SiteView:
        """Return what a page at an address has in common with all."""
        crumbs = [PageLink(self.words["start"], self.to(address, "index"))]
        for depth in range(1, len(path) + 1):
            group = self._groups[path[:depth]]
            crumbs.append(PageLink(self.group_title(group), self.to(address, self.addresses.group(group))))
        if crumb:
            crumbs.append(PageLink(crumb, ""))
        folder = address.count("/")
        top = self.to(address, self.addresses.group(self._groups[path[:1]])) if path else ""
        return SiteView(
            title=self.title,
            language=self.options.language,
            words=self._escaped_words,
            root=relative(address, ""),
            menu=self._menu(folder).around(top),
            inner=self._inner(folder, path[:1]).around(self.to(address, address)) if top else None,
            header=[PageLink(each.text, each.url) for each in self.options.links],
            crumbs=crumbs,
            markdown=f"{address.rpartition('/')[2]}.md" if self.options.format == "both" else "",
            logo=self.options.logo is not None,
            search=self.options.search,
        )

    def _menu(self, folder: int) -> Menu:
        """Return the groups of the first level, for pages in a folder of a depth."""
        if (folder, None) not in self._menus:
            up = "../" * folder
            self._menus[folder, None] = Menu.of(
                [
                    PageLink(self.group_title(group), f"{up}{self.addresses.group(group)}.html")
                    for group in self.sdk.root.groups
                ]
            )
        return self._menus[folder, None]

    def _inner(self, folder: int, path: tuple[str, ...]) -> Menu:
        """Return the operations and sub-groups of a group of the first level."""
        if (folder, path) not in self._menus:
            self._menus[folder, path] = Menu.of(
                [
                    each
                    for group in self.sdk.root.groups
                    if group.path == path
                    for each in self._entries("../" * folder, group)
                ]
            )
        return self._menus[folder, path]

    def _entries(self, up: str, group: MethodGroup) -> Iterator[PageLink]:
        for method in self.methods(group):
            address = f"{up}{self.addresses.method(method)}.html"
            yield PageLink(self.method_title(method), address, verb=method.operation.method)
        for child in group.groups:
            yield PageLink(self.group_title(child), f"{up}{self.addresses.group(child)}.html", about="group")
            yield from self._entries(up, child)

    @cached_property
    def _escaped_words(self) -> dict[str, Markup]:
        # Escaped once and not on each page.
        return {key: escape(word) for key, word in self.words.items()}

    @cached_property
    def _groups(self) -> dict[tuple[str, ...], MethodGroup]:
        return {group.path: group for group in self.sdk.groups()}

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

    def incoming_links(self, address: str, requests: Sequence[IncomingRequest]) -> list[PageLink]:
        """Return links to the pages of requests that the API sends."""
        return [
            PageLink(
                texts.visible(each.summary or each.name),
                self.to(address, self.addresses.incoming[each.symbol]),
                f"{each.method.upper()} {texts.visible(each.expression or each.name)}",
            )
            for each in requests
        ]

    def marks(self, stage: str) -> list[tuple[str, str]]:
        """Return the marks of a stage."""
        if not stage:
            return []
        return [("deprecated", self.words["deprecated"])] if stage == "deprecated" else [("stage", stage)]
