"""Edits of generated files -> the same edits in what is generated now, by a three-way merge of git's.

The text that was generated, and that an edit began with, is kept beside the files and is committed with them: history may
be squashed, rewritten or cut off, and nothing is lost. Why: docs/decisions/0044-hand-written-parts.md.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sdksmith.diagnostics import Diagnostics, Location
from sdksmith.output.manifest import Manifest, digest

#: In the output folder: what was generated, of each file that was edited since.
BASE_FOLDER: Final = ".sdksmith-base"

_LABELS: Final = ("yours", "generated before", "generated now")
_BEGIN, _BASE, _MIDDLE, _END = (f"<<<<<<< {_LABELS[0]}", f"||||||| {_LABELS[1]}", "=======", f">>>>>>> {_LABELS[2]}")


@dataclass(frozen=True, slots=True)
class Merging:
    """How edits are kept.

    Attributes
    ----------
    find
        Looks elsewhere for the text that an edit began with: by its path and by the digests that it may have.
    markers
        Conflicts are written into the files, between markers.
    """

    find: Callable[[str, Collection[str]], bytes | None]
    markers: bool = False


@dataclass(slots=True)
class Kept:
    """Edits in what is generated now.

    Attributes
    ----------
    texts, bases
        Path of each edited file -> its text, and what is generated of it.
    conflicts
        Text of each conflict, below a line that says where it is.
    """

    texts: dict[str, bytes] = field(default_factory=dict[str, bytes])
    bases: dict[str, bytes] = field(default_factory=dict[str, bytes])
    conflicts: list[str] = field(default_factory=list[str])


def keep_edits(
    edited: Iterable[str],
    tree: Mapping[str, bytes],
    folder: Path,
    earlier: Manifest,
    merging: Merging,
    diagnostics: Diagnostics,
) -> Kept:
    """Merge edits with what is generated now.

    Parameters
    ----------
    edited
        Paths of files that are not as an earlier run left them.
    tree
        What is generated: path -> text.
    diagnostics
        Gets an error for each conflict, for each result that is no valid source, and where no text is known that an
        edit began with.
    """
    # Imported here, and below, because most runs find no edit.
    import shutil

    kept = Kept()
    for path in edited:
        mine, now = (folder / path).read_bytes(), tree[path]
        location = str(folder / path)
        if line := _unresolved(mine):
            message = "a conflict of an earlier run is not resolved"
            hint = "edit the file: leave what is to stay, and take out the lines of the markers"
            diagnostics.error("edit-unresolved", message, location=_located(location, mine, line), hint=hint)
            continue
        base = find_base(path, folder, earlier, merging.find)
        if base is None:
            diagnostics.error(
                "no-base",
                "the file was edited by hand, and the text that was generated is nowhere to be found",
                location=Location(location),
                hint="fetch the whole history of the repository, or generate with --force and edit the file again",
            )
            continue
        if shutil.which("git") is None and base != now:
            diagnostics.error(
                "git-missing",
                "the file was edited by hand, and there is no git to merge the edit with what is generated now",
                location=Location(location),
                hint="install git",
            )
            continue
        merged, conflicts = (mine, False) if base == now else _merge(mine, base, now)
        if conflicts and path.endswith(".py"):
            merged = _joined(merged)
            conflicts = bool(_hunks(merged))
        if conflicts:
            _report_conflicts(path, location, mine, merged, merging, kept, diagnostics)
        elif merged != mine and (fault := _fault(path, merged)) is not None:
            _report_invalid(location, mine, merged, fault, merging, diagnostics)
        kept.texts[path] = merged
        if merged != now:
            kept.bases[path] = now
    return kept


def find_base(
    path: str, folder: Path, earlier: Manifest, find: Callable[[str, Collection[str]], bytes | None]
) -> bytes | None:
    """Return the text that an edit began with: that of the manifest's digest, beside the files or wherever else it is."""
    wanted = {known[path] for known in (earlier.files, earlier.replacing) if path in known}
    file = folder / BASE_FOLDER / path
    if file.is_file() and not file.is_symlink():
        content = file.read_bytes()
        if digest(content) in wanted:
            return content
    return find(path, wanted)


def kept_bases(folder: Path) -> list[str]:
    """Return the paths of the texts that are kept, from the output folder."""
    found: list[str] = []
    for parent, folders, files in os.walk(folder / BASE_FOLDER):
        folders.sort()
        found += [Path(parent, name).relative_to(folder).as_posix() for name in sorted(files)]
    return found


def _merge(mine: bytes, base: bytes, now: bytes) -> tuple[bytes, bool]:
    """Return the merged text, and whether there are conflicts in it.

    Raises
    ------
    OSError
        git can't do it.
    """
    import subprocess
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="sdksmith-merge-") as temporary:
        for name, text in (("mine", mine), ("base", base), ("now", now)):
            Path(temporary, name).write_bytes(text)
        labels = [part for label in _LABELS for part in ("-L", label)]
        # The arguments are ours, and the files have names of ours.
        process = subprocess.run(  # noqa: S603
            ["git", "merge-file", "-p", "--diff3", *labels, "mine", "base", "now"],  # noqa: S607
            cwd=temporary,
            capture_output=True,
            check=False,
        )
    # It ends with the number of conflicts, up to 127, and with more where it could not merge at all.
    if not 0 <= process.returncode <= 127:
        reason = process.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise OSError(None, f"git can't merge: {reason.removeprefix('error: ')}")
    return process.stdout, process.returncode > 0


def _joined(merged: bytes) -> bytes:
    """Return a merged text with both sides of each conflict of two additions, that of the generator first."""
    from sdksmith.output.joining import may_join

    # Lines are put together as they are, whatever their ends and their encoding.
    lines = merged.split(b"\n")
    for start, hunk in reversed(_hunks(merged)):
        base, middle = hunk.index(_BASE), hunk.index(_MIDDLE)
        mine, now = range(1, base), range(middle + 1, len(hunk) - 1)
        if may_join(*([hunk[at] for at in part] for part in (mine, range(base + 1, middle), now))):
            lines[start : start + len(hunk)] = [lines[start + at] for at in (*now, *mine)]
    return b"\n".join(lines)


def _report_conflicts(
    path: str, location: str, mine: bytes, merged: bytes, merging: Merging, kept: Kept, diagnostics: Diagnostics
) -> None:
    say = diagnostics.warning if merging.markers else diagnostics.error
    for start, lines in _hunks(merged):
        line = _line_before(mine, merged, start)
        kept.conflicts.append("\n".join((f"{path}:{line}", *lines)))
        hint = (
            "resolve it in the file" if merging.markers else "change your lines, or let --conflicts markers write both"
        )
        message = "your edit and what is generated now are of the same lines"
        say("edit-conflict", message, location=_located(location, mine, line), hint=hint)


def _report_invalid(
    location: str, mine: bytes, merged: bytes, fault: tuple[int, str], merging: Merging, diagnostics: Diagnostics
) -> None:
    say = diagnostics.warning if merging.markers else diagnostics.error
    message = f"your edit and what is generated now don't go together: {fault[1]}"
    line = _line_before(mine, merged, fault[0] - 1)
    hint = (
        "mend it in the file"
        if merging.markers
        else "change your lines, or let --conflicts markers write the file as it is"
    )
    say("edit-invalid", message, location=_located(location, mine, line), hint=hint)


def _fault(path: str, text: bytes) -> tuple[int, str] | None:
    # It loads Jinja, and most runs merge nothing.
    from sdksmith.output.faults import invalid_source

    return invalid_source(path, text.decode("utf-8", "replace"))


def _lines(text: bytes) -> list[str]:
    return text.decode("utf-8", "replace").split("\n")


def _unresolved(text: bytes) -> int:
    """Return the first line of a conflict that stands in a file, 0 for none."""
    lines = [line.rstrip("\r") for line in _lines(text)]
    return lines.index(_BEGIN) + 1 if _BEGIN in lines else 0


def _hunks(merged: bytes) -> list[tuple[int, list[str]]]:
    """Return the conflicts of a text: the index of the first line, and the lines."""
    found: list[tuple[int, list[str]]] = []
    inside = False
    for index, line in enumerate(each.rstrip("\r") for each in _lines(merged)):
        if line == _BEGIN:
            found.append((index, []))
            inside = True
        if inside:
            found[-1][1].append(line)
        if line == _END:
            inside = False
    return found


def _line_before(mine: bytes, merged: bytes, index: int) -> int:
    """Return the line of a file, from 1, that a line of the merged text stands for; of a marker the one behind it."""
    from difflib import SequenceMatcher

    at = 0
    for block in SequenceMatcher(None, _lines(mine), _lines(merged), autojunk=False).get_matching_blocks():
        if block.b > index + 1:
            break
        at = block.a + min(block.size, max(index + 1 - block.b, 0))
        if block.b <= index < block.b + block.size:
            return block.a + index - block.b + 1
    return min(at + 1, max(len(_lines(mine)) - 1, 1))


def _located(file: str, text: bytes, line: int) -> Location:
    lines = _lines(text)
    return Location(file, line, 1, excerpt=lines[line - 1].rstrip("\r") if line <= len(lines) else "")
