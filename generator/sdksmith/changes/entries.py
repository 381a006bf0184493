"""Changes, and entries: changes of one cause that a reader takes in at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sdksmith.changes.causes import cause_of
from sdksmith.diagnostics import Pointer
from sdksmith.surface import Break, Bump, Change

#: What an entry is listed under, in this order; ``api`` never moves the version: users of the old library are hit as well.
BUMPS: Final[tuple[Bump, ...]] = ("breaking", "minor", "patch", "api")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Changes of one cause.

    Attributes
    ----------
    members
        Of each change, in their order.
    changes
        Those themselves.
    cause
        What it comes from, in the words of the document.
    places, old_places
        In the new document, and in the old one.
    mirrors
        Those of the members that say others over again, which are among them.
    """

    code: str
    breaks: frozenset[Break]
    silent: bool
    bump: Bump
    old: str
    new: str
    members: tuple[str, ...]
    mirrors: frozenset[str]
    cause: str
    places: tuple[Pointer, ...]
    old_places: tuple[Pointer, ...]
    changes: tuple[Change, ...]


def entries_of(changes: Iterable[Change]) -> list[Entry]:
    """Return the entries of changes: breaking ones first, and silent ones before others."""
    changes = list(changes)
    causes = {(change.code, change.member): _cause(change) for change in changes}
    found: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        # What is said over again has the cause of what it repeats.
        cause = causes.get((change.code, change.mirror)) or causes[change.code, change.member]
        found.setdefault(cause, []).append(change)
    entries = [
        Entry(
            code=some[0].code,
            breaks=frozenset[Break]().union(*(change.breaks for change in some)),
            silent=any(change.silent for change in some),
            bump=some[0].bump,
            old=" / ".join(dict.fromkeys(change.old for change in some if change.old)),
            new=" / ".join(dict.fromkeys(change.new for change in some if change.new)),
            members=tuple(change.member for change in some),
            mirrors=frozenset(
                change.member for change in some if change.mirror and change.mirror in {each.member for each in some}
            ),
            changes=tuple(some),
            cause=cause_of(some[0]),
            places=tuple(dict.fromkeys(change.place for change in some if change.place)),
            old_places=tuple(dict.fromkeys(change.old_place for change in some if change.old_place)),
        )
        for some in found.values()
    ]
    return sorted(entries, key=lambda entry: (BUMPS.index(entry.bump), not entry.silent, entry.code, entry.members))


def _cause(change: Change) -> tuple[str, ...]:
    """Return what changes of one cause have in common."""
    kind = (change.bump, change.code, str(sorted(change.breaks)), str(change.silent))
    if change.bump == "patch":
        return kind
    owner, is_argument, _ = change.member.partition("(")
    if is_argument:
        return (*kind, owner)
    if change.code.startswith("field") and owner.count(".") > 1:
        # The class of a field has become another one.
        return (*kind, owner.rpartition(".")[0])
    if change.code.endswith(("-added", "-removed")):
        # Fields that come in several types at once are one thing; what else comes or goes is listed together.
        return (*kind, change.member.rpartition(".")[2] if change.code.startswith("field") else "")
    # What was one type, and is another here and there, has one cause.
    return (*kind, change.old)
