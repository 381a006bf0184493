"""Checks for schemas that can't be meant: contradicting limits, invalid patterns, defaults of another type.

All of it is warnings: it changes no type. The rules are those of JSON Schema 2020-12, validation vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeGuard

from sdksmith.document.pointers import is_array

#: Keywords that are looked at here; most schemas have none of them.
KEYWORDS: Final = frozenset(
    "minimum maximum minLength maxLength minItems maxItems minProperties maxProperties pattern enum default".split()
)
_PAIRS: Final = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)
_COUNTS: Final = frozenset(name for pair in _PAIRS[1:] for name in pair)


class Oddity(NamedTuple):
    """A finding about one keyword of a schema."""

    code: str
    keyword: str
    message: str
    hint: str


def oddities_of(schema: dict[str, Any]) -> Iterator[Oddity]:
    """Yield what can't be meant of a schema, not of those inside of it."""
    for low, high in _PAIRS:
        least, most = schema.get(low), schema.get(high)
        if _is_number(least) and _is_number(most) and least > most:
            yield Oddity("impossible-limit", low, f"{low} {least} is above {high} {most}: no value is valid", "")
    for name in sorted(_COUNTS & schema.keys()):
        if _is_number(schema[name]) and schema[name] < 0:
            yield Oddity("impossible-limit", name, f"{name} is {schema[name]}; nothing has less than 0", "")
    pattern = schema.get("pattern")
    if isinstance(pattern, str) and (reason := _fault_of(pattern)):
        yield Oddity(
            "invalid-pattern", "pattern", f"the pattern {pattern[:80]!r} is no regular expression: {reason}", ""
        )
    if schema.get("enum") == []:
        yield Oddity("empty-enum", "enum", "the enum has no value, so no value is valid", "")
    default = schema.get("default")
    if default is not None and not _fits(default, schema.get("type")):
        kind = schema["type"]
        shown = " or ".join(map(str, kind)) if is_array(kind) else kind
        yield Oddity("default-type", "default", f"the default {str(default)[:80]!r} is not of type {shown}", "")


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


#: What ECMA-262 writes otherwise than Python, or Python does not know.
_DIALECT: Final = (
    (r"\\[pP]\{[^{}]*\}", "."),
    (r"\\u\{[0-9A-Fa-f]+\}", "."),
    (r"\(\?<(?![=!])", "(?P<"),
    (r"\\[cC/kxu-]", "."),
)
#: What is a fault in every dialect.
_FAULTS: Final = ("unterminated", "missing )", "unbalanced parenthesis", "nothing to repeat")


def _fault_of(pattern: str) -> str:
    """Return why a pattern is no regular expression of ECMA-262; ``""`` where it is one, or may be."""
    for found, replacement in _DIALECT:
        pattern = re.sub(found, replacement, pattern)
    try:
        re.compile(pattern)
    except re.error as error:
        return error.msg if error.msg.startswith(_FAULTS) else ""
    except (RecursionError, OverflowError):
        return ""
    return ""


def _fits(value: object, kind: object) -> bool:
    if is_array(kind):
        return any(_fits(value, each) for each in kind)
    match kind:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return _is_number(value) and float(str(value)).is_integer()
        case "number":
            return _is_number(value)
        case "array":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case _:
            return True
