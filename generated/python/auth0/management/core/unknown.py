"""Find what a response holds that the document does not know; see :mod:`.noticing`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Literal, NamedTuple, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .drift import Drift, json_pointer
from .encoding import encode_json
from .fields import fields_of, flat_variants
from .noticing import set_by_server
from .validation import validate

_SCALARS = (str, int, float, bool, datetime, type(None), bytes, Any)


def unknown_values(type_: Any, value: Any, *, is_request: bool = False) -> list[Drift]:
    """Return where a value that was read departs from a type that let it pass.

    In a request the fields that only the server sets need not be there.
    """
    search = _Search(is_request=is_request)
    search.value(_places(type_), value)
    return search.found


class _Places(NamedTuple):
    """Places to look at in a value of a type; in a model it is the model that names them."""

    known: tuple[Any, ...] | None = None
    nullable: bool = False
    #: In the entries of a list, and of a map.
    items: _Places | None = None
    values: _Places | None = None
    #: The types of a union; a value may follow one that it was not read as.
    variants: tuple[Any, ...] = ()


class _Search:
    """Goes through a value, and collects what departs from the document.

    Parameters
    ----------
    alternatives
        Whether what another variant of a union takes as it is departs from nothing.
        Not inside such a variant, or the time would double with each union in it.
    """

    def __init__(self, *, is_request: bool, alternatives: bool = True) -> None:
        self.found: list[Drift] = []
        self._is_request = is_request
        self._alternatives = alternatives
        self._steps: list[str] = []

    def value(self, places: _Places, value: Any) -> None:
        before = len(self.found)
        if isinstance(value, BaseModel):
            self._model(value)
        elif places.known is not None:
            if value not in places.known and not (value is None and places.nullable):
                self._add(_expected(places.known))
        elif places.items is not None and isinstance(value, list):
            for index, entry in enumerate(cast(Sequence[Any], value)):
                self._inside(str(index), places.items, entry)
        elif places.values is not None and isinstance(value, Mapping):
            for key, entry in cast(Mapping[str, Any], value).items():
                self._inside(key, places.values, entry)
        if len(self.found) > before and places.variants and self._alternatives:
            if self._follows_another(places.variants, value):
                del self.found[before:]

    def _model(self, model: BaseModel) -> None:
        held = vars(model)
        given = model.model_fields_set
        known = _fields(type(model))
        for wire_name, name, inner in known.to_search:
            if name in given:
                self._inside(wire_name, inner, held[name])
        for wire_name, name in known.set_by_server:
            if name not in given and not self._is_request:
                self._add("Field required", wire_name)
        if known.closed:
            for key in model.model_extra or ():
                self._add("Extra fields are not permitted", key)

    def _follows_another(self, variants: tuple[Any, ...], value: Any) -> bool:
        """Return whether a value follows the document as another variant than it was read.

        Pydantic takes the one that knows most of its fields.
        """
        text = encode_json(value)
        for variant in variants:
            if type(value) is not variant:
                try:
                    result, unknown = validate(variant, text)
                except ValidationError:
                    continue
                search = _Search(is_request=self._is_request, alternatives=False)
                if unknown:
                    search.value(_places(variant), result)
                if not search.found:
                    return True
        return False

    def _inside(self, step: str, places: _Places, value: Any) -> None:
        self._steps.append(step)
        self.value(places, value)
        self._steps.pop()

    def _add(self, expected: str, *further: str) -> None:
        self.found.append(Drift(json_pointer([*self._steps, *further]), expected))


class _Fields(NamedTuple):
    """Fields of a model, as a search needs them."""

    #: Wire name, Python name, and where to look.
    to_search: list[tuple[str, str, _Places]]
    set_by_server: list[tuple[str, str]]
    closed: bool


@cache
def _fields(model: type[BaseModel]) -> _Fields:
    fields = fields_of(model)
    return _Fields(
        [
            (wire_name, field.name, _places(field.type))
            for wire_name, field in fields.items()
            if any(kind not in _SCALARS for kind in flat_variants((field.type,)))
        ],
        [
            (wire_name, field.name)
            for wire_name, field in fields.items()
            if set_by_server(model.model_fields[field.name])
        ],
        getattr(model, "__closed__", False),
    )


@cache
def _places(type_: Any) -> _Places:
    variants = flat_variants((type_,))
    rest = tuple(variant for variant in variants if variant is not type(None))
    if len(rest) == 2 and rest[1] is Any and get_origin(rest[0]) is Literal:
        return _Places(get_args(rest[0]), nullable=len(rest) < len(variants))
    items = values = None
    for variant in rest:
        arguments = get_args(variant)
        if get_origin(variant) is list:
            items = _places(arguments[0])
        elif get_origin(variant) is dict:
            values = _places(arguments[1])
    several = rest if len(rest) > 1 else ()
    return _Places(items=items, values=values, variants=several)


def _expected(known: tuple[Any, ...]) -> str:
    words = [repr(value) for value in known]
    last = f"{', '.join(words[:-1])} or {words[-1]}" if words[1:] else words[0]
    return f"Input should be {last}"
