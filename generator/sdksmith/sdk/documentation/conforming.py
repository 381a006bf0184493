"""Values that keep the limits of a document: examples which a server would take.

Limits do not change what a value is of; they are looked at after it was made.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
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
    Primitive,
    Property,
    Reference,
    Type,
    Union_,
    all_properties,
    all_undescribed,
    size_limits,
)
from sdksmith.sdk.documentation.patterns import read_pattern
from sdksmith.sdk.values import NoValueError, is_dict, is_list

#: The longest text that is made, and the most items or properties that are added.
_LONGEST: Final = 200
_MOST: Final = 20
#: How many objects that are filled may be in one another.
_DEEPEST: Final = 5

#: What patterns that no name matches are often for; a reader knows such a text better than one that is made of the pattern.
_WELL_KNOWN: Final = (
    "https://example.com",
    "user@example.com",
    "910b1053-577f-4d81-a8c8-020e7319a38a",
    "2026-01-31",
    "+15550100",
    "#3366cc",
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
        What has limits of its own, beside those of its type.
    known
        The declarations.
    make
        Makes the properties that an object must have more of.
    """
    return _Conforming(known, make).value(value, kind, source.constraints if source is not None else {})


class _Conforming:
    """Goes through one value."""

    def __init__(self, known: Mapping[Any, Declaration], make: Make | None) -> None:
        self._known = known
        self._make = make
        #: How many objects that had to be filled are around.
        self._inside = 0

    def value(self, value: Any, kind: Type, own: Mapping[str, Any]) -> Any:
        """Return a value of a type, within its limits and those that stand where it is used."""
        kind = self._resolved(kind)
        declared = self._declared(kind)
        if isinstance(declared, Union_) and not is_dict(value):
            kind = self._variant(value, declared)
        limits = {**kind.constraints, **own} if isinstance(kind, Primitive | Array | Map) else own
        if isinstance(value, str):
            return _text(value, limits)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return _number(value, limits)
        if is_list(value):
            return self._list(value, kind, limits)
        return self._object(value, kind, limits) if is_dict(value) else value

    def _resolved(self, kind: Type) -> Type:
        for _ in range(len(self._known) + 1):
            declared = self._declared(kind)
            if isinstance(kind, Nullable):
                kind = kind.inner
            elif isinstance(declared, Alias):
                kind = declared.target
            else:
                break
        return kind

    def _declared(self, kind: Type) -> Declaration | None:
        return self._known.get(kind.symbol) if isinstance(kind, Reference) else None

    def _variant(self, value: Any, union: Union_) -> Type:
        """Return the first variant that a text, a number or a list may be one of."""
        for each in map(self._resolved, union.variants):
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if (
                (isinstance(each, Array) and is_list(value))
                or (isinstance(each, Primitive) and each.name == "string" and isinstance(value, str))
                or (isinstance(each, Primitive) and each.name in ("integer", "number") and is_number)
            ):
                return each
        return Reference(union.symbol)

    def _list(self, value: list[Any], kind: Type, limits: Mapping[str, Any]) -> list[Any]:
        item = kind.item if isinstance(kind, Array) else None
        made = [each if item is None else self.value(each, item, {}) for each in value]
        least, most = limits.get("minItems"), limits.get("maxItems")
        if isinstance(most, int):
            made = made[:most]
        if isinstance(least, int) and made and limits.get("uniqueItems") is True:
            made += islice(self._others(made, item), max(0, min(least, _MOST) - len(made)))
        elif isinstance(least, int) and made:
            made += [made[-1]] * (min(least, _MOST) - len(made))
        return made

    def _others(self, made: list[Any], item: Type | None) -> Iterator[Any]:
        """Yield values of an enum that are not there yet."""
        declared = None if item is None else self._declared(self._resolved(item))
        if isinstance(declared, Enum):
            yield from (each for each in declared.values if each not in made)

    def _object(self, value: dict[str, Any], kind: Type, limits: Mapping[str, Any]) -> dict[str, Any]:
        if isinstance(kind, Map):
            return self._map(value, kind, limits)
        declared = self._declared(kind)
        if isinstance(declared, Union_):
            chosen = next((each for each in declared.variants if self._fits(value, each)), None)
            return value if chosen is None else self._object(value, self._resolved(chosen), limits)
        if not isinstance(declared, Object):
            return value
        entries = {entry.name: entry for entry in all_properties(declared, self._known)}
        limits = {**size_limits(declared, self._known), **limits}
        least, most = limits.get("minProperties"), limits.get("maxProperties")
        if isinstance(most, int) and len(value) > most:
            ordered = sorted(value, key=lambda name: name not in entries or not entries[name].required)[:most]
            value = {name: each for name, each in value.items() if name in ordered}
        filled = self._filled(entries.values(), value, least if isinstance(least, int) else 0, most)
        for name in all_undescribed(declared, self._known):
            value = {**value, name: value.get(name, name)}
        # What fills an object may be empty: objects may have nothing in them but each other.
        self._inside += bool(filled)
        made = {
            key: self.value(each, entries[key].type, entries[key].constraints) if key in entries else each
            for key, each in {**value, **filled}.items()
        }
        self._inside -= bool(filled)
        return made

    def _map(self, value: dict[str, Any], kind: Map, limits: Mapping[str, Any]) -> dict[str, Any]:
        least, most = limits.get("minProperties"), limits.get("maxProperties")
        kept = islice(value.items(), most if isinstance(most, int) and most >= 0 else None)
        made = {key: self.value(each, kind.value, {}) for key, each in kept}
        if isinstance(least, int) and made:
            first = next(iter(made.values()))
            made |= {f"key_{number}": first for number in range(2, min(least, _MOST) - len(made) + 2)}
        return made

    def _fits(self, value: dict[str, Any], kind: Type) -> bool:
        """Whether an object has the properties of a type, and the values of those that can have only some."""
        declared = self._declared(self._resolved(kind))
        if not isinstance(declared, Object):
            return False
        entries = {entry.name: entry for entry in all_properties(declared, self._known)}
        needed = {entry.name for entry in entries.values() if entry.required and not entry.nullable}
        return (
            value.keys() <= entries.keys()
            and needed <= value.keys()
            and all(self._may_be(value[name], self._resolved(entries[name].type)) for name in value)
        )

    def _may_be(self, value: Any, kind: Type) -> bool:
        declared = self._declared(kind)
        if isinstance(declared, Enum):
            return value in declared.values
        return value == kind.value if isinstance(kind, Literal_) else True

    def _filled(self, entries: Iterable[Property], value: Mapping[str, Any], least: int, most: Any) -> dict[str, Any]:
        """Return the first properties that are not there yet and of which a value can be made, as many as must be there.

        An empty object says nothing, even where the document lets it be one: the outermost gets a property all the same.
        """
        wanted = least if least > 0 else 1 if not value and most != 0 and self._inside == 0 else 0
        count = min(wanted, _MOST) - len(value)
        found: dict[str, Any] = {}
        for entry in entries if self._make is not None and self._inside < _DEEPEST else ():
            if len(found) >= count:
                break
            if entry.name not in value and self._make is not None:
                with suppress(NoValueError):
                    found[entry.name] = self._make(entry)
        return found


def _text(value: str, limits: Mapping[str, Any]) -> str:
    return next((each for each in _candidates(value, limits) if _holds(each, limits)), value)


def _candidates(value: str, limits: Mapping[str, Any]) -> list[str]:
    found = [value]
    least, most = limits.get("minLength"), limits.get("maxLength")
    wanted = least if isinstance(least, int) and 0 < least <= _LONGEST else 0
    text = limits.get("pattern")
    pattern = read_pattern(text) if isinstance(text, str) else None
    if pattern is not None:
        # Words may have to be joined in another way, or not at all.
        found += [value.replace("_", "-"), value.replace("_", ""), *_WELL_KNOWN]
        made = (pattern.text(value), pattern.text(times=1), pattern.text(), pattern.text(times=wanted))
        found += [each for each in made if each is not None]
    if wanted:
        found.append(f"{value}_" * (wanted // (len(value) + 1)) + value)
    if isinstance(most, int):
        found = [form for each in found for form in (each, each[:most].rstrip("-_"))]
    return [each for each in found if each]


def _holds(text: str, limits: Mapping[str, Any]) -> bool:
    least, most = limits.get("minLength"), limits.get("maxLength")
    if (isinstance(least, int) and len(text) < least) or (isinstance(most, int) and len(text) > most):
        return False
    pattern = limits.get("pattern")
    known = read_pattern(pattern) if isinstance(pattern, str) else None
    return known is None or known.matches(text)


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
