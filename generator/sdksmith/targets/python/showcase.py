"""Which operations the README shows: one for each thing that the API has, from one group where that is possible."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sdksmith.model import Declaration, File, Parameter, Primitive, Property, Type, all_properties, object_of
from sdksmith.model.types import Symbol
from sdksmith.targets.python.clients import ClientPlanner
from sdksmith.targets.python.layout import flat
from sdksmith.targets.python.methods import Call, MethodArgument
from sdksmith.targets.python.samples import Samples

#: Names that examples use for something else.
_TAKEN = frozenset(
    (
        "answers asyncio client chunk dict error events file filter format hash hooks id input iter list logging main map "
        "object options os page pager print property range request requests response set str stream token transport type"
    ).split()
)


@dataclass(frozen=True)
class Showcase:
    """The calls that examples make; ``None`` where the API has no such operation.

    Attributes
    ----------
    get
        Looks something up, by simple arguments; else whatever call is the simplest.
    create
        Sends a body, with a model in it where there is one that does.
    clear
        Sends a body with a property that may be null; `cleared` is that argument.
    """

    get: Call | None
    create: Call | None
    clear: Call | None
    cleared: MethodArgument | None
    pages: Call | None
    events: Call | None
    upload: Call | None
    download: Call | None


def choose(planner: ClientPlanner, samples: Samples) -> Showcase:
    """Choose the calls, by what they are and never by their order."""
    chooser = _Chooser(planner, samples)
    clear = chooser.best(lambda call: clearable(call) is not None and len(_required(call, "body")) == 0)
    return Showcase(
        get=chooser.best(lambda call: _looks_up(call, planner.api.declarations) and bool(_required(call, "path")))
        or chooser.best(lambda call: _looks_up(call, planner.api.declarations))
        or chooser.best(lambda call: call.method.result.kind == "data")
        or chooser.best(lambda call: call.method.result.kind == "nothing"),
        create=chooser.best(lambda call: call.method.operation.method == "POST" and _is_typed_body(call), models=True),
        clear=clear,
        cleared=clearable(clear) if clear is not None else None,
        pages=chooser.best(lambda call: call.method.result.kind == "pages"),
        events=chooser.best(lambda call: call.method.result.kind == "events"),
        upload=chooser.best(lambda call: file_argument(call) is not None),
        download=chooser.best(lambda call: call.method.result.kind == "download"),
    )


class _Chooser:
    def __init__(self, planner: ClientPlanner, samples: Samples) -> None:
        self._samples = samples
        self._calls = [call for calls in planner.calls.values() for call in calls if call.attributes]
        self._fullest = _fullest_group(self._calls)

    def best(self, fits: Callable[[Call], bool], *, models: bool = False) -> Call | None:
        """Return the simplest call that fits; with `models`, one that is given a model before others."""
        candidates = [(self._order(call, models), call) for call in self._calls if fits(call)]
        return min(candidates, key=lambda each: each[0])[1] if candidates else None

    def _order(self, call: Call, models: bool) -> tuple[bool, bool, int, str]:
        used: set[str] = set()
        text = flat(self._samples.invocation(call, used))
        plain = not (used - {"datetime"})
        return (call.attributes != self._fullest, plain if models else not plain, len(text), text)


def _fullest_group(calls: list[Call]) -> tuple[str, ...]:
    """Return the group that shows most of what there is; among equals the one that is found first by name."""
    found: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for call in calls:
        found.setdefault(call.attributes, set()).add((call.method.operation.method, call.method.result.kind))
    return min(found, key=lambda group: (-len(found[group]), len(group), group), default=())


def _looks_up(call: Call, declarations: Mapping[Symbol, Declaration]) -> bool:
    return call.method.operation.method == "GET" and result_fields(call, declarations) is not None


def result_fields(call: Call, declarations: Mapping[Symbol, Declaration]) -> list[str] | None:
    """Return the wire names of the properties of an answer; ``None`` if it is no single object."""
    if call.method.result.kind != "data" or len(call.method.result.types) != 1 or call.method.result.optional:
        return None
    return _fields(call.method.result.types[0], declarations)


def item_fields(call: Call, declarations: Mapping[Symbol, Declaration]) -> list[str] | None:
    """Return the wire names of the properties of a pager's items; ``None`` if they are no objects."""
    return _fields(call.method.paging.item, declarations) if call.method.paging is not None else None


def _fields(kind: Type, declarations: Mapping[Symbol, Declaration]) -> list[str] | None:
    found = object_of(kind, declarations)
    return None if found is None else [entry.name for entry in all_properties(found, declarations)]


def _required(call: Call, location: str) -> list[MethodArgument]:
    return [
        argument
        for argument in call.arguments
        if (argument.design.is_field if location == "body" else argument.design.location == location)
        and argument.design.is_required
    ]


def _is_typed_body(call: Call) -> bool:
    return (
        call.method.body is not None
        and call.method.body.kind == "json"
        and bool(_required(call, "body") or _requests(call))
    )


def _requests(call: Call) -> list[MethodArgument]:
    return [argument for argument in call.arguments if argument.design.role == "body" and argument.design.is_required]


def clearable(call: Call) -> MethodArgument | None:
    """Return an argument that may be left out or be null, each with a meaning of its own."""
    if call.method.body is None or call.method.body.kind != "json":
        return None
    for argument in call.arguments:
        source = argument.design.source
        if argument.design.is_required or not argument.design.is_field or not isinstance(source, Property):
            continue
        if source.nullable and not source.required and not source.read_only:
            return argument
    return None


def companion(call: Call, cleared: MethodArgument) -> MethodArgument | None:
    """Return another optional argument of a body: a text, a number or a flag, and not one of a kind of its own."""
    for argument in call.arguments:
        source = argument.design.source
        if not argument.design.is_field or argument == cleared or not isinstance(source, Property) or source.read_only:
            continue
        if not argument.design.is_required and isinstance(source.type, Primitive) and source.type.format != "date-time":
            return argument
    return None


def file_argument(call: Call) -> MethodArgument | None:
    """Return the argument that takes a file."""
    if call.method.body is None or call.method.body.kind not in ("multipart", "content"):
        return None
    for argument in call.arguments:
        source = argument.design.source
        if source is None:
            if call.method.body.kind == "content":
                return argument
        elif not isinstance(source, Parameter) and isinstance(argument.design.type, File):
            return argument
    return None


def singular(attribute: str, otherwise: str = "answer") -> str:
    """Return a name for one of what a group is called after: ``policies`` -> ``policy``."""
    name = attribute.rstrip("_")
    if name.endswith("ies") and len(name) > 4:
        name = name[:-3] + "y"
    elif name.endswith(("sses", "xes", "ches", "shes")):
        name = name[:-2]
    elif name.endswith("s") and not name.endswith(("ss", "us", "is")):
        name = name[:-1]
    # A group called v1 is called after no thing.
    fits = re.fullmatch(r"[a-z][a-z_]{2,23}", name) is not None and not keyword.iskeyword(name)
    return name if fits and name not in _TAKEN else otherwise
