"""The fields of models and the variants of unions, as annotations say them."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


class ModelField(NamedTuple):
    """A field of a model: its Python name, and its annotation."""

    name: str
    type: Any


def plain_type(type_: Any) -> Any:
    """Take away ``Annotated`` and the name of a type alias."""
    while True:
        if get_origin(type_) is Annotated:
            type_ = get_args(type_)[0]
        elif hasattr(type_, "__value__"):
            type_ = type_.__value__
        else:
            return type_


def flat_variants(variants: tuple[Any, ...]) -> tuple[Any, ...]:
    """Put the variants of unions inside a union in their place."""
    found: list[Any] = []
    for variant in map(plain_type, variants):
        inner = get_origin(variant) in (Union, types.UnionType)
        found.extend(flat_variants(get_args(variant)) if inner else [variant])
    return tuple(found)


@cache
def fields_of(model: type[BaseModel]) -> dict[str, ModelField]:
    """Return the fields of a model by wire name, built if need be."""
    if not model.__pydantic_complete__:
        model.model_rebuild()
    return {
        _wire_name(name, field): ModelField(name, field.annotation)
        for name, field in model.model_fields.items()
    }


def _wire_name(name: str, field: FieldInfo) -> str:
    alias = field.validation_alias
    return alias if isinstance(alias, str) else name
