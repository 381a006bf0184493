"""Read a response that does not follow the document, and keep all of it.

The type is walked beside the value. Where they agree the value is typed, where they do
not it is kept as it came; a required field that is missing reads as ``None``. Writing
the result as JSON gives the response again.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Union, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json, to_json

from .drift import InvalidJsonError
from .fields import fields_of, flat_variants, plain_type
from .model import Model
from .validation import type_adapter

_LISTS = (list, tuple, set, frozenset, Sequence)
_MAPS = (dict, Mapping)


def parse_json(data: bytes) -> Any:
    """Read JSON as plain values.

    Raises
    ------
    InvalidJsonError
        `data` is not JSON.
    """
    try:
        return from_json(data)
    except ValueError as error:
        raise InvalidJsonError(str(error)) from None


def convert(type_: Any, value: Any) -> Any:
    """Give a plain JSON value the type `type_`, as far as it fits; never raises."""
    annotated = type_
    type_ = plain_type(type_)
    if type_ is Any:
        return value
    if _is_model(type_):
        return _model(type_, _object(value)) if isinstance(value, dict) else value
    origin = get_origin(type_)
    arguments = get_args(type_)
    if origin is Union or origin is types.UnionType:
        # The annotation holds the discriminator.
        return _union(annotated, flat_variants(arguments), value)
    if origin in _LISTS and arguments and isinstance(value, list):
        return [convert(arguments[0], item) for item in _array(value)]
    if origin in _MAPS and len(arguments) == 2 and isinstance(value, dict):
        return {
            key: convert(arguments[1], item) for key, item in _object(value).items()
        }
    if type(value) is type_:
        return value
    return _strict(type_, value)[1]


def _object(value: Any) -> dict[str, Any]:
    return cast(dict[str, Any], value)


def _array(value: Any) -> list[Any]:
    return cast(list[Any], value)


def _is_model(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, BaseModel)


def _strict(type_: Any, value: Any) -> tuple[bool, Any]:
    """Validate as the fast path does; return whether it fits, and the result."""
    try:
        # Through JSON, as strict mode takes a time from JSON text only.
        adapter = type_adapter(type_)
        text = to_json(value)
        return True, adapter.validate_json(
            text, strict=True, by_alias=True, by_name=False
        )
    except ValidationError:
        return False, value


def _model(model: type[BaseModel], value: Mapping[str, Any]) -> BaseModel:
    if issubclass(model, Model):
        model = model.class_for(value)
    fields = fields_of(model)
    known: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    for key, item in value.items():
        field = fields.get(key)
        if field is None:
            unknown[key] = item
        else:
            known[field.name] = convert(field.type, item)
    given: set[str] = set(known)
    for name, info in model.model_fields.items():
        if name not in known:
            default = None
            if not info.is_required():
                default = info.get_default(call_default_factory=True, validated_data={})
            known[name] = default
    # `model_construct(**values)` would take an unknown field for the known one of
    # that Python name, so the values are put in by hand.
    result = model.model_construct(_fields_set=given)
    # In the order of the document, which `model_construct` does not keep.
    vars(result).clear()
    vars(result).update((name, known[name]) for name in model.model_fields)
    object.__setattr__(result, "__pydantic_extra__", unknown)
    return result


def _union(type_: Any, variants: tuple[Any, ...], value: Any) -> Any:
    fits, result = _strict(type_, value)
    if fits and not _was_left_raw(variants, result):
        return result
    candidates = [variant for variant in variants if _alike(variant, value)]
    if isinstance(value, dict) and len(candidates) > 1:
        told = _tagged(candidates, _object(value))
        if not told and all(_tag_match(item, value) is None for item in candidates):
            told = _fitting(candidates, _object(value))
        candidates = told
    elif len(candidates) == 1 and len(_not_none(variants)) > 1:
        candidates = [
            item for item in candidates if _tag_match(item, value) is not False
        ]
    if len(candidates) == 1:
        return convert(candidates[0], value)
    return cast(Any, value)


def _was_left_raw(variants: tuple[Any, ...], result: Any) -> bool:
    # `Union[SomeModel, Any]`: Any takes everything, though a model may fit in part.
    return Any in variants and isinstance(result, (dict, list))


def _not_none(variants: tuple[Any, ...]) -> list[Any]:
    return [variant for variant in variants if variant is not type(None)]


def _alike(variant: Any, value: Any) -> bool:
    """Return whether a value has the outer shape of a variant."""
    if isinstance(value, dict):
        return _is_model(variant) or get_origin(variant) in _MAPS
    return isinstance(value, list) and get_origin(variant) in _LISTS


def _tagged(candidates: list[Any], value: Mapping[str, Any]) -> list[Any]:
    """Keep the models whose tags match; if there are none, nothing."""
    return [item for item in candidates if _tag_match(item, value) is True]


def _fitting(candidates: list[Any], value: Mapping[str, Any]) -> list[Any]:
    """Return the model that knows most of a value, if enums are as open as by hand."""
    text = to_json(value)
    most = 0
    found: list[Any] = []
    for model in filter(_is_model, candidates):
        try:
            model.model_validate_json(text, strict=False, by_alias=True, by_name=False)
        except ValidationError:
            continue
        known = len(fields_of(model).keys() & value.keys())
        if known > most:
            most, found = known, [model]
    return found


def _tag_match(variant: Any, value: Any) -> bool | None:
    """Compare the fields that tell a model with a value; ``None``: it has none."""
    if not _is_model(variant) or not isinstance(value, dict):
        return None
    tags = [
        any(_same(_object(value).get(key), tag) for tag in known)
        for key, field in fields_of(variant).items()
        if (known := _known_tags(field.type))
    ]
    return all(tags) if tags else None


def _same(value: Any, tag: Any) -> bool:
    # In JSON true is not 1.
    return isinstance(value, bool) == isinstance(tag, bool) and bool(value == tag)


def _known_tags(type_: Any) -> tuple[Any, ...]:
    """Return the value of a required field of one value, open or not; else nothing."""
    type_ = plain_type(type_)
    if get_origin(type_) is Union and get_args(type_)[1:] == (Any,):
        type_ = plain_type(get_args(type_)[0])
        return get_args(type_) if len(get_args(type_)) == 1 else ()
    return get_args(type_) if get_origin(type_) is Literal else ()
