"""The judgement of bodies that are no JSON: what the document does not ask for must be found out."""

from __future__ import annotations

from typing import Any

import pytest
from tests.corpus.bodies import Body, sample_body
from tests.runtime.loopback import Received
from tests.wire.samples import Sampler
from tests.wire.schemas import Schemas

FORM = "application/x-www-form-urlencoded"
DEEP = {"style": "deepObject", "explode": True}
TEXT = {"type": "string"}


def received(media: str, body: bytes) -> Received:
    return Received("POST", "/", {"content-type": media}, body)


def form(body: str, **encoding: Any) -> list[str]:
    """Return what is wrong with a form that stands for VALUES."""
    sent = Body(FORM, "form", {}, VALUES, encoding)
    return list(sent.complaints(received(FORM, body.encode())))


VALUES = {"a": "1 ü", "b": True, "n": 1, "list": ["x", "y"], "deep": {"a": {"b": 2}, "c": ["z"]}}
PLAIN = "a=1+%C3%BC&b=true&n=1&list=x&list=y&deep=%7B%22a%22%3A%7B%22b%22%3A2%7D,%22c%22%3A%5B%22z%22%5D%7D"
BRACKETS = "a=1+%C3%BC&b=true&n=1.0&list[]=x&list[]=y&deep[a][b]=2&deep[c][]=z"


def test_a_form_without_styles_has_objects_as_json() -> None:
    assert form(PLAIN) == []
    assert form(BRACKETS)


def test_a_form_of_deep_objects_has_brackets() -> None:
    assert form(BRACKETS, list=DEEP, deep=DEEP) == []
    assert form(PLAIN, list=DEEP, deep=DEEP)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ({"style": "form", "explode": False}, "list=x,y"),
        ({"style": "pipeDelimited"}, "list=x%7Cy"),
        ({"style": "spaceDelimited"}, "list=x%20y"),
        ({"explode": True}, "list=x&list=y"),
        ({"contentType": "application/json"}, 'list=["x","y"]'),
    ],
)
def test_a_form_has_the_styles_that_the_document_names(told: dict[str, Any], text: str) -> None:
    assert form(PLAIN.replace("list=x&list=y", text), list=told) == []
    assert form(PLAIN.replace("list=x&list=y", "list=y"), list=told)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("b=true", "b=True"),
        ("n=1", "n=2"),
        ("a=", "A="),
        ("x&list=y", "y&list=x"),
        ("&n=1", ""),
        ("b=true", "b=true&b=true"),
    ],
)
def test_a_form_that_differs_is_found(old: str, new: str) -> None:
    assert form(PLAIN.replace(old, new, 1))


def test_a_body_of_another_media_type_is_found() -> None:
    sent = Body(FORM, "form", {}, {"a": "1"})
    assert list(sent.complaints(received(f"{FORM}; charset=utf-8", b"a=1"))) == []
    assert list(sent.complaints(received("text/plain", b"a=1"))) == ["the body came as text/plain, not " + FORM]


def test_a_form_without_fields_is_no_body() -> None:
    sent = Body(FORM, "form", {}, {"a": []})
    assert sent.is_nothing
    assert list(sent.complaints(Received("POST", "/", {}, b""))) == []
    assert list(sent.complaints(received(FORM, b"a="))) == ["a body came: b'a='"]


PARTS = (
    b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n1\r\n'
    b'--x\r\nContent-Disposition: form-data; name="object"\r\nContent-Type: application/json\r\n\r\n{"a": 1}\r\n'
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="upload"\r\n\r\n\x00\xff\r\n--x--\r\n'
)


@pytest.mark.parametrize(
    ("old", "new", "sound"),
    [
        (b"", b"", True),
        (b"\r\n1\r\n", b"\r\n2\r\n", False),
        (b'{"a": 1}', b"a=1", False),
        (b"\x00\xff", b"\xff", False),
        (b'; filename="upload"\r\n\r\n\x00\xff', b"\r\n\r\ntext", False),
        (b'name="text"', b'name="texts"', False),
    ],
)
def test_parts_are_compared(old: bytes, new: bytes, sound: bool) -> None:
    sent = Body("multipart/form-data", "multipart", {}, {"text": "1", "object": {"a": 1}, "file": b"\x00\xff"})
    found = list(sent.complaints(received("multipart/form-data; boundary=x", PARTS.replace(old, new))))
    assert (found == []) is sound, found


def test_content_is_compared_byte_for_byte() -> None:
    sent = Body("image/png", "content", {}, b"\x00\xff")
    assert list(sent.complaints(received("image/png", b"\x00\xff"))) == []
    assert list(sent.complaints(received("image/png", b"\x00")))


@pytest.mark.parametrize(
    ("content", "kind", "value"),
    [
        ({FORM: {}, "application/json": {"schema": TEXT}}, "json", "text ü"),
        ({"application/vnd.a+json": {"schema": TEXT}, "text/plain": {}}, "json", "text ü"),
        (
            {FORM: {"schema": {"properties": {"a": TEXT, "b": {"type": "null"}}}}, "text/plain": {}},
            "form",
            {"a": "text ü"},
        ),
        ({"text/csv": {"schema": TEXT}}, "content", "some text\n"),
        ({"image/png": {}}, "content", b"\x00\xff bytes\r\n"),
    ],
)
def test_a_sample_is_of_what_is_sent(content: dict[str, Any], kind: str, value: Any) -> None:
    schemas = Schemas({})
    body = sample_body(schemas, Sampler(schemas, "all", "request"), content)
    assert (body.kind, body.value) == (kind, value)


def test_files_are_bytes() -> None:
    properties = {
        "binary": {"type": "string", "format": "binary"},
        "typed": {"type": "string", "contentMediaType": "image/png"},
        "several": {"type": "array", "items": {"type": "string", "format": "binary"}},
        "told": {},
        "text": TEXT,
    }
    media = {"schema": {"type": "object", "properties": properties}, "encoding": {"told": {"contentType": "image/png"}}}
    schemas = Schemas({})
    value = sample_body(schemas, Sampler(schemas, "all", "request"), {"multipart/form-data": media}).value
    file = b"\x00\xff bytes\r\n"
    assert value == {"binary": file, "typed": file, "several": [file], "told": file, "text": "text ü"}
