"""Lookup of a method, a type or a group by its name on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sdksmith.model import Component
from sdksmith.words import similar

if TYPE_CHECKING:
    from sdksmith.pipeline import Inspection


@dataclass(frozen=True, slots=True)
class Subject:
    """Part of a library.

    Attributes
    ----------
    key
        Symbol of a method or type; path of a group.
    """

    kind: Literal["method", "type", "group"]
    key: tuple[str, ...]


def find(inspection: Inspection, name: str) -> list[Subject]:
    """Return what a name means: what users write, what the document has, or what is sent (``GET /pets``, ``/pets``).

    Raises
    ------
    LookupError
        Nothing has that name; the message suggests one that is near.
    """
    names = _names(inspection)
    for found in (
        [subject for known, subject in names if known == name],
        [subject for known, subject in names if known.casefold() == name.casefold()],
        [subject for known, subject in names if known.rpartition(".")[2] == name],
    ):
        if found:
            return list(dict.fromkeys(found))
    near = similar(name, dict.fromkeys(known for known, _ in names))
    raise LookupError(f"there is no method, type or group {name!r}{f'; did you mean {near!r}?' if near else ''}")


def _names(inspection: Inspection) -> list[tuple[str, Subject]]:
    return [*_methods(inspection), *_types(inspection), *_groups(inspection)]


def _methods(inspection: Inspection) -> Iterator[tuple[str, Subject]]:
    for symbol, method in inspection.outline.methods.items():
        operation = inspection.sdk.methods[symbol].operation
        subject = Subject("method", symbol)
        for name in (
            method.path,
            method.path.partition(".")[2],
            operation.operation_id,
            f"{operation.method.upper()} {operation.path}",
            operation.path,
        ):
            if name:
                yield name, subject


def _types(inspection: Inspection) -> Iterator[tuple[str, Subject]]:
    for symbol, found in inspection.outline.types.items():
        subject = Subject("type", symbol)
        yield found.name, subject
        origin = inspection.api.declarations[symbol].origin
        if isinstance(origin, Component):
            yield origin.name, subject


def _groups(inspection: Inspection) -> Iterator[tuple[str, Subject]]:
    for path, expression in inspection.outline.groups.items():
        subject = Subject("group", path)
        yield expression, subject
        if path:
            yield expression.partition(".")[2], subject
            yield ".".join(path), subject
