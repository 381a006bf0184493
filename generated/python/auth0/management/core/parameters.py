"""Python values -> path, query, header and cookie text.

The names of the helpers follow the ``style`` values of OpenAPI 3.1, section 4.8.12.
Text is percent-encoded as UTF-8; only the unreserved characters of RFC 3986, section
2.3, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, cast
from urllib.parse import quote

from .omit import OMIT

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


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
    if isinstance(value, Mapping) or hasattr(value, "model_dump"):
        return json_text(value)
    return str(value)


def json_text(value: Any) -> str:
    """Write a value as compact JSON."""
    from .encoding import encode_json

    return encode_json(value).decode("utf-8")


def _absent(value: Any) -> bool:
    return value is None or value is OMIT


def _items(value: Any) -> list[Any]:
    """See a value as the list of its entries; one entry stands for itself."""
    if isinstance(value, (str, bytes, Mapping)) or hasattr(value, "model_dump"):
        return [value]
    return list(_entries(value)) if isinstance(value, Iterable) else [value]


def _entries(value: Any) -> Iterator[Any]:
    return (item for item in value if not _absent(item))


def _properties(value: Any) -> Mapping[str, Any]:
    """See a model or a mapping as the mapping of its wire names."""
    if hasattr(value, "model_dump"):
        dumped: Mapping[str, Any] = value.model_dump(mode="json")
        return dumped
    if isinstance(value, Mapping):
        return cast(Mapping[str, Any], value)
    raise TypeError(f"a mapping or a model is needed here, not {type(value).__name__}")


def percent_encode(text: str) -> str:
    """Percent-encode everything but unreserved characters (RFC 3986, section 2.3)."""
    return quote(text, safe="")


def _delimited(value: Any, delimiter: str) -> Any:
    if _absent(value):
        return None
    parts = (percent_encode(format_value(item)) for item in _items(value))
    return Encoded(delimiter.join(parts))


def comma_separated(value: Any) -> Any:
    """``style: form, explode: false``: one value, entries parted by commas."""
    return _delimited(value, ",")


def space_separated(value: Any) -> Any:
    """``style: spaceDelimited``: one value, entries parted by ``%20``."""
    return _delimited(value, "%20")


def pipe_separated(value: Any) -> Any:
    """``style: pipeDelimited``: one value, entries parted by ``%7C``."""
    return _delimited(value, "%7C")


def deep_object(name: str, value: Any) -> dict[str, Any]:
    """``style: deepObject``: a parameter ``name[property]`` for each property.

    Deeper levels, which OpenAPI leaves undefined, go on in the same way.
    """
    if _absent(value):
        return {}
    result: dict[str, Any] = {}
    for key, item in _properties(value).items():
        inner = f"{name}[{key}]"
        if isinstance(item, Mapping) or hasattr(item, "model_dump"):
            result.update(deep_object(inner, item))
        else:
            result[inner] = item
    return result


def json_encoded(value: Any) -> Any:
    """``content: application/json``: one value, written as JSON."""
    return None if _absent(value) else json_text(value)


def _query_pairs(parameters: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in parameters.items():
        if _absent(value):
            continue
        if isinstance(value, Encoded):
            yield name, value
        elif isinstance(value, str):
            yield name, percent_encode(format_value(value))
        elif isinstance(value, Mapping) or hasattr(value, "model_dump"):
            # style: form, explode: true: each property is a parameter of its own
            yield from _query_pairs(_properties(value))
        else:
            for item in _items(value):
                yield name, percent_encode(format_value(item))


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
    if _absent(value):
        raise ValueError(f"the path parameter {name!r} needs a value")
    if isinstance(value, Encoded):
        text = str(value)
    else:
        parts = [percent_encode(format_value(item)) for item in _items(value)]
        text = ",".join(parts)
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
    """Write a header value; a list is joined by commas (``style: simple``).

    White space around the value is no part of it (RFC 9110, section 5.5) and goes.

    Raises
    ------
    ValueError
        The text has a control character, which could end the header, or is not ASCII.
        The message never holds the value: it may be a token.
    """
    text = ",".join(format_value(item) for item in _items(value)).strip(" \t")
    if any(character != "\t" and not " " <= character <= "~" for character in text):
        raise ValueError(
            f"the value of the header {name!r} has a line break, another control "
            "character, or one outside ASCII"
        )
    return text


def encode_cookies(parameters: Mapping[str, Any]) -> str:
    """Write the ``Cookie`` header (RFC 6265, section 4.2.1); octets it bars are encoded."""
    pairs: list[str] = []
    for name, value in parameters.items():
        if not _absent(value):
            text = ",".join(format_value(item) for item in _items(value))
            # The cookie-octet characters of RFC 6265, section 4.1.1, other than `%`.
            pairs.append(
                f"{name}={quote(text, safe='!#$&()*+-./:<=>?@[]^_`{|}~' + chr(39))}"
            )
    return "; ".join(pairs)
