"""The ``style`` of a parameter, where it is not the usual one (OpenAPI 3.1, 4.8.12.2).

Each helper turns a Python value into what :mod:`.parameters` sends as it is. Which
characters part the entries of a list and the properties of an object is in the table of
OpenAPI 3.1, section 4.8.12.6, and in RFC 6570. ``None``, ``OMIT`` and an empty list
have no form there: the parameter is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from .parameters import (
    Encoded,
    absent,
    entries_of,
    flat_items,
    format_value,
    is_object,
    json_text,
    percent_encode,
    properties_of,
)

# Of the reserved characters, those that do not end or part a query. Triplets such as
# `%2F` are taken as encoded (RFC 6570, section 1.5).
_KEPT = ":/?@!$'()*,;="
_TRIPLET = re.compile(r"(%[0-9A-Fa-f]{2})")


def _keep_reserved(text: str) -> str:
    parts = _TRIPLET.split(text)
    return "".join(
        part if index % 2 else quote(part, safe=_KEPT)
        for index, part in enumerate(parts)
    )


def _encoder(allow_reserved: bool) -> Callable[[str], str]:
    return _keep_reserved if allow_reserved else percent_encode


def _given(value: Any) -> Iterator[tuple[str, Any]]:
    return (
        (key, item) for key, item in properties_of(value).items() if not absent(item)
    )


def _delimited(value: Any, delimiter: str, allow_reserved: bool) -> Any:
    encode = _encoder(allow_reserved)
    parts = [] if absent(value) else flat_items(value)
    return Encoded(delimiter.join(map(encode, parts))) if parts else None


def comma_separated(value: Any, *, allow_reserved: bool = False) -> Any:
    """``style: form, explode: false``: one value, entries parted by commas."""
    return _delimited(value, ",", allow_reserved)


def space_separated(value: Any, *, allow_reserved: bool = False) -> Any:
    """``style: spaceDelimited``: one value, entries parted by ``%20``."""
    return _delimited(value, "%20", allow_reserved)


def pipe_separated(value: Any, *, allow_reserved: bool = False) -> Any:
    """``style: pipeDelimited``: one value, entries parted by ``%7C``."""
    return _delimited(value, "%7C", allow_reserved)


def reserved(value: Any) -> Any:
    """``allowReserved: true``: reserved characters stay as they are.

    But not those that would end the query or begin another parameter: ``#``, ``&``,
    ``+`` and brackets.
    """
    if absent(value):
        return None
    if is_object(value):
        return {key: reserved(item) for key, item in _given(value)}
    texts = [Encoded(_keep_reserved(format_value(item))) for item in entries_of(value)]
    return texts[0] if isinstance(value, str) else texts


def deep_object(
    name: str, value: Any, *, allow_reserved: bool = False
) -> dict[str, Any]:
    """``style: deepObject``: a parameter ``name[property]`` for each property.

    Objects inside go on in the same way. For what OpenAPI leaves undefined, the usual
    notation is taken: ``name[]`` for each entry of an array, ``name[0]`` where entries
    are objects or arrays themselves, and ``name`` for a value that is neither.
    """
    if absent(value):
        return {}
    inner: Mapping[str, Any] = {}
    if is_object(value):
        inner = properties_of(value)
    elif any(map(_has_levels, entries := entries_of(value))):
        inner = {str(index): entry for index, entry in enumerate(entries)}
    else:
        key = f"{name}[]" if _has_levels(value) else name
        return {key: reserved(value) if allow_reserved else value}
    result: dict[str, Any] = {}
    for key, item in inner.items():
        result |= deep_object(f"{name}[{key}]", item, allow_reserved=allow_reserved)
    return result


def _has_levels(value: Any) -> bool:
    if isinstance(value, (str, bytes)):
        return False
    return is_object(value) or isinstance(value, Iterable)


def _pairs(value: Any) -> list[str]:
    return [
        f"{percent_encode(key)}={percent_encode(format_value(item))}"
        for key, item in _given(value)
    ]


def exploded(value: Any) -> Any:
    """``style: simple, explode: true`` in a path: an object as ``a=1,b=2``."""
    return Encoded(",".join(_pairs(value))) if is_object(value) else value


def exploded_header(value: Any) -> Any:
    """``style: simple, explode: true`` in a header: an object as ``a=1,b=2``."""
    if not is_object(value):
        return value
    return [f"{key}={format_value(item)}" for key, item in _given(value)]


def label(value: Any, *, explode: bool = False) -> Any:
    """``style: label``, for a path: ``.a,b``, or exploded ``.a.b``."""
    if absent(value):
        return None
    if explode and is_object(value):
        parts = _pairs(value)
    else:
        parts = [percent_encode(text) for text in flat_items(value)]
    return Encoded("." + ("." if explode else ",").join(parts))


def matrix(name: str, value: Any, *, explode: bool = False) -> Any:
    """``style: matrix``, for a path: ``;name=a,b``, or exploded ``;name=a;name=b``."""
    if absent(value):
        return None
    if explode and is_object(value):
        return Encoded("".join(f";{pair}" for pair in _pairs(value)))
    texts = [percent_encode(text) for text in flat_items(value)]
    if not explode:
        texts = [",".join(texts)]
    key = percent_encode(name)
    return Encoded("".join(f";{key}={text}" if text else f";{key}" for text in texts))


def json_encoded(value: Any) -> Any:
    """``content: application/json``: one value, written as JSON."""
    return None if absent(value) else json_text(value)


def json_header(value: Any) -> Any:
    """``content: application/json`` in a header: JSON with nothing beyond ASCII."""
    return None if absent(value) else json.dumps(json.loads(json_text(value)))


def unencoded(value: Any) -> Any:
    """``style: cookie``: the text as it is; a list or an object is several cookies."""
    if absent(value):
        return None
    if is_object(value):
        return {key: Encoded(format_value(item)) for key, item in _given(value)}
    return [Encoded(format_value(item)) for item in entries_of(value)]
