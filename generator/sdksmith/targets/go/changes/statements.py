"""Statements that compile only where a member is what it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sdksmith.surface import Change, Member

_LITERAL: Final = re.compile(r'"(?:[^"\\]|\\.)*"|`[^`]*`|//[^\n]*|\.\.\.')
_LOOKED_UP: Final = re.compile(r"(?<![\w.)])([a-z]\w*)\.")


def names_in(text: str) -> set[str]:
    """Return the names that something is looked up in: packages and variables."""
    return set(_LOOKED_UP.findall(_LITERAL.sub(" ", text)))


class StatementWriter:
    """Writes statements about the members of the old state."""

    def __init__(self, members: Mapping[str, Member]) -> None:
        self._members = members
        self._arguments: dict[str, list[Member]] = {}
        self._parts: dict[str, list[Member]] = {}
        for member in members.values():
            if member.kind == "argument":
                self._arguments.setdefault(member.path.partition("(")[0], []).append(member)
            elif member.kind == "field":
                self._parts.setdefault(member.path.rpartition(".")[0], []).append(member)

    def lines(self, change: Change) -> Iterator[str]:
        """Yield what compiles with the old module, and not with the new one; ``c`` is a client."""
        member = self._members.get(change.member) or self._members.get(change.member.partition("(")[0])
        if member is None:
            return
        written = next(iter(member.types), "")
        match member.kind:
            case "method" | "argument":
                yield self._method(member.path.partition("(")[0])
            case "class" if change.code == "kind-changed":
                # What it has become may be named as before.
                yield f"var _ struct{{ *{member.path} }}"
                yield from map(_field, self._parts.get(member.path, ()))
            case "name" if change.code in ("kind-changed", "type-changed"):
                # Of an enum, the type that it is made of.
                yield f"var _ = (*{written})((*{member.path})(nil))"
            case "class" | "name":
                yield f"var _ *{member.path}"
            case "field":
                yield _field(member)
            case "value":
                owner, _, constant = member.path.partition(": ")
                yield f"const _ {owner} = {constant}"
            case "setting" if written:
                yield f"var _ {written} option.RequestOption = {member.path}"
            case _:
                return

    def _method(self, path: str) -> str:
        given = sorted(self._arguments.get(path, ()), key=lambda argument: argument.position)
        taken = ", ".join(("context.Context", *(next(iter(each.types)) for each in given), "...option.RequestOption"))
        returned = next(iter(self._members[path].types), "")
        return f"var _ func({taken}) {returned} = c{path.removeprefix('client')}"


def _field(member: Member) -> str:
    owner, _, name = member.path.rpartition(".")
    if member.types == frozenset(("any",)):
        # Anything can stand where anything is wanted; only of that can be asked what it is.
        return f"_, _ = (*new({owner})).{name}.(map[string]any)"
    return f"var _ {next(iter(member.types))} = (*new({owner})).{name}"
