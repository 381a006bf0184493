"""Values of plain YAML scalars: the core schema of YAML 1.2.2 (section 10.3.2), not the older rules of YAML 1.1.

``no``, ``on`` and dates are strings; ``1e3`` is a number; octal is ``0o17``.
"""

from __future__ import annotations

import math
import re

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL = re.compile(r"0o[0-7]+\Z")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_NOT_FINITE = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")
#: Every spelling that is no string begins with one of these.
_FIRST = frozenset("~nNtTfF0123456789+-.")

Scalar = str | int | float | bool | None


def plain_value(text: str) -> Scalar:
    """Return the value of an unquoted, untagged scalar.

    Raises
    ------
    ValueError
        It is a number that JSON has no word for: not a number, infinite, or thousands of digits long.
    """
    if text and text[0] not in _FIRST:
        return text
    if text in _NULL:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.match(text):
        return int(text)
    if _FLOAT.match(text):
        number = float(text)
        if math.isinf(number):
            raise ValueError("the number is too large")
        return number
    if _OCTAL.match(text):
        return int(text[2:], 8)
    if _HEXADECIMAL.match(text):
        return int(text[2:], 16)
    if _NOT_FINITE.match(text):
        raise ValueError(f"{text} has no counterpart in JSON")
    return text


def tagged_value(tag: str, text: str) -> Scalar:
    """Return the value of a scalar with one of the core schema's tags, given without its common prefix.

    Raises
    ------
    ValueError
        The text does not fit the tag.
    LookupError
        The tag is not of the core schema.
    """
    if tag in ("str", "timestamp"):
        # A timestamp is a string to JSON, and so to OpenAPI.
        return text
    if tag not in ("int", "float", "bool", "null"):
        raise LookupError(tag)
    value = plain_value(text)
    if tag == "null" and value is None:
        return None
    if tag == "bool" and isinstance(value, bool):
        return value
    if tag in ("int", "float") and isinstance(value, (int, float)) and not isinstance(value, bool):
        if tag == "float":
            return float(value)
        if isinstance(value, int):
            return value
    raise ValueError(f"{text!r} is no value for the tag !!{tag}")
