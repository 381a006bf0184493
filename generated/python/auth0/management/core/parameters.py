"""Python values -> path, query, header and cookie text.

Each value is written in the usual style of its place (OpenAPI 3.1, section 4.8.12);
:mod:`.styles` knows the others. Text is percent-encoded as UTF-8; only the unreserved
characters of RFC 3986, section 2.3, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from math import isfinite
from typing import Any, cast
from urllib.parse import quote

from .omit import OMIT

# The cookie-octet characters of RFC 6265, section 4.1.1, other than `%`.
_COOKIE_OCTETS = "!#$&()*+-./:<=>?@[]^_`{|}~'"
# Beside letters and digits, what a token may hold (RFC 9110, section 5.6.2) but `%`.
_TOKEN = "!#$&'*+-.^_`|~"
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
# What a header value may hold (RFC 9110, section 5.5), bytes outside ASCII left out.
_FIELD_VALUE = re.compile(r"[\t\x20-\x7e]*")


class Encoded(str):
    """Text that is percent-encoded already."""

    __slots__ = ()


def format_datetime(value: datetime) -> str:
    """Write a moment as RFC 3339, in UTC with a ``Z``.

    A value without a time zone is taken as local time, as :mod:`datetime` does.
    """
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def format_value(value: Any) -> str:
    """Write one value as text; models and mappings as JSON."""
    if isinstance(value, str):
        return value.value if isinstance(value, Enum) else value
    if value is True:
        return "true"
    if value is False:
        return "false"
    if value is None:
        return "null"
    if isinstance(value, datetime):
        return format_datetime(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return format_value(value.value)
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(f"{value} can't be sent: no API has a text for it")
    if isinstance(value, Mapping) or hasattr(value, "model_dump"):
        return json_text(value)
    return str(value)


def json_text(value: Any) -> str:
    """Write a value as compact JSON."""
    from .encoding import encode_json

    return encode_json(value).decode("utf-8")


def absent(value: Any) -> bool:
    """Return whether an argument is not to be sent."""
    return value is None or value is OMIT


def is_object(value: Any) -> bool:
    """Return whether a value has properties: a mapping or a model."""
    return isinstance(value, Mapping) or hasattr(value, "model_dump")


def entries_of(value: Any) -> list[Any]:
    """See a value as the list of its entries; one entry stands for itself."""
    if isinstance(value, (str, bytes)) or is_object(value):
        return [value]
    if not isinstance(value, Iterable):
        return [value]
    entries: Any = cast(Any, value)
    return [item for item in entries if not absent(item)]


def properties_of(value: Any) -> Mapping[str, Any]:
    """See a model or a mapping as the mapping of its wire names.

    Raises
    ------
    TypeError
        It is neither.
    """
    if hasattr(value, "model_dump"):
        dumped: Mapping[str, Any] = value.model_dump(mode="json")
        return dumped
    if isinstance(value, Mapping):
        return cast(Mapping[str, Any], value)
    raise TypeError(f"a mapping or a model is needed here, not {type(value).__name__}")


def flat_items(value: Any) -> list[str]:
    """See a value as the texts of its entries; an object's are key, value, key, ..."""
    if not is_object(value):
        return [format_value(item) for item in entries_of(value)]
    return [
        text
        for key, item in properties_of(value).items()
        if not absent(item)
        for text in (key, format_value(item))
    ]


def _named_items(name: str, value: Any) -> list[str]:
    try:
        return flat_items(value)
    except ValueError as error:
        raise ValueError(f"the parameter {name!r}: {error}") from None


def percent_encode(text: str) -> str:
    """Percent-encode everything but unreserved characters (RFC 3986, section 2.3)."""
    return quote(text, safe="")


def _query_pairs(parameters: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in parameters.items():
        if absent(value):
            continue
        if isinstance(value, Encoded):
            yield name, value
        elif isinstance(value, str):
            yield name, percent_encode(format_value(value))
        elif is_object(value):
            # style: form, explode: true: each property is a parameter of its own
            yield from _query_pairs(properties_of(value))
        else:
            for item in entries_of(value):
                if isinstance(item, Encoded):
                    yield name, item
                else:
                    yield name, percent_encode(_named_value(name, item))


def _named_value(name: str, value: Any) -> str:
    try:
        return format_value(value)
    except ValueError as error:
        raise ValueError(f"the parameter {name!r}: {error}") from None


def encode_query(parameters: Mapping[str, Any]) -> str:
    """Write query parameters; ``None`` and ``OMIT`` are left out, lists repeat the key.

    Also the text of an ``application/x-www-form-urlencoded`` body.
    """
    pairs = _query_pairs(parameters)
    return "&".join(f"{percent_encode(name)}={value}" for name, value in pairs)


def encode_path_segment(name: str, value: Any) -> str:
    """Write a path parameter so that it stays one segment.

    ``.`` and ``..`` would be taken away by RFC 3986, section 5.2.4; they are encoded.

    Raises
    ------
    ValueError
        The value is ``None`` or empty: the request would go to another operation.
    """
    if absent(value):
        raise ValueError(f"the path parameter {name!r} needs a value")
    if isinstance(value, Encoded):
        text = str(value)
    else:
        text = ",".join(percent_encode(item) for item in _named_items(name, value))
    if not text:
        raise ValueError(f"the path parameter {name!r} is empty")
    return text.replace(".", "%2E") if text in (".", "..") else text


def expand_path(template: str, parameters: Mapping[str, Any]) -> str:
    """Fill ``{name}`` in a path template."""
    if not parameters:
        return template

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        return encode_path_segment(name, parameters[name])

    return _PLACEHOLDER.sub(fill, template)


def encode_header(name: str, value: Any) -> str:
    """Write a header value; a list or object is joined by commas (``style: simple``).

    White space around the value is no part of it (RFC 9110, section 5.5) and goes.

    Raises
    ------
    ValueError
        The text has a control character, which could end the header, or is not ASCII.
        The message never holds the value: it may be a token.
    """
    text = value if type(value) is str else ",".join(_named_items(name, value))
    text = text.strip(" \t")
    if not _FIELD_VALUE.fullmatch(text):
        raise ValueError(
            f"the value of the header {name!r} has a line break, another control "
            "character, or one outside ASCII"
        )
    return text


def encode_cookies(parameters: Mapping[str, Any]) -> str:
    """Write the ``Cookie`` header (RFC 6265, section 4.2.1); octets it bars are encoded.

    A list repeats the name, and the properties of an object are cookies of their own
    (``style: form, explode: true``).

    Raises
    ------
    ValueError
        Text that is to be sent as it is has a character that no cookie can have.
    """
    pairs = _cookie_pairs(parameters)
    return "; ".join(f"{quote(name, safe=_TOKEN)}={text}" for name, text in pairs)


def _cookie_pairs(parameters: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in parameters.items():
        if absent(value):
            continue
        if is_object(value):
            yield from _cookie_pairs(properties_of(value))
            continue
        for item in entries_of(value):
            yield name, _cookie_text(name, item)


def _cookie_text(name: str, value: Any) -> str:
    if not isinstance(value, Encoded):
        return quote(_named_value(name, value), safe=_COOKIE_OCTETS)
    if any(not "!" <= character <= "~" or character in ";" for character in value):
        raise ValueError(f"the value of the cookie {name!r} has a forbidden character")
    return value
