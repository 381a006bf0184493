"""The marker for "this argument was not given"."""

from __future__ import annotations

from typing import Any


class Omit:
    """The type of :data:`OMIT`. There is one instance, also after copy and pickle."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "OMIT"

    def __reduce__(self) -> str:
        return "OMIT"


#: Default of optional body fields: the field is left out. ``None`` sends ``null``.
#: Typed ``Any`` so that it can be the default of a parameter of any type.
OMIT: Any = Omit()
