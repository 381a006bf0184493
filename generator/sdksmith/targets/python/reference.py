"""The reference page: every method, by group."""

from __future__ import annotations

from dataclasses import dataclass, field

from sdksmith.model import Group
from sdksmith.targets.python import prose
from sdksmith.targets.python.clients import ClientPlanner, first_sentence
from sdksmith.targets.python.layout import flat
from sdksmith.targets.python.methods import Call
from sdksmith.targets.python.samples import Samples, named


@dataclass(frozen=True)
class MethodLine:
    """A method on the page."""

    name: str
    parameters: str
    returns: str
    route: str
    summary: str


@dataclass(frozen=True)
class GroupSection:
    """A group on the page."""

    path: str
    description: str
    methods: list[MethodLine]


@dataclass
class ReferencePage:
    """The context of the page, and the lines of a first call for the README."""

    groups: list[GroupSection] = field(default_factory=list[GroupSection])
    example: list[str] = field(default_factory=list[str])
    async_example: list[str] = field(default_factory=list[str])


def reference_page(planner: ClientPlanner) -> ReferencePage:
    """Make the reference page."""
    page = ReferencePage()
    _add(planner, planner.api.root, page)
    page.example, page.async_example = _example(planner)
    return page


def _add(planner: ClientPlanner, group: Group, page: ReferencePage) -> None:
    for child in group.groups:
        calls = planner.calls[child.path]
        if calls:
            description = prose.markdown_text(first_sentence(child.description))
            page.groups.append(
                GroupSection(".".join(calls[0].attributes), description, [_line(call) for call in calls])
            )
        _add(planner, child, page)


def _line(call: Call) -> MethodLine:
    operation = call.operation
    positional = [argument.name for argument in call.arguments if argument.location == "path"]
    keywords = [
        argument.name if argument.default is None else f"{argument.name}={argument.default}"
        for argument in call.arguments
        if argument.location != "path"
    ]
    parameters = ", ".join([*positional, *(["*", *keywords] if keywords else [])])
    summary = " ".join(prose.clean(operation.summary).split())
    return MethodLine(
        call.name,
        parameters,
        flat(call.returns),
        prose.markdown_text(f"{operation.method} {operation.path}"),
        prose.markdown_text(summary),
    )


def _example(planner: ClientPlanner) -> tuple[list[str], list[str]]:
    """Return the lines of a first call, blocking and asynchronous: the shortest one with simple arguments alone."""
    samples = Samples(planner.api.declarations, planner.names)
    candidates: list[tuple[bool, int, str]] = []
    for call in (call for calls in planner.calls.values() for call in calls):
        if call.operation.method != "GET" or call.result.kind not in ("data", "pages"):
            continue
        used: set[str] = set()
        given: list[str] = []
        for argument in call.arguments:
            if argument.default is None and argument.source is not None:
                value = samples.argument(argument.source, used)
                given.append(flat(value if argument.location == "path" else named(argument.name, value)))
        text = f"client.{'.'.join((*call.attributes, call.name))}({', '.join(given)})"
        if not used and len(text) <= 80:
            candidates.append((call.result.kind == "pages", len(text), text))
    if not candidates:
        return ["print(client)"], ["print(client)"]
    pages, _, text = min(candidates)
    if pages:
        use = "    print(item)"
        return [f"for item in {text}:", use], [f"async for item in await {text}:", use]
    return [f"answer = {text}", "print(answer)"], [f"answer = await {text}", "print(answer)"]
