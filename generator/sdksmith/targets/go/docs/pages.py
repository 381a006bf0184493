"""README and reference of a module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdksmith.model import Parameter, Property
from sdksmith.sdk import MethodGroup, Sdk
from sdksmith.sdk.documentation.reference import description_of, returns_text, sections
from sdksmith.sdk.documentation.text import clean, first_sentence, sentence
from sdksmith.targets.go.docs.blocks import Block, BlockWriter
from sdksmith.targets.go.methods.writing import MethodText
from sdksmith.targets.go.types.fields import facts


@dataclass(frozen=True, slots=True)
class ReadmePage:
    """The blocks of the README; empty where the API has nothing of the kind."""

    client: str
    call: str
    create: str
    clear: str
    pages: str
    events: str
    download: str


def readme_page(blocks: BlockWriter) -> ReadmePage:
    """Return the blocks of the README."""
    shown = blocks.shown
    return ReadmePage(
        client=blocks.client().text,
        call=_text(blocks.printed(shown.get) if shown.get is not None else None),
        create=_text(blocks.printed(shown.create) if shown.create is not None else None),
        clear=_text(blocks.cleared()),
        pages=_text(blocks.walked(shown.pages) if shown.pages is not None else None),
        events=_text(blocks.walked(shown.events) if shown.events is not None else None),
        download=_text(blocks.walked(shown.download) if shown.download is not None else None),
    )


def _text(block: Block | None) -> str:
    return "" if block is None else block.text


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """A parameter, or a property of the body."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ReferenceMethod:
    """A method of the reference."""

    name: str
    route: str
    signature: str
    summary: str
    description: str
    items: tuple[ReferenceItem, ...]
    returns: str
    sample: str


@dataclass(frozen=True, slots=True)
class ReferenceGroup:
    """A group of the reference."""

    title: str
    description: str
    methods: tuple[ReferenceMethod, ...]


def reference_groups(
    sdk: Sdk, blocks: BlockWriter, texts: Mapping[tuple[str, ...], list[tuple[MethodText, str]]]
) -> list[ReferenceGroup]:
    """Return the groups that have methods.

    Parameters
    ----------
    texts
        Path of a group -> its methods, each with the names that lead to it.
    """
    groups = [sdk.root, *sections(sdk.root)] if sdk.root.methods else list(sections(sdk.root))
    return [_group(group, blocks, texts[group.path]) for group in groups]


def _group(group: MethodGroup, blocks: BlockWriter, texts: list[tuple[MethodText, str]]) -> ReferenceGroup:
    methods: list[ReferenceMethod] = []
    for text, title in texts:
        method = next(each for each in group.methods if each.symbol == text.symbol)
        operation = method.operation
        items = tuple(
            ReferenceItem(argument.wire_name, _about(argument.source))
            for argument in method.arguments
            if isinstance(argument.source, Parameter | Property)
        )
        methods.append(
            ReferenceMethod(
                name=title,
                route=f"{operation.method} {operation.path}",
                signature=text.signature,
                summary=_line(operation.summary),
                description=clean(description_of(operation)),
                items=items,
                returns=_line(returns_text(operation)),
                sample=_text(blocks.required(method)),
            )
        )
    title = texts[0][1].rpartition(".")[0]
    return ReferenceGroup(title, _line(first_sentence(group.description)), tuple(methods))


def _about(source: Parameter | Property) -> str:
    parts = [source.description.strip(), facts(source)]
    return " ".join(sentence(_line(part)) for part in parts if part.strip())


def _line(text: str) -> str:
    """Return a text of the document on one line of Markdown, in which it is text alone."""
    line = " ".join(clean(text).split())
    return line.replace("\\", "\\\\").replace("<", "&lt;").replace("[", "\\[").replace("|", "\\|")
