"""Bodies of requests: what to give a method for them, and whether what came is what the document asks for.

The rules are those of OpenAPI 3.1.1, sections 4.8.14 and 4.8.15, and of docs/decisions/0011-language.md where it leaves a
choice. They are worked out again here, because asking the generator would only show that it agrees with itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import HTTP
from typing import Any, Literal
from urllib.parse import parse_qsl

from tests.runtime.loopback import Received
from tests.wire import typed
from tests.wire.samples import Sampler
from tests.wire.schemas import Schema, Schemas

Kind = Literal["json", "form", "multipart", "content"]
_FORM = "application/x-www-form-urlencoded"
_DELIMITERS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
#: No text in any encoding that anybody would guess.
_BYTES = b"\x00\xff bytes\r\n"


@dataclass(frozen=True)
class Json:
    """A value that is sent as JSON text."""

    value: Any


@dataclass
class Body:
    """A body to send.

    Attributes
    ----------
    media
        The media type, as the document spells it.
    value
        What the method is given: a JSON value, in which bytes stand for files; or bytes or text, sent as they are.
    encoding
        Of the fields of a form.
    optional
        The document says that the body need not be sent.
    """

    media: str
    kind: Kind
    schema: Schema
    value: Any = None
    encoding: Mapping[str, Any] = field(default_factory=dict[str, Any])
    optional: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether it is a form without a field, which is no body at all."""
        if not isinstance(self.value, dict):
            return False
        fields = {"form": form_fields, "multipart": part_fields}.get(self.kind)
        return fields is not None and not list(fields(self.value, self.encoding))

    def complaints(self, received: Received) -> Iterator[str]:
        """Yield what is wrong with the body that came."""
        came = received.headers.get("content-type", "")
        if self.optional and self.value == {} and not received.body:
            # Nothing given, nothing sent.
            return
        if self.kind == "json":
            yield from typed.differences(self.value, json.loads(received.body))
            return
        if self.is_nothing:
            if received.body:
                yield f"a body came: {received.body[:100]!r}"
            return
        if "*" not in self.media and _essence(came) != _essence(self.media):
            yield f"the body came as {came}, not {self.media}"
        elif self.kind == "content":
            sent = self.value if isinstance(self.value, bytes) else self.value.encode()
            if received.body != sent:
                yield f"{received.body[:100]!r} came, not {sent[:100]!r}"
        elif self.kind == "form":
            fields = parse_qsl(
                received.body.decode("ascii"), keep_blank_values=True, strict_parsing=bool(received.body)
            )
            yield from _compare(list(form_fields(self.value, self.encoding)), fields)
        else:
            yield from _compare(list(part_fields(self.value, self.encoding)), list(_parts(received)))


def sample_body(schemas: Schemas, sampler: Sampler, content: Mapping[str, Any]) -> Body:
    """Return a sample of the representation that is sent: JSON before a form, a form before multipart."""
    media = min(content, key=lambda name: _KINDS.index(_kind(name)))
    described = schemas.resolve(content[media])
    body = Body(media, _kind(media), described.get("schema", {}), encoding=described.get("encoding", {}))
    if body.kind == "content":
        is_text = schemas.flat(body.schema).get("type") == "string" and media.startswith("text/")
        body.value = "some text\n" if is_text else _BYTES
        return body
    body.value = sampler.sample(body.schema).value
    if body.kind == "multipart" and isinstance(body.value, dict):
        properties = schemas.flat(body.schema).get("properties", {})
        body.value = {
            name: _with_files(schemas, properties.get(name, {}), body.encoding.get(name, {}), value)
            for name, value in body.value.items()
        }
    if body.kind in ("form", "multipart") and isinstance(body.value, dict):
        # A form knows no null.
        body.value = {name: value for name, value in body.value.items() if value is not None}
    return body


def holds_files(value: Any) -> bool:
    """Say whether a value of a body is a file or a list of files."""
    return isinstance(value, bytes) or (isinstance(value, list) and any(isinstance(item, bytes) for item in value))


_KINDS: tuple[Kind, ...] = ("json", "form", "multipart", "content")


def _kind(media: str) -> Kind:
    essence = _essence(media)
    if essence == "application/json" or essence.endswith("+json"):
        return "json"
    if essence == _FORM:
        return "form"
    return "multipart" if essence.startswith("multipart/") else "content"


def _essence(media: str) -> str:
    return media.partition(";")[0].strip().lower()


def _with_files(schemas: Schemas, schema: Schema, encoding: Mapping[str, Any], value: Any) -> Any:
    """Put bytes where a part is a file: binary or of another media type than text, or without any schema but a type."""
    flat = schemas.flat(schema)
    if flat.get("type") == "array" and isinstance(value, list):
        return [_with_files(schemas, flat.get("items", {}), encoding, item) for item in value]
    is_binary = flat.get("format") in ("binary", "byte") or "contentMediaType" in flat
    if isinstance(value, str) and is_binary:
        return _BYTES
    named = _essence(encoding.get("contentType", ""))
    is_typed = named and named != "application/json" and not named.startswith("text/")
    return _BYTES if is_typed and not flat.keys() & {"type", "properties", "oneOf", "anyOf", "enum"} else value


# -- what the document asks for -------------------------------------------------------------------------------------------


def form_fields(values: Mapping[str, Any], encoding: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of an ``application/x-www-form-urlencoded`` body."""
    for name, value in values.items():
        told = encoding.get(name, {})
        if told.keys() & {"style", "explode", "allowReserved"}:
            yield from _styled(name, value, told)
        elif _essence(told.get("contentType", "")) == "application/json" or isinstance(value, dict):
            yield name, Json(value)
        else:
            for item in value if isinstance(value, list) else [value]:
                yield name, Json(item) if isinstance(item, dict | list) else item


def _styled(name: str, value: Any, told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    style = told.get("style", "form")
    if style == "deepObject":
        yield from _deep(name, value)
    elif not isinstance(value, dict | list):
        yield name, value
    elif told.get("explode", style == "form"):
        yield from value.items() if isinstance(value, dict) else ((name, item) for item in value)
    else:
        items = [part for pair in value.items() for part in pair] if isinstance(value, dict) else value
        if items:
            yield name, _DELIMITERS[style].join(map(_text, items))


def _deep(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _deep(f"{name}[{key}]", item)
    elif isinstance(value, list):
        nested = any(isinstance(item, dict | list) for item in value)
        for index, item in enumerate(value):
            yield from _deep(f"{name}[{index if nested else ''}]", item)
    elif value is not None:
        yield name, value


def part_fields(values: Mapping[str, Any], encoding: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a multipart body: each entry of an array is one, an object is JSON."""
    for name, value in values.items():
        is_json = _essence(encoding.get(name, {}).get("contentType", "")).endswith("json")
        for item in value if isinstance(value, list) else [value]:
            yield name, Json(item) if is_json or isinstance(item, dict | list) else item


def _parts(received: Received) -> Iterator[tuple[str, str | bytes]]:
    """Yield the parts that came; what has a file name is bytes."""
    head = f"Content-Type: {received.headers['content-type']}\r\n\r\n"
    for part in message_from_bytes(head.encode() + received.body, policy=HTTP).iter_parts():
        content = bytes(part.get_payload(decode=True))
        name = str(part.get_param("name", header="content-disposition"))
        yield name, content if part.get_filename() else content.decode("utf-8")


# -- comparing ------------------------------------------------------------------------------------------------------------


def _compare(wanted: list[tuple[str, Any]], came: list[tuple[str, Any]]) -> Iterator[str]:
    # The order of fields says nothing, that of equal names does.
    wanted.sort(key=lambda entry: entry[0])
    came.sort(key=lambda entry: entry[0])
    if [name for name, _ in wanted] != [name for name, _ in came]:
        yield f"fields {sorted(name for name, _ in came)} came, not {sorted(name for name, _ in wanted)}"
        return
    for (name, value), (_, text) in zip(wanted, came, strict=True):
        if not _same(value, text):
            yield f"{name} came as {text!r}, not {value!r}"


def _same(value: Any, text: Any) -> bool:
    if isinstance(value, bytes) or isinstance(text, bytes):
        return bool(value == text)
    if isinstance(value, Json):
        try:
            return typed.same(value.value, json.loads(text))
        except ValueError:
            return False
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(text) == value
    return typed.same(_text(value), text)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
