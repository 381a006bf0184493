"""The calls that an overview shows: one for each thing that the API has, by what they are and never by their order.

Computed from the methods, and from how long an example call of each is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sdksmith.model import (
    Alias,
    Array,
    Declaration,
    File,
    Map,
    Nullable,
    Object,
    Parameter,
    Primitive,
    Property,
    Reference,
    Type,
    Union_,
    all_properties,
    object_of,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.arguments import Argument
from sdksmith.sdk.documentation.examples import Examples
from sdksmith.sdk.library import Method, Sdk
from sdksmith.words import snake


@dataclass(frozen=True, kw_only=True)
class ExampleCalls:
    """The calls that an overview shows; ``None`` where the API has no such operation.

    Attributes
    ----------
    get
        Looks something up, by simple arguments; else whatever call is the simplest.
    create
        Sends a body, with an object in it where there is one that does.
    clear
        Sends a body with a property that may be null; `cleared` is that argument.
    """

    get: Method | None
    create: Method | None
    clear: Method | None
    cleared: Argument | None
    pages: Method | None
    events: Method | None
    upload: Method | None
    download: Method | None


def choose(sdk: Sdk) -> ExampleCalls:
    """Choose the calls."""
    chooser = _Chooser(sdk)
    declarations = sdk.api.declarations
    clear = chooser.best(lambda method: clearable(method) is not None and not _required_fields(method))
    return ExampleCalls(
        get=chooser.best(lambda method: _looks_up(method, declarations) and _has_required_path(method))
        or chooser.best(lambda method: _looks_up(method, declarations))
        or chooser.best(lambda method: method.result.kind == "data")
        or chooser.best(lambda method: method.result.kind == "nothing"),
        create=chooser.best(lambda method: method.operation.method == "POST" and _is_typed_body(method), models=True),
        clear=clear,
        cleared=clearable(clear) if clear is not None else None,
        pages=chooser.best(lambda method: method.result.kind == "pages"),
        events=chooser.best(lambda method: method.result.kind == "events"),
        upload=chooser.best(lambda method: file_argument(method) is not None),
        download=chooser.best(lambda method: method.result.kind == "download"),
    )


class _Chooser:
    def __init__(self, sdk: Sdk) -> None:
        self._declarations = sdk.api.declarations
        self._examples = Examples(sdk.api.declarations)
        self._methods = [method for group in sdk.groups() if group.path for method in group.methods]
        self._fullest = _fullest_group(self._methods)
        self._orders: dict[Symbol, tuple[bool, int, str]] = {}

    def best(self, fits: Callable[[Method], bool], *, models: bool = False) -> Method | None:
        """Return the simplest call that fits; with `models`, one that is given an object before others."""
        candidates = [(self._order(method, models), method) for method in self._methods if fits(method)]
        return min(candidates, key=lambda each: each[0])[1] if candidates else None

    def _order(self, method: Method, models: bool) -> tuple[bool, bool, int, str]:
        known = self._orders.get(method.symbol)
        if known is None:
            known = self._orders[method.symbol] = self._measured(method)
        plain, length, text = known
        return (method.group != self._fullest, plain if models else not plain, length, text)

    def _measured(self, method: Method) -> tuple[bool, int, str]:
        """Return whether a call needs no object of a type with a name, and how long it is when it is written."""
        given = self._examples.arguments(method)
        plain = not any(self._has_object(entry.value, entry.type) for entry in given)
        texts = [
            text if entry.argument.location == "path" else f"{entry.argument.wire_name or 'request'}={text}"
            for entry in given
            for text in (json.dumps(entry.value, ensure_ascii=False),)
        ]
        text = f"{'.'.join((*method.group, method.operation.name))}({', '.join(texts)})"
        return plain, len(text), text

    def _has_object(self, value: Any, kind: Type) -> bool:
        """Whether an example has an object of a type with a name in it."""
        match kind:
            case Nullable(inner):
                return self._has_object(value, inner)
            case Array(item):
                return any(self._has_object(entry, item) for entry in value)
            case Map(of):
                return any(self._has_object(entry, of) for entry in value.values())
            case Reference(symbol):
                declared = self._declarations.get(symbol)
                if isinstance(declared, Alias):
                    return value is not None and self._has_object(value, declared.target)
                if isinstance(declared, Union_):
                    return value is not None and self._has_object(value, declared.variants[0])
                return value is not None and isinstance(declared, Object)
            case _:
                return False


def _fullest_group(methods: list[Method]) -> tuple[str, ...]:
    """Return the group that shows most of what there is; among equals the one that is found first by name."""
    found: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for method in methods:
        found.setdefault(method.group, set()).add((method.operation.method, method.result.kind))
    return min(found, key=lambda group: (-len(found[group]), len(group), tuple(map(snake, group)), group), default=())


def _looks_up(method: Method, declarations: Mapping[Symbol, Declaration]) -> bool:
    return method.operation.method == "GET" and result_fields(method, declarations) is not None


def result_fields(method: Method, declarations: Mapping[Symbol, Declaration]) -> list[str] | None:
    """Return the wire names of the properties of a response; ``None`` if it is no single object."""
    if method.result.kind != "data" or len(method.result.types) != 1 or method.result.optional:
        return None
    return _fields(method.result.types[0], declarations)


def item_fields(method: Method, declarations: Mapping[Symbol, Declaration]) -> list[str] | None:
    """Return the wire names of the properties of a pager's items; ``None`` if they are no objects."""
    return _fields(method.paging.item, declarations) if method.paging is not None else None


def _fields(kind: Type, declarations: Mapping[Symbol, Declaration]) -> list[str] | None:
    found = object_of(kind, declarations)
    return None if found is None else [entry.name for entry in all_properties(found, declarations)]


def _has_required_path(method: Method) -> bool:
    return any(argument.location == "path" and argument.is_required for argument in method.arguments)


def _required_fields(method: Method) -> list[Argument]:
    return [argument for argument in method.arguments if argument.is_field and argument.is_required]


def _is_typed_body(method: Method) -> bool:
    required = (argument for argument in method.arguments if argument.is_required and argument.location == "body")
    return method.body is not None and method.body.kind == "json" and any(required)


def clearable(method: Method) -> Argument | None:
    """Return an argument that may be left out or be null, each with a meaning of its own."""
    if method.body is None or method.body.kind != "json":
        return None
    for argument in method.arguments:
        source = argument.source
        if argument.presence == "clearable" and isinstance(source, Property) and not source.read_only:
            return argument
    return None


def companion(method: Method, cleared: Argument) -> Argument | None:
    """Return another optional argument of a body: a text, a number or a flag, and not one of a kind of its own."""
    for argument in method.arguments:
        source = argument.source
        if not argument.is_field or argument == cleared or not isinstance(source, Property) or source.read_only:
            continue
        if not argument.is_required and isinstance(source.type, Primitive) and source.type.format != "date-time":
            return argument
    return None


def file_argument(method: Method) -> Argument | None:
    """Return the argument that takes a file."""
    if method.body is None or method.body.kind not in ("multipart", "content"):
        return None
    for argument in method.arguments:
        source = argument.source
        if source is None:
            if method.body.kind == "content":
                return argument
        elif not isinstance(source, Parameter) and isinstance(argument.type, File):
            return argument
    return None
