"""Responses of the server of a test: a successful one, pages, events, and an error.

Computed from the responses of an operation and from the result of its method.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sdksmith.media_types import is_json, is_range
from sdksmith.model import (
    Declaration,
    MediaType,
    Object,
    Operation,
    Property,
    Reference,
    Response,
    Type,
    Union_,
    all_properties,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.sdk.errors import ERRORS
from sdksmith.sdk.library import Method
from sdksmith.sdk.polymorphism import TaggedUnion
from sdksmith.sdk.values import NoValueError, Values, is_dict
from sdksmith.sdk.wire.requests import UntestableError

#: Variants of an event that a test goes through.
_EVENTS = 3
#: What the first page of a list names the second one by.
_CURSORS = ("cursor of page 2", 2)
#: What the last one says in that place.
_ENDS = (None, "", False)
_WITHOUT_CONTENT = ("204", "205")
#: Content type where the document leaves the choice.
_USUAL = "application/json"


@dataclass(frozen=True, slots=True)
class WireResponse:
    """A response.

    Attributes
    ----------
    media
        Its representation; ``None``: it has no body.
    value
        The JSON value of the body, or its text; of pages and events each has its own.
    """

    status: int
    media: MediaType | None = None
    value: Any = None

    @property
    def content_type(self) -> str:
        """The content type of the body; ``""`` where there is no body."""
        if self.media is None:
            return ""
        return _USUAL if is_range(self.media.content_type) else self.media.content_type


@dataclass(frozen=True, slots=True)
class WireFailure:
    """An unsuccessful response.

    Attributes
    ----------
    error
        The name of the error that it is.
    type
        Of the body, when the document gives one that has a name.
    """

    response: WireResponse
    error: str
    type: Type | None


@dataclass(frozen=True)
class ResponseMaker:
    """Makes responses; each method raises :class:`~sdksmith.sdk.wire.requests.UntestableError` where it can't."""

    values: Values
    declarations: Mapping[Symbol, Declaration]
    tagged: Mapping[Symbol, TaggedUnion]

    def success(self, method: Method) -> WireResponse:
        """Return the response of a call that goes well."""
        responses = [response for response in method.operation.responses if response.is_success]
        if not responses:
            responses = [response for response in method.operation.responses if response.status == "default"]
        wanted = method.result.kind != "nothing"
        for response in responses:
            has_content = bool(response.alternatives) and response.status not in _WITHOUT_CONTENT
            if has_content == wanted:
                return self._response(method, response)
        return WireResponse(204)

    def _response(self, method: Method, response: Response) -> WireResponse:
        status = int(response.status) if response.status.isdigit() else 200
        if method.result.kind == "nothing":
            return WireResponse(status)
        media = next(
            (entry for entry in response.alternatives if is_json(entry.content_type)), response.alternatives[0]
        )
        if method.result.kind == "download":
            return _with_body(status, media, "content")
        if is_range(media.content_type) and method.result.kind == "data":
            raise UntestableError(f"a response of any type: {media.content_type}")
        if not is_json(media.content_type) and method.result.kind == "data":
            return _with_body(status, media, "text")
        if method.result.kind in ("events", "pages"):
            return _with_body(status, media)
        return _with_body(status, media, self._value(media, detail=2))

    def _value(self, media: MediaType, *, detail: int) -> Any:
        try:
            return self.values.value(media.type, "value", media.examples, detail=detail)
        except NoValueError:
            raise UntestableError("no response can be made") from None

    # -- pages --------------------------------------------------------------------------------------------------------

    def pages(self, method: Method) -> list[Any]:
        """Return the pages of a list: two with items, and the empty one that ends it where none says that it is the last.

        Where the next page is not told by a parameter alone there is one page, the last.
        """
        pagination = method.paging
        assert pagination is not None
        try:
            page = self.values.value(method.result.types[0], "page", detail=1)
            item = self.values.value(pagination.item, "item", detail=2)
        except NoValueError:
            raise UntestableError("no page can be made") from None
        name, following = pagination.items_property, pagination.next_property
        if not is_dict(page) or not name:
            return [[]]
        last = self._last(pagination.next_path, page)
        # Not the same page twice: that is what a server does that does not know the parameter.
        if pagination.kind in ("offset", "items"):
            return [{**last, name: [item]}, {**last, name: [item, item]}, {**last, name: []}]
        if pagination.kind == "cursor" and len(pagination.next_path) == 1:
            cursor = self._first_fitting(pagination.next_path[0], _CURSORS)
            return [{**last, name: [item], following: cursor}, {**last, name: [item, item]}]
        return [{**last, name: []}]

    def _last(self, path: tuple[tuple[Symbol, str], ...], page: dict[str, Any]) -> dict[str, Any]:
        """Return a page that names no other."""
        if not path or path[0][1] not in page:
            return page
        place = path[0]
        name = place[1]
        inner = page[name]
        if len(path) > 1 and is_dict(inner):
            return {**page, name: self._last(path[1:], inner)}
        if self._property(place).required:
            return {**page, name: self._first_fitting(place, _ENDS)}
        return {key: value for key, value in page.items() if key != name}

    def _property(self, place: tuple[Symbol, str]) -> Property:
        declared = self.declarations[place[0]]
        assert isinstance(declared, Object)
        return next(entry for entry in all_properties(declared, self.declarations) if entry.name == place[1])

    def _first_fitting(self, place: tuple[Symbol, str], values: tuple[Any, ...]) -> Any:
        kind = self._property(place).type
        for value in values:
            if self.values.fits(value, kind):
                return value
        raise UntestableError("a list whose pages name each other by something else than text, a number or null")

    # -- events -------------------------------------------------------------------------------------------------------

    def events(self, method: Method) -> list[tuple[str, Any]]:
        """Return events as the ``event`` field and the data."""
        kind = method.result.types[0]
        tag = method.result.protocol_tag
        found: list[tuple[str, Any]] = []
        for variant in self._event_values(kind):
            if tag:
                data = {key: value for key, value in variant.items() if key != tag}
                found.append((str(variant[tag]), data))
            else:
                found.append(("message", variant))
        return found

    def _event_values(self, kind: Type) -> Iterator[Any]:
        resolved = resolve(kind, self.declarations)
        declared = self.declarations.get(resolved.symbol) if isinstance(resolved, Reference) else None
        try:
            if isinstance(declared, Union_) and declared.symbol in self.tagged:
                tagged = self.tagged[declared.symbol]
                for variant in tagged.variants[:_EVENTS]:
                    data = self.values.value(Reference(variant.object), "data", detail=1)
                    yield {tagged.property: variant.tag} | data | {tagged.property: variant.tag}
            else:
                yield self.values.value(kind, "data", detail=1)
        except NoValueError:
            raise UntestableError("no event can be made") from None

    # -- errors -------------------------------------------------------------------------------------------------------

    def failure(self, operation: Operation) -> WireFailure:
        """Return the first error that the document has for an operation, else that of a server that failed."""
        for response in operation.responses:
            if response.is_success or response.status not in ERRORS:
                continue
            media = next((entry for entry in response.alternatives if is_json(entry.content_type)), None)
            status = int(response.status)
            if media is None:
                return WireFailure(WireResponse(status), ERRORS[response.status], None)
            try:
                value = self.values.value(media.type, "error", media.examples, detail=1)
            except NoValueError:
                continue
            kind = media.type if isinstance(media.type, Reference) else None
            return WireFailure(_with_body(status, media, value), ERRORS[response.status], kind)
        return WireFailure(WireResponse(500), ERRORS["500"], None)


def _with_body(status: int, media: MediaType, value: Any = None) -> WireResponse:
    if not media.content_type.isascii() or not media.content_type.isprintable():
        raise UntestableError("a content type that headers can't hold")
    return WireResponse(status, media, value)
