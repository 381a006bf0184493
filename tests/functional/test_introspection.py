"""What frameworks, notebooks and people see who ask a library about itself."""

from __future__ import annotations

import inspect
import pydoc
import typing
from typing import Any

import pytest
from tests.functional.support import Server, Spec, make_package

PETS = Spec("""
schemas:
  Pet:
    type: object
    required: [id]
    properties:
      id: {type: string}
      name: {type: string, nullable: true}
      tag: {$ref: "#/components/schemas/Owner"}
  Owner: {type: object, properties: {label: {type: string}}}
paths:
  /pets:
    get:
      tags: [pets]
      operationId: get
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
    post:
      tags: [pets]
      operationId: create
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
  /pets/toys: {get: {x-operation-group: [pets, toys], x-operation-name: list}}
""")


@pytest.mark.parametrize("client", ["Api", "AsyncApi"])
def test_the_annotations_of_methods_can_be_evaluated(client: str) -> None:
    package = make_package(PETS)
    method = getattr(package, client)(base_url="https://a.test").pets.create

    hints = typing.get_type_hints(method)
    signature = inspect.signature(method, eval_str=True)

    assert hints["return"] is package.Pet
    assert hints["tag"] == package.Owner | package.types.OwnerDict | None
    assert signature.return_annotation is package.Pet
    assert signature.parameters["request_options"].annotation == package.core.RequestOptions | None


def test_the_annotations_of_clients_can_be_evaluated() -> None:
    package = make_package(PETS)
    client = package.Api(base_url="https://a.test")

    assert typing.get_type_hints(type(client).pets.func) == {"return": type(client.pets)}
    assert typing.get_type_hints(type(client.pets).toys.func) == {"return": type(client.pets.toys)}
    assert "base_url" in typing.get_type_hints(package.Api.__init__)


def test_asking_for_strings_gives_the_strings() -> None:
    method = make_package(PETS).Api(base_url="https://a.test").pets.create

    assert str(inspect.signature(method)).endswith("-> 'Pet'")


def test_a_model_shows_its_fields_to_editors() -> None:
    package = make_package(PETS)

    signature = inspect.signature(package.Pet)

    assert [*signature.parameters][:3] == ["id", "name", "tag"]
    assert signature.parameters["id"].default is inspect.Parameter.empty
    assert "Pet(*, id: str" in pydoc.plain(pydoc.render_doc(package.Pet))


def test_the_repr_shows_what_came(server: Server) -> None:
    server.answer(200, {"zoo": 1, "name": None, "id": "a"})
    package = make_package(PETS)

    result: Any = server.call(package, lambda client: client.pets.get()).result

    assert repr(result) == "Pet(id='a', name=None, zoo=1)"
    assert str(package.Pet(id="a", tag=package.Owner())) == "id='a' tag=Owner()"
