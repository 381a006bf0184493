"""A discriminator without oneOf: what extends the schema is a sub-class, and answers are read as the one their tag names."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

PETS = Spec("""
openapi: 3.0.3
schemas:
  Pet:
    type: object
    required: [petType]
    properties: {petType: {type: string}, name: {type: string}, friend: {$ref: "#/components/schemas/Pet"}}
    discriminator: {propertyName: petType, mapping: {cat: Cat}}
  Cat:
    allOf:
      - {$ref: "#/components/schemas/Pet"}
      - {type: object, required: [lives], properties: {lives: {type: integer}, subtypes: {type: string}}}
  Dog:
    allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {born: {type: string, format: date-time}}}]
  Puppy:
    allOf: [{$ref: "#/components/schemas/Dog"}, {type: object, properties: {mood: {type: string, enum: [up, down]}}}]
  Home:
    type: object
    properties: {pet: {$ref: "#/components/schemas/Pet"}, pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}}
paths:
  /pets:
    get:
      tags: [pets]
      operationId: list
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
    post:
      tags: [pets]
      operationId: add
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
  /homes:
    put:
      tags: [pets]
      operationId: move
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Home"}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Home"}}}}
""")


@pytest.fixture(scope="module")
def pets() -> Any:
    return make_package(PETS)


CAT = {"petType": "cat", "lives": 9}
DOG = {"petType": "Dog", "born": "2020-01-02T03:04:05Z"}
PUPPY = {"petType": "Puppy", "mood": "up", "friend": {"petType": "cat", "lives": 1, "friend": {"petType": "eel"}}}
EEL = {"petType": "eel", "slippery": True}


def test_an_answer_is_read_as_the_sub_type_that_its_tag_names(pets: Any) -> None:
    with Server() as server:
        server.answer(200, [CAT, DOG, PUPPY, EEL])
        found = server.call(pets, lambda client: client.pets.list()).result
    assert [type(pet) for pet in found] == [pets.Cat, pets.Dog, pets.Puppy, pets.Pet]
    assert all(isinstance(pet, pets.Pet) for pet in found)
    assert found[0].lives == 9
    assert found[1].born == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert type(found[2].friend) is pets.Cat
    assert type(found[2].friend.friend) is pets.Pet
    assert found[3].slippery is True
    assert [pet.model_dump(mode="json") for pet in found] == [CAT, DOG, PUPPY, EEL]


def test_a_class_of_its_own_reads_itself_and_its_own_sub_types_are_no_others(pets: Any) -> None:
    assert type(pets.Cat.model_validate(CAT)) is pets.Cat
    assert type(pets.Dog.model_validate(PUPPY)) is pets.Dog


def test_what_is_made_by_hand_is_of_the_class_that_was_called(pets: Any) -> None:
    pet = pets.Pet(pet_type="cat", lives=3, friend=dict(CAT))
    assert type(pet) is pets.Pet
    assert pet.model_extra == {"lives": 3}
    assert type(pet.friend) is pets.Cat
    assert pet.model_dump() == {"petType": "cat", "lives": 3, "friend": CAT}
    with pytest.raises(ValueError, match="lives"):
        pets.Cat(pet_type="cat")


def test_a_sub_type_is_sent_whole_where_the_base_is_expected(pets: Any) -> None:
    home = {"pet": CAT, "pets": [PUPPY, EEL]}
    with Server() as server:
        server.answer(200, home)
        pet = pets.Cat(pet_type="cat", lives=9)
        others = [pets.Puppy.model_validate(PUPPY), pets.Pet.model_validate(EEL)]
        exchange = server.call(pets, lambda client: client.pets.move(pet=pet, pets=others))
        assert exchange.json == home
        assert type(exchange.result.pet) is pets.Cat
        server.answer(200, home)
        assert server.call(pets, lambda client: client.pets.move(pet=CAT, pets=[PUPPY])).json == {
            "pet": CAT,
            "pets": [PUPPY],
        }


@pytest.mark.parametrize(
    ("value", "kind", "pointer"),
    [
        ({"petType": "cat"}, "Cat", "/lives"),
        ({"petType": "cat", "lives": "many", "more": 1}, "Cat", "/lives"),
        ({"petType": "Puppy", "mood": "sideways"}, "Puppy", "/mood"),
        ({"petType": ["cat"]}, "Pet", "/petType"),
        ({"petType": "Dog", "friend": {"petType": "cat", "lives": "x"}}, "Dog", "/friend/lives"),
    ],
)
def test_an_answer_that_breaks_the_document_keeps_its_sub_type(pets: Any, value: Any, kind: str, pointer: str) -> None:
    seen: list[str] = []
    with (
        Server() as server,
        pets.Api(
            base_url=server.url, on_drift=lambda _, found: seen.extend(drift.pointer for drift in found)
        ) as client,
    ):
        server.answer(200, value)
        found = client.pets.add(pet_type="cat", lives=1)
    assert type(found).__name__ == kind
    assert seen == [pointer]
    assert found.model_dump(mode="json") == value


def test_a_flattened_body_that_answers_are_read_as_stays_a_class(pets: Any) -> None:
    assert pets.Cat.model_fields.keys() == {"pet_type", "name", "friend", "lives", "subtypes"}


def test_instances_can_be_pickled_and_copied(pets: Any) -> None:
    cat = pets.Pet.model_validate(CAT)
    assert pickle.loads(pickle.dumps(cat)) == cat == cat.model_copy()


def test_libraries_without_sub_types_have_nothing_of_it() -> None:
    package = make_package(
        "schemas: {A: {type: object, properties: {a: {type: string}}, discriminator: {propertyName: a}}}"
    )
    assert not package.A.__mro__[1].__name__.startswith("Poly")
    assert not list(__import__("pathlib").Path(package.__file__).parent.glob("core/subtypes.py"))


def _answer(name: str) -> str:
    schema = f'{{$ref: "#/components/schemas/{name}"}}'
    return f'{{"200": {{description: ok, content: {{application/json: {{schema: {schema}}}}}}}}}'


#: Things and pictures refer to each other, so they are in one module; actions are in another, and what extends them in a third.
ELSEWHERE = Spec(
    """
schemas:
  Thing: {type: object, properties: {name: {type: string}, picture: {$ref: "#/components/schemas/ThingPicture"}}}
  ThingPicture:
    allOf: [{$ref: "#/components/schemas/ThingWork"}, {type: object, properties: {width: {type: integer}}}]
  ThingWork: {allOf: [{$ref: "#/components/schemas/Thing"}, {type: object, properties: {text: {type: string}}}]}
  Action: {allOf: [{$ref: "#/components/schemas/ThingWork"}, {type: object, properties: {priority: {type: integer}}}]}
  Game: {allOf: [{$ref: "#/components/schemas/Action"}, {type: object, properties: {level: {type: integer}}}]}
paths:
  /things: {get: {tags: [things], operationId: things, responses: ANSWER(Thing)}}
  /actions: {get: {tags: [actions], operationId: actions, responses: ANSWER(Action)}}
  /games: {get: {tags: [games], operationId: games, responses: ANSWER(Game)}}
""".replace("ANSWER(Thing)", _answer("Thing"))
    .replace("ANSWER(Action)", _answer("Action"))
    .replace("ANSWER(Game)", _answer("Game"))
)


@pytest.mark.parametrize("name", ["Game", "Action"])
def test_fields_are_inherited_from_a_module_that_names_what_follows_in_it(name: str) -> None:
    sdk = make_package(ELSEWHERE)
    cls = getattr(sdk, name)
    assert len({getattr(sdk, each).__module__ for each in ("Thing", "Action", "Game")}) == 3
    assert sdk.Thing.__module__ == sdk.ThingPicture.__module__

    found = cls.model_validate({"picture": {"width": 1}, "name": "it"})

    assert type(found.picture) is sdk.ThingPicture and found.picture.width == 1


BODIES = Spec(
    """
openapi: 3.0.3
schemas:
  Animal:
    type: object
    required: [kind]
    properties: {kind: {type: string}, name: {type: string}}
    discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat"}}
  Cat: {allOf: [{$ref: "#/components/schemas/Animal"}, {type: object, properties: {lives: {type: integer}}}]}
paths:
  /animals:
    post:
      tags: [animals]
      operationId: add
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Animal"}}}
    put:
      tags: [animals]
      operationId: fill
      requestBody:
        required: true
        content: {application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Animal"}}}
    patch:
      tags: [animals]
      operationId: upload
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {$ref: "#/components/schemas/Animal"}}}
  /cats:
    post:
      tags: [animals]
      operationId: adopt
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}
""",
    tests=True,
)


@pytest.mark.parametrize("given", ["Cat", "dict", "Animal"])
def test_a_body_that_has_sub_types_is_one_argument_that_takes_any_of_them(server: Server, given: str) -> None:
    package = make_package(BODIES)
    known = {"kind": "cat", "lives": 9} if given != "Animal" else {"kind": "eel", "name": "Ed"}
    request = known if given == "dict" else getattr(package, given)(**known)
    assert server.call(package, lambda client: client.animals.add(request=request)).json == known


def test_a_form_that_has_sub_types_is_one_argument(server: Server) -> None:
    package = make_package(BODIES)
    request = package.Cat(kind="cat", lives=9)
    assert server.call(package, lambda client: client.animals.fill(request=request)).request.body == b"kind=cat&lives=9"


def test_a_sub_type_itself_is_still_flattened(server: Server) -> None:
    package = make_package(BODIES)
    sent = server.call(package, lambda client: client.animals.adopt(kind="cat", lives=9))
    assert sent.json == {"kind": "cat", "lives": 9}
