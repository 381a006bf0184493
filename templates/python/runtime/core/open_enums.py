"""Values that an open enum does not know: noticed while an answer is read, then found.

An enum of the document is ``Union[Literal[...], Any]``, so that a value the server added
later is no error. It is worth a report all the same. To look for such values in every
answer would cost time; so the schema of a model notices that there is one, at no cost
when there is none, and only then the result is searched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Literal, NamedTuple, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic_core.core_schema import (
    CoreSchema,
    ValidationInfo,
    with_info_after_validator_function,
)

from .decoding import Drift, Unknown, json_pointer

_OPEN_ENUM = ["literal", "any"]
_SCALARS = (str, int, float, bool, datetime, type(None), bytes, Any)


def notice(schema: Any) -> None:
    """Have the open enums in the fields of a model tell of values they do not know.

    Parameters
    ----------
    schema
        The core schema of a model, which is changed.
    """
    while "fields" not in schema and "schema" in schema:
        schema = schema["schema"]
    for field in schema.get("fields", {}).values():
        _notice(field)


def _notice(schema: Any) -> None:
    kind = schema["type"]
    if kind == "union":
        choices: list[Any] = schema["choices"]
        # A choice may come with a label.
        labelled = any(isinstance(choice, tuple) for choice in choices)
        if not labelled and [choice["type"] for choice in choices] == _OPEN_ENUM:
            schema["choices"] = [choices[0], _noticing(choices[1])]
    for name in ("schema", "items_schema", "values_schema"):
        inner = schema.get(name)
        if isinstance(inner, dict) and "type" in inner:
            _notice(inner)


def _noticing(anything: CoreSchema) -> CoreSchema:
    # Around `any`, so that pydantic still ranks it below the known values.
    return with_info_after_validator_function(_seen, anything)


def _seen(value: Any, info: ValidationInfo) -> Any:
    if isinstance(info.context, Unknown):
        info.context.seen = True
    return value


def unknown_values(type_: Any, value: Any) -> list[Drift]:
    """Return where a value that was read holds what an open enum does not know."""
    found: list[Drift] = []
    _search(_search_of(type_), value, [], found)
    return found


class _Search(NamedTuple):
    """Where to look in a value of a type; in a model it is the model that tells."""

    known: tuple[Any, ...] | None = None
    nullable: bool = False
    #: In the entries of a list, and of a map.
    items: _Search | None = None
    values: _Search | None = None


def _search(search: _Search, value: Any, steps: list[str], found: list[Drift]) -> None:
    if isinstance(value, BaseModel):
        held = vars(value)
        given = value.model_fields_set
        for wire_name, name, inner in _fields_to_search(type(value)):
            if name in given:
                steps.append(wire_name)
                _search(inner, held[name], steps, found)
                steps.pop()
    elif search.known is not None:
        if value not in search.known and not (value is None and search.nullable):
            found.append(Drift(json_pointer(steps), _expected(search.known)))
    elif search.items is not None and isinstance(value, list):
        for index, entry in enumerate(cast(Sequence[Any], value)):
            steps.append(str(index))
            _search(search.items, entry, steps, found)
            steps.pop()
    elif search.values is not None and isinstance(value, Mapping):
        for key, entry in cast(Mapping[str, Any], value).items():
            steps.append(key)
            _search(search.values, entry, steps, found)
            steps.pop()


@cache
def _fields_to_search(model: type[BaseModel]) -> tuple[tuple[str, str, _Search], ...]:
    """List the fields of a model in which there may be an enum."""
    # Loaded here: the rest of this module is for each model, this for a rare value.
    from .lenient import fields_of, flat_variants

    return tuple(
        (wire_name, field.name, _search_of(field.type))
        for wire_name, field in fields_of(model).items()
        if any(kind not in _SCALARS for kind in flat_variants((field.type,)))
    )


def _search_of(type_: Any) -> _Search:
    from .lenient import flat_variants

    variants = flat_variants((type_,))
    rest = [variant for variant in variants if variant is not type(None)]
    if len(rest) == 2 and rest[1] is Any and get_origin(rest[0]) is Literal:
        return _Search(get_args(rest[0]), nullable=len(rest) < len(variants))
    items = values = None
    for variant in rest:
        arguments = get_args(variant)
        if get_origin(variant) is list:
            items = _search_of(arguments[0])
        elif get_origin(variant) is dict:
            values = _search_of(arguments[1])
    return _Search(items=items, values=values)


def _expected(known: tuple[Any, ...]) -> str:
    words = [repr(value) for value in known]
    last = f"{', '.join(words[:-1])} or {words[-1]}" if words[1:] else words[0]
    return f"Input should be {last}"
