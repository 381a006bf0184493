"""Files to send, as parts of ``multipart/form-data`` (RFC 7578)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import SEEK_END
from pathlib import Path
from typing import IO, Any, cast

from .omit import OMIT
from .parameters import format_value, json_text

_CHUNK = 1 << 16

#: What a file holds: bytes, text, or a binary file that is read while it is sent.
FileContent = bytes | str | IO[bytes]

#: A file: its content alone, or with a name, a content type and headers of the part.
File = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)

_ANY_BYTES = "application/octet-stream"
#: A part as the HTTP library takes it: field name, and a file in one of its forms.
Part = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class FieldPart:
    """A plain value of a multipart body whose part has a type, or headers, of its own."""

    value: Any
    content_type: str | None
    headers: Mapping[str, str] | None


def typed_part(
    value: Any,
    content_type: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
) -> Any:
    """Give a plain value the content type that the document names; a list, each entry."""
    if value is None or value is OMIT:
        return value
    entries = _entries(value, (list, tuple, set))
    return [FieldPart(entry, content_type, headers) for entry in entries]


def typed_file(
    value: Any,
    content_type: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
) -> Any:
    """Give a :data:`File` the content type that the document names, if it has none."""
    if value is None or value is OMIT:
        return value
    named: tuple[Any, ...] = (file_name(value), value)
    if isinstance(value, tuple):
        named = cast(Any, value)
    name, content, own_type, own_headers = (*named, None, None)[:4]
    return (
        name,
        content,
        own_type or content_type or _ANY_BYTES,
        {**(headers or {}), **(own_headers or {})},
    )


def file_list(
    values: Any,
    content_type: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
) -> Any:
    """See a sequence of files as a list, in which a tuple is one file with a name."""
    if values is None or values is OMIT:
        return values
    if content_type is None and headers is None:
        return list(values)
    return [typed_file(value, content_type, headers=headers) for value in values]


def file_name(content: Any) -> str:
    """Return the name under which a file without one is sent."""
    name = getattr(content, "name", None)
    return Path(name).name if isinstance(name, str) and name else "upload"


def form_parts(
    fields: Mapping[str, Any] | None, files: Mapping[str, Any] | None
) -> list[Part]:
    """List the parts of a multipart body.

    Parameters
    ----------
    fields
        Plain values. A list becomes a part for each entry; a model or mapping a part
        of type ``application/json`` (OpenAPI 3.1, section 4.8.15).
    files
        For each field a :data:`File`, or a list of them.
    """
    parts: list[Part] = []
    for name, value in _given(fields):
        for item in _entries(value, (list, tuple, set)):
            parts.append((name, _field_part(item)))
    for name, value in _given(files):
        # A tuple is one file, with a name.
        for item in _entries(value, (list,)):
            parts.append((name, item))
    return parts


def _given(values: Mapping[str, Any] | None) -> Iterator[tuple[str, Any]]:
    for name, value in (values or {}).items():
        if value is not None and value is not OMIT:
            yield name, value


def _entries(value: Any, lists: tuple[type[Any], ...]) -> list[Any]:
    return list(value) if isinstance(value, lists) else [value]


def _field_part(value: Any) -> Any:
    # No file name: RFC 7578 tells a field from a file by it.
    if isinstance(value, FieldPart):
        is_json = (value.content_type or "").partition(";")[0].strip().endswith("json")
        plain = json_text if is_json else format_value
        content = plain(value.value).encode("utf-8")
        headers = dict(value.headers or {})
        return (None, content, value.content_type, headers)
    if isinstance(value, Mapping) or hasattr(value, "model_dump"):
        return (None, json_text(value).encode("utf-8"), "application/json")
    return (None, format_value(value).encode("utf-8"))


def can_be_sent_again(parts: Iterable[Part]) -> bool:
    """Return whether every part can be read a second time, as a retry does."""
    return all(_rewindable(value) for _, value in parts)


def length_left(content: Any) -> int | None:
    """Return how many bytes a file has yet to give, if it can tell."""
    try:
        at: int = content.tell()
        end: int = content.seek(0, SEEK_END)
        content.seek(at)
    except (AttributeError, OSError):
        return None
    return end - at


async def read_piecewise(content: Any) -> AsyncIterator[bytes]:
    """Yield what a file or another iterable of bytes holds, for an asynchronous body."""
    read = getattr(content, "read", None)
    pieces = content if read is None else iter(lambda: read(_CHUNK), b"")
    for piece in pieces:
        yield piece


def _rewindable(part: Any) -> bool:
    content: Any = cast(Any, part[1]) if isinstance(part, tuple) else part
    if isinstance(content, (bytes, str)):
        return True
    seekable = getattr(content, "seekable", None)
    return bool(seekable and seekable())
