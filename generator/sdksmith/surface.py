"""The public surface of a library: what its users name, as data that targets give and changes are found in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sdksmith.diagnostics import Pointer

#: ``method`` and ``argument`` are of clients; ``class`` and ``field`` of types; ``name`` is another name for a type; ``value``
#: one that an enum is known to have; ``setting`` an argument of the client's constructor; ``error`` the body of an error.
MemberKind: TypeAlias = Literal["method", "argument", "class", "field", "name", "value", "setting", "error"]

#: Where values of a type come from: ``sent`` by users, ``received`` by them, or both.
Direction: TypeAlias = Literal["sent", "received", "both", ""]


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """Something that users name.

    Attributes
    ----------
    path
        As they do: ``client.actions.create``, ``client.actions.create(name)``, ``ActionTrigger.id``.
    types
        What a value may be: alternatives, with other names expanded. Of a method what it returns.
    required
        Of an argument: there is no call without it. Of a field: it is always there.
    position
        Of an argument that is given by position; -1 for one that is given by name.
    wire
        Fact -> what is sent for it: ``method``, ``path``, ``style``, ``media type``.
    stage
        In its life: ``deprecated``, or what the document calls it.
    notes
        Limits, defaults and the like: documentation alone.
    mirror
        The member that this one says over again in another form, and that tells readers enough.
    place
        In the document.
    """

    kind: MemberKind
    path: str
    types: frozenset[str] = frozenset()
    required: bool = False
    position: int = -1
    direction: Direction = ""
    wire: Mapping[str, str]
    stage: str = ""
    notes: tuple[str, ...] = ()
    mirror: str = ""
    place: Pointer = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Surface:
    """The members of a library, by path."""

    target: str
    members: Mapping[str, Member]
