"""The model's few look-ups, and the ledger."""

from __future__ import annotations

import dataclasses

import pytest

from sdksmith.diagnostics import format_pointer
from sdksmith.model import (
    Alias,
    Any_,
    Api,
    ApiInfo,
    Array,
    Component,
    Declaration,
    Disposition,
    Group,
    Ledger,
    Nullable,
    Operation,
    Primitive,
    Property,
    Reference,
    Response,
    Type,
    last_declaration,
    resolve,
)
from sdksmith.model.types import Symbol

STRING = Primitive("string")


def operation(path: str, *group: str) -> Operation:
    return Operation(("paths", path, "get"), group, "get", "GET", path)


def test_a_property_is_nullable_when_null_is_one_of_its_values() -> None:
    assert [Property("p", kind, True).nullable for kind in (STRING, Nullable(STRING), Any_())] == [False, True, True]


@pytest.mark.parametrize(
    ("status", "success"), [("200", True), ("2XX", True), ("204", True), ("404", False), ("default", False)]
)
def test_an_answer_is_a_success_by_its_status(status: str, success: bool) -> None:
    assert Response(status, ()).is_success is success


def test_operations_of_an_api_come_group_by_group() -> None:
    inner = Group(("a", "b"), (operation("/a/b", "a", "b"),))
    root = Group((), (), (Group(("a",), (operation("/a", "a"),), (inner,)), Group(("c",), (operation("/c", "c"),))))
    api = Api(ApiInfo("t", "1"), (), (), (), root, {})
    assert [found.path for found in api.operations()] == ["/a", "/c", "/a/b"]


def test_the_model_can_not_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        STRING.name = "integer"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("pointer", "text"),
    [((), ""), (("paths", "/a"), "/paths/~1a"), (("a~b", "", "0"), "/a~0b//0")],
)
def test_a_pointer_is_written_as_rfc_6901_says(pointer: tuple[str, ...], text: str) -> None:
    assert format_pointer(pointer) == text


def test_the_ledger_tells_what_did_not_come_through_from_what_was_left_out() -> None:
    ledger = Ledger()
    ledger.count("schema", "type", Disposition.GENERATED)
    for outcome in (Disposition.DEGRADED, Disposition.REJECTED, Disposition.EXCLUDED):
        ledger.record((), "schema", outcome.value, outcome, "because")
    assert [entry.name for entry in ledger.degraded()] == ["degraded", "rejected"]
    assert sum(ledger.counts.values()) == 4


def declared(**targets: Type) -> dict[Symbol, Declaration]:
    return {(name,): Alias((name,), Component(name), target) for name, target in targets.items()}


A, B = Reference(("A",)), Reference(("B",))


@pytest.mark.parametrize(
    ("targets", "end", "last"),
    [
        ({"A": STRING}, STRING, ("A",)),
        ({"A": B, "B": Array(STRING)}, Array(STRING), ("B",)),
        ({"A": Nullable(B), "B": Nullable(STRING)}, STRING, ("B",)),
        ({"A": A}, A, None),
        ({"A": B, "B": Nullable(A)}, A, None),
        ({}, A, None),
    ],
)
def test_aliases_are_followed_to_their_end_and_in_a_circle_once(
    targets: dict[str, Type], end: Type, last: Symbol | None
) -> None:
    declarations = declared(**targets)
    found = last_declaration(A, declarations)

    assert resolve(A, declarations, through_null=True) == end
    assert (None if found is None else found.symbol) == last


def test_a_type_that_is_written_out_has_no_declaration() -> None:
    assert last_declaration(Nullable(STRING), {}) is None
