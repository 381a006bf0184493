"""What one call gives, another takes: the class of a component in the place of a variant of a union."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from tests.functional.support import Server, Spec, make_package

MESSAGES = Spec("""
schemas:
  Msg:
    oneOf: [{$ref: "#/components/schemas/Text"}, {$ref: "#/components/schemas/Pic"}]
    discriminator:
      propertyName: type
      mapping: {text: "#/components/schemas/Text", note: "#/components/schemas/Text", pic: "#/components/schemas/Pic"}
  Text:
    type: object
    required: [type, body]
    properties:
      type: {type: string}
      body: {type: string}
      sent-at: {type: string, format: date-time}
      next: {$ref: "#/components/schemas/Msg"}
  Long: {allOf: [{$ref: "#/components/schemas/Text"}, {type: object, properties: {page-count: {type: integer}}}]}
  Pic: {type: object, required: [type, url], properties: {type: {type: string, enum: [pic]}, url: {type: string}}}
  Thread:
    type: object
    properties:
      first: {$ref: "#/components/schemas/Msg"}
      all: {type: array, items: {$ref: "#/components/schemas/Msg"}}
      by_name: {type: object, additionalProperties: {$ref: "#/components/schemas/Msg"}}
      maybe: {oneOf: [{$ref: "#/components/schemas/Msg"}, {type: "null"}]}
  Untold:
    oneOf: [{$ref: "#/components/schemas/Left"}, {$ref: "#/components/schemas/Pic"}]
    discriminator: {propertyName: type, mapping: {left: "#/components/schemas/Left", pic: "#/components/schemas/Pic"}}
  Left: {type: object, properties: {by: {type: string}}}
paths:
  /latest:
    get:
      tags: [u]
      operationId: latest
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Text"}}}}
  /send:
    post:
      tags: [u]
      operationId: send
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Msg"}}}}
    put:
      tags: [u]
      operationId: send_many
      requestBody:
        required: true
        content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Msg"}}}}
    patch:
      tags: [u]
      operationId: put_thread
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {thread: {$ref: "#/components/schemas/Thread"}}}}}
  /left:
    post:
      tags: [u]
      operationId: leave
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Untold"}}}}
""")

MESSAGES.use = """
from __future__ import annotations

from {package} import (
    Api,
    Msg_Pic,
    Msg_Text,
    Pic,
    Text,
    Thread,
    ThreadDict,
    Untold_Left,
)


def use(client: Api, text: Text, pic: Pic, msg: Msg_Text) -> None:
    client.u.send(request=client.u.latest())
    client.u.send(request=pic)
    client.u.send(request=msg)
    client.u.send(request={{"type": "text", "body": "a", "next": text}})
    client.u.send(request={{"type": "pic", "url": "https://example.com"}})
    client.u.send_many(request=[text, pic, msg])
    client.u.put_thread(thread={{"first": text, "by_name": {{"a": text}}, "maybe": None}})
    thread: ThreadDict = {{"all": (text, msg)}}
    client.u.put_thread(thread=thread)
    client.u.leave(request=Untold_Left(by="x"))


def read(thread: Thread) -> str:
    if isinstance(thread.first, Msg_Pic):
        return thread.first.url
    return thread.first.body if thread.first else ""
"""
ANSWER = {"type": "text", "body": "b", "sent-at": "2026-01-31T12:00:00Z", "more": [1], "next": {"type": "eel"}}


@pytest.fixture
def sdk() -> Any:
    return make_package(MESSAGES)


@pytest.fixture
def text(sdk: Any, server: Server) -> Any:
    server.answer(body=ANSWER)
    return server.call(sdk, lambda client: client.u.latest()).result


def test_a_call_takes_what_another_gave(sdk: Any, server: Server, text: Any) -> None:
    assert server.call(sdk, lambda client: client.u.send(request=text)).json == ANSWER
    assert server.call(sdk, lambda client: client.u.send_many(request=[text])).json == [ANSWER]
    sent = server.call(sdk, lambda client: client.u.put_thread(thread={"first": text, "by_name": {"a": text}}))
    assert sent.json == {"thread": {"first": ANSWER, "by_name": {"a": ANSWER}}}


def test_a_model_takes_it_as_the_variant_of_its_tag_with_nothing_lost(sdk: Any, server: Server, text: Any) -> None:
    thread = sdk.Thread(first=text, all=[text], by_name={"a": text}, maybe=text)
    assert type(thread.first) is type(thread.all[0]) is type(thread.by_name["a"]) is sdk.Msg_Text
    assert thread.first.sent_at == text.sent_at
    assert thread.maybe.model_dump(mode="json") == ANSWER
    assert server.call(sdk, lambda client: client.u.put_thread(thread=thread)).json["thread"]["all"] == [ANSWER]
    note = sdk.Text(type="note", body="b", next=text)
    assert type(sdk.Thread(first=note).first) is sdk.Msg_Note
    assert note.model_dump(mode="json") == {"type": "note", "body": "b", "next": ANSWER}


def test_a_sub_class_of_it_keeps_its_own_fields(sdk: Any) -> None:
    long = sdk.Long(type="text", body="b", page_count=3)
    assert sdk.Thread(first=long).model_dump() == {"first": {"type": "text", "body": "b", "page-count": 3}}


def test_an_answer_that_broke_the_document_is_taken_too(sdk: Any, server: Server) -> None:
    server.answer(body={"type": "text", "body": 7})
    text = server.call(sdk, lambda client: client.u.latest()).result
    assert sdk.Thread(first=text).model_dump() == {"first": {"type": "text", "body": 7}}


def test_fields_are_set_that_were_set_and_the_one_given_stays_as_it_was(sdk: Any, text: Any) -> None:
    thread = sdk.Thread(first=text)
    thread.first.body = "c"
    assert text.body == "b"
    assert thread.first.model_fields_set == text.model_fields_set
    assert repr(thread.first).partition("(")[2] == repr(text).partition("(")[2].replace("body='b'", "body='c'")
    assert repr(text).startswith("Text(type='text', body='b', sent_at=")


@pytest.mark.parametrize("tag", ["pic", "boat"])
def test_one_of_another_tag_is_refused(sdk: Any, tag: str) -> None:
    with pytest.raises(ValidationError):
        sdk.Thread(first=sdk.Text(type=tag, body="b"))


def test_what_is_read_is_of_the_variants_alone(sdk: Any) -> None:
    thread = sdk.Thread.model_validate_json(
        '{"first": {"type": "text", "body": "b"}, "all": [{"type": "pic", "url": "u"}]}'
    )
    assert type(thread.first) is sdk.Msg_Text
