"""Pinned names, in a package that is used; what goes over the wire stays what it was."""

from __future__ import annotations

from typing import Any

from tests.functional.support import Server, Spec, make_package

PINNED = Spec(
    """
schemas:
  Pet:
    type: object
    required: [name]
    properties:
      name: {type: string}
      owner: {type: object, properties: {age: {type: integer}}}
paths:
  /pets:
    get:
      tags: [pets]
      operationId: listPets
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}}
    post:
      tags: [pets]
      operationId: createPet
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
""",
    names={
        "Pet": "Animal",
        "Pet.name": "called",
        "Pet.owner": "Human",
        "listPets": "all",
        "listPets.limit": "at_most",
        "createPet.name": "calling",
    },
)


def test_they_are_what_users_write(server: Server) -> None:
    package: Any = make_package(PINNED)
    server.answer(200, [{"name": "Rex", "owner": {"age": 3}}])

    exchange = server.call(package, lambda client: client.pets.all(at_most=5))

    assert exchange.query == "limit=5"
    (animal,) = exchange.result
    assert isinstance(animal, package.types.Animal)
    assert (animal.called, animal.owner) == ("Rex", package.types.Human(age=3))
    assert not hasattr(package.types, "Pet")


def test_wire_names_stay(server: Server) -> None:
    package: Any = make_package(PINNED)
    server.answer(200, {"name": "Rex"})

    exchange = server.call(package, lambda client: client.pets.create_pet(calling="Rex", owner={"age": 3}))

    assert exchange.json == {"name": "Rex", "owner": {"age": 3}}
    assert package.types.Animal(called="Rex").model_dump() == {"name": "Rex"}
