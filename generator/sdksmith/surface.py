"""The public surface of a library: what its users name, as data that targets give; and a change of a member of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeAlias

from sdksmith.diagnostics import Pointer

#: ``method`` and ``argument`` are of clients; ``class`` and ``field`` of types; ``name`` is another name for a type; ``value``
#: one that an enum is known to have; ``setting`` an argument of the client's constructor; ``error`` the body of an error;
#: ``reader`` a method that reads what the API sends; ``package``, ``client`` and ``requirement`` are of the library as a whole.
MemberKind: TypeAlias = Literal[
    "method",
    "argument",
    "class",
    "field",
    "name",
    "value",
    "setting",
    "error",
    "reader",
    "package",
    "client",
    "requirement",
]

#: Where values of a type come from: ``sent`` by users, ``received`` by them, or both.
Direction: TypeAlias = Literal["sent", "received", "both", ""]

#: What fails of those who use a library: their type checker, a run, or what the same call sends.
Break: TypeAlias = Literal["types", "run", "wire"]

#: How the version moves; ``api`` never moves it: users of the old library are hit as well.
Bump: TypeAlias = Literal["breaking", "minor", "patch", "api"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """Something that users name.

    Attributes
    ----------
    path
        As they do: ``client.actions.create``, ``client.actions.create(name)``, ``ActionTrigger.id``.
    types
        What a value may be: alternatives, with other names expanded. Of a method what it returns.
    is_open
        What is given may be anything beside these: values of an enum that nobody knows yet.
    required
        Of an argument: there is no call without it. Of a field: it is always there.
    position
        Of an argument that is given by position; -1 for one that is given by name.
    wire
        Fact -> what is sent for it: ``method``, ``path``, ``style``, ``media type``. ``security`` is JSON: alternatives, each a
        list of credentials; ``null`` for all there are.
    stage
        In its life: ``deprecated``, or what the document calls it.
    notes
        Limits, defaults and the like: documentation alone.
    values
        Members that are values of an enum which this one may have.
    mirror
        The member that this one says over again in another form, and that tells readers enough.
    place
        In the document.
    """

    kind: MemberKind
    path: str
    types: frozenset[str] = frozenset()
    is_open: bool = False
    required: bool = False
    position: int = -1
    direction: Direction = ""
    wire: Mapping[str, str]
    stage: str = ""
    notes: tuple[str, ...] = ()
    values: frozenset[str] = frozenset()
    mirror: str = ""
    place: Pointer = ()


def is_key(member: Member) -> bool:
    """Whether a member is a key of a plain dict: ``ActionTriggerDict["id"]``."""
    return member.kind == "field" and member.path.endswith("]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A change of one member.

    Attributes
    ----------
    code
        What happened: ``method-removed``.
    silent
        Types pass, and what runs or is sent differs.
    old, new
        What it was and is, ``""`` for nothing.
    mirror
        The member that this one says over again.
    place, old_place
        In the new document, and in the old one; ``()`` in one that does not have it.
    """

    code: str
    member: str
    breaks: frozenset[Break] = frozenset()
    silent: bool = False
    bump: Bump
    old: str = ""
    new: str = ""
    mirror: str = ""
    place: Pointer = ()
    old_place: Pointer = ()


class WitnessWriter(Protocol):
    """Writer of programs that show what a change does: they pass with the old library, and fail with the new one."""

    def program(self, changes: Sequence[Change], title: str, newer: Any) -> str | None:
        """Return a program for changes of one cause; ``None`` where none would show any of them.

        Parameters
        ----------
        title
            What its first line says.
        newer
            The writer for the new library, for values that both know.
        """
        ...

    def usage(self, path: str) -> str:
        """Return how a program uses a member, on one line; ``""`` where there is no such member, or nothing is written for it."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Surface:
    """The members of a library, by path.

    Attributes
    ----------
    witnesses
        Makes the writer of programs that show what changes do to users of this state.
    suffix
        Of the files of such programs.
    credentials
        What a client takes to prove who is calling, by the names that ``security`` in the wire facts of methods has.
    compiled
        A program that does not fit the types does not run at all, a type is another one when it is written otherwise,
        and what may be left out of a literal is left to the program.
    """

    target: str
    members: Mapping[str, Member]
    witnesses: Callable[[], WitnessWriter] | None = field(default=None, compare=False)
    suffix: str = ""
    credentials: frozenset[str] = frozenset()
    compiled: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeLine:
    """Changes of one cause, as documentation tells them.

    Attributes
    ----------
    code
        What happened: ``method-removed``.
    marks
        Whom it breaks: ``types``, ``run``, ``wire``, and ``silent``.
    """

    code: str
    bump: Bump
    marks: tuple[str, ...]
    members: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StateChanges:
    """Changes for users of a library since the state before.

    Attributes
    ----------
    version, before
        What the two states are called.
    bump
        How the version moves; ``None`` where nothing changed.
    """

    version: str
    before: str
    bump: Bump | None
    lines: tuple[ChangeLine, ...]
