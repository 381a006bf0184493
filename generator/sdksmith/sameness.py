"""Whether two values are the same in everything that could be printed of them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, TypeGuard


def same(one: object, other: object) -> bool:
    """Compare two values, of the same types all the way down.

    ``==`` takes 1, 1.0 and True for equal, and mappings whose entries come in another order; code that is made of them
    differs.
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if _is_sequence(one) and _is_sequence(other):
        return len(one) == len(other) and all(map(same, one, other))
    if _is_table(one) and _is_table(other):
        return same(list(one), list(other)) and all(map(same, one.values(), other.values()))
    if is_dataclass(one):
        return all(same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    # By their texts, because 0.0 and -0.0 are equal.
    return repr(one) == repr(other) if isinstance(one, float) else one == other


def _is_sequence(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    return isinstance(value, list | tuple)


def _is_table(value: object) -> TypeGuard[dict[Any, Any]]:
    return isinstance(value, dict)
