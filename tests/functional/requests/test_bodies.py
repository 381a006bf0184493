"""Bodies other than JSON, and answers of every kind."""

from __future__ import annotations

import asyncio
import io
import json
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package
from tests.runtime.loopback import Received

BODIES = Spec("""
schemas:
  Cat: {type: object, required: [purr], properties: {purr: {type: boolean}}}
  Dog: {type: object, required: [bark], properties: {bark: {type: boolean}}}
paths:
  /form:
    post:
      tags: [bodies]
      operationId: form
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [grant_type]
              properties: {grant_type: {type: string}, scopes: {type: array, items: {type: string}}, remember: {type: boolean}}
  /upload:
    post:
      tags: [bodies]
      operationId: upload
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [users]
              properties:
                users: {type: string, format: binary}
                icon: {type: string, contentMediaType: image/png}
                upsert: {type: boolean, default: false}
                tags: {type: array, items: {type: string}}
                about: {type: object, properties: {a: {type: integer}}}
  /text:
    put:
      tags: [bodies]
      operationId: text
      requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}
      responses: {"200": {description: ok, content: {text/plain: {schema: {type: string}}}}}
  /raw:
    put:
      tags: [bodies]
      operationId: raw
      requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
      responses: {"200": {description: ok, content: {application/octet-stream: {schema: {type: string, format: binary}}}}}
  /image: {get: {tags: [bodies], operationId: image, responses: {"200": {description: ok, content: {image/png: {}}}}}}
  /patch:
    patch:
      tags: [bodies]
      operationId: merge
      requestBody:
        required: true
        content: {application/merge-patch+json: {schema: {type: object, properties: {a: {type: [string, "null"]}}}}}
  /nothing: {delete: {tags: [bodies], operationId: nothing, responses: {"204": {description: gone}}}}
  /maybe:
    get:
      tags: [bodies]
      operationId: maybe
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}
        "202": {description: later}
  /several:
    get:
      tags: [bodies]
      operationId: several
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}
        "201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Dog"}}}}
  /list:
    get:
      tags: [bodies]
      operationId: listed
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Cat"}}}}}
  /map:
    get:
      tags: [bodies]
      operationId: mapped
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: object, additionalProperties: {$ref: "#/components/schemas/Cat"}}}}}
  /number: {get: {tags: [bodies], operationId: number, responses: {"200": {description: ok, content: {application/json: {schema: {type: integer}}}}}}}
  /words: {get: {tags: [bodies], operationId: words, responses: {"200": {description: ok, content: {application/json: {schema: {type: string}}}}}}}
  /any: {get: {tags: [bodies], operationId: anything, responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}}}
  /problem: {get: {tags: [bodies], operationId: suffixed, responses: {"200": {description: ok, content: {application/hal+json: {schema: {$ref: "#/components/schemas/Cat"}}}}}}}
  /range: {get: {tags: [bodies], operationId: ranged, responses: {"2XX": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}}}}
  /default: {get: {tags: [bodies], operationId: fallback, responses: {default: {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(BODIES)


def _parts(request: Received) -> dict[str, EmailMessage]:
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + request.body, policy=policy.HTTP)
    assert isinstance(message, EmailMessage)
    parts: dict[str, EmailMessage] = {}
    for part in message.iter_parts():
        assert isinstance(part, EmailMessage)
        parts[str(part.get_param("name", header="content-disposition"))] = part
    return parts


def test_a_form_is_sent_url_encoded(sdk: Any, server: Server) -> None:
    sent = server.call(
        sdk, lambda client: client.bodies.form(grant_type="a b&c", scopes=["x", "y"], remember=True)
    ).request
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"
    assert sent.body == b"grant_type=a%20b%26c&scopes=x&scopes=y&remember=true"


def test_fields_of_a_form_that_are_left_out_are_not_sent(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.bodies.form(grant_type="a")).request.body == b"grant_type=a"


@pytest.mark.parametrize("file", [b"[]", "[]", io.BytesIO(b"[]")], ids=["bytes", "text", "file"])
def test_a_file_is_sent_as_a_part(sdk: Any, server: Server, file: Any) -> None:
    with sdk.Api(base_url=server.url) as client:
        client.bodies.upload(users=file, upsert=True)
    parts = _parts(server.requests[0])
    assert parts["users"].get_content() in (b"[]", "[]")
    assert parts["upsert"].get_content() == "true"


def test_a_file_may_bring_its_name_and_type(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.bodies.upload(users=("u.json", b"[]", "application/json"))).request
    part = _parts(sent)["users"]
    assert (part.get_filename(), part.get_content_type(), part.get_content()) == ("u.json", "application/json", b"[]")


def test_a_property_with_a_media_type_is_a_file(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.bodies.upload(users=b"", icon=("i.png", b"\x89PNG"))).request
    assert _parts(sent)["icon"].get_filename() == "i.png"


def test_arrays_and_objects_of_a_multipart_body(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.bodies.upload(users=b"", tags=["a", "b"], about={"a": 1})).request
    assert sent.body.count(b'name="tags"') == 2
    assert json.loads(_parts(sent)["about"].get_payload(decode=True) or b"") == {"a": 1}  # type: ignore[arg-type]


def test_optional_fields_of_a_multipart_body_are_left_out(sdk: Any, server: Server) -> None:
    assert set(_parts(server.call(sdk, lambda client: client.bodies.upload(users=b"x")).request)) == {"users"}


def test_text_is_sent_and_received_as_text(sdk: Any, server: Server) -> None:
    server.answer(body=b"\xc3\xa9t\xc3\xa9", headers={"Content-Type": "text/plain; charset=utf-8"})
    sent = server.call(sdk, lambda client: client.bodies.text(request="héllo"))
    assert sent.request.body == "héllo".encode()
    assert sent.request.headers["content-type"].startswith("text/plain")
    assert sent.result == "été"


def test_bytes_are_sent_and_a_download_is_read(sdk: Any, server: Server) -> None:
    server.answer(body=b"\x00\x01" * 10, headers={"Content-Type": "application/octet-stream"})
    with sdk.Api(base_url=server.url) as client:
        assert client.bodies.raw(request=b"\xff").read() == b"\x00\x01" * 10
    assert server.requests[0].body == b"\xff"
    assert server.requests[0].headers["content-type"] == "application/octet-stream"


def test_an_asynchronous_download(sdk: Any, server: Server) -> None:
    server.answer(body=b"abc", headers={"Content-Type": "image/png"})

    async def read() -> Any:
        async with sdk.AsyncApi(base_url=server.url) as client:
            return await client.bodies.image().read()

    assert asyncio.run(read()) == b"abc"


def test_a_download_may_be_saved(sdk: Any, server: Server, tmp_path: Path) -> None:
    server.answer(body=b"abc", headers={"Content-Type": "image/png"})
    with sdk.Api(base_url=server.url) as client:
        client.bodies.image().save(tmp_path / "image.png")
    assert (tmp_path / "image.png").read_bytes() == b"abc"


def test_json_of_another_name_is_sent_under_that_name(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.bodies.merge(a=None))
    assert (sent.request.headers["content-type"], sent.json) == ("application/merge-patch+json", {"a": None})


def test_no_content_is_none(sdk: Any, server: Server) -> None:
    server.answer(204, b"")
    assert server.call(sdk, lambda client: client.bodies.nothing()).result is None


def test_a_success_without_content_beside_one_with_content_is_none(sdk: Any, server: Server) -> None:
    server.answer(202, b"")
    assert server.call(sdk, lambda client: client.bodies.maybe()).result is None
    server.answers = []
    server.answer(200, {"purr": True})
    assert server.call(sdk, lambda client: client.bodies.maybe()).result == sdk.Cat(purr=True)


@pytest.mark.parametrize(("answer", "name"), [({"purr": True}, "Cat"), ({"bark": True}, "Dog")])
def test_several_successes_are_a_union(sdk: Any, server: Server, answer: Any, name: str) -> None:
    server.answer(201, answer)
    assert type(server.call(sdk, lambda client: client.bodies.several()).result) is getattr(sdk, name)


@pytest.mark.parametrize("method", ["ranged", "fallback", "suffixed"])
def test_a_success_may_be_described_in_other_ways(sdk: Any, server: Server, method: str) -> None:
    server.answer(body={"purr": False}, headers={"Content-Type": "application/hal+json"})
    assert server.call(sdk, lambda client: getattr(client.bodies, method)()).result == sdk.Cat(purr=False)


def test_a_list_and_a_map_of_models(sdk: Any, server: Server) -> None:
    server.answer(body=[{"purr": True}])
    assert server.call(sdk, lambda client: client.bodies.listed()).result == [sdk.Cat(purr=True)]
    server.answers = []
    server.answer(body={"a": {"purr": True}})
    assert server.call(sdk, lambda client: client.bodies.mapped()).result == {"a": sdk.Cat(purr=True)}


@pytest.mark.parametrize(("method", "answer"), [("number", 5), ("words", "text"), ("anything", {"a": [None]})])
def test_scalars_and_anything_are_returned_as_they_are(sdk: Any, server: Server, method: str, answer: Any) -> None:
    server.answer(body=answer)
    assert server.call(sdk, lambda client: getattr(client.bodies, method)()).result == answer


NESTED = Spec("""
schemas:
  Message: {type: object, required: [text], properties: {text: {type: string}, replies: {type: array, items: {$ref: "#/components/schemas/Message"}}}}
  Thread: {type: object, properties: {messages: {type: array, items: {$ref: "#/components/schemas/Message"}}}}
paths:
  /messages:
    post:
      tags: [threads]
      operationId: say
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Message"}}}}
  /threads:
    post:
      tags: [threads]
      operationId: begin
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Thread"}}}}
""")


def test_a_flattened_body_is_a_type_as_well_where_a_parameter_of_another_needs_it() -> None:
    # Type checkers don't see the gap: the module of types has a __getattr__.
    sdk = make_package(NESTED)
    assert hasattr(sdk, "Message")
    assert not hasattr(sdk, "Thread")
    with Server() as server:
        exchange = server.call(sdk, lambda client: client.threads.begin(messages=[sdk.Message(text="hello")]))
    assert exchange.json == {"messages": [{"text": "hello"}]}
