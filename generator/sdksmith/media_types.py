"""Media types: what a content type says of the bytes.

Shared by the parser, which decides what is a file and what has a structure, and the targets, which encode and decode.
"""

from __future__ import annotations

from typing import Final

FORM: Final = "application/x-www-form-urlencoded"
EVENT_STREAM: Final = "text/event-stream"
#: Media types of several JSON values one after the other: the sequential media types of OpenAPI 3.2 section 4.14.3, and the
#: names that were in use before one was registered.
_JSON_SEQUENCES: Final = frozenset(
    (
        "application/jsonl",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/x-jsonl",
        "application/x-ndjson",
        "application/ndjson",
        "application/json-lines",
        "application/stream+json",
        "application/json-seq",
    )
)


def essence(content_type: str) -> str:
    """Return a media type without its parameters, in lower case (RFC 9110 section 8.3.1)."""
    return content_type.partition(";")[0].strip().casefold()


def is_json(content_type: str) -> bool:
    """Whether a media type is JSON, by name or by the suffix of RFC 6839."""
    found = essence(content_type)
    return (found in ("application/json", "text/json") or found.endswith("+json")) and not is_json_sequence(found)


def is_plain_json(content_type: str) -> bool:
    """Whether a media type is JSON without more: a ``charset`` says nothing of JSON (RFC 8259 section 11)."""
    name, *parameters = (part.strip().casefold() for part in content_type.split(";"))
    return name == "application/json" and all(part.startswith("charset=") for part in parameters if part)


def is_json_sequence(content_type: str) -> bool:
    """Whether a media type is a sequence of JSON values: JSON lines, or RFC 7464."""
    found = essence(content_type)
    return found in _JSON_SEQUENCES or found.endswith("+json-seq")


def is_xml(content_type: str) -> bool:
    """Whether a media type is XML, by name or suffix (RFC 7303)."""
    found = essence(content_type)
    return found in ("application/xml", "text/xml") or found.endswith("+xml")


def is_text(content_type: str) -> bool:
    """Whether the bytes are text that a person can read, and no more is known of them."""
    return essence(content_type).startswith("text/") or is_xml(content_type)


def is_multipart(content_type: str) -> bool:
    """Whether a media type has parts."""
    return essence(content_type).startswith("multipart/")


def is_range(content_type: str) -> bool:
    """Whether it stands for several media types: ``*/*``, ``image/*``."""
    return "*" in essence(content_type)


def holds_values(content_type: str) -> bool:
    """Whether a body of this type is made of the values that its schema describes, rather than of bytes or text."""
    found = essence(content_type)
    return is_json(found) or is_json_sequence(found) or is_multipart(found) or found in (FORM, EVENT_STREAM)
