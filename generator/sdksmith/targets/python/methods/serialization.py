"""Serialization of a value: the helper of the runtime that a parameter or a field of a form needs.

What needs none is written in the usual way of its place (``core/parameters.py``); the others are in ``core/styles.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from sdksmith.media_types import FORM, essence, is_json, is_range
from sdksmith.model import (
    Array,
    Declaration,
    Encoding,
    Enum,
    File,
    Literal_,
    Map,
    Nullable,
    Object,
    Parameter,
    Primitive,
    Reference,
    Type,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import Brackets, Expression

_DELIMITED: Final = {"spaceDelimited": "space_separated", "pipeDelimited": "pipe_separated"}


@dataclass(frozen=True)
class Written:
    """An entry of a request's parts, and the helper it needs.

    Attributes
    ----------
    part
        The keyword of the runtime: ``path_parameters``, ``query``, ...
    entry
        ``"name": value``, or ``**several``; for ``query_string`` the value alone.
    helper
        To be imported; ``""``: none.
    """

    part: str
    entry: Expression
    helper: str = ""

    def calling(self, name: str) -> Written:
        """Return the same with the helper called by another name."""
        assert self.helper and isinstance(self.entry, Brackets)
        head = f"{self.entry.head.removesuffix(f'{self.helper}(')}{name}("
        return replace(self, entry=replace(self.entry, head=head))


def parameter(source: Parameter, name: str, declarations: Mapping[Symbol, Declaration]) -> Written:
    """Write a parameter (OpenAPI 3.1 section 4.8.12.6).

    Parameters
    ----------
    name
        Of the Python variable.
    """
    part = _PARTS[source.location]
    wire = literals.string(source.name)
    if source.location == "querystring":
        return _query_string(source, name, wire)
    if source.content_type is not None:
        helper = ("json_header" if part == "header_parameters" else "json_encoded") if _is_json(source) else ""
        return _written(part, wire, name, helper)
    if source.location == "query":
        style = Style(source.style, source.explode, source.allow_reserved)
        return field("query", wire, name, style, source.type, declarations)
    helper, options = "", _explode(source)
    if source.location == "path" and source.style == "matrix":
        return _written(part, wire, name, "matrix", (wire, name, *options))
    if source.location == "path" and source.style == "label":
        return _written(part, wire, name, "label", (name, *options))
    if source.location == "cookie" and source.style == "cookie":
        helper = "unencoded"
    elif source.location == "cookie" and not source.explode and not is_scalar(source.type, declarations):
        helper = "comma_separated"
    elif source.location in ("path", "header") and source.explode and may_be_object(source.type, declarations):
        helper = "exploded" if source.location == "path" else "exploded_header"
    return _written(part, wire, name, helper)


@dataclass(frozen=True)
class Style:
    """The style of a query parameter, or of a field of a form."""

    name: str = "form"
    explode: bool = True
    allow_reserved: bool = False


def field(
    part: str, wire: str, name: str, style: Style, kind: Type, declarations: Mapping[Symbol, Declaration]
) -> Written:
    """Write a query parameter or a field of a form in a style."""
    options = ("allow_reserved=True",) if style.allow_reserved else ()
    if style.name == "deepObject":
        # One entry for each property of the object.
        return Written(part, Brackets("**deep_object(", (wire, name, *options), ")"), "deep_object")
    if style.explode or is_scalar(kind, declarations):
        return _written(part, wire, name, "reserved" if style.allow_reserved else "")
    return _written(part, wire, name, _DELIMITED.get(style.name, "comma_separated"), (name, *options))


def form_field(
    wire: str, name: str, encoding: Encoding | None, kind: Type, declarations: Mapping[Symbol, Declaration]
) -> Written:
    """Write a field of an ``application/x-www-form-urlencoded`` body (OpenAPI 3.1.1 section 4.8.15.1)."""
    if encoding is not None and encoding.style is not None:
        style = Style(encoding.style, encoding.explode, encoding.allow_reserved)
        return field("form", wire, name, style, kind, declarations)
    named = encoding is not None and any(is_json(content_type) for content_type in encoding.content_types)
    # Without a style the content type decides, and that of an object is JSON.
    resolved = resolve(kind.inner if isinstance(kind, Nullable) else kind, declarations)
    declared = declarations.get(resolved.symbol) if isinstance(resolved, Reference) else None
    is_json_field = named or isinstance(resolved, Map) or isinstance(declared, Object)
    return _written("form", wire, name, "json_encoded" if is_json_field else "")


def part(wire: str, name: str, encoding: Encoding | None, kind: Type) -> Written:
    """Write a part of a multipart body; `kind` is what :attr:`sdksmith.sdk.Argument.type` returns."""
    arguments: list[Expression] = [name]
    content_type = part_content_type(encoding)
    headers = Brackets("headers={", tuple(_pair(*entry) for entry in fixed_headers(encoding)), "}")
    if content_type:
        arguments.append(literals.string(content_type))
    if headers.items:
        arguments.append(headers)
    if isinstance(kind, Array) and isinstance(kind.item, File):
        return _written("files", wire, name, "file_list", tuple(arguments))
    if isinstance(kind, File):
        return _written("files", wire, name, "typed_file" if len(arguments) > 1 else "", tuple(arguments))
    return _written("multipart", wire, name, "typed_part" if len(arguments) > 1 else "", tuple(arguments))


def part_content_type(encoding: Encoding | None) -> str:
    """Return the content type of a part, if the document leaves no choice."""
    if encoding is None or len(encoding.content_types) != 1 or is_range(encoding.content_types[0]):
        return ""
    return encoding.content_types[0]


def fixed_headers(encoding: Encoding | None) -> list[tuple[str, str]]:
    """Return the headers of a part whose values are constant."""
    headers = encoding.headers if encoding is not None else ()
    return [
        (header.name, str(header.type.value))
        for header in headers
        if isinstance(header.type, Literal_) and header.name.casefold() != "content-type"
    ]


def _pair(name: str, value: str) -> str:
    return f"{literals.string(name)}: {literals.string(value)}"


def _written(part: str, wire: str, name: str, helper: str, arguments: tuple[Expression, ...] = ()) -> Written:
    if not helper:
        return Written(part, f"{wire}: {name}")
    return Written(part, Brackets(f"{wire}: {helper}(", arguments or (name,), ")"), helper)


def _query_string(source: Parameter, name: str, wire: str) -> Written:
    """Write a whole query (OpenAPI 3.2 section 4.12.2): a form's fields are parameters, anything else is one text."""
    if essence(source.content_type or FORM) == FORM:
        # An object among query parameters is one parameter for each of its properties.
        return Written("query", f"{wire}: {name}")
    if _is_json(source):
        return Written("query_string", Brackets("json_encoded(", (name,), ")"), "json_encoded")
    return Written("query_string", name)


def _is_json(source: Parameter) -> bool:
    return is_json(source.content_type or "")


def _explode(source: Parameter) -> tuple[str, ...]:
    return ("explode=True",) if source.explode else ()


def is_scalar(kind: Type, declarations: Mapping[Symbol, Declaration]) -> bool:
    """Whether a value is neither an array nor an object."""
    resolved = resolve(kind.inner if isinstance(kind, Nullable) else kind, declarations)
    if isinstance(resolved, Reference):
        return isinstance(declarations.get(resolved.symbol), Enum)
    return isinstance(resolved, Primitive | Literal_)


def may_be_object(kind: Type, declarations: Mapping[Symbol, Declaration]) -> bool:
    """Whether a value may have properties."""
    resolved = resolve(kind.inner if isinstance(kind, Nullable) else kind, declarations)
    return not isinstance(resolved, Array) and not is_scalar(kind, declarations)


_PARTS: Final = {
    "path": "path_parameters",
    "query": "query",
    "querystring": "query_string",
    "header": "header_parameters",
    "cookie": "cookies",
}
