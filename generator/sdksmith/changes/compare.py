"""Surfaces -> changes: one rule for each thing that can happen to a member (docs/changes.md has the table)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sdksmith.changes.inside import inside, values_of_another
from sdksmith.changes.types import is_kept, reads_as, reads_otherwise, renamed, takes
from sdksmith.holdings import held_otherwise, holdings
from sdksmith.surface import Break, Bump, Change, Member, Surface, is_key

_TYPES: Final[frozenset[Break]] = frozenset(("types",))
_TYPES_RUN: Final[frozenset[Break]] = frozenset(("types", "run"))
_RUN: Final[frozenset[Break]] = frozenset(("run",))
_WIRE: Final[frozenset[Break]] = frozenset(("wire",))
_NONE: Final[frozenset[Break]] = frozenset()
#: Codes of what has another path now, which is what it is.
MOVED: Final = ("method-moved", "client-renamed", "argument-renamed")


def compare(old: Surface, new: Surface) -> list[Change]:
    """Return what changed, in the order of paths.

    Raises
    ------
    ValueError
        The surfaces are of different targets.
    """
    if old.target != new.target:
        raise ValueError(f"{old.target} can't be compared with {new.target}")
    moved = dict(_moved(old, new))
    names = _Names(old, new)
    renamed_arguments = dict(_renamed(old, new))
    others = frozenset(renamed_arguments.values())
    changes: list[Change] = []
    for path in sorted(old.members.keys() | new.members.keys()):
        before, after = old.members.get(path), new.members.get(path)
        if before is not None and after is not None:
            changes += _changed(names.as_now(before), after, names)
        elif before is not None and path in renamed_arguments:
            after = new.members[renamed_arguments[path]]
            changes.append(_change("argument-renamed", before, _TYPES_RUN, "", after.path))
            changes += _changed(replace(names.as_now(before), path=after.path), after, names)
        elif path in others:
            continue
        elif before is not None and not _goes_with(before, old, new):
            changes.append(_removed(before, moved.get(path, ""), new))
        elif after is not None and after.kind != "client" and not _goes_with(after, new, old):
            changes.append(_added(after))
    if new.compiled:
        changes = [_compiled(change, new) for change in changes]
    return [_placed(change, old, new) for change in changes]


def _placed(change: Change, old: Surface, new: Surface) -> Change:
    """Return a change that knows where its member stands in both documents."""
    before = old.members.get(change.member)
    after = new.members.get(change.new if change.code in MOVED else change.member)
    return replace(
        change,
        place=after.place if after is not None else change.place,
        old_place=before.place if before is not None else change.old_place,
    )


def _compiled(change: Change, new: Surface) -> Change:
    """Return what a change means where programs are compiled: what does not fit the types never runs, or sends anything."""
    if "types" in change.breaks and change.code == "required-field-added":
        # A literal without the field compiles. A plain value is sent as it is then; what can be nil is left out.
        (written,) = new.members[change.member].types
        if written == "any" or written.startswith(("*", "[]", "map[")):
            return replace(change, breaks=_NONE, bump="api")
        return replace(change, breaks=_WIRE, silent=True)
    if change.code == "field-became-required":
        # Where that changes what can be written, the type says so.
        return replace(change, breaks=_NONE, bump="api")
    if change.code == "value-removed":
        # Its constant is gone.
        return replace(change, breaks=_TYPES, bump="breaking")
    return replace(change, breaks=_TYPES, silent=False) if "types" in change.breaks else change


class _Names:
    """The classes that types name, in both states."""

    def __init__(self, old: Surface, new: Surface) -> None:
        self._old, self._new = self.states = (old, new)
        # A class that has become another name for something: who names it means that.
        self._become = {
            path: new.members[path].types
            for path, member in old.members.items()
            if member.kind == "class" and path in new.members and new.members[path].kind == "name"
        }
        self._tags = tuple(_tags(surface) for surface in (old, new))
        #: What users hold to prove who they are.
        self.held = holdings(old.members.values(), old.credentials, new.credentials)

    def as_now(self, member: Member) -> Member:
        """Return a member of the old state, with what its names stand for now; who gives a value gives what he did."""
        if not self._become or member.kind in ("argument", "setting") or is_key(member):
            return member
        return replace(member, types=renamed(member.types, self._become))

    def is_gone(self, name: str) -> bool:
        """Whether there was such a name, and is none any more."""
        return name in self._old.members and name not in self._new.members

    def is_held(self, setting: Member) -> bool:
        """Whether a call is sent with a credential."""
        name = setting.path.partition("(")[2].removesuffix(")")
        return any(name in held for held in self.held)

    def apart(self, before: str, after: str) -> bool:
        """Whether a class of the old state and one of the new have no value in common, as a tag tells."""
        old, new = self._tags[0].get(before, {}), self._tags[1].get(after, {})
        return any(not old[wire] & new[wire] for wire in old.keys() & new.keys())


def _tags(surface: Surface) -> dict[str, dict[str, frozenset[str]]]:
    """Return class -> wire name -> values, of fields that have one of some values."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for path, member in surface.members.items():
        if member.kind == "field" and member.types and all(each.startswith("Literal[") for each in member.types):
            found.setdefault(path.rpartition(".")[0], {})[member.wire.get("name", "")] = member.types
    return found


def _moved(old: Surface, new: Surface) -> Iterator[tuple[str, str]]:
    """Yield the methods that are gone, each with the one that sends the same request now."""
    gone = [each for path, each in old.members.items() if each.kind == "method" and path not in new.members]
    come = {
        _route(each): path for path, each in new.members.items() if each.kind == "method" and path not in old.members
    }
    for member in gone:
        # A method that somebody wrote sends what only they know.
        if all(_route(member)) and _route(member) in come:
            yield member.path, come[_route(member)]


def _renamed(old: Surface, new: Surface) -> Iterator[tuple[str, str]]:
    """Yield the arguments that are given by position and have another name at the same one."""
    if new.compiled:
        return
    places = {
        (_owner(each), each.position): path
        for path, each in new.members.items()
        if each.kind == "argument" and each.position >= 0 and path not in old.members
    }
    for path, member in old.members.items():
        if member.kind == "argument" and member.position >= 0 and path not in new.members:
            place = (_owner(member), member.position)
            if place in places:
                yield path, places[place]


def _route(member: Member) -> tuple[str, str]:
    return member.wire.get("method", ""), member.wire.get("path", "")


def _owner(member: Member) -> str:
    """Return the path of what a member belongs to: a method, a type."""
    if member.kind in ("argument", "setting"):
        return member.path.partition("(")[0]
    if is_key(member):
        return member.path.partition("[")[0]
    if member.kind in ("error", "value"):
        return member.path.partition(": ")[0]
    return member.path.rpartition(".")[0] if member.kind == "field" else ""


def _goes_with(member: Member, here: Surface, there: Surface) -> bool:
    """Whether the member's owner came or went as a whole, which says enough."""
    owner = _owner(member)
    if owner not in here.members:
        return False
    return owner not in there.members or here.members[owner].kind != there.members[owner].kind


def _removed(member: Member, moved_to: str, new: Surface) -> Change:
    match member.kind:
        case "method":
            code = "method-moved" if moved_to else "method-removed"
            return Change(code=code, member=member.path, breaks=_TYPES_RUN, bump="breaking", new=moved_to)
        case "value":
            # An enum is open: code with the value goes on, and what the server makes of it is the API's matter.
            return Change(code="value-removed", member=member.path, bump="api")
        case "client":
            now = next((path for path, each in new.members.items() if each.kind == "client"), "")
            return Change(code="client-renamed", member=member.path, breaks=_TYPES_RUN, bump="breaking", new=now)
        case "requirement":
            return _change("requirement-removed", member, _RUN, _shown(member.types), "")
        case "error":
            return _change("error-body-removed", member, _RUN, "", "", silent=True)
        case _:
            # What is not known is sent and kept all the same.
            kept = member.direction == "sent" or is_kept(member)
            breaks = _TYPES if member.kind == "field" and kept else _TYPES_RUN
            return Change(
                code=f"{member.kind}-removed",
                member=member.path,
                breaks=breaks,
                bump="breaking",
                mirror=member.mirror,
            )


def _added(member: Member) -> Change:
    if member.required and member.kind in ("argument", "setting"):
        code = f"required-{member.kind}-added"
        return Change(code=code, member=member.path, breaks=_TYPES_RUN, bump="breaking", mirror=member.mirror)
    if member.kind == "field" and member.required and member.direction in ("sent", "both"):
        # Who builds the type without it is told by a type checker.
        return Change(
            code="required-field-added", member=member.path, breaks=_TYPES, bump="breaking", mirror=member.mirror
        )
    if member.kind == "argument" and member.position >= 0:
        return Change(code="required-argument-added", member=member.path, breaks=_TYPES_RUN, bump="breaking")
    return Change(code=f"{member.kind}-added", member=member.path, bump="minor", mirror=member.mirror)


def _changed(old: Member, new: Member, names: _Names) -> Iterator[Change]:
    if old.kind != new.kind:
        yield _change("kind-changed", new, _TYPES_RUN if old.kind == "class" else _TYPES, old.kind, new.kind)
        return
    if new.kind == "package":
        if old.types != new.types:
            yield _change("package-renamed", new, _TYPES_RUN, _shown(old.types), _shown(new.types))
        return
    if new.kind == "requirement":
        if old.types != new.types:
            yield _requirement(old, new)
        return
    yield from _wire(old, new, names)
    yield from _presence(old, new)
    if old.types != new.types:
        yield _types(old, new, names)
        yield from inside(old, new, names.states)
    yield from values_of_another(old, new, names.states)
    if old.stage != new.stage:
        bump: Bump = "minor" if "deprecated" in (old.stage, new.stage) else "patch"
        yield Change(code="stage-changed", member=new.path, bump=bump, old=old.stage, new=new.stage, mirror=new.mirror)
    if old.notes != new.notes:
        yield Change(code="documentation-changed", member=new.path, bump="patch", mirror=new.mirror)


def _requirement(old: Member, new: Member) -> Change:
    """Return what it means to need another version: who has only what sufficed can't install the library."""
    before, after = _shown(old.types), _shown(new.types)
    if _least(after) > _least(before):
        return _change("requirement-raised", new, _RUN, before, after)
    return Change(code="requirement-changed", member=new.path, bump="minor", old=before, new=after)


def _least(versions: str) -> tuple[int, ...]:
    """Return the least version of a range: of Python with its minor version, of others the major one."""
    match = re.search(r">=\s*(\d+(?:\.\d+)*)", versions)
    return tuple(map(int, match[1].split("."))) if match is not None else ()


def _wire(old: Member, new: Member, names: _Names) -> Iterator[Change]:
    for fact in sorted(old.wire.keys() | new.wire.keys()):
        before, after = old.wire.get(fact, ""), new.wire.get(fact, "")
        if fact == "security" and held_otherwise(before, after, names.held) is None:
            continue
        if fact == "credential" and not names.is_held(old):
            continue
        if before != after:
            yield _change(f"{fact.replace(' ', '-')}-changed", new, _WIRE, before, after, silent=True)
    if old.position != new.position:
        both_by_position = old.position >= 0 and new.position >= 0
        breaks: frozenset[Break] = _WIRE if both_by_position and old.types == new.types else _TYPES_RUN
        yield _change(
            "position-changed", new, breaks, str(old.position + 1), str(new.position + 1), silent=breaks == _WIRE
        )


def _presence(old: Member, new: Member) -> Iterator[Change]:
    if old.required == new.required or old.kind not in ("argument", "setting", "field"):
        return
    if old.kind == "field":
        if new.required and new.direction in ("sent", "both"):
            yield _change("field-became-required", new, _TYPES, "optional", "required")
        elif not new.required and new.direction == "sent":
            yield Change(code="field-became-optional", member=new.path, bump="minor", mirror=new.mirror)
        return
    if new.required:
        yield _change(f"{new.kind}-became-required", new, _TYPES_RUN, "optional", "required")
    else:
        yield Change(code=f"{new.kind}-became-optional", member=new.path, bump="minor", mirror=new.mirror)


def _types(old: Member, new: Member, names: _Names) -> Change:
    if new.kind == "class":
        gone = old.types - new.types
        if not gone:
            return Change(code="base-added", member=new.path, bump="minor", new=_shown(new.types - old.types))
        return _change("base-removed", new, _TYPES_RUN, _shown(gone), "")
    # Whether it may be missing is said only where that has changed.
    both = old.types & new.types & {"None"}
    before, after = _shown(old.types - both), _shown(new.types - both)
    if new.kind == "error":
        # To type checkers the body of an error may be anything.
        return _change("error-body-changed", new, _RUN, before, after, silent=True)
    given = new.kind in ("argument", "setting") or new.direction in ("sent", "both")
    read = new.kind in ("method", "reader") or (new.direction in ("received", "both") and not is_key(new))
    refused = (given and not new.is_open and not takes(new.types, old.types)) or (
        read and not reads_as(new.types, old.types)
    )
    otherwise = read and new.kind != "name" and reads_otherwise(old.types, new.types, names.apart)
    if new.kind == "method" and frozenset(("None",)) in (old.types, new.types):
        otherwise = otherwise or "None" not in old.types & new.types
    breaks = (_TYPES if refused else _NONE) | (_RUN if otherwise else _NONE)
    if not breaks:
        code = "type-widened" if given else "type-narrowed"
        return Change(code=code, member=new.path, bump="minor", old=before, new=after, mirror=new.mirror)
    # After isinstance, or where it was Any, types still pass and another branch is taken.
    silent = otherwise and (new.kind == "field" or not refused) and not any(map(names.is_gone, old.types))
    return _change(
        "result-changed" if new.kind == "method" else "type-changed", new, breaks, before, after, silent=silent
    )


def _shown(types: frozenset[str]) -> str:
    return " | ".join(sorted(types, key=lambda text: (text == "None", text)))


def _change(code: str, member: Member, breaks: frozenset[Break], old: str, new: str, *, silent: bool = False) -> Change:
    return Change(
        code=code,
        member=member.path,
        breaks=breaks,
        silent=silent,
        bump="breaking",
        old=old,
        new=new,
        mirror=member.mirror,
    )
