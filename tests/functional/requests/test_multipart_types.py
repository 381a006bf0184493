"""Multipart types other than form-data go over the wire as the document names them (RFC 2046, RFC 2387)."""

from __future__ import annotations

from email.message import Message
from email.parser import BytesParser

import pytest
from tests.functional.support import Exchange, Server, Spec, make_package

PARTS = """
paths:
  /m:
    post:
      tags: [parts]
      operationId: send
      requestBody:
        required: true
        content:
          TYPE:
            schema:
              type: object
              properties:
                meta: {type: object, properties: {a: {type: integer}}}
                file: {type: string, format: binary}
  /list:
    post:
      tags: [parts]
      operationId: several
      requestBody: {required: true, content: {TYPE: {schema: {type: array, items: {type: string}}}}}
  /form:
    post:
      tags: [parts]
      operationId: form
      requestBody:
        required: true
        content: {application/x-www-form-urlencoded: {schema: {type: array, items: {type: string}}}}
"""


def parts_of(exchange: Exchange) -> tuple[Message, list[Message]]:
    head = f"Content-Type: {exchange.request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser().parsebytes(head + exchange.request.body)
    parts = message.get_payload()
    assert isinstance(parts, list)
    return message, [part for part in parts if isinstance(part, Message)]


@pytest.mark.parametrize("name", ["multipart/mixed", "multipart/related", "multipart/form-data"])
def test_the_documented_type_goes_over_the_wire(name: str, server: Server) -> None:
    sdk = make_package(Spec(PARTS.replace("TYPE", name)))

    exchange = server.call(sdk, lambda client: client.parts.send(meta={"a": 1}, file=b"bytes"))

    message, parts = parts_of(exchange)
    assert message.get_content_type() == name
    assert [part.get_payload(decode=True) for part in parts] == [b'{"a":1}', b"bytes"]
    assert message.get_param("type") == ("application/json" if name == "multipart/related" else None)


def test_a_body_that_is_a_list_is_given_as_it_is_to_be_sent(server: Server) -> None:
    sdk = make_package(Spec(PARTS.replace("TYPE", "multipart/mixed")))

    listed = server.call(sdk, lambda client: client.parts.several(request=b"--x--"))
    form = server.call(sdk, lambda client: client.parts.form(request="a=1&a=2"))

    assert (listed.request.body, listed.request.headers["content-type"]) == (b"--x--", "multipart/mixed")
    assert (form.request.body, form.request.headers["content-type"]) == (
        b"a=1&a=2",
        "application/x-www-form-urlencoded",
    )
