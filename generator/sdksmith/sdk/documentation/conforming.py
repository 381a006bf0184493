"""Values that keep the limits of a document: examples which a server would take.

Limits do not change what a value is of; they are looked at after it was made.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from sdksmith.model import (
    Alias,
    Array,
    Declaration,
    Enum,
    Literal_,
    Map,
    Nullable,
    Object,
    Parameter,
    Property,
    Reference,
    Type,
    Union_,
    all_properties,
)
from sdksmith.sdk.values import NoValueError, is_dict, is_list

#: The longest text that is made, and the most items.
_LONGEST: Final = 200
_MOST: Final = 20
#: A pattern that is one text and nothing else, or such a text before characters of a class. No other is run: a pattern of a document
#: may be made to take forever.
_PLAIN: Final = re.compile(
    r"\^?(?P<text>(?:[\w /:.-]|\\[.\-/])*)(?:\[(?P<letters>[^\]^]+)\](?:\{(?P<least>\d+)(?:,\d*)?\}|[+*])?)?\$?"
)


#: Makes a value of a property, or raises :class:`~sdksmith.sdk.values.NoValueError`.
Make: TypeAlias = Callable[[Property], Any]


def conforming(
    value: Any,
    kind: Type,
    source: Property | Parameter | None,
    known: Mapping[Any, Declaration],
    make: Make | None = None,
) -> Any:
    """Return a value, changed where it breaks a limit that can be kept.

    Parameters
    ----------
    source
        What the limits stand on.
    known
        The declarations.
    make
        Fills an object that has nothing in it: most must not be empty, and it would say nothing either.
    """
    limits: Mapping[str, Any] = source.constraints if source is not None else {}
    kind = _resolved(kind, known)
    if isinstance(value, str):
        return _text(value, limits)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, limits)
    if is_list(value):
        return _list(value, kind, limits, known, make)
    return _object(value, kind, known, make) if is_dict(value) else value


def _resolved(kind: Type, known: Mapping[Any, Declaration]) -> Type:
    for _ in range(len(known) + 1):
        declared = known.get(kind.symbol) if isinstance(kind, Reference) else None
        if isinstance(kind, Nullable):
            kind = kind.inner
        elif isinstance(declared, Alias):
            kind = declared.target
        else:
            break
    return kind


def _list(
    value: list[Any], kind: Type, limits: Mapping[str, Any], known: Mapping[Any, Declaration], make: Make | None
) -> list[Any]:
    item = kind.item if isinstance(kind, Array) else None
    made = [each if item is None else conforming(each, item, None, known, make) for each in value]
    least = limits.get("minItems")
    if isinstance(least, int) and made and limits.get("uniqueItems") is not True:
        made += [made[-1]] * (min(least, _MOST) - len(made))
    return made


def _object(value: dict[str, Any], kind: Type, known: Mapping[Any, Declaration], make: Make | None) -> dict[str, Any]:
    if isinstance(kind, Map):
        return {key: conforming(each, kind.value, None, known, make) for key, each in value.items()}
    declared = known.get(kind.symbol) if isinstance(kind, Reference) else None
    if isinstance(declared, Union_):
        return next(
            (
                _object(value, _resolved(each, known), known, make)
                for each in declared.variants
                if _fits(value, each, known)
            ),
            value,
        )
    if not isinstance(declared, Object):
        return value
    entries = {entry.name: entry for entry in all_properties(declared, known)}
    if not value and make is not None:
        # What fills it may be empty: objects may have nothing in them but each other.
        value, make = _filled(entries.values(), make), None
    return {
        key: conforming(each, entries[key].type, entries[key], known, make) if key in entries else each
        for key, each in value.items()
    }


def _fits(value: dict[str, Any], kind: Type, known: Mapping[Any, Declaration]) -> bool:
    """Whether an object has the properties of a type, and the values of those that can have only some."""
    kind = _resolved(kind, known)
    declared = known.get(kind.symbol) if isinstance(kind, Reference) else None
    if not isinstance(declared, Object):
        return False
    entries = {entry.name: entry for entry in all_properties(declared, known)}
    needed = {entry.name for entry in entries.values() if entry.required and not entry.nullable}
    return (
        value.keys() <= entries.keys()
        and needed <= value.keys()
        and all(_may_be(value[name], _resolved(entries[name].type, known), known) for name in value)
    )


def _may_be(value: Any, kind: Type, known: Mapping[Any, Declaration]) -> bool:
    declared = known.get(kind.symbol) if isinstance(kind, Reference) else None
    if isinstance(declared, Enum):
        return value in declared.values
    return value == kind.value if isinstance(kind, Literal_) else True


def _filled(entries: Iterable[Property], make: Make) -> dict[str, Any]:
    """Return an object with the first property of which a value can be made."""
    for entry in entries:
        try:
            return {entry.name: make(entry)}
        except NoValueError:
            continue
    return {}


def _text(value: str, limits: Mapping[str, Any]) -> str:
    return next((each for each in _candidates(value, limits) if _holds(each, limits)), value)


def _candidates(value: str, limits: Mapping[str, Any]) -> list[str]:
    found = [value]
    plain = _plain(limits)
    least, most = limits.get("minLength"), limits.get("maxLength")
    if plain is not None:
        # The first of the class, as often as it must be there.
        letter = (plain["letters"] or "").lstrip("\\-")[:1]
        text = re.sub(r"\\(.)", r"\1", plain["text"])
        times = int(plain["least"] or 1)
        found += [text + letter * times] if times <= _LONGEST else []
        found += [text + letter * (least - len(text))] if isinstance(least, int) and least <= _LONGEST else []
    if isinstance(least, int) and 0 < least <= _LONGEST:
        found.append(f"{value}_" * (least // (len(value) + 1)) + value)
    if isinstance(most, int):
        found += [each[:most] for each in found]
    return [each for each in found if each]


def _plain(limits: Mapping[str, Any]) -> re.Match[str] | None:
    pattern = limits.get("pattern")
    return _PLAIN.fullmatch(pattern) if isinstance(pattern, str) else None


def _holds(text: str, limits: Mapping[str, Any]) -> bool:
    least, most = limits.get("minLength"), limits.get("maxLength")
    if (isinstance(least, int) and len(text) < least) or (isinstance(most, int) and len(text) > most):
        return False
    plain = _plain(limits)
    try:
        return plain is None or re.search(plain[0], text) is not None
    except re.error:
        return True


def _number(value: float, limits: Mapping[str, Any]) -> float:
    numbers = {
        key: limit for key, limit in limits.items() if isinstance(limit, int | float) and not isinstance(limit, bool)
    }
    whole = isinstance(value, int)
    made = value
    if "exclusiveMinimum" in numbers and made <= numbers["exclusiveMinimum"]:
        made = math.floor(numbers["exclusiveMinimum"]) + 1
    if "minimum" in numbers:
        made = max(made, math.ceil(numbers["minimum"]) if whole else numbers["minimum"])
    if "exclusiveMaximum" in numbers and made >= numbers["exclusiveMaximum"]:
        made = math.ceil(numbers["exclusiveMaximum"]) - 1
    if "maximum" in numbers:
        made = min(made, math.floor(numbers["maximum"]) if whole else numbers["maximum"])
    step = numbers.get("multipleOf", 0)
    if step > 0 and made % step:
        made = math.ceil(made / step) * step
    return made
