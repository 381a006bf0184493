"""The reference page: every method, by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sdksmith.model import Parameter, Property
from sdksmith.sdk import DocumentedError, MethodGroup
from sdksmith.sdk.documentation.reference import description_of, returns_text, sections
from sdksmith.sdk.documentation.text import first_sentence, sentence
from sdksmith.targets.python.client.groups import ClientPlanner
from sdksmith.targets.python.layout import prose
from sdksmith.targets.python.layout.code import flat, parameter
from sdksmith.targets.python.methods.signatures import Call, MethodArgument
from sdksmith.targets.python.types.homes import Home
from sdksmith.targets.python.types.notes import facts, stage_text


@dataclass(frozen=True)
class Item:
    """A line of a list: a parameter, an error."""

    name: str
    text: str


@dataclass(frozen=True)
class MethodSection:
    """A method on the page."""

    name: str
    anchor: str
    signature: list[str]
    route: str
    #: Deprecated, or not stable yet.
    stage: str
    summary: str
    description: str
    parameters: list[Item]
    returns: str
    raises: list[Item]
    #: Markdown links to the types that it speaks of.
    types: list[str]


@dataclass(frozen=True)
class GroupSection:
    """A group on the page."""

    path: str
    anchor: str
    description: str
    methods: list[MethodSection]


class ReferencePlanner:
    """Makes the sections.

    Parameters
    ----------
    homes
        Name of a type -> where it is.
    folder
        The package's folder, from the page.
    """

    def __init__(self, planner: ClientPlanner, homes: Mapping[str, Home], folder: str) -> None:
        self._planner = planner
        self._homes = homes
        self._folder = folder
        self._anchors: Counter[str] = Counter()

    def groups(self) -> list[GroupSection]:
        """Make a section for each group that has methods."""
        return [self._group(group) for group in sections(self._planner.root)]

    def _group(self, group: MethodGroup) -> GroupSection:
        calls = self._planner.calls[group.path]
        path = ".".join(calls[0].attributes)
        description = prose.markdown_text(first_sentence(group.description))
        return GroupSection(path, self._anchor(path), description, [self._method(call) for call in calls])

    def _anchor(self, heading: str) -> str:
        """Return the anchor that a heading gets on Git hosts: without dots, and numbered where it repeats."""
        text = heading.replace(".", "").lower()
        self._anchors[text] += 1
        return text if self._anchors[text] == 1 else f"{text}-{self._anchors[text] - 1}"

    def _method(self, call: Call) -> MethodSection:
        operation = call.method.operation
        summary = prose.markdown_text(operation.summary)
        return MethodSection(
            name=call.name,
            anchor=self._anchor(".".join((*call.attributes, call.name))),
            signature=_signature(call),
            route=prose.markdown_code(f"{operation.method} {operation.path}"),
            stage=prose.markdown_text(stage_text(operation)),
            summary=summary,
            description=prose.markdown_paragraphs(description_of(operation)),
            parameters=[Item(argument.name, _parameter_text(call, argument)) for argument in call.arguments],
            returns=prose.markdown_text(returns_text(operation)),
            raises=[_error(error) for error in call.method.errors],
            types=self._types(call),
        )

    def _types(self, call: Call) -> list[str]:
        links: list[str] = []
        for name in sorted(call.imports.types):
            home = self._homes.get(name)
            if home is not None:
                links.append(f"[`{name}`]({self._folder}/types/{home.folder}/{home.module}.py)")
        return links


def _signature(call: Call) -> list[str]:
    """Return the call as a declaration: names, types and defaults, a line each."""
    positional = [argument for argument in call.arguments if argument.design.location == "path"]
    keywords = [argument for argument in call.arguments if argument.design.location != "path"]
    lines = [f"client.{'.'.join((*call.attributes, call.name))}("]
    lines += [_parameter(argument) for argument in positional]
    lines.append("    *,")
    lines += [_parameter(argument) for argument in keywords]
    lines.append("    request_options: Optional[RequestOptions] = None,")
    return [*lines, f") -> {flat(call.returns)}"]


def _parameter(argument: MethodArgument) -> str:
    return parameter(argument.name, argument.annotation, argument.default, 4)


def _parameter_text(call: Call, argument: MethodArgument) -> str:
    source = argument.design.source
    if isinstance(source, Parameter | Property):
        parts = [source.description.strip(), facts(source)]
    else:
        parts = [call.method.operation.body.description if call.method.operation.body is not None else "", ""]
    text = " ".join(sentence(part) for part in parts if part.strip())
    return prose.markdown_text(text) or ("The body of the request." if source is None else "")


def _error(error: DocumentedError) -> Item:
    status = error.status if error.status.isdigit() else "any other status"
    texts = [prose.markdown_text(text) for text in error.descriptions if text.strip()]
    return Item(error.name, f"({status})" + (f": {'; '.join(texts)}" if texts else ""))
