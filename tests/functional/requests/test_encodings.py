"""Forms and multipart bodies whose fields say how they are encoded (OpenAPI 3.1 section 4.8.15)."""

from __future__ import annotations

import io
import json
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

ENCODINGS = Spec("""
schemas:
  Line: {type: object, properties: {price: {type: integer}, taxes: {type: array, items: {type: string}}}}
  Address: {type: object, properties: {street: {type: string}, zip: {type: string}}}
paths:
  /form:
    post:
      tags: [encodings]
      operationId: form
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              properties:
                repeated: {type: array, items: {type: string}}
                commas: {type: array, items: {type: string}}
                pipes: {type: array, items: {type: string}}
                deep: {$ref: "#/components/schemas/Address"}
                spread: {$ref: "#/components/schemas/Address"}
                plain: {$ref: "#/components/schemas/Address"}
                many: {type: array, items: {$ref: "#/components/schemas/Address"}}
                url: {type: string}
                numbers: {type: array, items: {type: integer}}
                flag: {type: boolean}
                count: {type: integer}
            encoding:
              commas: {style: form, explode: false}
              pipes: {style: pipeDelimited}
              deep: {style: deepObject}
              spread: {style: form}
              url: {allowReserved: true}
              numbers: {contentType: application/json}
  /text:
    post:
      tags: [encodings]
      operationId: text
      requestBody:
        required: true
        content: {application/x-www-form-urlencoded: {schema: {type: string, format: binary}}}
  /deep:
    post:
      tags: [encodings]
      operationId: deep
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              properties:
                expand: {type: array, items: {type: string}}
                items: {type: array, items: {$ref: "#/components/schemas/Line"}}
                metadata: {anyOf: [{type: object, additionalProperties: {type: string}}, {type: string, enum: [""]}]}
            encoding:
              expand: {style: deepObject, explode: true}
              items: {style: deepObject, explode: true}
              metadata: {style: deepObject, explode: true}
  /parts:
    post:
      tags: [encodings]
      operationId: parts
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                photo: {type: string, contentMediaType: image/png}
                empty: {}
                photos: {type: array, items: {type: string, contentMediaType: application/octet-stream}}
                icons: {type: array, items: {type: string, contentMediaType: image/png}}
                about: {$ref: "#/components/schemas/Address"}
                more: {type: array, items: {$ref: "#/components/schemas/Address"}}
                note: {type: string}
                rows: {type: array, items: {type: string}}
                number: {type: integer}
            encoding:
              photo:
                contentType: image/png
                headers: {X-Kind: {schema: {const: photo}}, X-Free: {schema: {type: string}}}
              empty: {contentType: application/zip}
              icons: {contentType: image/png}
              about: {contentType: application/vnd.address+json}
              note: {contentType: text/markdown, headers: {X-Kind: {schema: {const: note}}}}
              rows: {contentType: text/csv}
              file: {contentType: "image/png, image/jpeg"}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(ENCODINGS)


@pytest.mark.parametrize(
    ("given", "body"),
    [
        ({"repeated": ["a", "b"]}, "repeated=a&repeated=b"),
        ({"repeated": []}, ""),
        ({"commas": ["a", "b,c"]}, "commas=a,b%2Cc"),
        ({"pipes": ["a", "b"]}, "pipes=a%7Cb"),
        ({"deep": {"street": "a b"}}, "deep%5Bstreet%5D=a%20b"),
        ({"spread": {"street": "a", "zip": "1"}}, "street=a&zip=1"),
        ({"plain": {"street": "a"}}, "plain=%7B%22street%22%3A%22a%22%7D"),
        ({"many": [{"zip": "1"}, {"zip": "2"}]}, "many=%7B%22zip%22%3A%221%22%7D&many=%7B%22zip%22%3A%222%22%7D"),
        ({"url": "https://a.example/b&c"}, "url=https://a.example/b%26c"),
        ({"numbers": [1, 2]}, "numbers=%5B1%2C2%5D"),
        ({"flag": False, "count": 0}, "flag=false&count=0"),
        ({}, ""),
    ],
    ids=str,
)
def test_a_field_of_a_form(sdk: Any, server: Server, given: dict[str, Any], body: str) -> None:
    sent = server.call(sdk, lambda client: client.encodings.form(**given)).request
    assert sent.body.decode() == body
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("given", "body"),
    [
        ({"expand": ["a", "b c"]}, "expand[]=a&expand[]=b%20c"),
        ({"items": [{"price": 1}, {"taxes": ["x"]}]}, "items[0][price]=1&items[1][taxes][]=x"),
        ({"metadata": {"a": "b"}}, "metadata[a]=b"),
        ({"metadata": ""}, "metadata="),
    ],
    ids=str,
)
def test_a_field_of_a_form_in_brackets(sdk: Any, server: Server, given: dict[str, Any], body: str) -> None:
    sent = server.call(sdk, lambda client: client.encodings.deep(**given)).request
    assert sent.body.decode() == body.replace("[", "%5B").replace("]", "%5D")


@pytest.mark.parametrize("given", ["a=1&b=%20", b"a=1&b=%20", io.BytesIO(b"a=1&b=%20")], ids=["text", "bytes", "file"])
def test_a_form_without_fields_is_sent_as_it_is_given(sdk: Any, server: Server, given: Any) -> None:
    with sdk.Api(base_url=server.url) as client:
        client.encodings.text(request=given)
    sent = server.requests[-1]
    assert (sent.body, sent.headers["content-type"]) == (b"a=1&b=%20", "application/x-www-form-urlencoded")


def test_a_field_of_a_form_may_be_a_model(sdk: Any, server: Server) -> None:
    address = sdk.Address(street="a")
    sent = server.call(sdk, lambda client: client.encodings.form(deep=address, plain=address)).request
    assert sent.body == b"deep%5Bstreet%5D=a&plain=%7B%22street%22%3A%22a%22%7D"


def _parts(sdk: Any, server: Server, **given: Any) -> list[EmailMessage]:
    with sdk.Api(base_url=server.url) as client:
        client.encodings.parts(**given)
    request = server.requests[-1]
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + request.body, policy=policy.HTTP)
    assert isinstance(message, EmailMessage)
    return [part for part in message.iter_parts() if isinstance(part, EmailMessage) and _name(part) != "file"]


def _name(part: EmailMessage) -> Any:
    return part.get_param("name", header="content-disposition")


def _content(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


@pytest.mark.parametrize(
    ("given", "file_name", "content_type"),
    [
        (b"P", "upload", "image/png"),
        (io.BytesIO(b"P"), "upload", "image/png"),
        ("P", "upload", "image/png"),
        (("p.png", b"P"), "p.png", "image/png"),
        (("p.gif", b"P", "image/gif"), "p.gif", "image/gif"),
    ],
    ids=["bytes", "file", "text", "name", "type"],
)
def test_a_file_has_the_content_type_of_its_encoding(
    sdk: Any, server: Server, given: Any, file_name: str, content_type: str
) -> None:
    (part,) = _parts(sdk, server, file=b"", photo=given)
    assert (part.get_filename(), part.get_content_type(), _content(part)) == (file_name, content_type, b"P")
    assert part["X-Kind"] == "photo"


def test_a_file_may_bring_headers_of_its_own(sdk: Any, server: Server) -> None:
    (part,) = _parts(sdk, server, file=b"", photo=("p", b"P", None, {"X-Free": "free"}))
    assert (part["X-Kind"], part["X-Free"], part.get_content_type()) == ("photo", "free", "image/png")


def test_a_part_without_a_schema_is_a_file_when_its_encoding_says_so(sdk: Any, server: Server) -> None:
    (part,) = _parts(sdk, server, file=b"", empty=b"PK")
    assert (part.get_content_type(), part.get_filename(), _content(part)) == ("application/zip", "upload", b"PK")


@pytest.mark.parametrize("several", [list, tuple])
@pytest.mark.parametrize(("name", "content_type"), [("photos", "application/octet-stream"), ("icons", "image/png")])
def test_several_files(sdk: Any, server: Server, several: Any, name: str, content_type: str) -> None:
    parts = _parts(sdk, server, file=b"", **{name: several([b"1", ("two", b"2")])})
    assert [(part.get_filename(), _content(part)) for part in parts] == [("upload", b"1"), ("two", b"2")]
    assert {part.get_content_type() for part in parts} == {content_type}


def test_a_json_part_has_the_type_of_its_encoding(sdk: Any, server: Server) -> None:
    (part,) = _parts(sdk, server, file=b"", about=sdk.Address(street="a"))
    assert (part.get_content_type(), part.get_filename()) == ("application/vnd.address+json", None)
    assert json.loads(_content(part)) == {"street": "a"}


def test_objects_without_an_encoding_are_parts_of_json(sdk: Any, server: Server) -> None:
    parts = _parts(sdk, server, file=b"", more=[{"zip": "1"}, sdk.Address(zip="2")])
    assert [json.loads(_content(part)) for part in parts] == [{"zip": "1"}, {"zip": "2"}]
    assert {part.get_content_type() for part in parts} == {"application/json"}


def test_plain_parts_have_the_type_and_the_headers_of_their_encoding(sdk: Any, server: Server) -> None:
    parts = _parts(sdk, server, file=b"", note="# é", rows=["a,b", "c,d"], number=0)
    assert [(_name(part), part.get_content_type()) for part in parts] == [
        ("note", "text/markdown"),
        ("rows", "text/csv"),
        ("rows", "text/csv"),
        ("number", "text/plain"),
    ]
    assert [_content(part) for part in parts] == ["# é".encode(), b"a,b", b"c,d", b"0"]
    assert parts[0]["X-Kind"] == "note"


def test_parts_that_are_left_out_are_not_sent(sdk: Any, server: Server) -> None:
    assert _parts(sdk, server, file=b"", photo=None, icons=None, note=None, number=None) == []


EMPTY_PARTS = Spec("""
paths:
  /parts:
    post:
      tags: [parts]
      operationId: post
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {one: {type: string, format: binary}, two: {type: string}}}
""")


def test_the_two_clients_send_the_same_parts(server: Server) -> None:
    sdk = make_package(EMPTY_PARTS)
    sent = server.call(sdk, lambda client: client.parts.post(one=b"1", two="2"))
    assert sent.request.body.count(b"Content-Disposition") == 2
