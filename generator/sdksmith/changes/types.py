"""Classification of a change of a type by the alternatives that the surface gives: ``{"str", "None"}``, ``{"list[Item]"}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from typing import Final

from sdksmith.surface import Member

#: Types as JSON's own, for whose values nothing has to be made.
_PLAIN: Final = frozenset(("str", "int", "float", "bool", "list", "dict", "None"))
_KINDS: Final = {
    "str": "string", "datetime": "string", "File": "string", "int": "number", "float": "number", "bool": "boolean",
    "list": "array", "dict": "object", "None": "null", "Any": "any",
    "SyncPager": "handle", "EventStream": "handle", "JsonStream": "handle", "BinaryStream": "handle",
}  # fmt: skip


def takes(types: Set[str], given: Set[str]) -> bool:
    """Whether a place takes all values that it is given."""
    return "Any" in types or all(_is_in(each, types) for each in given)


def reads_as(types: Set[str], wanted: Set[str]) -> bool:
    """Whether what is read can stand where something is wanted; what could be anything is used as if it were."""
    if "Any" in types | wanted:
        return "Any" in types & wanted
    return all(_is_in(each, wanted) for each in types)


def _is_in(kind: str, types: Set[str]) -> bool:
    # An int is a float to type checkers (PEP 484), and a literal is of its type.
    return kind in types or _form(kind) in types or (kind == "int" and "float" in types)


def reads_otherwise(old: Set[str], new: Set[str], apart: Callable[[str, str], bool]) -> bool:
    """Whether a value that both know is read as something else: text as a moment, an object as an instance of a class.

    Parameters
    ----------
    apart
        Whether two classes have no value in common.
    """
    forms = {_form(each) for each in new}
    if any(_kind(each) == "handle" for each in old ^ new):
        return {form for form in map(_form, old) if _KINDS.get(form) == "handle"} != {
            form for form in forms if _KINDS.get(form) == "handle"
        }
    for each in old - new:
        form = _form(each)
        if form in forms:
            continue
        if form == "Any":
            if not forms <= _PLAIN:
                return True
        elif "Any" in forms:
            if form not in _PLAIN:
                return True
        elif any(_kind(other) == _kind(each) and not apart(each, other) for other in new):
            return True
    return False


def is_kept(member: Member) -> bool:
    """Whether a field that is gone reads as before all the same: it is always there, plain, and has its wire name."""
    named = member.path.rpartition(".")[2] == member.wire.get("name")
    return member.required and named and {_form(each) for each in member.types} <= _PLAIN - {"list", "dict"}


def renamed(types: Set[str], become: Mapping[str, Set[str]]) -> frozenset[str]:
    """Return types in which some names are what these stand for."""
    found: set[str] = set()
    for each in types:
        if each in become:
            found |= become[each]
        else:
            found.add(re.sub(r"\w+", lambda match: " | ".join(sorted(become.get(match[0], {match[0]}))), each))
    return frozenset(found)


def _form(kind: str) -> str:
    """Return what a value is at run time."""
    if kind.startswith('Literal["'):
        return "str"
    if kind.startswith("Literal["):
        return "bool" if kind in ("Literal[true]", "Literal[false]") else "int"
    return kind.partition("[")[0]


def _kind(kind: str) -> str:
    """Return what a value is in JSON."""
    return _KINDS.get(_form(kind), "object")
