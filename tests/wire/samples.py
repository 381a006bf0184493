"""Values made from schemas, the same ones each time.

Three styles: every property there is; only what is required; and everything, with fields and enum values on top that
the document does not know. Where a schema is a union the variant that was used least is taken, so that repeated samples
go through all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any, Literal

from hypothesis import Phase, find, settings, strategies
from tests.wire.schemas import Schema, Schemas

Style = Literal["all", "required", "unknown"]
Direction = Literal["request", "response"]
Pointer = tuple[str | int, ...]
#: A union and the number of one of its variants.
Variant = tuple[int, int]

#: What an inline object must be read as: some model.
ANY_MODEL = "*"
TIME = "datetime"
UNKNOWN_FIELD = "x_field_of_tomorrow"
UNKNOWN_VALUE = "value-of-tomorrow"

_FORMATS = {
    "date-time": "2024-05-06T07:08:09.120Z",
    "date": "2024-05-06",
    "email": "someone@example.com",
    "email-or-empty": "someone@example.com",
    "hostname": "host.example.com",
    "hostname-rfc2181": "host.example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "ipv6_cidr": "2001:db8::/64",
    "cidr": "192.0.2.0/24",
    "uuid": "7d2bc0c9-c0c2-433a-9f4e-86ef80270aad",
    "html-color": "#00ff00",
    "html-color-or-null": "#00ff00",
}
#: Tried in turn where a pattern or a length rules the first out.
_TEXTS = (
    "text ü",
    "text",
    "https://a.example/path",
    "#00ff00",
    "+4912345678",
    "0123456789",
    "-----BEGIN KEY-----\nabcd\n-----END KEY-----\n",
    "a",
)
#: How often a schema may stand inside itself.
_NESTING = 2


@dataclass
class Sample:
    """A JSON value, and what an SDK must make of it.

    ``kinds`` says, for places in the value, of which component the object there is, :data:`ANY_MODEL` or :data:`TIME`.
    ``variants`` are the ones of all unions that the value went through.
    """

    value: Any = None
    kinds: dict[Pointer, str] = field(default_factory=dict[Pointer, str])
    variants: set[Variant] = field(default_factory=set[Variant])


class Sampler:
    """Makes samples. It remembers which variants it has used."""

    def __init__(self, schemas: Schemas, style: Style, direction: Direction) -> None:
        self._schemas = schemas
        self._style = style
        self._ignored = "readOnly" if direction == "request" else "writeOnly"
        self._used: Counter[Variant] = Counter()
        self._reachable: dict[int, set[Variant]] = {}
        self._sample = Sample()

    def sample(self, schema: Schema) -> Sample:
        """Make one value."""
        self._sample = Sample()
        self._sample.value = self._value(schema, (), ())
        return self._sample

    def until_all_variants(self, schema: Schema, limit: int = 400) -> Iterator[Sample]:
        """Make values until every variant that can be reached was in one; at least one, at most `limit`."""
        seen: set[Variant] = set()
        wanted: set[Variant] | None = None
        for _ in range(limit):
            sample = self.sample(schema)
            seen |= sample.variants
            yield sample
            wanted = reachable(self._schemas, schema) if wanted is None else wanted
            if wanted <= seen:
                return

    def _value(self, schema: Schema, at: Pointer, inside: tuple[int, ...], index: int = 0) -> Any:
        flat = self._schemas.flat(schema)
        variants = self._schemas.variants(schema)
        inside = (*inside, id(flat))
        if variants:
            return self._value(variants[self._choose(flat, variants, inside)], at, inside, index)
        if "const" in flat:
            return flat["const"]
        if "enum" in flat:
            return self._enum(flat["enum"], index)
        type_ = flat.get("type")
        if type_ == "object" or "properties" in flat:
            return self._object(schema, flat, at, inside)
        if type_ == "array" or "items" in flat:
            return self._array(flat, at, inside)
        if type_ == "boolean":
            return True
        if type_ in ("integer", "number"):
            return _number(flat, index)
        if type_ == "null":
            return None
        if type_ == "string":
            if flat.get("format") == "date-time":
                self._sample.kinds[at] = TIME
            return _text(flat, index)
        return {"any": ["value", 1, None, True]}

    def _choose(self, flat: Schema, variants: list[Schema], inside: tuple[int, ...]) -> int:
        if self._style == "required":
            chosen = 0
        else:
            allowed = [
                number
                for number, variant in enumerate(variants)
                if inside.count(id(self._schemas.flat(variant))) < _NESTING
            ] or list(range(len(variants)))
            chosen = min(allowed, key=lambda number: self._worn(flat, variants, number))
        self._used[id(flat), chosen] += 1
        self._sample.variants.add((id(flat), chosen))
        return chosen

    def _worn(self, flat: Schema, variants: list[Schema], number: int) -> tuple[bool, bool, int, int]:
        """Return what orders variants: first those not used yet, then those with something unused below them."""
        used = self._used[id(flat), number]
        exhausted = all(self._used[each] for each in self._below(variants[number]))
        return bool(used), exhausted, used, number

    def _below(self, schema: Schema) -> set[Variant]:
        flat = self._schemas.flat(schema)
        if id(flat) not in self._reachable:
            self._reachable[id(flat)] = reachable(self._schemas, flat)
        return self._reachable[id(flat)]

    def _enum(self, values: list[Any], index: int) -> Any:
        # One value is a tag; it is what tells a variant, and stays.
        if self._style == "unknown" and len(values) > 1 and all(isinstance(value, str) for value in values):
            return UNKNOWN_VALUE
        return values[index % len(values)]

    def _object(self, schema: Schema, flat: Schema, at: Pointer, inside: tuple[int, ...]) -> dict[str, Any]:
        properties: dict[str, Schema] = flat.get("properties", {})
        required = set(flat.get("required", ()))
        if properties:
            self._sample.kinds[at] = self._schemas.name(schema) or ANY_MODEL
        # Where a number of properties is asked for, the first ones are as good as any.
        wanted = len(required) if self._style == "required" else flat.get("maxProperties", len(properties))
        wanted = max(wanted, flat.get("minProperties", 0))
        left = wanted - len(required)
        result: dict[str, Any] = {}
        for name, each in properties.items():
            if name not in required:
                if left <= 0 or self._skipped(each, inside):
                    continue
                left -= 1
            result[name] = self._value(each, (*at, name), inside)
        self._more_fields(flat, result, at, inside)
        return result

    def _more_fields(self, flat: Schema, result: dict[str, Any], at: Pointer, inside: tuple[int, ...]) -> None:
        more = flat.get("additionalProperties", True)
        missing = [name for name in flat.get("required", ()) if name not in result]
        if not flat.get("properties") and more is not False and not missing:
            needed = flat.get("minProperties", 0)
            wanted = max(needed, 0 if self._style == "required" else 1)
            missing = ["key", *(f"key{number}" for number in range(1, wanted))][:wanted]
        for name in missing:
            result[name] = self._value(more if isinstance(more, dict) else {}, (*at, name), inside)
        if self._style == "unknown" and not (isinstance(more, dict) and more):
            result[UNKNOWN_FIELD] = {"nested": [1, None, {"deep": "text"}]}

    def _skipped(self, schema: Schema, inside: tuple[int, ...]) -> bool:
        flat = self._schemas.flat(schema)
        return bool(flat.get(self._ignored)) or inside.count(id(flat)) >= _NESTING

    def _array(self, flat: Schema, at: Pointer, inside: tuple[int, ...]) -> list[Any]:
        items = flat.get("items", {})
        least = flat.get("minItems", 0)
        if "contains" in flat:
            return [self._value({"allOf": [items, flat["contains"]]}, (*at, 0), inside)]
        nested = inside.count(id(self._schemas.flat(items))) >= _NESTING
        count = least if self._style == "required" or nested else max(1, least)
        return [self._value(items, (*at, index), inside, index) for index in range(count)]


def reachable(schemas: Schemas, schema: Schema) -> set[Variant]:
    """Return every variant of every union below a schema."""
    found: set[Variant] = set()
    seen: set[int] = set()
    waiting = [schema]
    while waiting:
        flat = schemas.flat(waiting.pop())
        if id(flat) in seen or "const" in flat:
            continue
        seen.add(id(flat))
        variants = schemas.variants(flat)
        if variants:
            found |= {(id(flat), number) for number in range(len(variants))}
            waiting += variants
            continue
        waiting += [each for each in flat.get("properties", {}).values() if not schemas.flat(each).get("writeOnly")]
        waiting += [each for each in (flat.get("items"), _map_value(flat)) if isinstance(each, dict)]
    return found


def _map_value(flat: Schema) -> Any:
    return None if flat.get("properties") else flat.get("additionalProperties")


def _number(flat: Schema, index: int) -> int | float:
    value: int | float = 1.5 if flat.get("type") == "number" else 1
    value += index
    low = flat.get("minimum", flat.get("exclusiveMinimum", value - 1) + 1)
    high = flat.get("maximum", flat.get("exclusiveMaximum", value + 1) - 1)
    nearest: int | float = max(low, min(value, high))
    return nearest


def _text(flat: Schema, index: int) -> str:
    shortest = flat.get("minLength", 0)
    longest = flat.get("maxLength", 1 << 16)
    patterns = tuple(flat.get("patterns", ()))
    name = flat.get("format", "")
    first = _FORMATS.get(name) or ("https://a.example/path" if "ur" in name.split("-") or "uri" in name else None)
    candidates: list[str] = [first] if first else []
    if name == "date-time":
        # For the documents that allow no fractions of a second, and say so by a length.
        candidates.append("2024-05-06T07:08:09Z")
    candidates += [value for value in (flat.get("example"), flat.get("default")) if isinstance(value, str)]
    if "url" in name:
        candidates.insert(0, "https://a.example/path")
    candidates += _TEXTS
    for candidate in candidates:
        text = candidate if not index else f"{candidate}{index}"
        if len(text) < shortest:
            text += "a" * (shortest - len(text))
        if len(text) <= longest and _match(text, patterns):
            return text
    return _search(patterns, shortest, longest)


def _match(text: str, patterns: tuple[str, ...]) -> bool:
    return all(re.search(pattern, text) for pattern in patterns)


@cache
def _search(patterns: tuple[str, ...], shortest: int, longest: int) -> str:
    """Find the simplest text that matches all patterns, always the same one."""
    return find(
        strategies.from_regex(patterns[0]),
        lambda text: shortest <= len(text) <= longest and _match(text, patterns) and text.isprintable(),
        # To explain what was found would take longer than to find it.
        settings=settings(
            derandomize=True,
            database=None,
            max_examples=5000,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
        ),
        random=Random(0),
    )
