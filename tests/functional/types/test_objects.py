"""Objects: required, nullable and absent are three things; nothing that came is lost."""

from __future__ import annotations

from typing import Any, get_args, get_type_hints

import pytest
from pydantic import ValidationError
from tests.functional.support import Server, Spec, make_package

PET = Spec("""
schemas:
  Pet:
    type: object
    required: [name, owner]
    properties:
      name: {type: string}
      owner: {type: [string, "null"]}
      tag: {type: string}
      born: {type: string, format: date-time}
      weight: {type: number}
      legs: {type: integer}
      tame: {type: boolean}
      toys: {type: array, items: {type: string}}
      scores: {type: object, additionalProperties: {type: integer}}
      notes: {type: object}
      extra: {}
      anything: true
      nickNames: {type: array, items: {}}
paths:
  /pets:
    post:
      tags: [pets]
      operationId: create
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
  /pets/many:
    post:
      tags: [pets]
      operationId: createMany
      requestBody:
        required: true
        content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
""")


@pytest.fixture
def sdk() -> Any:
    return make_package(PET)


def test_a_property_that_is_required_and_not_nullable_must_be_given(sdk: Any) -> None:
    with pytest.raises(ValidationError):
        sdk.Pet(owner="Ann")


def test_a_nullable_property_need_not_be_given(sdk: Any) -> None:
    assert sdk.Pet(name="Rex").owner is None


def test_a_property_that_was_not_given_is_not_written(sdk: Any) -> None:
    assert sdk.Pet(name="Rex").model_dump() == {"name": "Rex"}


def test_a_property_given_as_none_is_written_as_null(sdk: Any) -> None:
    assert sdk.Pet(name="Rex", owner=None).model_dump_json() == '{"name":"Rex","owner":null}'


def test_scalars_have_their_python_types(sdk: Any) -> None:
    hints = get_type_hints(sdk.Pet, include_extras=False)
    assert hints["name"] is str
    assert set(get_args(hints["weight"])) == {float, type(None)}
    assert set(get_args(hints["legs"])) == {int, type(None)}
    assert set(get_args(hints["tame"])) == {bool, type(None)}


def test_a_date_time_is_a_datetime_and_goes_out_in_utc_with_z(sdk: Any) -> None:
    pet = sdk.Pet.model_validate_json('{"name": "Rex", "owner": null, "born": "2024-02-03T04:05:06Z"}')
    assert pet.born.isoformat() == "2024-02-03T04:05:06+00:00"
    assert '"born":"2024-02-03T04:05:06Z"' in pet.model_dump_json()


def test_arrays_and_maps_hold_typed_values(sdk: Any) -> None:
    pet = sdk.Pet(name="Rex", toys=["ball"], scores={"speed": 3}, notes={"any": ["thing"]})
    assert (pet.toys, pet.scores, pet.notes) == (["ball"], {"speed": 3}, {"any": ["thing"]})


@pytest.mark.parametrize("value", [1, "text", None, [1], {"a": 1}, True])
def test_a_property_without_a_type_takes_anything(sdk: Any, value: Any) -> None:
    assert sdk.Pet(name="Rex", extra=value, anything=value).model_dump() == {
        "name": "Rex",
        "extra": value,
        "anything": value,
    }


def test_a_property_may_be_given_under_either_name(sdk: Any) -> None:
    assert sdk.Pet(name="Rex", nick_names=["r"]) == sdk.Pet(name="Rex", nickNames=["r"])


def test_a_property_is_written_under_its_wire_name(sdk: Any) -> None:
    assert sdk.Pet(name="Rex", nick_names=["r"]).model_dump() == {"name": "Rex", "nickNames": ["r"]}


def test_unknown_fields_are_kept_and_sent_back(sdk: Any, server: Server) -> None:
    answer = {"name": "Rex", "owner": None, "colour": {"fur": "red"}}
    server.answer(body=answer)
    pet = server.call(sdk, lambda client: client.pets.create(name="Rex", owner=None)).result
    assert pet.colour == {"fur": "red"}
    assert server.call(sdk, lambda client: client.pets.create_many(request=[pet])).json == [answer]


def test_an_optional_argument_that_is_left_out_is_not_sent(sdk: Any, server: Server) -> None:
    assert server.call(sdk, lambda client: client.pets.create(name="Rex")).json == {"name": "Rex"}


def test_an_argument_given_as_none_is_sent_as_null(sdk: Any, server: Server) -> None:
    sent = server.call(sdk, lambda client: client.pets.create(name="Rex", owner=None, tag=None))
    assert sent.json == {"name": "Rex", "owner": None, "tag": None}


def test_an_answer_that_breaks_the_document_is_decoded_as_far_as_it_goes(sdk: Any, server: Server) -> None:
    server.answer(body={"name": 5, "owner": "Ann", "legs": "four"})
    pet = server.call(sdk, lambda client: client.pets.create(name="Rex")).result
    assert (type(pet), pet.owner, pet.legs) == (sdk.Pet, "Ann", "four")
    assert pet.model_dump() == {"name": 5, "owner": "Ann", "legs": "four"}
