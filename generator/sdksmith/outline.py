"""Outline of a library: what its users write, in the words of its language, as text to be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdksmith.model import Component
from sdksmith.model.types import Symbol

if TYPE_CHECKING:
    from sdksmith.sdk import Method, Sdk


@dataclass(frozen=True, kw_only=True, slots=True)
class OutlinedMethod:
    """A method as its users know it.

    Attributes
    ----------
    path
        What a program calls: ``client.pets.list``.
    arguments
        Each as the signature has it: ``limit: Optional[int] = None``.
    brief
        Each as short as can be, ``limit=...``, in the order of their worth: what doesn't fit is left out from the end.
    returns
        With what leads to it: ``-> List[Pet]``.
    file
        Where it is written, relative to the output folder.
    """

    symbol: Symbol
    path: str
    arguments: tuple[str, ...]
    brief: tuple[str, ...]
    returns: str
    file: str

    @property
    def group(self) -> str:
        """The expression of the group that it is a method of."""
        return self.path.rpartition(".")[0]

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path.rpartition(".")[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class OutlinedType:
    """A type as users of a library know it.

    Attributes
    ----------
    file
        Where it is written, relative to the output folder.
    placing
        Why it is written there, as a clause.
    """

    symbol: Symbol
    name: str
    file: str
    placing: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """Outline of the library of a target: its groups, methods and types.

    Attributes
    ----------
    language
        As people call it.
    construction
        The expression that makes a client, with placeholders for what is needed.
    groups
        Path of a group as the document spells it -> the expression that leads to it; the root's is ``client``.
    declaration
        Symbol of a type -> the lines of its declaration, without documentation.
    """

    target: str
    language: str
    construction: str
    groups: Mapping[tuple[str, ...], str]
    methods: Mapping[Symbol, OutlinedMethod]
    types: Mapping[Symbol, OutlinedType]
    declaration: Callable[[Symbol], tuple[str, ...]]


def plain_outline(sdk: Sdk) -> Outline:
    """Return the outline of an API that no library is made of, with the names of the document."""
    return Outline(
        target="",
        language="",
        construction="",
        groups={group.path: ".".join(("client", *group.path)) for group in sdk.groups()},
        methods={symbol: _plain_method(method) for symbol, method in sdk.methods.items()},
        types={
            symbol: OutlinedType(symbol=symbol, name=origin.name, file="", placing="")
            for symbol in sdk.emitted
            if isinstance(origin := sdk.types[symbol].declaration.origin, Component)
        },
        declaration=lambda symbol: (),
    )


def _plain_method(method: Method) -> OutlinedMethod:
    names = tuple(argument.wire_name or "body" for argument in method.arguments)
    path = ".".join(("client", *method.group, method.operation.name))
    return OutlinedMethod(symbol=method.symbol, path=path, arguments=names, brief=names, returns="", file="")
