"""Bytes from a file or standard input, within limits, and the text they stand for."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from sdksmith.diagnostics import Location

#: Longest first: the UTF-32 mark begins with the UTF-16 one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Which of the first bytes are zero, where the text begins with ASCII characters.
_ZERO_PATTERNS = {"000x": "utf-32-be", "x000": "utf-32-le", "0x": "utf-16-be", "x0": "utf-16-le"}


class InputProblem(Exception):
    """Problem with an input; becomes a diagnostic where the use of the input is known.

    Attributes
    ----------
    code, message, hint
        As in a diagnostic.
    location
        The place inside the input, if it was read that far.
    related
        Other places in the input, each with what it is.
    others
        More problems of the same input, found in the same reading.
    """

    def __init__(
        self,
        code: str,
        message: str,
        hint: str = "",
        location: Location | None = None,
        related: tuple[tuple[str, Location], ...] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.location = location
        self.related = related
        self.others: tuple[InputProblem, ...] = ()

    def all(self) -> tuple[InputProblem, ...]:
        """Return this problem and the others."""
        return (self, *self.others)


def joined(problems: list[InputProblem]) -> InputProblem:
    """Return the first of some problems, which carries the others."""
    first = problems[0]
    first.others = tuple(problems[1:])
    return first


def is_url(source: str) -> bool:
    """Whether the source is to be fetched over HTTP."""
    return source.lower().startswith(("http://", "https://"))


def read_file(path: Path, max_bytes: int, *, regular_only: bool) -> bytes:
    """Read a file.

    Parameters
    ----------
    path
        What to read.
    max_bytes
        The most that may be read.
    regular_only
        Refuse anything but plain files: a reference to a pipe or a device would wait for ever.

    Raises
    ------
    InputProblem
        It can't be read, or is too large.
    """
    try:
        # A pipe that nobody writes to would already block the open.
        if regular_only and not stat.S_ISREG(os.stat(path).st_mode):
            raise InputProblem(
                "unreadable", f"{path.name} is not a regular file", "only files are followed: not pipes, nor devices"
            )
        with open(path, "rb") as stream:
            return _read_stream(stream, max_bytes)
    except FileNotFoundError as error:
        raise InputProblem("unreadable", "the file does not exist", _nearest(path)) from error
    except IsADirectoryError as error:
        raise InputProblem("unreadable", "this is a folder, not a document", _inside(path)) from error
    except (OSError, ValueError) as error:
        reason = (
            (error.strerror or "unknown error").lower()
            if isinstance(error, OSError)
            else "the name is not a valid path"
        )
        hint = "check its permissions" if isinstance(error, PermissionError) else "check its name"
        raise InputProblem("unreadable", f"the file can't be read: {reason}", hint) from error


_DOCUMENTS = (".json", ".yaml", ".yml")


def _nearest(path: Path) -> str:
    """Return a hint that names the file that may be meant."""
    from difflib import get_close_matches

    try:
        names = [each.name for each in path.parent.iterdir() if each.is_file()]
    except OSError:
        return f"there is no folder {path.parent.name!r} either" if path.parent.name else ""
    close = get_close_matches(path.name, names, 1)
    return f"did you mean {close[0]!r}?" if close else "check its name, and the folder that you are in"


def _inside(path: Path) -> str:
    """Return a hint that names the documents of a folder."""
    try:
        names = sorted(each.name for each in path.iterdir() if each.suffix.lower() in _DOCUMENTS and each.is_file())
    except OSError:
        names = []
    if not names:
        return "name the document, a file in JSON or YAML"
    shown = ", ".join(names[:5]) + (", ..." if len(names) > 5 else "")
    return f"name the document itself; the folder holds {shown}"


def read_standard_input(max_bytes: int) -> bytes:
    """Read standard input to its end.

    Raises
    ------
    InputProblem
        It can't be read, or is too large.
    """
    try:
        return _read_stream(sys.stdin.buffer, max_bytes)
    except (OSError, ValueError, AttributeError) as error:
        raise InputProblem(
            "unreadable", "standard input can't be read", "pipe a document into sdksmith, or name a file"
        ) from error


def _read_stream(stream: BinaryIO, max_bytes: int) -> bytes:
    content = stream.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise too_large(max_bytes)
    return content


def too_large(max_bytes: int) -> InputProblem:
    """Return the problem of an input that is larger than it may be."""
    return InputProblem(
        "too-large", f"the input is larger than {max_bytes} bytes", "raise max_bytes under [input] in the configuration"
    )


def decode(content: bytes, name: str) -> str:
    """Return the text of a JSON or YAML file, without its byte order mark.

    Without a mark, zero bytes near the start give UTF-16 and UTF-32 away, since both formats begin with an ASCII
    character (YAML 1.2.2 section 5.2); anything else is UTF-8.

    Raises
    ------
    InputProblem
        The bytes are not valid in that encoding.
    """
    encoding = "utf-8"
    for mark, candidate in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            encoding = candidate
            content = content[len(mark) :]
            break
    else:
        zeros = "".join("0" if byte == 0 else "x" for byte in content[:4])
        encoding = _ZERO_PATTERNS.get(zeros) or _ZERO_PATTERNS.get(zeros[:2]) or "utf-8"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        # Imported here because it is needed for this fault only.
        from sdksmith.document.syntax.positions import location_at

        before = content[: error.start].decode(encoding, "replace")
        raise InputProblem(
            "encoding",
            f"the file is not valid {encoding.upper()}: {error.reason}",
            "save the file as UTF-8",
            location_at(name, content.decode(encoding, "replace"), len(before)),
        ) from error
