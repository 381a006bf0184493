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
    """The context of the page, and an example for the README."""

    groups: list[GroupSection] = field(default_factory=list[GroupSection])
    example: str = ""


def reference_page(planner: ClientPlanner) -> ReferencePage:
    """Make the reference page."""
    page = ReferencePage()
    _add(planner, planner.api.root, page)
    page.example = _example(planner)
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
    summary = " ".join(prose.clean(operation.summary).split()) or f"{operation.method} {operation.path}"
    return MethodLine(
        call.name,
        parameters,
        flat(call.returns),
        prose.markdown_text(f"{operation.method} {operation.path}"),
        prose.markdown_text(summary),
    )


def _example(planner: ClientPlanner) -> str:
    """Return a first call: the shortest one that gets an object and needs no more than simple arguments."""
    samples = Samples(planner.api.declarations, planner.names)
    candidates: list[str] = []
    for calls in planner.calls.values():
        for call in calls:
            if call.operation.method != "GET" or call.result.kind != "data":
                continue
            used: set[str] = set()
            given: list[str] = []
            for argument in call.arguments:
                if argument.default is None and argument.source is not None:
                    value = samples.argument(argument.source, used)
                    given.append(flat(value if argument.location == "path" else named(argument.name, value)))
            text = f"client.{'.'.join((*call.attributes, call.name))}({', '.join(given)})"
            if not used and len(text) <= 80:
                candidates.append(text)
    return min(candidates, key=lambda text: (len(text), text), default="")
