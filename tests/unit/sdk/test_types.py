"""Types: which are emitted, which way they go, what belongs together, and what tells variants apart."""

from __future__ import annotations

from typing import Any

from tests.unit.parser.parsing import ref
from tests.unit.sdk.designing import OK, design, designed, returns, sends

from sdksmith.model import Disposition
from sdksmith.sdk import Policy, Sdk

TEXT = {"type": "string"}


def schema(name: str) -> tuple[str, ...]:
    return ("components", "schemas", name)


def object_with(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def api(operations: dict[str, Any], **schemas: Any) -> dict[str, Any]:
    paths = {
        f"/{name}": {"post": {"operationId": name, "responses": OK, **entry}} for name, entry in operations.items()
    }
    return {"paths": paths, "components": {"schemas": schemas}}


def names(sdk: Sdk, **wanted: bool) -> set[str]:
    """Return the components that are emitted, sent or received."""
    return {
        symbol[-1]
        for symbol, plan in sdk.types.items()
        if all(getattr(plan, name) is value for name, value in wanted.items())
    }


# -- emitted ----------------------------------------------------------------------------------------------------------


def test_a_body_whose_properties_are_arguments_needs_no_type_unless_something_else_is_of_it() -> None:
    document = api(
        {"a": sends(ref("Alone")), "b": sends(ref("Shared")), "c": {"responses": returns(ref("Shared"))}},
        Alone=object_with(x=TEXT, part=ref("Part")),
        Shared=object_with(y=TEXT),
        Part=object_with(z=TEXT),
        Unused=object_with(u=TEXT),
    )

    sdk, parsed = designed(document)

    assert names(sdk, emitted=True) == {"Shared", "Part", "Unused"}
    reasons = parsed.reasons("Alone", Disposition.GENERATED)
    assert reasons == ["its properties are parameters of the method"]
    assert names(design(document, Policy(flatten_bodies=False)), emitted=True) == {"Alone", "Shared", "Part", "Unused"}


def test_what_a_flattened_body_that_stays_refers_to_stays_too() -> None:
    document = api(
        {"a": sends(ref("Outer")), "b": sends(ref("Inner")), "c": {"responses": returns(ref("Outer"))}},
        Outer=object_with(inner=ref("Inner")),
        Inner=object_with(x=TEXT),
    )

    assert names(design(document), emitted=True) == {"Outer", "Inner"}


def test_a_flattened_body_that_contains_itself_stays() -> None:
    document = api({"a": sends(ref("Tree"))}, Tree=object_with(children={"type": "array", "items": ref("Tree")}))

    assert names(design(document), emitted=True) == {"Tree"}


# -- directions -------------------------------------------------------------------------------------------------------


def test_types_are_sent_received_or_both_also_inside_of_others() -> None:
    document = api(
        {"a": {**sends({"type": "array", "items": ref("In")}), "responses": returns(ref("Out"))}},
        In=object_with(deep=ref("Deep"), both=ref("Both")),
        Deep=object_with(x=TEXT),
        Out=object_with(both=ref("Both")),
        Both=object_with(y=TEXT),
        Neither=object_with(z=TEXT),
    )

    sdk = design(document)

    assert names(sdk, sent=True) == {"In", "Deep", "Both"}
    assert names(sdk, received=True) == {"Out", "Both"}
    assert names(sdk, sent=False, received=False) == {"Neither"}


def test_errors_and_webhooks_are_received_and_parameters_are_sent() -> None:
    filtered = {"name": "f", "in": "query", "schema": ref("Filter")}
    document = {
        **api(
            {"a": {"parameters": [filtered], "responses": {**OK, **returns(ref("Problem"), status="400")}}},
            Problem=object_with(x=TEXT),
            Filter={"type": "string", "enum": ["a", "b"]},
            Event=object_with(y=TEXT),
        ),
        "webhooks": {"happened": {"post": {"responses": OK, **sends(ref("Event"))}}},
    }

    sdk = design(document)

    assert names(sdk, sent=True) == {"Filter"}
    assert names(sdk, received=True) == {"Problem", "Event"}


# -- clusters ---------------------------------------------------------------------------------------------------------


def test_inline_types_are_with_their_component_circles_together_and_enums_alone() -> None:
    document = api(
        {},
        A=object_with(b=ref("B"), inline=object_with(x=TEXT)),
        B=object_with(a={"type": "array", "items": ref("A")}),
        User=object_with(a=ref("A"), kind=ref("Kind")),
        Kind={"type": "string", "enum": ["x", "y"]},
    )

    clusters = design(document).clusters

    assert clusters.leaves == (schema("Kind"),)
    assert [{"/".join(symbol[2:]) for symbol in circle} for circle in clusters.circles] == [
        {"A", "A/properties/inline", "B"},
        {"User"},
    ]


# -- variants ---------------------------------------------------------------------------------------------------------


def test_a_discriminator_tells_the_variants_through_other_names_for_them() -> None:
    union = {
        "oneOf": [ref("Cat"), ref("Pet")],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": ref("Cat")["$ref"], "dog": ref("Pet")["$ref"]}},
    }
    document = api({}, Union=union, Cat=object_with(kind=TEXT), Dog=object_with(kind=TEXT, bark=TEXT), Pet=ref("Dog"))

    tagged = design(document).unions[schema("Union")]

    assert (tagged.property, tagged.protocol) == ("kind", False)
    assert [(variant.tag, variant.object) for variant in tagged.variants] == [
        ("cat", schema("Cat")),
        ("dog", schema("Dog")),
    ]


def test_a_discriminator_over_something_else_than_objects_tells_nothing_and_the_ledger_says_so() -> None:
    union = {
        "oneOf": [ref("Cat"), ref("Names")],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"cat": ref("Cat")["$ref"], "names": ref("Names")["$ref"]},
        },
    }
    document = api({}, Union=union, Cat=object_with(kind=TEXT), Names={"type": "array", "items": TEXT})

    sdk, parsed = designed(document)

    assert sdk.unions == {}
    assert len(parsed.reasons("discriminator")) == 1


def test_without_a_discriminator_enums_whose_values_differ_tell_variants_apart() -> None:
    def variant(*values: str) -> dict[str, Any]:
        return object_with(kind={"type": "string", "enum": list(values)}, other={"type": "string", "enum": ["p", "q"]})

    document = api({}, Union={"oneOf": [ref("A"), ref("B")]}, A=variant("a", "aa"), B=variant("b", "bb"))

    sdk = design(document)

    assert sdk.types[schema("A")].distinguishing == ("kind",)
    assert sdk.types[schema("B")].distinguishing == ("kind",)
    assert sdk.types[schema("Union")].distinguishing == ()


# -- the tree ---------------------------------------------------------------------------------------------------------


def test_the_tree_holds_every_method_once_and_groups_without_methods() -> None:
    def operation(*group: str) -> dict[str, Any]:
        return {"get": {"responses": OK, "x-operation-group": list(group), "x-operation-name": "get"}}

    sdk = design({"paths": {"/a": operation("users", "roles"), "/b": operation("users"), "/c": operation("logs", "x")}})

    def paths(group: Any) -> list[Any]:
        return [group.path, [method.symbol[1] for method in group.methods], *map(paths, group.groups)]

    assert paths(sdk.root) == [
        (),
        [],
        [("logs",), [], [("logs", "x"), ["/c"]]],
        [("users",), ["/b"], [("users", "roles"), ["/a"]]],
    ]
    assert list(sdk.methods) == [operation.symbol for operation in sdk.api.operations()]
