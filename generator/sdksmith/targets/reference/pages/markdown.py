"""Pages as Markdown: the facts of the pages for people, for programs that read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sdksmith.model.types import Symbol
from sdksmith.targets.reference.frame.views import PageLink
from sdksmith.targets.reference.markup import texts
from sdksmith.targets.reference.pages.authorization import RequirementView
from sdksmith.targets.reference.pages.views import (
    ChangesContext,
    ChangeView,
    GroupContext,
    OperationContext,
    ResponseView,
    Sample,
    StartContext,
    TypeContext,
)
from sdksmith.targets.reference.trees.views import AttributeFacts, AttributeView, KindFacts, Tree, VariantView


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkdownContext:
    """``page.md.j2``: front matter, as YAML scalars, and blocks of Markdown."""

    front: tuple[tuple[str, str], ...]
    blocks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FullContext:
    """``llms-full.txt.j2``: all pages in one."""

    pages: tuple[MarkdownContext, ...]


@dataclass(frozen=True, slots=True)
class MarkdownWriter:
    """Writes the blocks of a page.

    Attributes
    ----------
    addresses
        Type -> its page, from the root of the site.
    """

    words: Mapping[str, str]
    addresses: Mapping[Symbol, str]
    _said: dict[AttributeFacts, tuple[str, str]] = field(default_factory=dict[Any, Any])

    def operation(self, page: OperationContext) -> MarkdownContext:
        """Return the page of an operation."""
        words = self.words
        blocks = [_heading(page.title, page.page_marks), f"`{page.method}` {texts.code(page.path)}", page.text]
        if page.idempotent:
            blocks.append(words["idempotent"])
        if page.paging:
            blocks += [f"## {words['paging']}", " ".join(sentence for sentence, _ in page.paging)]
        if page.streaming:
            blocks += [f"## {words['streaming']}", words["streaming_text"]]
        if page.samples:
            blocks.append(f"## {words['authorization']}")
            blocks.append("\n".join(map(self._requirement, page.authorization)) or words["unauthenticated"])
            scopes = (
                f"{texts.code(each.name)}{f' ({texts.line(each.about)})' if each.about else ''}" for each in page.scopes
            )
            blocks.append(f"{words['scopes']}: {', '.join(scopes)}" if page.scopes else "")
        for sample in page.samples:
            blocks += [f"## {words['sample']}: {sample.language}", *self._sample(sample)]
        for section in page.sections:
            required = f" ({words['required_mark']})" if section.required else ""
            blocks += [f"## {section.title}{required}", section.text]
            blocks.append(self._attributes(section.attributes, page.site.root))
            for body in section.bodies:
                blocks += [f"### {_codes(body.content_types)}", *self._tree(body.tree, page.site.root)]
        if page.responses:
            blocks.append(f"## {words['responses']}")
        for response in page.responses:
            blocks += self._response(response, page.site.root)
        if page.callbacks:
            blocks += [f"## {words['callbacks']}", "\n".join(_link(link) for link in page.callbacks)]
        front = (("title", _scalar(page.title)), ("method", page.method), ("path", _scalar(page.path)))
        return _page(front, blocks)

    def _requirement(self, entry: RequirementView) -> str:
        said = (
            " + ".join(f"{texts.line(name)} ({kind})" for name, _, kind in entry.schemes)
            or self.words["unauthenticated"]
        )
        return f"- {said}{f': {texts.code(entry.header)}' if entry.header else ''}"

    def _sample(self, sample: Sample) -> list[str]:
        blocks = [_fence(sample.required, sample.key)]
        if sample.complete:
            blocks += [f"{self.words['all_arguments']}:", _fence(sample.complete, sample.key)]
        return blocks

    def _response(self, response: ResponseView, root: str) -> list[str]:
        words = self.words
        blocks = [f"### {response.status}", response.text]
        if response.errors:
            named = ", ".join(f"{texts.code(name)} ({language})" for language, name in response.errors)
            blocks.append(f"{words['body_class']}: {named}")
        headers = (
            f"- {texts.code(name)} ({kind}){f': {about}' if about else ''}" for name, kind, about in response.headers
        )
        blocks.append("\n".join(headers))
        if response.is_empty:
            blocks.append(words["no_content"])
        for body in response.bodies:
            blocks += [f"#### {_codes(body.content_types)}", *self._tree(body.tree, root)]
        blocks.append("\n".join(_link(link) for link in response.links))
        if response.example:
            blocks += [f"{words['example']}:", _fence(response.example, "json")]
        return blocks

    def group(self, page: GroupContext) -> MarkdownContext:
        """Return the page of a group."""
        blocks = [_heading(page.title), page.text]
        if page.operations:
            blocks.append(f"## {self.words['operations']}")
            blocks.append(
                "\n".join(
                    f"- [{texts.line(link.text)}]({_twin(link.url)}): `{verb}` {texts.code(link.about)}"
                    for verb, link in page.operations
                )
            )
        if page.groups:
            blocks += [f"## {self.words['content']}", "\n".join(_link(link) for link in page.groups)]
        return _page((("title", _scalar(page.title)),), blocks)

    def type(self, page: TypeContext) -> MarkdownContext:
        """Return the page of a type."""
        blocks = [_heading(page.title, page.page_marks), page.text, *self._tree(page.tree, page.site.root)]
        if page.users:
            blocks += [f"## {self.words['used_by']}", "\n".join(_link(link) for link in page.users)]
        return _page((("title", _scalar(page.title)),), blocks)

    def changes(self, page: ChangesContext) -> MarkdownContext:
        """Return the page of what changed."""
        blocks = [_heading(page.title), " ".join(filter(None, (f"{page.bump}.", page.named)))]
        if page.breaks:
            blocks.append("\n".join(f"- **{word}**: {text}" for _, word, text in page.breaks))
        for _, heading, changes in page.sections:
            blocks += [f"## {heading}", "\n".join(map(self._change, changes))]
        return _page((("title", _scalar(page.title)),), blocks)

    def _change(self, change: ChangeView) -> str:
        marks = f" ({', '.join(word for _, word in change.marks)})" if change.marks else ""
        nothing = self.words["changes_nothing"]
        old, new = (texts.code(each) if each else nothing for each in (change.old, change.new))
        becomes = f": {self.words['changes_becomes'].format(old, new)}" if change.old or change.new else ""
        return f"- {change.what}{marks}: {_codes(change.members)}{becomes}"

    def start(self, page: StartContext) -> MarkdownContext:
        """Return the first page."""
        words = self.words
        blocks = [f"# {texts.line(page.title)} {texts.line(page.version)}", page.text]
        for language, key, install, client, _ in page.libraries:
            blocks += [f"## {words['install']}: {language}", _fence(install, "sh"), _fence(client, key)]
        if page.samples:
            blocks.append(f"## {words['first_call']}")
            blocks.append("" if page.sample_link is None else _link(page.sample_link).removeprefix("- "))
            blocks += [_fence(sample.required, sample.key) for sample in page.samples]
        if page.authentication:
            blocks.append(f"## {words['authentication']}")
        for scheme in page.authentication:
            header = f": {texts.code(scheme.header)}" if scheme.header else ""
            blocks += [f"### {texts.line(scheme.name)}", f"{scheme.kind}{header}", scheme.text]
            grants = (f"- {words['tokens_from'].format(flow)}: {texts.code(url)}" for flow, url in scheme.grants)
            blocks.append("\n".join(grants))
            blocks.append("\n".join(f"- {texts.code(name)}: {texts.line(about)}" for _, name, about in scheme.scopes))
        blocks.append(f"## {words['servers']}")
        blocks.append(
            "\n".join(f"- {texts.code(url)}{f': {texts.line(about)}' if about else ''}" for url, about in page.servers)
        )
        blocks += [f"## {words['operations']}", "\n".join(_link(link) for link in page.groups)]
        if page.incoming:
            blocks += [f"## {words['webhooks']}", "\n".join(_link(link) for link in page.incoming)]
        if page.changes:
            blocks += [f"## {words['changes']}", "\n".join(_link(link) for link in page.changes)]
        if page.paging:
            blocks += [f"## {words['paging']}", words["paging_text"]]
        blocks += [f"## {words['rate_limits']}", words["retry_text"], f"## {words['errors']}"]
        blocks.append("\n".join(f"- {status}: {texts.code(name)}" for status, name in page.errors))
        blocks += [f"## {words['lifecycle']}", words["lifecycle_text"]]
        return _page((("title", _scalar(page.title)),), blocks)

    def _facts(self, facts: AttributeFacts) -> tuple[str, str]:
        """Return what is said of an attribute: name, type and marks; and the texts."""
        known = self._said.get(facts)
        if known is None:
            words = ", ".join([texts.line(facts.type), *(texts.line(word) for _, word in facts.marks)])
            name = texts.code(facts.name) if facts.name.strip() else "(empty)"
            known = self._said[facts] = f"{name} ({words})", _said(facts)
        return known

    # -- trees --------------------------------------------------------------------------------------------------------

    def _tree(self, tree: Tree, root: str) -> list[str]:
        marks = ", ".join(texts.line(word) for _, word in tree.facts.marks)
        blocks = [f"{texts.line(tree.facts.name)}{f' ({marks})' if marks else ''}", _said(tree.facts)]
        if tree.link is not None:
            blocks.append(self._see(tree.link, root))
        if tree.attributes:
            blocks.append(self._attributes(tree.attributes, root))
        if tree.variants:
            blocks.append("\n".join(self._variants(tree.variants, root, 0)))
        return blocks

    def _see(self, symbol: Symbol, root: str) -> str:
        address = self.addresses[symbol]
        return f"[{self.words['see_type'].format(address.rpartition('/')[2])}]({root}{address}.md)"

    def _attributes(self, entries: Iterable[AttributeView], root: str) -> str:
        return "\n".join(line for entry in entries for line in self._attribute(entry, root, 0))

    def _attribute(self, entry: AttributeView, root: str, depth: int) -> list[str]:
        said = [] if entry.link is None else [self._see(entry.link, root)]
        begun = self._facts(entry.facts)
        text = " ".join(part for part in (begun[1], *said) if part)
        head = f"{'  ' * depth}- {begun[0]}"
        lines = [f"{head}: {text}" if text else head]
        for child in entry.children:
            lines += self._attribute(child, root, depth + 1)
        return lines + self._variants(entry.variants, root, depth + 1)

    def _variants(self, entries: Iterable[VariantView], root: str, depth: int) -> list[str]:
        lines: list[str] = []
        for entry in entries:
            told = [entry.facts.name] if entry.title != entry.facts.name else []
            told += [word for _, word in entry.facts.marks]
            kind = f" ({', '.join(map(texts.line, told))})" if told else ""
            said = [_said(entry.facts), self._see(entry.link, root) if entry.link is not None else ""]
            text = " ".join(part for part in said if part)
            lines.append(f"{'  ' * depth}- *{texts.line(entry.title)}*{kind}{f': {text}' if text else ''}")
            for child in entry.children:
                lines += self._attribute(child, root, depth + 1)
            lines += self._variants(entry.variants, root, depth + 1)
        return lines


def _said(facts: AttributeFacts | KindFacts) -> str:
    """Return the text of an attribute or a type, and what is said of its values, on one line."""
    said = [texts.line(facts.text), *map(texts.line, facts.values.limits)]
    said += [f"{texts.line(lead)} {_codes(values)}." for lead, values in facts.values.values]
    return " ".join(part for part in said if part)


def _page(front: tuple[tuple[str, str], ...], blocks: Iterable[str]) -> MarkdownContext:
    return MarkdownContext(front=front, blocks=tuple(block for block in blocks if block.strip()))


def _heading(title: str, marks: Iterable[tuple[str, str]] = ()) -> str:
    return f"# {texts.line(title)}" + "".join(f" ({word})" for _, word in marks)


def _scalar(text: str) -> str:
    """Return a text as a YAML scalar: JSON is one."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _fence(text: str, language: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text}\n{fence}"


def _codes(values: Iterable[str]) -> str:
    return ", ".join(texts.code(value) for value in values)


def _twin(url: str) -> str:
    return f"{url.removesuffix('.html')}.md"


def _link(link: PageLink) -> str:
    about = f": {texts.line(link.about)}" if link.about.strip() else ""
    return f"- [{texts.line(link.text)}]({_twin(link.url)}){about}"
