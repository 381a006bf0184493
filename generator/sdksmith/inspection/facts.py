"""Facts about a method beside its signature: what it sends, how it is paginated, why it has its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, cast

from sdksmith.model import (
    BodyOf,
    Component,
    ErrorOf,
    ItemOf,
    Operation,
    Origin,
    Pagination,
    ParameterOf,
    PayloadOf,
    PropertyOf,
    ResponseOf,
    ValueOf,
    VariantOf,
)
from sdksmith.words import words

if TYPE_CHECKING:
    from sdksmith.model import SecurityScheme
    from sdksmith.outline import OutlinedMethod
    from sdksmith.pipeline import Inspection
    from sdksmith.sdk import Method

_STREAMS: Final[Mapping[str, str]] = {
    "events": "a stream of events",
    "values": "a stream of JSON values",
    "download": "a stream of bytes",
}


def marks(method: Method) -> Iterator[str]:
    """Yield what is special about a method, each in brackets."""
    if method.paging is not None:
        yield f"[pages: {method.paging.kind}]"
    if method.result.kind in _STREAMS:
        yield f"[{_STREAMS[method.result.kind]}]"
    operation = method.operation
    if operation.deprecated:
        yield "[deprecated]"
    elif operation.lifecycle and operation.lifecycle.casefold() not in ("ga", "stable"):
        yield f"[{operation.lifecycle}]"


def credentials(inspection: Inspection) -> list[str]:
    """Return the ways to authenticate that the document declares."""
    return [_scheme(scheme) for scheme in inspection.api.security_schemes]


def _scheme(scheme: SecurityScheme) -> str:
    match scheme.type:
        case "apiKey":
            return f"{scheme.name} (API key in {scheme.location} {scheme.parameter})"
        case "http":
            return f"{scheme.name} (HTTP {scheme.scheme})"
        case "oauth2":
            return f"{scheme.name} (OAuth2: {', '.join(scheme.flows)})"
        case other:
            return f"{scheme.name} ({other})"


def paging(found: Pagination) -> str:
    """Return how a method pages, as a clause."""
    items = (
        f"the items are in `{found.items_property}`" if found.items_property else "the response is the list of items"
    )
    return f"{_turning(found)}; {items}"


def _turning(found: Pagination) -> str:
    parameter = f"`{found.page_parameter}`"
    match found.kind:
        case "offset":
            return f"{parameter} is the number of the page, from {found.first} on, until a page is empty"
        case "items":
            return f"{parameter} is the number of items to skip, until a page is empty"
        case "cursor":
            return f"{parameter} takes `{_path(found)}` of the response"
        case "last-item":
            return f"{parameter} takes `{found.key[1]}` of the last item, until a page is empty"
        case "next-url":
            return f"the response has the next URL in `{_path(found)}`"
        case "link-header":
            return "the Link header of the response has the next URL"


def _path(found: Pagination) -> str:
    return ".".join(wire for _, wire in found.next_path)


def naming(operation: Operation, method: OutlinedMethod, node: object) -> Iterator[str]:
    """Yield why a method is called as it is, and why it is in its group."""
    if operation.extensions.get("x-operation-name") == operation.name:
        source = f"x-operation-name {operation.name!r}"
    elif operation.operation_id and operation.operation_id == operation.name:
        source = f"operationId {operation.name!r}"
    else:
        source = "its method and path, as it has no operationId"
    yield f"{method.name} from {source}{_difference(operation.name, method.name)}"
    if operation.group:
        yield f"{method.group} from {_group_source(operation, node)}"


def _difference(wanted: str, name: str) -> str:
    given, made = ("".join(words(text)).lower() for text in (wanted, name))
    if given == made:
        return " with _, as the name is taken" if name.endswith("_") else ""
    if made in given:
        return ", without what the group says already"
    if made.startswith(given):
        return ", and its path, as another method of the group would have that name"
    return ""


def _group_source(operation: Operation, node: object) -> str:
    given = cast("dict[str, object]", node) if isinstance(node, dict) else {}
    if "x-operation-group" in given:
        return "x-operation-group"
    if given.get("tags"):
        return f"the tag {operation.group[-1]!r}"
    return "the first part of the path, as it has no tag"


def origin(found: Origin) -> str:
    """Return where a type comes from, as a clause."""
    match found:
        case Component(name):
            return f"the schema {name!r} of the components"
        case PropertyOf(parent, name):
            return f"the inline schema of the property {name!r} of {origin(parent)}"
        case ItemOf(parent):
            return f"the inline items of {origin(parent)}"
        case ValueOf(parent):
            return f"the inline values of {origin(parent)}"
        case VariantOf(parent, index, _):
            return f"the inline variant {index + 1} of {origin(parent)}"
        case BodyOf(symbol):
            return f"the inline body of {_called(symbol)}"
        case PayloadOf(symbol):
            return f"the inline body of the request {symbol[-2]!r}"
        case ResponseOf(symbol, status) | ErrorOf(symbol, status):
            return f"the inline response {status} of {_called(symbol)}"
        case ParameterOf(symbol, name):
            return f"the inline schema of the parameter {name!r} of {_called(symbol)}"


def _called(symbol: tuple[str, ...]) -> str:
    return f"{symbol[-1].upper()} {symbol[1]}" if len(symbol) > 1 else "/".join(symbol)
