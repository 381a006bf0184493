"""Facts that documentation adds to a description: lifecycle stage, limits, default.

Computed from the model alone. Limits are numbers; :func:`limits_in_english` has the words for documentation in English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from sdksmith.model import Declaration, IncomingRequest, Operation, Parameter, Property

#: Stages that go without saying.
_USUAL: Final = ("ga", "stable")

#: ``length``, ``items`` and ``entries`` are how many characters, items and properties there may be; ``value`` is a number itself,
#: ``exclusive`` one that it must not reach; ``step`` is what it is a multiple of, ``unique``: no item twice.
LimitKind: TypeAlias = Literal["length", "items", "entries", "value", "exclusive", "step", "unique", "pattern"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """A limit of values.

    Attributes
    ----------
    low, high
        Of a range; ``None``: open on that side.
    value
        Of a step or a pattern.
    """

    kind: LimitKind
    low: Any = None
    high: Any = None
    value: Any = None


_RANGES: Final[tuple[tuple[LimitKind, str, str], ...]] = (
    ("length", "minLength", "maxLength"),
    ("items", "minItems", "maxItems"),
    ("entries", "minProperties", "maxProperties"),
    ("value", "minimum", "maximum"),
    ("exclusive", "exclusiveMinimum", "exclusiveMaximum"),
)


def limits_of(constraints: Mapping[str, Any]) -> tuple[Limit, ...]:
    """Return the limits that keywords of a schema set, in the order in which they are told."""
    found: list[Limit] = []
    for kind, low, high in _RANGES:
        if low in constraints or high in constraints:
            found.append(Limit(kind=kind, low=constraints.get(low), high=constraints.get(high)))
    if "multipleOf" in constraints:
        found.append(Limit(kind="step", value=constraints["multipleOf"]))
    if constraints.get("uniqueItems") is True:
        found.append(Limit(kind="unique"))
    if "pattern" in constraints:
        found.append(Limit(kind="pattern", value=constraints["pattern"]))
    return tuple(found)


def stage_of(entry: Declaration | IncomingRequest | Operation | Parameter | Property) -> str:
    """Return the stage of something in its life: ``deprecated``, what the document calls it, or ``""`` for the usual one."""
    stage = entry.lifecycle or ""
    if entry.deprecated or stage.casefold() == "deprecated":
        return "deprecated"
    return "" if stage.casefold() in _USUAL else stage


_UNITS: Final = {"length": ("character", "characters"), "items": ("item", "items"), "entries": ("entry", "entries")}


def limits_in_english(limits: Iterable[Limit], shown: Callable[[Any], str] = str) -> list[str]:
    """Return limits in words, each a part of a sentence.

    Parameters
    ----------
    shown
        How a text of the document stands in a sentence.
    """
    found: list[str] = []
    for limit in limits:
        match limit.kind:
            case "exclusive":
                found += [f"more than {limit.low}"] if limit.low is not None else []
                found += [f"less than {limit.high}"] if limit.high is not None else []
            case "step":
                found.append(f"a multiple of {limit.value}")
            case "unique":
                found.append("no item twice")
            case "pattern":
                found.append(f"matches {shown(limit.value)}")
            case _:
                found += _range(limit, *_UNITS.get(limit.kind, ("", "")))
    return found


def _range(limit: Limit, one: str, several: str) -> list[str]:
    def amount(number: Any) -> str:
        return f"{number} {one if number == 1 else several}".rstrip()

    low, high = limit.low, limit.high
    if low is not None and high is not None:
        return [f"{low} to {amount(high)}" if low != high else f"exactly {amount(low)}"]
    if high is not None:
        return [f"at most {amount(high)}"]
    return [f"at least {amount(low)}"] if low not in (None, 0) else []
