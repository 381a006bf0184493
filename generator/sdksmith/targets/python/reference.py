"""The reference page: every method, by group."""

from __future__ import annotations

from dataclasses import dataclass, field

from sdksmith.model import Group
from sdksmith.targets.python import prose
from sdksmith.targets.python.clients import ClientPlanner, first_sentence
from sdksmith.targets.python.expressions import Imports
from sdksmith.targets.python.layout import flat
from sdksmith.targets.python.methods import Call, Methods
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


def reference_page(planner: ClientPlanner, client: str) -> ReferencePage:
    """Make the reference page."""
    page = ReferencePage()
    _add(planner, planner.api.root, page)
    page.example = _example(planner, page, client)
    return page


def _add(planner: ClientPlanner, group: Group, page: ReferencePage) -> None:
    names = planner.names
    for child in group.groups:
        imports = Imports()
        methods = Methods(planner.api.declarations, names, imports)
        calls = [
            methods.call(operation, planner.bodies.get(operation.symbol), planner.results[operation.symbol])
            for operation in sorted(child.operations, key=lambda operation: names.methods[operation.symbol])
        ]
        attributes = ".".join(planner.attributes(child))
        if calls:
            description = prose.markdown_text(first_sentence(child.description))
            page.groups.append(GroupSection(attributes, description, [_line(call) for call in calls]))
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


def _example(planner: ClientPlanner, page: ReferencePage, client: str) -> str:
    """Return a first call: the shortest method that needs no more than simple arguments."""
    samples = Samples(planner.api.declarations, planner.names)
    best: tuple[int, str] | None = None
    for operation in planner.api.operations():
        imports = Imports()
        methods = Methods(planner.api.declarations, planner.names, imports)
        call = methods.call(operation, planner.bodies.get(operation.symbol), planner.results[operation.symbol])
        if operation.method != "GET" or call.result.kind != "data":
            continue
        used: set[str] = set()
        given = [
            samples.argument(argument.source, used)
            for argument in call.arguments
            if argument.default is None and argument.source is not None and argument.location == "path"
        ]
        keywords = [
            named(argument.name, samples.argument(argument.source, used))
            for argument in call.arguments
            if argument.default is None and argument.source is not None and argument.location != "path"
        ]
        attributes = ".".join(
            planner.names.groups[operation_group[: depth + 1]].attribute
            for operation_group in [_spelled(planner.api.root, operation.symbol)]
            for depth in range(len(operation_group))
        )
        arguments = ", ".join(map(flat, [*given, *keywords]))
        text = f"client.{attributes}.{call.name}({arguments})"
        if not used and len(text) <= 80 and (best is None or (len(text), text) < best):
            best = (len(text), text)
    return best[1] if best else ""


def _spelled(group: Group, symbol: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path of the group that holds an operation."""
    pending = [group]
    while pending:
        current = pending.pop()
        if any(operation.symbol == symbol for operation in current.operations):
            return current.path
        pending.extend(current.groups)
    return ()
