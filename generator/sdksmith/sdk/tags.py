"""The values of tags: a discriminator names them as texts, and the JSON type is that of the property.

OpenAPI 3.1 section 4.8.25: the keys of a mapping are strings, and values of the property are compared with them as strings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from sdksmith.model import Declaration, Enum, Literal_, Object, Primitive, Reference, Type, all_properties, resolve
from sdksmith.model.types import Symbol

#: As it stands in JSON. Numbers that are no integers tell nothing.
Tag: TypeAlias = str | int | bool

_BOOLEANS: Final = {"true": True, "false": False}
#: Of an integer that is the same in all languages: less than 2 to the power of 53.
_MOST_DIGITS: Final = 15


def tag_of(text: str, told_by: str, declared: Object, declarations: Mapping[Symbol, Declaration]) -> Tag | None:
    """Return the value that the property of an object has where a discriminator says `text`.

    Parameters
    ----------
    told_by
        The wire name of the property. An object that lacks it takes the text.

    Returns
    -------
    str, int, bool or None
        ``None``: no value of the property's type is written like this.
    """
    kinds = [entry.type for entry in all_properties(declared, declarations) if entry.name == told_by]
    scalar = _scalar(kinds[0], declarations) if kinds else "string"
    if scalar == "boolean":
        return _BOOLEANS.get(text)
    if scalar in ("integer", "number"):
        return _integer(text)
    return text


def same_tag(one: object, other: object) -> bool:
    """Whether two JSON values are the same: true is not 1."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _scalar(kind: Type, declarations: Mapping[Symbol, Declaration]) -> str:
    """Return the JSON type of a value, ``"string"`` where the document leaves it open."""
    resolved = resolve(kind, declarations, through_null=True)
    if isinstance(resolved, Primitive):
        return resolved.name
    if isinstance(resolved, Literal_):
        fixed = resolved.value
        return "boolean" if isinstance(fixed, bool) else "number" if isinstance(fixed, int | float) else "string"
    declared = declarations.get(resolved.symbol) if isinstance(resolved, Reference) else None
    return declared.base.name if isinstance(declared, Enum) else "string"


def _integer(text: str) -> int | None:
    digits = text.removeprefix("-")
    if not digits.isascii() or not digits.isdigit() or len(digits) > _MOST_DIGITS:
        return None
    number = int(text)
    return number if str(number) == text else None
