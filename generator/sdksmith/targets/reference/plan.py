"""The plan of a site: every page, twice: for people, and as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import msgspec
from markupsafe import Markup

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Reference
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.planned import PlannedFile
from sdksmith.sdk import Method, MethodGroup, Sdk
from sdksmith.sdk.documentation.facts import stage_of
from sdksmith.sdk.documentation.overview import choose
from sdksmith.sdk.documentation.reference import find_uses
from sdksmith.sdk.documentation.text import first_paragraph, first_sentence
from sdksmith.sdk.errors import ERRORS
from sdksmith.targets.protocol import SampleWriter
from sdksmith.targets.reference.frame.addresses import find_addresses
from sdksmith.targets.reference.frame.site import Site
from sdksmith.targets.reference.frame.views import PageLink
from sdksmith.targets.reference.markup import texts
from sdksmith.targets.reference.markup.highlighting import highlighted
from sdksmith.targets.reference.options import ComparedOptions, ReferenceOptions
from sdksmith.targets.reference.pages.authorization import Authorization
from sdksmith.targets.reference.pages.changes import ChangePages
from sdksmith.targets.reference.pages.markdown import FullContext, MarkdownContext, MarkdownWriter
from sdksmith.targets.reference.pages.operations import OperationPages
from sdksmith.targets.reference.pages.views import (
    ChangesContext,
    DocumentContext,
    GroupContext,
    ListContext,
    LogoContext,
    OperationContext,
    StartContext,
    StyleContext,
    TypeContext,
)
from sdksmith.targets.reference.samples.libraries import writers_of
from sdksmith.targets.reference.trees.building import SharedTrees, TreeBuilder
from sdksmith.targets.reference.words import words_of


def plan(sdk: Sdk, names: Names, config: Config, options: ReferenceOptions) -> list[PlannedFile]:
    """Plan a site.

    Returns
    -------
    list of PlannedFile
        Paths are relative to the output folder, which any file server can show as it is.
    """
    return _Plan(sdk, names, config, options).files()


_PageContext: TypeAlias = OperationContext | GroupContext | TypeContext | ChangesContext | StartContext


def _document(tree: Mapping[str, Any]) -> str:
    """Return the document as JSON; ``""`` where it has texts or keys that JSON can not have."""
    try:
        return msgspec.json.encode(tree).decode("utf-8") if tree else ""
    except (UnicodeEncodeError, TypeError):
        return ""


class _Plan:
    def __init__(self, sdk: Sdk, names: Names, config: Config, options: ReferenceOptions) -> None:
        self._sdk = sdk
        self._options = options
        words = words_of(options.language, options.translations)
        script = ["copy", "copied", "expand", "collapse", "filter"]
        if options.search:
            script += ["search", "search_hint", "search_none", "search_missing"]
        self._site = Site(
            sdk=sdk,
            names=names,
            options=options,
            words=words,
            addresses=find_addresses(sdk, names),
            title=texts.visible(options.title or sdk.api.info.title or "API"),
            script_words=json.dumps({word: words[word] for word in script}, ensure_ascii=False),
        )
        self._writers: Sequence[SampleWriter] = writers_of(sdk, config, "reference")
        self._markdown = MarkdownWriter(words, self._site.addresses.types)
        self._planned: list[PlannedFile] = []
        self._full: list[MarkdownContext] = []
        self._shared = SharedTrees()
        self._authorization = Authorization(sdk, words)
        self._operations = OperationPages(self._site, self._writers, self._authorization, self._shared)
        self._changes = ChangePages(
            self._site,
            options.changes if isinstance(options, ComparedOptions) else (),
            self._writers[0].language if self._writers else "",
        )
        self._ordered = [method for group in sdk.groups() for method in self._site.methods(group)]

    def files(self) -> list[PlannedFile]:
        self._start()
        for group in self._sdk.groups():
            if group.path:
                self._group(group)
        for index, method in enumerate(self._ordered):
            before = self._ordered[index - 1] if index else None
            after = self._ordered[index + 1] if index + 1 < len(self._ordered) else None
            self._page(self._site.addresses.method(method), self._operations.operation(method, before, after))
        for address, context in self._operations.incoming():
            self._page(address, context)
        self._types()
        for address, changes in self._changes.pages():
            self._page(address, changes)
        self._lists()
        document = _document(self._sdk.api.document)
        if document:
            self._planned.append(PlannedFile("openapi.json", "document.json.j2", DocumentContext(text=document)))
        if self._options.format != "markdown":
            style = StyleContext(colour=self._options.colour)
            self._planned.append(PlannedFile("assets/style.css", "style.css.j2", style))
            self._planned.append(PlannedFile("assets/script.js", "script.js", verbatim=True))
            image = self._options.texts(Diagnostics())[0]
            self._planned.append(
                PlannedFile("assets/icon.svg", "logo.svg.j2", LogoContext(image=image))
                if image
                else PlannedFile("assets/icon.svg", "icon.svg", verbatim=True)
            )
        return sorted(self._planned, key=lambda file: file.path)

    def _page(self, address: str, context: _PageContext) -> None:
        template: str
        match context:
            case OperationContext():
                template, markdown = "operation", self._markdown.operation(context)
            case GroupContext():
                template, markdown = "group", self._markdown.group(context)
            case TypeContext():
                template, markdown = "type", self._markdown.type(context)
            case ChangesContext():
                template, markdown = "changes", self._markdown.changes(context)
            case _:
                template, markdown = "start", self._markdown.start(context)
        if self._options.format != "markdown":
            self._planned.append(PlannedFile(f"{address}.html", f"{template}.html.j2", context))
        if self._options.format != "html":
            self._planned.append(PlannedFile(f"{address}.md", "page.md.j2", markdown))
            self._full.append(markdown)

    def _start(self) -> None:
        api = self._sdk.api
        libraries: list[tuple[str, str, str, str, Markup]] = [
            (
                writer.language,
                writer.lexer,
                writer.install(),
                writer.client(),
                highlighted(writer.client(), writer.lexer),
            )
            for writer in self._writers
        ]
        errors = [
            (status, ", ".join(f"{writer.error(name)} ({writer.language})" for writer in self._writers) or name)
            for status, name in ERRORS.items()
        ]
        description = api.info.description or api.info.summary
        first = choose(self._sdk).get
        context = StartContext(
            script_words=self._site.script_words,
            site=self._site.view("index"),
            title=self._site.title,
            version=api.info.version,
            text=texts.markdown(description),
            html=texts.html(description),
            servers=[(server.url, server.description) for server in self._sdk.servers.environments],
            libraries=libraries,
            samples=[] if first is None else self._operations.samples(first),
            sample_link=None if first is None else self._link("index", first),
            authentication=self._authorization.schemes,
            groups=[self._group_link("index", group) for group in self._sdk.root.groups],
            incoming=self._site.incoming_links("index", api.incoming()),
            changes=self._changes.links("index"),
            errors=errors,
            paging=any(method.paging is not None for method in self._ordered),
        )
        self._page("index", context)

    def _link(self, address: str, method: Method) -> PageLink:
        return PageLink(self._site.method_title(method), self._site.to(address, self._site.addresses.method(method)))

    def _group_link(self, address: str, group: MethodGroup) -> PageLink:
        """Return a link to a group, with the first sentence of its text, or with how many operations there are below it."""
        below = [group]
        for each in below:
            below.extend(each.groups)
        count = sum(len(each.methods) for each in below)
        words = self._site.words
        counted = words["operation_count"] if count == 1 else words["operations_count"].format(count)
        about = texts.visible(first_sentence(group.description))
        return PageLink(
            self._site.group_title(group),
            self._site.to(address, self._site.addresses.group(group)),
            f"{about.rstrip('.')} ({counted})" if about else counted,
        )

    def _group(self, group: MethodGroup) -> None:
        address = self._site.addresses.group(group)
        operations = [
            (
                method.operation.method,
                PageLink(
                    self._site.method_title(method),
                    self._site.to(address, self._site.addresses.method(method)),
                    method.operation.path,
                ),
            )
            for method in self._site.methods(group)
        ]
        groups = [self._group_link(address, child) for child in group.groups]
        context = GroupContext(
            script_words=self._site.script_words,
            site=self._site.view(address, group.path),
            title=self._site.group_title(group),
            text=texts.markdown(group.description),
            html=texts.html(group.description),
            operations=operations,
            groups=groups,
        )
        self._page(address, context)

    def _types(self) -> None:
        """Plan a page for each type that a page leads to, and for those that these lead to."""
        uses = find_uses(self._sdk)
        done: set[Symbol] = set()
        while waiting := sorted(self._shared.linked - done):
            for symbol in waiting:
                done.add(symbol)
                self._type(symbol, uses[symbol].sent_by + uses[symbol].received_by if symbol in uses else ())

    def _type(self, symbol: Symbol, users: Iterable[Symbol]) -> None:
        address = self._site.addresses.types[symbol]
        declared = self._sdk.api.declarations[symbol]
        trees = TreeBuilder(self._sdk, self._site.names, self._site.words, self._shared)
        found = dict.fromkeys(users)
        context = TypeContext(
            script_words=self._site.script_words,
            site=self._site.view(address, crumb=self._site.names.types[symbol]),
            title=self._site.names.types[symbol],
            page_marks=self._site.marks(stage_of(declared)),
            text=texts.markdown(declared.description),
            html=texts.html(declared.description),
            tree=trees.tree(Reference(symbol), "type", (declared.description,)),
            users=[self._link(address, self._sdk.methods[user]) for user in found],
            addresses=self._site.addresses.types,
        )
        self._page(address, context)

    def _lists(self) -> None:
        ending = "html" if self._options.format == "html" else "md"
        groups = [
            (
                self._site.group_title(group) if group.path else self._site.title,
                [
                    PageLink(
                        self._site.method_title(method),
                        f"{self._site.addresses.method(method)}.{ending}",
                        f"{method.operation.method} {method.operation.path}",
                    )
                    for method in self._site.methods(group)
                ],
            )
            for group in self._sdk.groups()
            if group.methods
        ]
        others = [
            (self._site.words["webhooks"], self._site.incoming_links("", self._sdk.api.incoming())),
            (self._site.words["changes"], self._changes.links("")),
        ]
        groups += [
            (heading, [PageLink(link.text, f"{link.url.removesuffix('.html')}.{ending}", link.about) for link in links])
            for heading, links in others
            if links
        ]
        pages = [file.path for file in self._planned if file.path.endswith(".html")]
        base = (self._options.base_url or "").rstrip("/")
        context = ListContext(
            title=self._site.title,
            about=texts.line(first_paragraph(self._sdk.api.info.description or self._sdk.api.info.summary)),
            groups=groups,
            pages=[f"{base}/{page}" for page in pages],
        )
        self._planned.append(PlannedFile("llms.txt", "llms.txt.j2", context))
        if self._full:
            self._planned.append(PlannedFile("llms-full.txt", "llms-full.txt.j2", FullContext(pages=tuple(self._full))))
        if base and pages:
            self._planned.append(PlannedFile("sitemap.xml", "sitemap.xml.j2", context))
