"""Expected request on the wire, worked out from the document alone.

The rules are those of OpenAPI 3.1, sections 4.8.12 (parameters) and 4.8.14 (media types), and of RFC 6570, which the styles
come from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from sdksmith.media_types import is_json
from sdksmith.model import Parameter
from sdksmith.sdk.values import is_dict, is_list

_DELIMITERS: Mapping[str, str] = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}


class UntestableError(Exception):
    """The document does not say, or libraries can't do yet, what a test would have to expect; the text tells what."""


@dataclass(kw_only=True)
class ExpectedRequest:
    """A request as it must arrive.

    Attributes
    ----------
    path
        Percent-encoded.
    query
        ``name=value``, percent-encoded.
    headers
        Those that the operation itself asks for; names in lower case.
    body
        ``json`` -> the value; ``form`` -> name -> texts; ``multipart`` -> name -> texts and objects; ``content`` -> the text of
        the bytes. Empty where no body is sent, or none that can be checked.
    content_type
        Of the body, where the document leaves no choice; of multipart bodies without the boundary.
    """

    method: str
    path: str
    query: list[str] = field(default_factory=list[str])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: dict[str, Any] = field(default_factory=dict[str, Any])
    content_type: str = ""


def encoded(text: str) -> str:
    """Percent-encode all but unreserved characters (RFC 3986 section 2.3)."""
    return quote(text, safe="")


def text_of(value: Any) -> str:
    """Return a scalar as text."""
    if value is None or isinstance(value, list | dict):
        raise UntestableError("a parameter that holds null, an array in an array, or an object in an array")
    return value if isinstance(value, str) else json.dumps(value)


def path_text(parameter: Parameter, value: Any) -> str:
    """Return the text of a path parameter."""
    if parameter.style != "simple":
        raise UntestableError(f"a path parameter in the style {parameter.style!r}")
    texts = [encoded(text_of(item)) for item in _items(value)]
    if isinstance(value, dict) or not all(texts):
        raise UntestableError("a path parameter that is an object or empty")
    text = ",".join(texts)
    return text.replace(".", "%2E") if text in (".", "..") else text


def query_entries(parameter: Parameter, value: Any) -> Iterator[str]:
    """Yield the ``name=value`` of a query parameter."""
    name = encoded(parameter.name)
    if parameter.allow_reserved:
        raise UntestableError("a query parameter that allows reserved characters")
    if parameter.content_type is not None:
        if not is_json(parameter.content_type):
            raise UntestableError(f"a query parameter as {parameter.content_type}")
        yield f"{name}={encoded(json.dumps(value, ensure_ascii=False, separators=(',', ':')))}"
    elif is_dict(value):
        yield from _object_entries(parameter, value)
    elif parameter.explode and parameter.style == "form":
        for item in _items(value):
            yield f"{name}={encoded(text_of(item))}"
    elif parameter.style in _DELIMITERS and not parameter.explode:
        yield f"{name}={_DELIMITERS[parameter.style].join(encoded(text_of(item)) for item in _items(value))}"
    else:
        raise UntestableError(f"a query parameter in the style {parameter.style!r}")


def _object_entries(parameter: Parameter, value: dict[str, Any]) -> Iterator[str]:
    for key, entry in value.items():
        if parameter.style == "deepObject":
            yield f"{encoded(f'{parameter.name}[{key}]')}={encoded(text_of(entry))}"
        elif parameter.style == "form" and parameter.explode:
            yield f"{encoded(key)}={encoded(text_of(entry))}"
        else:
            raise UntestableError(f"an object in the query in the style {parameter.style!r}")


def header_text(parameter: Parameter, value: Any) -> str:
    """Return the value of a header parameter (style ``simple``)."""
    text = ",".join(text_of(item) for item in _items(value))
    if isinstance(value, dict) or not text.isascii() or not text.isprintable() or text != text.strip():
        raise UntestableError("a header that is an object, or text that headers can't hold")
    return text


def cookie_text(parameter: Parameter, value: Any) -> str:
    """Return ``name=value`` of a cookie."""
    text = text_of(value)
    if not text.isascii() or not text.replace("-", "").replace("_", "").replace(".", "").isalnum():
        raise UntestableError("a cookie that is no plain word")
    return f"{parameter.name}={text}"


def form_fields(values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the fields of a form: a name that has several values stands for each of them."""
    return {name: [text_of(item) for item in _items(value)] for name, value in values.items() if value != []}


def multipart_fields(values: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return the parts of a multipart body: text as it is, objects as JSON."""
    return {
        name: [item if isinstance(item, dict) else text_of(item) for item in _items(value)]
        for name, value in values.items()
        if value != []
    }


def _items(value: Any) -> list[Any]:
    return value if is_list(value) else [value]
