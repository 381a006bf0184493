"""The part of a declaration that a line is about: a property of a type, an argument of a method, a response."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sdksmith.model import Object, Parameter, Reference, all_properties, resolve

if TYPE_CHECKING:
    from sdksmith.diagnostics import Pointer
    from sdksmith.inspection.lookup import Subject
    from sdksmith.pipeline import Inspection
    from sdksmith.sdk import Method

#: Begins a line about a field or an argument, in the languages that there are targets for.
_FIELD: Final = re.compile(r'\s+"?(\w+)"?(?:\s*[:=]|\s+\S)')
#: As it is written in a signature, in documentation with its type, and where it is sent: not prose, nor an example.
_ARGUMENT: Final = re.compile(r'\s+"?([^\W\d][\w-]*)"?\s?:\s')
#: Begins another section of a docstring.
_RULE: Final = re.compile(r"\s+-{3,}$")


def part_of(inspection: Inspection, subject: Subject, lines: list[str]) -> Pointer:
    """Return the part of the document that a line is about.

    Parameters
    ----------
    subject
        What the line is in.
    lines
        From the beginning of its declaration to the line.
    """
    if subject.kind == "method":
        return _of_method(inspection, inspection.sdk.methods[subject.key], lines)
    declared = inspection.api.declarations.get(subject.key)
    if isinstance(declared, Object):
        properties = {_letters(each.name): each.name for each in declared.properties}
        for line in reversed(lines[1:]):
            found = _FIELD.match(line)
            name = properties.get(_letters(found[1])) if found is not None else None
            if name is not None:
                # It may come from a part of an allOf.
                return _there(inspection, (*subject.key, "properties", name)) or subject.key
    return subject.key


def _of_method(inspection: Inspection, method: Method, lines: list[str]) -> Pointer:
    places = dict(_arguments(inspection, method))
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        if _RULE.match(line):
            return _of_section(inspection, method, lines[index - 1].strip(), lines[index + 1 :])
        found = _ARGUMENT.match(line)
        if found is not None:
            return places.get(_letters(found[1]), method.symbol)
        # What follows is about the call as a whole again, unless a paragraph of an argument goes on.
        if line.strip() in (")", "}", "*,", '"""') or (not line.strip() and not _goes_on(lines, index)):
            break
    return method.symbol


def _goes_on(lines: list[str], index: int) -> bool:
    """Whether the line behind an empty one is as deep as the text of an argument."""
    before = next((each for each in reversed(lines[:index]) if each.strip()), "")
    behind = next((each for each in lines[index + 1 :] if each.strip()), "")
    return bool(behind) and _depth(before) == _depth(behind)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _of_section(inspection: Inspection, method: Method, heading: str, lines: list[str]) -> Pointer:
    """Return the response that a line of a docstring's section is about; the method for others."""
    responses = (*method.symbol, "responses")
    if heading == "Raises":
        names = {error.name: str(error.status) for error in method.errors}
        status = next((names[each.strip()] for each in reversed(lines) if each.strip() in names), "")
        return _there(inspection, (*responses, status)) or method.symbol
    if heading == "Returns":
        found = (
            _there(inspection, (*responses, status)) for status in ("200", "201", "202", "203", "206", "2XX", "default")
        )
        return next(filter(None, found), method.symbol)
    return method.symbol


def _arguments(inspection: Inspection, method: Method) -> Iterator[tuple[str, Pointer]]:
    """Yield the letters of what an argument may be called, and where it stands in the document."""
    body = method.body.media.type if method.body is not None else None
    owner = resolve(body, inspection.api.declarations) if body is not None else None
    declared = inspection.api.declarations.get(owner.symbol) if isinstance(owner, Reference) else None
    if isinstance(declared, Object):
        for entry in all_properties(declared, inspection.api.declarations):
            place = _there(inspection, (*declared.symbol, "properties", entry.name))
            yield _letters(entry.name), place or declared.symbol
    for argument in method.arguments:
        if isinstance(argument.source, Parameter):
            yield _letters(argument.wire_name), argument.source.symbol


def _there(inspection: Inspection, pointer: Pointer) -> Pointer | None:
    try:
        inspection.node(pointer)
    except KeyError:
        return None
    return pointer


def _letters(name: str) -> str:
    """Return what is the same in every language of a name."""
    return "".join(filter(str.isalnum, name.lower()))
