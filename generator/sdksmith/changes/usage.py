"""Code of users before and after a change: how a program uses what changed, with either library."""

from __future__ import annotations

from functools import cached_property

from sdksmith.changes.compare import MOVED
from sdksmith.changes.entries import Entry
from sdksmith.changes.reports import named
from sdksmith.surface import Change, Surface, WitnessWriter


class Usage:
    """Writer of code for both states."""

    def __init__(self, old: Surface, new: Surface) -> None:
        self._surfaces = (old, new)

    @cached_property
    def _writers(self) -> tuple[WitnessWriter | None, WitnessWriter | None]:
        old, new = (surface.witnesses() if surface.witnesses is not None else None for surface in self._surfaces)
        return old, new

    def of(self, entry: Entry) -> tuple[str, str]:
        """Return a line of code with the old library, and what stands for it with the new one; ``""`` for nothing.

        An entry of many members is shown by its first.
        """
        first = named(entry)[0]
        change = next(each for each in entry.changes if each.member == first)
        before, after = self._members(change)
        return self._code(0, before), self._code(1, after)

    def _members(self, change: Change) -> tuple[str, str]:
        """Return what is used before and after: a new argument changes the call that it is of."""
        before, after = change.member, change.new if change.code in MOVED else change.member
        owner, is_argument, _ = change.member.partition("(")
        if is_argument and before not in self._surfaces[0].members:
            before = owner
        if is_argument and after not in self._surfaces[1].members:
            after = owner
        return before, after

    def _code(self, which: int, path: str) -> str:
        surface, writer = self._surfaces[which], self._writers[which]
        if path not in surface.members:
            return ""
        if writer is not None:
            return writer.usage(path)
        types = " | ".join(sorted(surface.members[path].types))
        return f"{path} {types}".rstrip()
