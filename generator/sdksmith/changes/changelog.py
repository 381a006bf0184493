"""Entries as a section of a changelog (Keep a Changelog 1.1), and as a page for those who migrate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from sdksmith.changes.entries import Entry
from sdksmith.changes.reports import marks, named
from sdksmith.words import counted

#: Gives code of users before and after what an entry is about.
Usages: TypeAlias = Callable[[Entry], tuple[str, str]]
#: Headings in their order.
_HEADINGS: Final = ("Breaking", "Added", "Changed", "Deprecated", "Removed", "API", "Documentation")
#: As many members of an entry are named in a changelog.
_NAMED: Final = 8


def changelog_lines(entries: Sequence[Entry], version: str, usage: Usages) -> list[str]:
    """Return the section of a version."""
    lines = [f"## {version}"]
    for heading in _HEADINGS:
        some = sorted((entry for entry in entries if _heading(entry) == heading), key=_group)
        if not some:
            continue
        lines += ["", f"### {heading}", ""]
        if heading == "Documentation":
            lines.append(
                f"- texts, limits and defaults of {counted(sum(len(named(entry)) for entry in some), 'member')}"
            )
            continue
        for entry in some:
            lines += _item(entry, usage)
    return lines if len(lines) > 1 else [*lines, "", "No changes."]


def migration_lines(entries: Sequence[Entry], version: str, usage: Usages) -> list[str]:
    """Return the page of those who come from the version before."""
    breaking = [entry for entry in entries if entry.bump == "breaking"]
    lines = [f"# Migrating to {version}", ""]
    if not breaking:
        return [*lines, "Nothing has to be changed."]
    silent = [entry for entry in breaking if entry.silent]
    if silent:
        lines += [
            "Type checkers do not tell of everything below: what is marked as silent passes them, and does something else.",
            "",
        ]
    for entry in breaking:
        title = entry.code.replace("-", " ")
        lines += [f"## {title[:1].upper()}{title[1:]}: {', '.join(f'`{each}`' for each in named(entry)[:2])}", ""]
        lines += [f"What breaks: {marks(entry)}.", ""]
        lines += [f"- `{member}`" for member in named(entry)]
        lines += ["", *_before_and_after(entry, "", usage), ""]
    return lines[:-1]


def with_section(text: str, section: Sequence[str]) -> str:
    """Return a changelog with a section before the others; ``""`` stands for one that is not there yet.

    Raises
    ------
    ValueError
        There is a section of that version already.
    """
    if not text.strip():
        text = "# Changelog\n"
    if section[0] in text.splitlines():
        raise ValueError(f"the changelog has a section {section[0].removeprefix('## ')!r} already")
    match = re.search(r"^## (?!\[?Unreleased)", text, re.MULTILINE)
    head, rest = (text[: match.start()], text[match.start() :]) if match else (text, "")
    body = "\n".join(section)
    return f"{head.rstrip()}\n\n{body}\n" + (f"\n{rest}" if rest else "")


def _heading(entry: Entry) -> str:
    if entry.bump in ("breaking", "api", "patch"):
        return {"breaking": "Breaking", "api": "API"}.get(entry.bump, "Documentation")
    if entry.code.endswith("-added"):
        return "Added"
    if entry.code == "stage-changed":
        return "Deprecated" if entry.new == "deprecated" else "Changed"
    return "Removed" if entry.code.endswith("-removed") else "Changed"


def _group(entry: Entry) -> tuple[str, str]:
    """Return what entries are ordered by: methods by their group, types after them."""
    owner = re.split(r"[(:]", entry.members[0])[0]
    return (owner.rpartition(".")[0] if owner.startswith("client.") else "~", entry.members[0])


def _item(entry: Entry, usage: Usages) -> Iterator[str]:
    members = named(entry)
    shown = ", ".join(f"`{member}`" for member in members[:_NAMED])
    more = f" and {len(members) - _NAMED} more" if len(members) > _NAMED else ""
    note = f" ({marks(entry)})" if entry.breaks else ""
    yield f"- {entry.code.replace('-', ' ')}{note}: {shown}{more}"
    if entry.bump == "breaking":
        yield from _before_and_after(entry, "  ", usage)


def _before_and_after(entry: Entry, indent: str, usage: Usages) -> Iterator[str]:
    before, after = usage(entry)
    if before == after:
        # What is written is the same, and what it does is not.
        before, after = (
            f"{text}  # {state}" if text and state else text
            for text, state in ((before, entry.old), (after, entry.new))
        )
    yield f"{indent}- before: `{before or entry.old or named(entry)[0]}`"
    yield f"{indent}- after: `{after}`" if after else f"{indent}- after: there is none"
