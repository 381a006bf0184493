"""Surfaces -> changes: one rule for each thing that can happen to a member (docs/changes.md has the table)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sdksmith.surface import Break, Bump, Change, Member, Surface

_TYPES: Final[frozenset[Break]] = frozenset(("types",))
_TYPES_RUN: Final[frozenset[Break]] = frozenset(("types", "run"))
_RUN: Final[frozenset[Break]] = frozenset(("run",))
_WIRE: Final[frozenset[Break]] = frozenset(("wire",))
_NONE: Final[frozenset[Break]] = frozenset()


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
    changes: list[Change] = []
    for path in sorted(old.members.keys() | new.members.keys()):
        before, after = old.members.get(path), new.members.get(path)
        if before is not None and after is not None:
            changes += _changed(before, after)
        elif before is not None and not _goes_with(before, old, new):
            changes.append(_removed(before, moved.get(path, ""), new))
        elif after is not None and not _goes_with(after, new, old):
            changes.append(_added(after))
    return [_compiled(change, new) for change in changes] if new.compiled else changes


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


def _moved(old: Surface, new: Surface) -> Iterator[tuple[str, str]]:
    """Yield the methods that are gone, each with the one that sends the same request now."""
    gone = [each for path, each in old.members.items() if each.kind == "method" and path not in new.members]
    come = {
        _route(each): path for path, each in new.members.items() if each.kind == "method" and path not in old.members
    }
    for member in gone:
        if _route(member) in come:
            yield member.path, come[_route(member)]


def _route(member: Member) -> tuple[str, str]:
    return member.wire.get("method", ""), member.wire.get("path", "")


def _owner(member: Member) -> str:
    """Return the path of what a member belongs to: a method, a type."""
    if member.kind in ("argument", "setting"):
        return member.path.partition("(")[0]
    if _is_key(member):
        return member.path.partition("[")[0]
    if member.kind in ("error", "value"):
        return member.path.partition(": ")[0]
    return member.path.rpartition(".")[0] if member.kind == "field" else ""


def _is_key(member: Member) -> bool:
    return member.kind == "field" and member.path.endswith("]")


def _goes_with(member: Member, here: Surface, there: Surface) -> bool:
    """Whether the member's owner came or went as a whole, which says enough."""
    owner = _owner(member)
    return owner in here.members and owner not in there.members


def _removed(member: Member, moved_to: str, new: Surface) -> Change:
    place = member.place
    match member.kind:
        case "method":
            code = "method-moved" if moved_to else "method-removed"
            return Change(code=code, member=member.path, breaks=_TYPES_RUN, bump="breaking", new=moved_to, place=place)
        case "value":
            # An enum is open: code with the value goes on, and what the server makes of it is the API's matter.
            return Change(code="value-removed", member=member.path, bump="api", place=place)
        case "error":
            return _change("error-body-removed", member, _RUN, "", "", silent=True)
        case _:
            # A key of a plain dict is sent whether it is known or not.
            breaks = _TYPES if _is_key(member) else _TYPES_RUN
            return Change(
                code=f"{member.kind}-removed",
                member=member.path,
                breaks=breaks,
                bump="breaking",
                mirror=member.mirror,
                place=place,
            )


def _added(member: Member) -> Change:
    if member.required and member.kind in ("argument", "setting"):
        code = f"required-{member.kind}-added"
        return Change(
            code=code, member=member.path, breaks=_TYPES_RUN, bump="breaking", mirror=member.mirror, place=member.place
        )
    if member.kind == "field" and member.required and member.direction in ("sent", "both"):
        # Who builds the type without it is told by a type checker.
        return Change(
            code="required-field-added",
            member=member.path,
            breaks=_TYPES,
            bump="breaking",
            mirror=member.mirror,
            place=member.place,
        )
    if member.kind == "argument" and member.position >= 0:
        return Change(
            code="required-argument-added", member=member.path, breaks=_TYPES_RUN, bump="breaking", place=member.place
        )
    return Change(
        code=f"{member.kind}-added", member=member.path, bump="minor", mirror=member.mirror, place=member.place
    )


def _changed(old: Member, new: Member) -> Iterator[Change]:
    if old.kind != new.kind:
        yield _change("kind-changed", new, _TYPES_RUN, old.kind, new.kind)
        return
    yield from _wire(old, new)
    yield from _presence(old, new)
    if old.types != new.types:
        yield _types(old, new)
    if old.stage != new.stage:
        bump: Bump = "minor" if "deprecated" in (old.stage, new.stage) else "patch"
        yield Change(
            code="stage-changed",
            member=new.path,
            bump=bump,
            old=old.stage,
            new=new.stage,
            mirror=new.mirror,
            place=new.place,
        )
    if old.notes != new.notes:
        yield Change(code="documentation-changed", member=new.path, bump="patch", mirror=new.mirror, place=new.place)


def _wire(old: Member, new: Member) -> Iterator[Change]:
    for fact in sorted(old.wire.keys() | new.wire.keys()):
        before, after = old.wire.get(fact, ""), new.wire.get(fact, "")
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
            yield Change(
                code="field-became-optional", member=new.path, bump="minor", mirror=new.mirror, place=new.place
            )
        return
    if new.required:
        yield _change(f"{new.kind}-became-required", new, _TYPES_RUN, "optional", "required")
    else:
        yield Change(
            code=f"{new.kind}-became-optional", member=new.path, bump="minor", mirror=new.mirror, place=new.place
        )


def _types(old: Member, new: Member) -> Change:
    if new.kind == "class":
        gone = old.types - new.types
        if not gone:
            return Change(
                code="base-added", member=new.path, bump="minor", new=_shown(new.types - old.types), place=new.place
            )
        return _change("base-removed", new, _TYPES_RUN, _shown(gone), "")
    # Whether it may be missing is said only where that has changed.
    both = old.types & new.types & {"None"}
    before, after = _shown(old.types - both), _shown(new.types - both)
    wider, narrower = old.types < new.types, new.types < old.types
    given = new.kind in ("argument", "setting") or new.direction == "sent"
    if (given and (wider or new.types == frozenset(("Any",)))) or (
        not given and new.direction != "both" and narrower and new.kind != "name"
    ):
        code = "type-widened" if given else "type-narrowed"
        return Change(
            code=code, member=new.path, bump="minor", old=before, new=after, mirror=new.mirror, place=new.place
        )
    replaced = not (old.types - {"None"}) & (new.types - {"None"})
    if new.kind == "error":
        # To type checkers the body of an error may be anything.
        return _change("error-body-changed", new, _RUN, before, after, silent=True)
    if new.kind == "method":
        code = "result-changed"
        # What may come beside is no other value where it does not.
        breaks = _TYPES if wider else _TYPES_RUN
    else:
        code = "type-changed"
        breaks = _TYPES_RUN if replaced and not given else _TYPES
    # After isinstance, or where it was Any, types still pass and another branch is taken.
    silent = replaced and not given and new.kind == "field"
    return _change(code, new, breaks, before, after, silent=silent)


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
        place=member.place,
    )
