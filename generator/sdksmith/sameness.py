"""Whether two values are the same in everything that could be printed of them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, cast


def same(one: object, other: object) -> bool:
    """Compare two values, of the same types all the way down.

    ``==`` takes 1, 1.0 and True for equal, and mappings whose entries come in another order; code that is made of them
    differs.
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple | list):
        members, others = cast("tuple[Any, ...]", one), cast("tuple[Any, ...]", other)
        return len(members) == len(others) and all(map(same, members, others))
    if isinstance(one, dict):
        table, second = one, cast("dict[Any, Any]", other)
        return same(list(table), list(second)) and all(map(same, table.values(), second.values()))
    if is_dataclass(one):
        return all(same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    # A float is the same as another where it prints as that: 0.0 and -0.0 are equal.
    return repr(one) == repr(other) if isinstance(one, float) else one == other
