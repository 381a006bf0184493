"""Bodies: the media types of a request or a response, what is in each, and how its parts are encoded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdksmith.diagnostics import Pointer
from sdksmith.document import is_object
from sdksmith.media_types import (
    EVENT_STREAM,
    essence,
    holds_values,
    is_json,
    is_json_sequence,
    is_plain_json,
    is_range,
    is_text,
)
from sdksmith.model import (
    Any_,
    Disposition,
    Encoding,
    File,
    Header,
    Ledger,
    MediaType,
    Origin,
    ParameterOf,
    Primitive,
    Type,
)
from sdksmith.parser.keywords import account
from sdksmith.parser.nodes import dereferenced, examples_of, format_of, lifecycle_of, says_type
from sdksmith.parser.types.schemas import SchemaParser

#: The fields of a server-sent event, which an ``itemSchema`` describes (OpenAPI 3.2 section 4.14.3.2).
_EVENT_FIELDS: Final = frozenset(("data", "event", "id", "retry", "comment"))
#: Ranges that are usually written for values, not for bytes: generators of documents give them when they know no better.
_RANGES_OF_VALUES: Final = ("*/*", "application/*", "text/*")


def _preference(content_type: str) -> tuple[bool, bool, bool, str]:
    """Return what media types of one body are put in order by."""
    return not is_plain_json(content_type), not is_json(content_type), is_range(content_type), content_type


class ContentParser:
    """Parses ``content`` and ``headers`` with the help of a :class:`SchemaParser`.

    Parameters
    ----------
    excluded
        Lifecycles that the configuration leaves out, case-folded.
    """

    def __init__(self, schemas: SchemaParser, ledger: Ledger, excluded: set[str]) -> None:
        self._schemas = schemas
        self._ledger = ledger
        self._excluded = excluded
        #: Inline schemas of the operation at hand: two that are equal (a body as JSON and as a form) are one type.
        self._inline: list[tuple[type, Any, Type]] = []

    def begin(self) -> None:
        """Forget the inline schemas of the operation before."""
        self._inline = []

    def content(self, content: Any, pointer: Pointer, origin: Origin) -> Iterator[MediaType]:
        """Yield the media types of a body, JSON first; the order of keys in the document means nothing.

        Parameters
        ----------
        pointer
            Of the request body or response.
        origin
            What an inline schema is named after.
        """
        if not is_object(content):
            return
        for content_type in sorted(content, key=_preference):
            entry = content[content_type]
            place = (*pointer, "content", content_type)
            media = dereferenced(self._schemas.document, entry)
            if (lifecycle_of(media) or "").casefold() in self._excluded:
                reason = "its lifecycle is left out by the configuration"
                self._ledger.record(place, "media-type", content_type, Disposition.EXCLUDED, reason)
                continue
            yield MediaType(
                content_type,
                self._type(content_type, media, place, origin),
                dict(self._encodings(media.get("encoding"), place)),
                examples_of(media),
                lifecycle_of(media),
            )

    def headers(self, node: Any, pointer: Pointer) -> Iterator[Header]:
        """Yield the headers of a response or of a part; `pointer` is that of what has them."""
        if not is_object(node):
            return
        for name in sorted(node):
            place = (*pointer, "headers", name)
            found = dereferenced(self._schemas.document, node[name])
            kind: Type = Any_()
            if is_object(found.get("schema")):
                kind = self._schemas.expression(found["schema"], (*place, "schema"), ParameterOf(pointer[:3], name))
            yield Header(name, kind, str(found.get("description") or ""))

    def _encodings(self, node: Any, pointer: Pointer) -> Iterator[tuple[str, Encoding]]:
        if not is_object(node):
            return
        for name, entry in node.items():
            if not is_object(entry):
                continue
            # Any of the three makes the others count too (OpenAPI 3.1.1 section 4.8.15.1.1).
            styled = any(key in entry for key in ("style", "explode", "allowReserved"))
            style = str(entry.get("style") or "form") if styled else None
            yield (
                name,
                Encoding(
                    tuple(part.strip() for part in str(entry.get("contentType") or "").split(",") if part.strip()),
                    style,
                    bool(entry.get("explode", style == "form")),
                    entry.get("allowReserved") is True,
                    tuple(self.headers(entry.get("headers"), (*pointer, "encoding", name))),
                ),
            )

    # -- types --------------------------------------------------------------------------------------------------------

    def _type(self, content_type: str, media: Mapping[str, Any], pointer: Pointer, origin: Origin) -> Type:
        keyword = "schema" if "schema" in media else "itemSchema"
        schema = media.get(keyword)
        place = (*pointer, keyword)
        if holds_values(content_type):
            if is_json_sequence(content_type) or essence(content_type) == EVENT_STREAM:
                schema, place, item = self._item(content_type, keyword, schema, place)
                if item is not None:
                    return item
            return Any_() if schema is None else self._known(schema, place, origin)
        if not is_object(schema):
            return Any_() if is_text(content_type) and not is_range(content_type) else File(content_type)
        target = self._schemas.follow(schema)[1]
        target = target if is_object(target) else {}
        kind = self._known(schema, place, origin)
        binary = format_of(target) == "binary"
        if is_range(content_type):
            values = essence(content_type) in _RANGES_OF_VALUES and says_type(target) and not binary
            return kind if values else File(content_type)
        if is_text(content_type):
            return File(content_type) if binary else kind
        return kind if target.get("type") not in (None, "string") else File(content_type)

    def _known(self, schema: Any, pointer: Pointer, origin: Origin) -> Type:
        for kind_of_origin, known, kind in self._inline:
            if kind_of_origin is type(origin) and known == schema:
                return kind
        kind = self._schemas.expression(schema, pointer, origin)
        self._inline.append((type(origin), schema, kind))
        return kind

    def _item(self, content_type: str, keyword: str, schema: Any, pointer: Pointer) -> tuple[Any, Pointer, Type | None]:
        """Return the schema of one item of a sequence, its place, and its type where the schema does not say it.

        ``schema`` describes the whole, an array; but documents from before 3.2 describe one item with it.
        """
        symbol, target = self._schemas.follow(schema)
        if keyword == "schema":
            if is_object(target) and target.get("type") == "array" and "items" in target:
                self._schemas.account(schema, pointer)
                self._schemas.account(target, symbol or pointer)
                return target["items"], (*(symbol or pointer), "items"), None
            return schema, pointer, None
        if essence(content_type) != EVENT_STREAM:
            return schema, pointer, None
        return self._event(schema, pointer)

    def _event(self, schema: Any, pointer: Pointer) -> tuple[Any, Pointer, Type | None]:
        """Return the schema of an event's data, for the schema of an event or of several kinds of them."""
        symbol, target = self._schemas.follow(schema)
        place = symbol or pointer
        if not is_object(target):
            return schema, pointer, None
        for keyword in ("oneOf", "anyOf"):
            if keyword in target and "properties" not in target:
                return self._events(schema, target, keyword, place)
        properties = target.get("properties")
        if not is_object(properties) or not set(properties) <= _EVENT_FIELDS:
            return schema, pointer, None
        self._account_event(target, properties, place)
        found, data = self._schemas.follow(properties.get("data"))
        place = found or (*place, "properties", "data")
        if is_object(data) and "contentSchema" in data:
            return data["contentSchema"], (*place, "contentSchema"), None
        is_text_data = is_object(data) and not is_json(str(data.get("contentMediaType") or ""))
        return None, place, Primitive("string") if is_text_data else Any_()

    def _events(
        self, schema: Any, target: Mapping[str, Any], keyword: str, pointer: Pointer
    ) -> tuple[Any, Pointer, Type | None]:
        found = [self._event(member, (*pointer, keyword, str(index))) for index, member in enumerate(target[keyword])]
        if any(
            kind is not None or inner is member for (inner, _, kind), member in zip(found, target[keyword], strict=True)
        ):
            return schema, pointer, None
        self._schemas.account(target, pointer)
        for index, member in enumerate(target[keyword]):
            self._schemas.account(member, (*pointer, keyword, str(index)))
        return {"anyOf": [inner for inner, _, _ in found]}, pointer, None

    def _account_event(self, target: Mapping[str, Any], properties: Mapping[str, Any], pointer: Pointer) -> None:
        self._schemas.account(target, pointer)
        for name, entry in properties.items():
            if is_object(entry) and id(entry) not in self._schemas.visited:
                self._schemas.visited.add(id(entry))
                read = {key: value for key, value in entry.items() if key != "contentSchema"}
                account(self._ledger, "schema", read, (*pointer, "properties", name))
                if "contentSchema" in entry:
                    self._ledger.count("schema", "contentSchema", Disposition.GENERATED)
