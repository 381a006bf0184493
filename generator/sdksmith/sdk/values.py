"""JSON values for the types of the model: the document's own examples where they fit, else made.

Computed from the declarations and from the unions that a tag tells (:mod:`sdksmith.sdk.polymorphism`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, Literal, TypeGuard

from sdksmith.model import (
    Alias,
    Any_,
    Array,
    Declaration,
    Enum,
    File,
    Literal_,
    Map,
    Nullable,
    Object,
    Primitive,
    Property,
    Reference,
    Type,
    Union_,
    all_properties,
    object_at,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.polymorphism import TaggedUnion, Variant
from sdksmith.sdk.tags import same_tag

#: How many optional properties one value may have, nested ones included: a test is to be read.
_OPTIONAL_PROPERTIES: Final = 24
#: How many values may be in one another, and how many there may be in all: what is required twice in each of twenty objects
#: inside of each other is a million values.
_DEEPEST: Final = 60
_NODES: Final = 2_000
_NOTHING: Final = object()
#: The longest example that is taken over, as JSON text.
_LONGEST_EXAMPLE: Final = 1_200
_MOMENT: Final = "2026-01-31T12:00:00Z"
_TEXTS: Final = {
    "byte": "Y29udGVudA==",
    "date": "2026-01-31",
    "date-time": _MOMENT,
    "email": "user@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "12:00:00Z",
    "uri": "https://example.com",
    "url": "https://example.com",
    "uuid": "910b1053-577f-4d81-a8c8-020e7319a38a",
}


class NoValueError(Exception):
    """No value of a type can be made, or a value is not of a type."""


class Values:
    """Makes the values of one direction, without the properties that only the other side writes.

    Parameters
    ----------
    tagged
        Union -> its variants, for those that a discriminator tells apart.
    direction
        Which way the values go.
    """

    def __init__(
        self,
        declarations: Mapping[Symbol, Declaration],
        tagged: Mapping[Symbol, TaggedUnion],
        direction: Literal["request", "response"],
    ) -> None:
        self._declarations = declarations
        self._tagged = tagged
        self._direction = direction
        self._left = 0
        self._nodes = 0
        #: What unions made of the parts of the value that is being fitted; ``None`` when none is.
        self._fitted: dict[tuple[int, Symbol], Any] | None = None

    def value(self, kind: Type, name: str, examples: tuple[Any, ...] = (), *, detail: int = 1) -> Any:
        """Return an example that fits, else a value that is made.

        Parameters
        ----------
        name
            What a text is made of.
        detail
            Down to which depth objects have their optional properties.

        Raises
        ------
        NoValueError
            The type has no finite value, or none that is short.
        """
        found = self._example(kind, examples)
        if found is not None:
            return found
        self._left = _OPTIONAL_PROPERTIES
        self._nodes = _NODES
        return self._make(kind, name, detail, ())

    def of_property(self, entry: Property) -> Any:
        """Return a value of a property; see :meth:`value`.

        Raises
        ------
        NoValueError
            There is none, or the other side writes it.
        """
        if entry.read_only if self._direction == "request" else entry.write_only:
            raise NoValueError
        return self.value(entry.type, entry.name, entry.examples, detail=0)

    # -- values that are there ----------------------------------------------------------------------------------------

    def _example(self, kind: Type, examples: tuple[Any, ...]) -> Any:
        for example in examples:
            try:
                fitting = self.fit(example, kind)
                if fitting is not None and len(json.dumps(fitting, ensure_ascii=False).encode()) <= _LONGEST_EXAMPLE:
                    return fitting
            except (NoValueError, UnicodeEncodeError, TypeError, RecursionError):
                continue
        return None

    def fit(self, value: Any, kind: Type) -> Any:
        """Return a value as one of a type: without unknown properties, and its moments in UTC and whole seconds.

        Raises
        ------
        NoValueError
            It is not of the type.
        """
        if self._fitted is not None:
            return self._fit(value, kind)
        # A part may be looked at once for each variant of each union around it.
        self._fitted = {}
        try:
            return self._fit(value, kind)
        finally:
            self._fitted = None

    def _fit(self, value: Any, kind: Type) -> Any:
        match kind:
            case Any_():
                return value
            case Nullable(inner):
                return None if value is None else self._fit(value, inner)
            case Primitive(name, form):
                return _fitting_scalar(value, name, form)
            case Literal_(known) if type(known) is type(value) and known == value:
                return value
            case File() if isinstance(value, str) and value.isascii() and value.isprintable():
                return value
            case Array(item) if is_list(value):
                return [self._fit(entry, item) for entry in value]
            case Map(of) if is_dict(value):
                return {key: self._fit(entry, of) for key, entry in value.items()}
            case Reference(symbol):
                return self._fit_named(value, self._declarations.get(symbol))
            case _:
                raise NoValueError

    def _fit_named(self, value: Any, declared: Declaration | None) -> Any:
        if isinstance(declared, Alias):
            return self._fit(value, declared.target)
        if isinstance(declared, Enum) and any(same_tag(value, known) for known in declared.values):
            return value
        if isinstance(declared, Object) and is_dict(value):
            return self._fit_object(value, declared)
        if isinstance(declared, Union_) and declared.symbol in self._tagged:
            variant = self.variant(value, declared)
            fitting = self._fit_object(value, object_at(variant.object, self._declarations))
            return {self._tagged[declared.symbol].property: variant.tag} | fitting
        if isinstance(declared, Union_):
            return self._fit_union(value, declared)
        raise NoValueError

    def variant(self, value: Any, union: Union_) -> Variant:
        """Return the variant that the tag of a value names.

        Raises
        ------
        NoValueError
            It names none.
        """
        tagged = self._tagged[union.symbol]
        for variant in tagged.variants:
            if is_dict(value) and same_tag(value.get(tagged.property), variant.tag):
                return variant
        raise NoValueError

    def fitting_variant(self, value: Any, union: Union_) -> Type:
        """Return the first variant that a value is one of as it stands.

        Raises
        ------
        NoValueError
            There is none.
        """
        for kind in union.variants:
            if self.fits(value, kind):
                return kind
        raise NoValueError

    def check(self, value: Any, kind: Type) -> None:
        """Check that it is known for each union in a value which variant it is.

        Raises
        ------
        NoValueError
            It is not known.
        """
        if isinstance(kind, Nullable):
            if value is not None:
                self.check(value, kind.inner)
            return
        match kind:
            case Primitive("string", "date-time"):
                moment(value)
            case Array(item):
                for entry in value:
                    self.check(entry, item)
            case Map(of):
                for entry in value.values():
                    self.check(entry, of)
            case Reference(symbol):
                self._check_named(value, self._declarations[symbol])
            case _:
                pass

    def _check_named(self, value: Any, declared: Declaration) -> None:
        match declared:
            case Alias():
                self.check(value, declared.target)
            case Object():
                self._check_object(value, declared, "")
            case Union_() if declared.symbol in self._tagged:
                chosen = object_at(self.variant(value, declared).object, self._declarations)
                self._check_object(value, chosen, self._tagged[declared.symbol].property)
            case Union_():
                self.check(value, self.fitting_variant(value, declared))
            case Enum():
                pass

    def _check_object(self, value: dict[str, Any], declared: Object, tag: str) -> None:
        for entry in all_properties(declared, self._declarations):
            if entry.name in value and entry.name != tag:
                self.check(value[entry.name], entry.type)

    def _fit_object(self, value: dict[str, Any], declared: Object) -> dict[str, Any]:
        fitting: dict[str, Any] = {}
        for entry in all_properties(declared, self._declarations):
            if entry.name in value:
                if entry.required or not self._foreign(entry):
                    fitting[entry.name] = self._fit(value[entry.name], entry.type)
            elif entry.required:
                raise NoValueError
        return fitting

    def _fit_union(self, value: Any, declared: Union_) -> Any:
        """Return the value as the variant that knows most of it."""
        fitted = self._fitted if self._fitted is not None else {}
        # The value outlives the look-up, so no other one has its address.
        key = id(value), declared.symbol
        if key not in fitted:
            candidates: list[Any] = []
            for variant in declared.variants:
                try:
                    candidates.append(self._fit(value, variant))
                except NoValueError:
                    continue
            fitted[key] = max(candidates, key=lambda candidate: len(json.dumps(candidate)), default=_NOTHING)
        if fitted[key] is _NOTHING:
            raise NoValueError
        return fitted[key]

    def fits(self, value: Any, kind: Type) -> bool:
        """Whether a value is one of a type as it stands."""
        try:
            return bool(self.fit(value, kind) == value)
        except NoValueError:
            return False

    def _foreign(self, entry: Property) -> bool:
        return entry.read_only if self._direction == "request" else entry.write_only

    # -- values that are made -----------------------------------------------------------------------------------------

    def _make(self, kind: Type, name: str, detail: int, inside: tuple[Symbol, ...]) -> Any:
        self._nodes -= 1
        if self._nodes < 0 or len(inside) > _DEEPEST:
            raise NoValueError
        match kind:
            case Nullable(inner):
                try:
                    return self._make(inner, name, detail, inside)
                except NoValueError:
                    return None
            case Primitive(scalar, form):
                return _scalar(scalar, form, name)
            case Literal_(value):
                return value
            case Array(item):
                try:
                    return [self._make(item, name, detail, inside)]
                except NoValueError:
                    return []
            case Map(of):
                try:
                    return {"key": self._make(of, "value", detail, inside)}
                except NoValueError:
                    return {}
            case Any_():
                return {"key": "value"}
            case File():
                return "content"
            case Reference(symbol):
                if symbol in inside:
                    raise NoValueError
                return self._make_named(self._declarations.get(symbol), name, detail, (*inside, symbol))

    def _make_named(self, declared: Declaration | None, name: str, detail: int, inside: tuple[Symbol, ...]) -> Any:
        match declared:
            case Enum():
                return declared.values[0]
            case Alias():
                return self._make(declared.target, name, detail, inside)
            case Object():
                found = self._example(Reference(declared.symbol), declared.examples) if detail > 0 else None
                return self._make_object(declared, detail, inside) if found is None else found
            case Union_() if declared.symbol in self._tagged:
                tagged = self._tagged[declared.symbol]
                for variant in tagged.variants:
                    try:
                        made = self._make_object(object_at(variant.object, self._declarations), detail, inside)
                    except NoValueError:
                        continue
                    return {tagged.property: variant.tag} | made | {tagged.property: variant.tag}
            case Union_():
                for kind in declared.variants:
                    try:
                        return self._make(kind, name, detail, inside)
                    except NoValueError:
                        continue
            case _:
                pass
        raise NoValueError

    def _make_object(self, declared: Object, detail: int, inside: tuple[Symbol, ...]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for entry in all_properties(declared, self._declarations):
            if not entry.required and (detail <= 0 or self._left <= 0 or self._foreign(entry)):
                continue
            self._left -= not entry.required
            found = self._example(entry.type, (*entry.examples, *entry.default))
            try:
                made[entry.name] = self._make(entry.type, entry.name, detail - 1, inside) if found is None else found
            except NoValueError:
                if entry.required:
                    raise
        return made


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a JSON value is an array."""
    return isinstance(value, list)


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def moment(text: str) -> datetime:
    """Read RFC 3339 as a moment in UTC and whole seconds.

    Raises
    ------
    NoValueError
        It is something else, or has no offset.
    """
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None or "T" not in text.upper():
            raise NoValueError
        return found.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        raise NoValueError from None


def _fitting_scalar(value: Any, name: str, form: str | None) -> Any:
    if name == "string" and isinstance(value, str):
        return moment(value).isoformat().replace("+00:00", "Z") if form == "date-time" else value
    if name == "boolean" and isinstance(value, bool):
        return value
    if name == "integer" and isinstance(value, int) and not isinstance(value, bool):
        return value
    if name == "number" and isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if name == "null" and value is None:
        return None
    raise NoValueError


def _scalar(name: str, form: str | None, title: str) -> Any:
    if name == "string":
        return _TEXTS.get(form or "") or re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_") or "text"
    return {"integer": 1, "number": 1.5, "boolean": True}.get(name)
