"""What the server of a test answers, and what the method must make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sdksmith.media_types import is_json, is_range
from sdksmith.model import (
    Array,
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
from sdksmith.targets.python.discriminated import TaggedVariant
from sdksmith.targets.python.methods import Call
from sdksmith.targets.python.wire_tests.expectations import UntestableError
from sdksmith.targets.python.wire_tests.values import NoValueError, Values, is_dict

#: Variants of an event that a test goes through.
_EVENTS = 3
#: What the first page of a list names the second one by.
_CURSORS = ("cursor of page 2", 2)
#: What the last one says in that place.
_ENDS = (None, "", False)
_WITHOUT_CONTENT = ("204", "205")


@dataclass(frozen=True)
class Answer:
    """An answer; ``media`` is ``None`` if it has no body."""

    status: int
    media: MediaType | None = None
    value: Any = None

    @property
    def content_type(self) -> str:
        """The content type to answer with; ``""`` for the usual one."""
        if self.media is None or "*" in self.media.content_type:
            return ""
        kind = self.media.content_type
        if not kind.isascii() or not kind.isprintable():
            raise UntestableError("a content type that headers can't hold")
        return "" if kind == "application/json" else kind


@dataclass(frozen=True)
class Failure:
    """An unsuccessful answer, and the class of the error."""

    answer: Answer
    error: str
    #: The type of the body, when the document gives one that has a name.
    type: Type | None


@dataclass(frozen=True)
class AnswerPlanner:
    """Makes answers."""

    values: Values
    declarations: Mapping[Symbol, Declaration]
    tagged: Mapping[Symbol, list[TaggedVariant]]

    def success(self, call: Call) -> Answer:
        """Return the answer of a call that goes well."""
        responses = [response for response in call.method.operation.responses if response.is_success]
        if not responses:
            responses = [response for response in call.method.operation.responses if response.status == "default"]
        wanted = call.method.result.kind != "nothing"
        for response in responses:
            has_content = bool(response.alternatives) and response.status not in _WITHOUT_CONTENT
            if has_content == wanted:
                return self._answer(call, response)
        return Answer(204)

    def _answer(self, call: Call, response: Response) -> Answer:
        status = int(response.status) if response.status.isdigit() else 200
        if call.method.result.kind == "nothing":
            return Answer(status)
        media = next(
            (entry for entry in response.alternatives if is_json(entry.content_type)), response.alternatives[0]
        )
        if call.method.result.kind == "download":
            return Answer(status, media, "content")
        if is_range(media.content_type) and call.method.result.kind == "data":
            raise UntestableError(f"an answer of any type: {media.content_type}")
        if not is_json(media.content_type) and call.method.result.kind == "data":
            return Answer(status, media, "text")
        if call.method.result.kind in ("events", "pages"):
            return Answer(status, media)
        return Answer(status, media, self._value(media, detail=2))

    def _value(self, media: MediaType, *, detail: int) -> Any:
        try:
            return self.values.value(media.type, "value", media.examples, detail=detail)
        except NoValueError:
            raise UntestableError("no answer can be made") from None

    # -- pages --------------------------------------------------------------------------------------------------------

    def pages(self, call: Call) -> list[Any]:
        """Return the pages of a list: two with items, and the empty one that ends it where none says that it is the last.

        Where the next page is not told by a parameter alone there is one page, the last.
        """
        pagination = call.method.paging
        assert pagination is not None
        try:
            page = self.values.value(call.method.result.types[0], "page", detail=1)
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

    def events(self, call: Call) -> list[tuple[str, Any]]:
        """Return events as the ``event`` field and the data."""
        kind = call.method.result.types[0]
        tag = call.method.result.protocol_tag
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
                for variant in self.tagged[declared.symbol][:_EVENTS]:
                    data = self.values.value(Reference(variant.object), "data", detail=1)
                    yield {variant.property: variant.tag} | data | {variant.property: variant.tag}
            else:
                yield self.values.value(kind, "data", detail=1)
        except NoValueError:
            raise UntestableError("no event can be made") from None

    # -- errors -------------------------------------------------------------------------------------------------------

    def failure(self, operation: Operation) -> Failure:
        """Return the first error that the document has for an operation, else that of a server that failed."""
        for response in operation.responses:
            if response.is_success or response.status not in ERRORS:
                continue
            media = next((entry for entry in response.alternatives if is_json(entry.content_type)), None)
            status = int(response.status)
            if media is None:
                return Failure(Answer(status), ERRORS[response.status], None)
            try:
                value = self.values.value(media.type, "error", media.examples, detail=1)
            except NoValueError:
                continue
            kind = media.type if isinstance(media.type, Reference) else None
            return Failure(Answer(status, media, value), ERRORS[response.status], kind)
        return Failure(Answer(500), ERRORS["500"], None)


def array_of(kind: Type, declarations: Mapping[Symbol, Declaration]) -> Array | None:
    """Return the array that a type is."""
    resolved = resolve(kind, declarations)
    return resolved if isinstance(resolved, Array) else None
