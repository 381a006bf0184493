"""What the type of a field takes along when it becomes another: fields inside of it, and values of an enum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sdksmith.changes.types import is_kept
from sdksmith.surface import Bump, Change, Member, Surface, is_key


def inside(old: Member, new: Member, states: tuple[Surface, Surface]) -> Iterator[Change]:
    """Yield what comes and goes of a field's class where it becomes another class: fields and values that only one has."""
    if old.kind != "field" or is_key(old) or states[0].compiled:
        return
    classes = [_class(member, state) for member, state in zip((old, new), states, strict=True)]
    if not all(classes) or classes[0] == classes[1]:
        return
    before, after = (_fields(name, state) for name, state in zip(classes, states, strict=True))
    for name in dict.fromkeys((*before, *after)):
        path = f"{old.path}.{name}"
        mirror = f"{old.mirror}.{name}" if old.mirror else ""
        if name not in before:
            yield Change(code="field-added", member=path, bump="minor", mirror=mirror, place=after[name].place)
        elif name in after:
            yield from values_of_another(before[name], after[name], states, path)
        else:
            # What is only sent is not read; what is not known is sent and kept all the same.
            is_read = old.direction in ("received", "both") and not is_kept(before[name])
            yield Change(
                code="field-removed",
                member=path,
                breaks=frozenset(("types", "run")) if is_read else frozenset(("types",)),
                bump="breaking",
                mirror=mirror,
                place=new.place,
                old_place=before[name].place,
            )


def values_of_another(old: Member, new: Member, states: tuple[Surface, Surface], path: str = "") -> Iterator[Change]:
    """Yield the values that a field or an argument has no more, or has now, because its enum is another one.

    Parameters
    ----------
    path
        What the member is called here, where that is not its own path.
    """
    if not old.values or not new.values:
        return
    for code, bump, here, there, other in (
        ("value-removed", "api", old, new, states[1]),
        ("value-added", "minor", new, old, states[0]),
    ):
        known = {_value(each) for each in there.values}
        for each in sorted(here.values):
            enum = each.partition(": ")[0]
            # What has become of the enum itself is said of that.
            if _value(each) in known or (enum in other.members and each not in other.members):
                continue
            yield Change(
                code=code,
                member=f"{path or old.path}: {_value(each)}",
                bump=cast("Bump", bump),
                mirror=f"{old.mirror}: {_value(each)}" if old.mirror else "",
                place=new.place,
                old_place=old.place,
            )


def _class(member: Member, state: Surface) -> str:
    names = member.types - {"None"}
    name = next(iter(names)) if len(names) == 1 else ""
    return name if name in state.members and state.members[name].kind == "class" else ""


def _fields(owner: str, state: Surface) -> dict[str, Member]:
    start = f"{owner}."
    return {
        path[len(start) :]: member
        for path, member in state.members.items()
        if member.kind == "field" and path.startswith(start)
    }


def _value(path: str) -> str:
    return path.partition(": ")[2]
