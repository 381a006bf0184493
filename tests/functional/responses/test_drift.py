"""Answers that depart from the document: all is kept, all is told, and nothing raises unless that is asked for."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

SPEC = Spec("""
schemas:
  Thing:
    type: object
    required: [id, size, kind, owner]
    properties:
      id: {type: string}
      size: {type: integer}
      kind: {type: string, enum: [small, large]}
      owner: {type: object, required: [name], properties: {name: {type: string}}}
      since: {type: string, format: date-time}
      parent: {$ref: '#/components/schemas/Thing'}
  Cat: {type: object, required: [type, lives], properties: {type: {type: string, enum: [cat]}, lives: {type: integer}}}
  Dog: {type: object, required: [type, tricks], properties: {type: {type: string, enum: [dog]}, tricks: {type: array, items: {type: string}}}}
  Pet:
    oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
    discriminator: {propertyName: type, mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}
  Loose: {oneOf: [{$ref: '#/components/schemas/Thing'}, {type: array, items: {$ref: '#/components/schemas/Thing'}}]}
  Box:
    type: object
    required: [thing]
    properties:
      thing: {$ref: '#/components/schemas/Thing'}
      things: {type: array, items: {$ref: '#/components/schemas/Thing'}}
      by_name: {type: object, additionalProperties: {$ref: '#/components/schemas/Thing'}}
      pet: {$ref: '#/components/schemas/Pet'}
      pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
      loose: {$ref: '#/components/schemas/Loose'}
paths:
  /box:
    get:
      tags: [boxes]
      operationId: get
      responses: {'200': {description: A box, content: {application/json: {schema: {$ref: '#/components/schemas/Box'}}}}}
""")

GOOD: dict[str, Any] = {"id": "1", "size": 1, "kind": "small", "owner": {"name": "n"}}
#: The value that must never be told to anybody.
SECRET = "s3cr3t-value"


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in GOOD.items() if key != name}


#: Departure -> a thing with it, where it is, and a word of what was expected.
DEPARTURES: dict[str, tuple[Any, str, str]] = {
    "a required field is missing": (without("size"), "/size", "required"),
    "a required object is missing": (without("owner"), "/owner", "required"),
    "a number is text": ({**GOOD, "size": SECRET}, "/size", "integer"),
    "text is a number": ({**GOOD, "id": 90210}, "/id", "string"),
    "text is an object": ({**GOOD, "id": {SECRET: SECRET}}, "/id", "string"),
    "an object is text": ({**GOOD, "owner": SECRET}, "/owner", "object"),
    "an object is a list": ({**GOOD, "owner": [SECRET]}, "/owner", "object"),
    "a field is null": ({**GOOD, "id": None}, "/id", "string"),
    "an object is null": ({**GOOD, "owner": None}, "/owner", "object"),
    "a field far inside": ({**GOOD, "owner": {"name": [SECRET]}}, "/owner/name", "string"),
    "a time is none": ({**GOOD, "since": SECRET}, "/since", "datetime"),
    "an unknown value of an enum": ({**GOOD, "kind": SECRET}, "/kind", "'small' or 'large'"),
    "an enum is null": ({**GOOD, "kind": None}, "/kind", "'small' or 'large'"),
    "an unknown value of an enum inside": ({**GOOD, "parent": {**GOOD, "kind": 90210}}, "/parent/kind", "'small'"),
    "a thing of its own kind inside": ({**GOOD, "parent": without("id")}, "/parent/id", "required"),
}
#: What holds the thing, and its pointer there.
PLACES: dict[str, tuple[str, Any]] = {
    "alone": ("/thing", lambda thing: {"thing": thing}),
    "in an array": ("/things/1", lambda thing: {"thing": GOOD, "things": [GOOD, thing, GOOD]}),
    "in a map": ("/by_name/a~1b", lambda thing: {"thing": GOOD, "by_name": {"a/b": thing}}),
    "in a union": ("/loose", lambda thing: {"thing": GOOD, "loose": thing}),
    "in an array of a union": ("/loose/0", lambda thing: {"thing": GOOD, "loose": [thing]}),
}


class Answer:
    """What a client makes of an answer."""

    def __init__(self, server: Server, value: Any, **options: Any) -> None:
        self.drifts: list[Any] = []
        server.answers.clear()
        server.answer(200, value)

        def told(request: Any, drifts: list[Any]) -> None:
            self.drifts.extend(drifts)

        sdk = make_package(SPEC)
        self.result = server.call(sdk, lambda client: client.boxes.get(), on_drift=told, **options).result

    @property
    def pointers(self) -> set[str]:
        return {drift.pointer for drift in self.drifts}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("departure", DEPARTURES)
def test_a_departure_keeps_every_value_and_is_told_with_its_place(
    server: Server, departure: str, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    thing, where, expected = DEPARTURES[departure]
    start, around = PLACES[place]
    value = around(thing)

    with caplog.at_level(logging.WARNING):
        answer = Answer(server, value)

    assert json.loads(answer.result.model_dump_json()) == value
    assert type(answer.result).__name__ == "Box"
    assert start + where in answer.pointers
    assert any(drift.pointer == start + where and expected in drift.expected for drift in answer.drifts)
    assert f"{start}{where}: " in caplog.text
    assert SECRET not in caplog.text + repr(answer.drifts)
    assert "90210" not in caplog.text + repr(answer.drifts)


@pytest.mark.parametrize("departure", DEPARTURES)
def test_the_parts_around_a_departure_are_typed_and_what_is_missing_reads_as_none(
    server: Server, departure: str
) -> None:
    thing, _, _ = DEPARTURES[departure]
    result = Answer(server, {"thing": thing, "things": [GOOD]}).result
    assert type(result.thing).__name__ == "Thing"
    assert type(result.things[0]).__name__ == "Thing"
    for name in GOOD:
        if name not in thing:
            assert getattr(result.thing, name) is None
    if isinstance(thing.get("owner"), dict):
        assert result.thing.owner.name == thing["owner"]["name"]


@pytest.mark.parametrize("departure", DEPARTURES)
def test_a_strict_client_raises_without_the_value_and_keeps_the_body(server: Server, departure: str) -> None:
    thing, where, _ = DEPARTURES[departure]
    server.answer(200, {"thing": thing})
    sdk = make_package(SPEC)
    told: list[Any] = []
    with (
        sdk.Api(base_url=server.url, strict_responses=True, on_drift=lambda _, found: told.extend(found)) as client,
        pytest.raises(sdk.DecodeError, match=f"/thing{where}: ") as caught,
    ):
        client.boxes.get()
    assert SECRET not in str(caught.value)
    assert "90210" not in str(caught.value)
    assert json.loads(caught.value.body) == {"thing": thing}
    assert told

    async def run() -> None:
        async with sdk.AsyncApi(base_url=server.url, strict_responses=True) as client:
            await client.boxes.get()

    with pytest.raises(sdk.DecodeError):
        asyncio.run(run())


#: What a document leaves open, and what is therefore no departure, not for a strict client either.
OPEN: dict[str, Any] = {
    "an unknown field": {"thing": {**GOOD, "colour": "red"}},
    "an unknown field inside": {"thing": {**GOOD, "owner": {"name": "n", "age": 1}}},
    "an optional field that is missing": {"thing": GOOD},
}


@pytest.mark.parametrize("case", OPEN)
def test_what_may_be_added_later_is_no_departure(server: Server, case: str) -> None:
    answer = Answer(server, OPEN[case], strict_responses=True)
    assert json.loads(answer.result.model_dump_json()) == OPEN[case]
    assert answer.drifts == []


UNKNOWN: dict[str, tuple[Any, str]] = {
    "an unknown variant": ({"type": "fish", "fins": [SECRET]}, "/pet"),
    "a variant without its tag": ({"lives": 9}, "/pet"),
    "a known variant that departs": ({"type": "cat", "lives": SECRET}, "/pet/lives"),
    "a value of another shape": (SECRET, "/pet"),
    "a list in place of an object": ([SECRET], "/pet"),
}


@pytest.mark.parametrize("place", ["pet", "pets"])
@pytest.mark.parametrize("case", UNKNOWN)
def test_an_unknown_variant_is_kept_as_it_came(server: Server, case: str, place: str) -> None:
    pet, where = UNKNOWN[case]
    value: dict[str, Any] = {"thing": GOOD}
    if place == "pet":
        value["pet"] = pet
    else:
        value["pets"] = [{"type": "dog", "tricks": []}, pet]
        where = where.replace("/pet", "/pets/1")
    answer = Answer(server, value)
    assert json.loads(answer.result.model_dump_json()) == value
    found = answer.result.pet if place == "pet" else answer.result.pets[1]
    # A variant that is told by its tag stays one.
    assert type(found).__name__ == ("Pet_Cat" if case == "a known variant that departs" else type(pet).__name__)
    assert where in answer.pointers
    assert SECRET not in repr(answer.drifts)


def test_null_in_place_of_the_whole_answer(server: Server) -> None:
    answer = Answer(server, b"null")
    assert answer.result is None
    assert answer.pointers == {""}
