"""Entries as text, Markdown, a changelog, a commit message, and JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from sdksmith.changes.accepting import Accepted
from sdksmith.changes.compare import MOVED
from sdksmith.changes.entries import BUMPS, Entry
from sdksmith.diagnostics import Location, Pointer, format_pointer
from sdksmith.surface import Bump
from sdksmith.words import counted

_HEADINGS: Final[dict[Bump, str]] = {
    "breaking": "Breaking",
    "minor": "Added",
    "patch": "Documentation",
    "api": "API: no matter of versions",
}
#: As many members of an entry are named.
_NAMED: Final = 4

Locate = Callable[[Pointer], Location]


def sentence(entry: Entry) -> str:
    """Return what an entry says, on one line."""
    what = entry.code.replace("-", " ")
    members = named(entry)
    shown = ", ".join(members[:_NAMED])
    if len(members) > _NAMED:
        owners = {member.rpartition(".")[0] for member in members}
        shown = f"{len(members)} members of {len(owners)}: {shown}, ..."
    if entry.code in MOVED:
        return f"{what}: {shown} -> {entry.new}"
    change = f": {entry.old or 'nothing'} -> {entry.new or 'nothing'}" if entry.old or entry.new else ""
    return f"{what}: {shown}{change}"


def named(entry: Entry) -> list[str]:
    """Return the members that readers are told of: what is said over again goes without saying."""
    return [member for member in entry.members if member not in entry.mirrors]


def marks(entry: Entry) -> str:
    """Return what breaks: ``silent, types, run``."""
    order = ("types", "run", "wire")
    return ", ".join([*(["silent"] if entry.silent else []), *(each for each in order if each in entry.breaks)])


def text_lines(
    entries: Sequence[Entry],
    accepted: Sequence[Accepted],
    old: str,
    new: str,
    bump: Bump | None,
    *,
    details: bool,
) -> list[str]:
    """Return entries for a terminal; what only documents is counted unless `details` are asked for."""
    lines = [f"{old} -> {new}: {bump or 'no change'}"]
    for kind in BUMPS:
        some = [entry for entry in entries if entry.bump == kind]
        if not some:
            continue
        lines += ["", f"{_HEADINGS[kind]} ({len(some)})"]
        if kind == "patch" and not details:
            lines.append(f"  {counted(sum(len(named(entry)) for entry in some), 'member')}: --details names them")
            continue
        lines += [f"  {f'[{marks(entry)}] ' if entry.breaks else ''}{sentence(entry)}" for entry in some]
    if accepted:
        lines += ["", f"Accepted ({len(accepted)})"]
        lines += [f"  {each.change.code.replace('-', ' ')}: {each.change.member}: {each.reason}" for each in accepted]
    return lines


def markdown_lines(entries: Sequence[Entry], accepted: Sequence[Accepted]) -> list[str]:
    """Return entries as a section of a changelog, and the text of a pull request."""
    lines: list[str] = []
    for kind in BUMPS:
        some = [entry for entry in entries if entry.bump == kind]
        if not some:
            continue
        lines += [*([""] if lines else []), f"### {_HEADINGS[kind]}", ""]
        if kind == "patch":
            lines.append(
                f"- texts, limits and defaults of {counted(sum(len(named(entry)) for entry in some), 'member')}"
            )
            continue
        for entry in some:
            members = named(entry)
            shown = ", ".join(f"`{member}`" for member in members[:_NAMED])
            more = f" and {len(members) - _NAMED} more" if len(members) > _NAMED else ""
            change = (
                f": `{entry.old or 'nothing'}` becomes `{entry.new or 'nothing'}`" if entry.old or entry.new else ""
            )
            note = f" ({marks(entry)})" if entry.breaks else ""
            lines.append(f"- {entry.code.replace('-', ' ')}{note}: {shown}{more}{change}")
    if accepted:
        lines += [*([""] if lines else []), "### Accepted", ""]
        lines += [
            f"- {each.change.code.replace('-', ' ')}: `{each.change.member}`: {_in_markdown(each.reason)}"
            for each in accepted
        ]
    return lines or ["No changes."]


def _in_markdown(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", " ".join(text.split()))


def commit_lines(entries: Sequence[Entry], bump: Bump | None) -> list[str]:
    """Return a Conventional Commit, with a footer for each breaking entry."""
    kind = {"breaking": "feat(api)!", "minor": "feat(api)"}.get(bump or "", "docs(api)" if entries else "chore(api)")
    lines = [f"{kind}: follow the API", ""]
    lines += [f"- {sentence(entry)}" for entry in entries if entry.bump == "minor"]
    lines += ["", *(f"BREAKING CHANGE: {sentence(entry)}" for entry in entries if entry.bump == "breaking")]
    return "\n".join(lines).strip().split("\n")


def json_value(
    entries: Sequence[Entry],
    accepted: Sequence[Accepted],
    bump: Bump | None,
    locate: tuple[Locate, Locate],
    usage: Callable[[Entry], tuple[str, str]],
) -> dict[str, Any]:
    """Return entries for programs.

    Parameters
    ----------
    locate
        Place what stands in the old document, and in the new one.
    usage
        Gives code of users before and after.
    """
    return {
        "bump": bump,
        "accepted": [
            {"code": each.change.code, "member": each.change.member, "reason": each.reason} for each in accepted
        ],
        "entries": [_entry(entry, locate, usage) for entry in entries],
    }


def _entry(entry: Entry, locate: tuple[Locate, Locate], usage: Callable[[Entry], tuple[str, str]]) -> dict[str, Any]:
    # What only documents is used as before.
    before, after = usage(entry) if entry.bump != "patch" else ("", "")
    return {
        "code": entry.code,
        "bump": entry.bump,
        "breaks": sorted(entry.breaks),
        "silent": entry.silent,
        "cause": entry.cause,
        "old": entry.old,
        "new": entry.new,
        "before": before,
        "after": after,
        "members": list(entry.members),
        "places": [_place(place, locate[1]) for place in entry.places],
        "old_places": [_place(place, locate[0]) for place in entry.old_places],
    }


def _place(pointer: Pointer, locate: Locate) -> dict[str, Any]:
    found = locate(pointer)
    return {"pointer": format_pointer(pointer), "line": found.line, "file": found.file}
