"""Names that the configuration pins: they move what they name, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.naming.profiles import PACKAGED, PYTHON
from tests.unit.sdk.designing import OK, design

from sdksmith.diagnostics import Failure, Location
from sdksmith.naming import Names, NamingProfile, assign_names

TEXT = {"type": "string"}
PET = ("components", "schemas", "Pet")
LIST = ("paths", "/pets", "get")
DOCUMENT: dict[str, Any] = {
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "tags": ["pets"],
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "responses": OK,
            },
            "post": {"operationId": "createPet", "tags": ["pets"], "responses": OK},
        }
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "properties": {
                    "name": TEXT,
                    "owner": {"type": "object", "properties": {"name": TEXT}},
                    "toys": {"type": "array", "items": {"type": "object", "properties": {"name": TEXT}}},
                },
            },
            "Order": {"type": "object", "properties": {"id": TEXT}},
        }
    },
}


def named(profile: NamingProfile = PYTHON, /, **pins: str) -> Names:
    return assign_names(design(DOCUMENT), replace(profile, pins=pins, pins_key=("targets", "toy", "names")))


def refused(**pins: str) -> tuple[str, str]:
    """Return what is said of pins that can't be given, and the hint."""
    with pytest.raises(Failure) as caught:
        named(PYTHON, **pins)
    (found,) = caught.value.diagnostics
    assert found.code == "name-pin"
    assert found.location is not None and found.location.pointer is not None
    assert found.location == Location("<config>", pointer=("targets", "toy", "names", found.location.pointer[-1]))
    assert found.location.pointer[-1] in pins
    return found.message, found.hint


def test_without_pins_names_are_those_of_the_document() -> None:
    names = named()

    assert names.types == assign_names(design(DOCUMENT), PYTHON).types
    assert names.methods[LIST] == "list_pets"


@pytest.mark.parametrize("key", ["Pet", "#/components/schemas/Pet"])
def test_a_type_has_the_pinned_name_and_those_inside_of_it_keep_theirs(key: str) -> None:
    before, names = named(), named(PYTHON, **{key: "Animal"})

    assert names.types == {**before.types, PET: "Animal"}
    assert names.plain[PET] == "AnimalDict"


def test_inline_types_are_named_by_where_they_stand() -> None:
    names = named(PYTHON, **{"Pet.owner": "Human", "Pet.toys[]": "Toy"})

    assert names.types[*PET, "properties", "owner"] == "Human"
    assert names.types[*PET, "properties", "toys", "items"] == "Toy"


def test_a_property_without_a_type_of_its_own_is_a_field() -> None:
    assert named(PYTHON, **{"Pet.name": "called"}).fields[PET]["name"] == "called"


@pytest.mark.parametrize("key", ["listPets", "#/paths/~1pets/get"])
def test_a_method_has_the_pinned_name(key: str) -> None:
    assert named(PYTHON, **{key: "all"}).methods[LIST] == "all"


@pytest.mark.parametrize("key", ["listPets.limit", "listPets.query.limit"])
def test_an_argument_has_the_pinned_name(key: str) -> None:
    assert named(PYTHON, **{key: "at_most"}).parameters[LIST]["query", "limit"] == "at_most"


def test_what_a_call_takes_has_the_pinned_name_where_it_is_a_type() -> None:
    names = named(PACKAGED, **{"listPets()": "AllPets", "listPets.limit": "AtMost", "listPets": "All"})

    assert names.requests[LIST] == "AllPets"
    assert names.parameters[LIST]["query", "limit"] == "AtMost"
    assert names.methods[LIST] == "All"


def test_two_names_may_change_places() -> None:
    before, names = named(), named(PYTHON, Pet="Order", Order="Pet")

    assert (names.types[PET], names.types["components", "schemas", "Order"]) == ("Order", "Pet")
    assert {**names.types, PET: "Pet", ("components", "schemas", "Order"): "Order"} == before.types


def test_a_key_that_names_nothing_is_refused_with_what_is_near() -> None:
    assert refused(Pett="Animal") == ("the document has nothing called 'Pett'", "did you mean 'Pet'?")
    assert refused(**{"listPets.limits": "a"})[1] == "did you mean 'listPets.limit'?"
    assert refused(**{"listPets()": "All"})[0] == "the document has nothing called 'listPets()'"


@pytest.mark.parametrize(
    ("key", "name", "problem"),
    [
        ("Pet", "animal", "it has to begin with a capital"),
        ("Pet", "An imal", "it is no identifier"),
        ("Pet", "None", "it is a word of the language"),
        ("Pet", "Model", "the library has that name itself"),
        ("listPets", "All", "it has to begin with a small letter"),
        ("listPets", "with_raw_response", "the library has that name itself"),
        ("listPets.limit", "request", "the library has that name itself"),
        ("Pet.name", "json", "the library has that name itself"),
    ],
)
def test_a_name_that_is_none_is_refused(key: str, name: str, problem: str) -> None:
    assert refused(**{key: name}) == (f"{name!r} can't be the name of {key!r}: {problem}", "")


def test_a_name_that_something_else_has_is_refused_with_its_place() -> None:
    assert refused(Pet="Order") == (
        "'Order' is the name of #/components/schemas/Order",
        "pin another name to that as well",
    )
    assert refused(listPets="create_pet")[0] == "'create_pet' is the name of #/paths/~1pets/post"


def test_one_name_for_two_things_is_refused() -> None:
    message, _ = refused(listPets="all", createPet="all")

    assert message == "'all' can't be the name of 'createPet': something else has it"


def test_a_key_that_could_mean_two_things_needs_a_pointer() -> None:
    document = {**DOCUMENT, "paths": {"/pets": {"get": {"operationId": "Pet", "tags": ["pets"], "responses": OK}}}}
    with pytest.raises(Failure) as caught:
        assign_names(design(document), replace(PYTHON, pins={"Pet": "Animal"}))
    (found,) = caught.value.diagnostics

    assert found.message == "'Pet' is the name of several things"
    assert found.hint == "use a pointer: #/components/schemas/Pet, #/paths/~1pets/get"
