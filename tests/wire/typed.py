"""Whether a decoded answer is what the document says: classes, values, and the way back to JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from tests.wire.samples import ANY_MODEL, TIME, Pointer, Sample

#: Pointer, and name of the class that came in place of the promised one -> whether that one would do too.
Alternative = Callable[[Pointer, str], bool]


def faults(sample: Sample, result: Any, class_name: Callable[[str], str], alternative: Alternative) -> Iterator[str]:
    """Yield where a result departs from the sample it was read from.

    Parameters
    ----------
    class_name
        Component -> name of its class.
    alternative
        Asked about an object that was read as another class of the package.
    """

    def walk(value: Any, found: Any, at: Pointer) -> Iterator[str]:
        kind = sample.kinds.get(at)
        place = "/" + "/".join(map(str, at))
        if kind == TIME:
            if not isinstance(found, datetime) or not same(value, found.isoformat()):
                yield f"{place}: {found!r} is not the time {value}"
        elif isinstance(value, dict):
            fields = found
            if kind is not None:
                if not is_model(found):
                    yield f"{place}: {type(found).__name__}, not {kind}"
                    return
                came = type(found).__name__
                if kind != ANY_MODEL and came != class_name(kind) and not alternative(at, came):
                    yield f"{place}: {came}, not {class_name(kind)}"
                fields = fields_by_wire_name(found)
            elif not isinstance(found, dict):
                yield f"{place}: {type(found).__name__}, not dict"
                return
            if set(fields) != set(value):
                yield f"{place}: fields {sorted(set(fields) ^ set(value))} differ"
                return
            for key, item in value.items():
                yield from walk(item, fields[key], (*at, key))
        elif isinstance(value, list):
            if not isinstance(found, list) or len(found) != len(value):
                yield f"{place}: {found!r} is not the list {value!r}"
                return
            for index, item in enumerate(value):
                yield from walk(item, found[index], (*at, index))
        elif type(found) is not type(value) and (type(found), type(value)) != (float, int):
            yield f"{place}: {type(found).__name__}, not {type(value).__name__}"
        elif found != value:
            yield f"{place}: {found!r}, not {value!r}"

    return walk(sample.value, result, ())


def is_model(value: Any) -> bool:
    """Say whether a value is an object of a generated class."""
    return hasattr(type(value), "model_fields")


def fields_by_wire_name(model: Any) -> dict[str, Any]:
    """Return the fields that were set, and the unknown ones."""
    fields = type(model).model_fields
    named = {fields[name].alias or name: getattr(model, name) for name in model.model_fields_set & set(fields)}
    return {**named, **(model.model_extra or {})}


def same(one: Any, other: Any) -> bool:
    """Compare JSON values; texts that are times are compared as instants."""
    return next(differences(one, other), None) is None


def differences(one: Any, other: Any, at: str = "") -> Iterator[str]:
    """Yield where JSON values differ. Texts that are times are compared as instants, and 1 is 1.0 (RFC 8259, 6)."""
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            yield f"{at}: fields {sorted(one.keys() ^ other.keys())}"
        for key in one.keys() & other.keys():
            yield from differences(one[key], other[key], f"{at}/{key}")
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield f"{at}: {len(one)} items, not {len(other)}"
        for index, pair in enumerate(zip(one, other, strict=False)):
            yield from differences(*pair, f"{at}/{index}")
    elif isinstance(one, str) and isinstance(other, str) and one != other and _same_instant(one, other):
        return
    elif one != other or isinstance(one, bool) is not isinstance(other, bool):
        yield f"{at}: {one!r} and {other!r}"


def _same_instant(one: str, other: str) -> bool:
    first = _instant(one)
    return first is not None and first == _instant(other)


def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
