"""From a line of a library to the part of the document that it comes from, and back.

Nothing is kept for this when a library is generated: declarations are looked for in the file, by the names that its outline has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from sdksmith.diagnostics import format_pointer
from sdksmith.inspection.details import detail_lines
from sdksmith.inspection.ledger import place_of
from sdksmith.inspection.lookup import Subject
from sdksmith.inspection.parts import part_of
from sdksmith.report import visible

if TYPE_CHECKING:
    from sdksmith.diagnostics import Pointer
    from sdksmith.pipeline import Inspection

#: Begins a declaration, in the languages that there are targets for.
_DECLARATION: Final = re.compile(
    r"(\s*)(?:(?:async )?def (\w+)\(|class (\w+)[(:\[]|func (?:\([^)]*\) )?(\w+)[(\[]|type (\w+)\s|(\w+)(?:: [^=]+)? = )"
)


def why_lines(inspection: Inspection, output: Path, file: Path, line: int, width: int) -> Iterator[str]:
    """Yield which part of the document a line comes from, and the reasons for what it is, safe to print.

    Parameters
    ----------
    output
        Folder of the target that the inspection shows.
    line
        Counted from 1.

    Raises
    ------
    LookupError
        The file or the line is not there, or it comes from no one part of the document.
    """
    path = file.resolve().relative_to(output.resolve()).as_posix()
    lines = _lines_of(file)
    if not 0 < line <= len(lines):
        raise LookupError(f"{file} has {len(lines)} lines")
    begins = [(0, None), *_declarations(inspection, path, lines[:line])]
    start, subject = begins[-1]
    if subject is None:
        yield from map(visible, _of_file(inspection, path, f"{file}:{line}", lines))
        return
    pointer = part_of(inspection, subject, lines[start - 1 : line])
    yield visible(f"{file}:{line} comes from {_place(inspection, pointer)}")
    yield ""
    yield from detail_lines(inspection, subject, width)


def _of_file(inspection: Inspection, path: str, place: str, lines: list[str]) -> Iterator[str]:
    """Yield what a line is from that comes from no one part of the document: the file as a whole.

    Raises
    ------
    LookupError
        The file is none of the target's.
    """
    if path not in inspection.files:
        raise LookupError(f"{place} is in no file that would be generated")
    yield f"{place} comes from no one part of the document"
    yield ""
    source = inspection.files[path]
    yield f"  laid out by {source}" if source.endswith(".j2") else f"  a copy of {source or 'a file of your own'}"
    declared = dict.fromkeys(subject for _, subject in _declarations(inspection, path, lines) if subject is not None)
    outline = inspection.outline
    for subject in declared:
        name = outline.methods[subject.key].path if subject.kind == "method" else outline.types[subject.key].name
        yield f"  has {name}, from {_place(inspection, subject.key)}"


def where_lines(inspection: Inspection, output: Path, pointer: Pointer) -> Iterator[str]:
    """Yield what a part of the document became in the library that is shown, safe to print; nothing where it is in none."""
    subject = _subject(inspection, pointer)
    if subject is None:
        return
    outline = inspection.outline
    if subject.kind == "method":
        name, path = outline.methods[subject.key].path, outline.methods[subject.key].file
    else:
        name, path = outline.types[subject.key].name, outline.types[subject.key].file
    file = output / path
    # A library that was not written yet, or not lately, has no such line.
    lines = _lines_of(file) if path and file.is_file() else []
    line = _line_of(inspection, path, lines, subject, pointer)
    shown = f"{file}:{line}" if line else f"{file}" if path else ""
    yield visible(f"  {outline.target:<10}  {name}  {shown}".rstrip())
    for entry in inspection.ledger.degraded(outline.target):
        if entry.pointer[: len(pointer)] == pointer:
            place = inspection.locate(place_of(inspection, entry))
            yield visible(f"  {'':<10}  {place}: {entry.name}: {entry.reason}")


def heading(inspection: Inspection, pointer: Pointer) -> str:
    """Return a place of the document, as a line that is safe to print."""
    return visible(_place(inspection, pointer))


def pointer_at(inspection: Inspection, file: str, line: int) -> Pointer:
    """Return the innermost part of the document that has a line of a file.

    Raises
    ------
    LookupError
        There is none.
    """
    pointer: Pointer = ()
    while True:
        node = inspection.node(pointer)
        keys: list[str] = []
        if isinstance(node, Mapping):
            keys = [str(key) for key in cast("Mapping[object, object]", node)]
        elif isinstance(node, list):
            keys = [str(index) for index in range(len(cast("list[object]", node)))]
        best, deepest = 0, pointer
        for key in keys:
            place = inspection.locate((*pointer, key))
            if best < place.line <= line and Path(place.file).resolve() == Path(file).resolve():
                best, deepest = place.line, (*pointer, key)
        if deepest == pointer:
            break
        pointer = deepest
    if not pointer:
        raise LookupError(f"{file}:{line} is no part of the document")
    return pointer


def _lines_of(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or "unknown error").lower() if isinstance(error, OSError) else "it is not UTF-8"
        raise LookupError(f"{file} can't be read: {reason}") from error


def _declarations(inspection: Inspection, path: str, lines: list[str]) -> Iterator[tuple[int, Subject | None]]:
    """Yield the lines where declarations begin, each with what it declares; ``None`` for what is no method or type."""
    known = {
        each.name: Subject("type", symbol) for symbol, each in inspection.outline.types.items() if each.file == path
    }
    known |= {
        each.name: Subject("method", symbol) for symbol, each in inspection.outline.methods.items() if each.file == path
    }
    depth: int | None = None
    for number, line in enumerate(lines, 1):
        found = _DECLARATION.match(line)
        if found is None:
            continue
        indentation, name = len(found[1]), found[found.lastindex or 0]
        subject = known.get(name)
        is_assignment = found[6] is not None
        if subject is not None and (depth is None or indentation <= depth or not is_assignment):
            depth = indentation
            yield number, subject
        elif depth is not None and indentation <= depth:
            depth = None
            yield number, None


def _line_of(inspection: Inspection, path: str, lines: list[str], subject: Subject, pointer: Pointer) -> int:
    """Return the line of a property or an argument in a declaration, else that of the declaration; 0 where there is none."""
    begins = [*_declarations(inspection, path, lines), (len(lines) + 1, None)]
    for (start, found), (end, _) in pairwise(begins):
        if found == subject:
            inner = range(start + 1, end) if pointer != subject.key else ()
            parts = (at for at in inner if part_of(inspection, subject, lines[start - 1 : at]) == pointer)
            return next(parts, start)
    return 0


def _subject(inspection: Inspection, pointer: Pointer) -> Subject | None:
    for length in range(len(pointer), 0, -1):
        if pointer[:length] in inspection.outline.methods:
            return Subject("method", pointer[:length])
        if pointer[:length] in inspection.outline.types:
            return Subject("type", pointer[:length])
    return None


def _place(inspection: Inspection, pointer: Pointer) -> str:
    return f"{inspection.locate(pointer)} ({format_pointer(pointer)})"
