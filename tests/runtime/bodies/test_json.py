# ruff: noqa: UP007, UP045 - both spellings of a union are decoded
from __future__ import annotations

import copy
import json
import pickle
import warnings
from datetime import datetime
from typing import Any, Optional, Union

import pytest
from runtime.core import decode, encode_json
from runtime.core.drift import Drift, InvalidJsonError
from runtime.core.encoding import plain_data
from runtime.core.omit import OMIT
from tests.runtime.models import Action, Cat, Dog, Owner, Pet, Trigger

ACTION: dict[str, Any] = {
    "id": "1",
    "name": None,
    "supported_triggers": [{"id": "brand-new", "version": "v1", "later": [1]}],
    "created_at": "2021-01-01T00:00:00Z",
    "from": "x",
    "unknown": {"deep": None},
}


def read(type_: Any, value: Any) -> Any:
    return decode(type_, json.dumps(value).encode())


def written(value: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return json.loads(encode_json(value))


def test_an_answer_is_typed_and_loses_nothing() -> None:
    action = decode(Action, json.dumps(ACTION).encode())
    assert action.supported_triggers is not None
    assert action.supported_triggers[0].id == "brand-new"
    assert isinstance(action.created_at, datetime)
    assert action.from_ == "x"
    assert written(action) == ACTION
    assert json.loads(action.model_dump_json()) == ACTION
    assert action.model_dump(mode="json") == ACTION == json.loads(action.json())
    assert action.dict() == action.model_dump()


def test_models_are_made_by_wire_name_or_python_name_copied_and_pickled() -> None:
    made = Action(id="1", from_="x")
    assert made == Action.model_validate({"id": "1", "from": "x"})
    assert written(made) == {"id": "1", "from": "x"}
    for twin in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert twin == made
        assert written(twin) == written(made)


def test_models_are_written_at_any_depth() -> None:
    body = {"list": [Trigger(id="a")], "map": {"k": Trigger(id="b", version=None)}, "none": None}
    assert written(body) == {"list": [{"id": "a"}], "map": {"k": {"id": "b", "version": None}}, "none": None}


def test_what_has_no_json_form_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="JSON"):
        encode_json({"a": object()})


def test_data_is_written_without_what_is_omitted_and_with_zones() -> None:
    moment = datetime(2021, 1, 1)
    given = {"a": OMIT, "b": None, "c": moment, "d": [{"e": OMIT, "f": (moment, OMIT)}]}
    assert plain_data(given) == {"b": None, "c": moment.astimezone(), "d": [{"f": [moment.astimezone()]}]}


@pytest.mark.parametrize("value", ["text", b"bytes", bytearray(b"bytes"), memoryview(b"bytes"), 1.5, None, True])
def test_a_scalar_is_no_sequence(value: Any) -> None:
    assert plain_data({"a": [value]}) == {"a": [value]}


def test_a_model_stays_as_it_is() -> None:
    model = Trigger(id="a")
    assert plain_data({"a": [model]})["a"][0] is model


def test_what_contains_itself_is_a_type_error() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(TypeError, match="JSON"):
        encode_json(endless)


@pytest.mark.parametrize("extra", [{}, {"count": "no number"}])
def test_an_unknown_field_with_the_python_name_of_a_known_one_stays_unknown(extra: dict[str, str]) -> None:
    value = {"id": "1", "from_": "kept", **extra}
    action = read(Action, value)
    assert action.from_ is None
    assert written(action)["from_"] == "kept"


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (Action, {"id": 7, "count": "many"}),
        (Action, {"name": "the id is missing"}),
        (Action, {"id": "1", "created_at": "yesterday"}),
        (Action, {"id": "1", "parent": {"id": "2", "parent": {"id": False, "x": 1}}}),
        (Action, {"id": "1", "supported_triggers": [{"version": 3}, None, "text"]}),
        (Action, ["not", "an", "object"]),
        (Action, None),
        (Owner, {"pet": {"kind": "fish", "fins": 2}}),
        (Owner, {"pet": {"kind": "dog", "tricks": "none"}, "pets": {"a": {"kind": "cat"}, "b": 3}}),
        (Owner, {"pet": {"lives": "nine"}, "nickname": [{"id": 1}, {"version": 2}]}),
        (list[Action], [{"id": 1}, {"id": "2"}]),
        (dict[str, Action], {"a": {"id": 1}, "b": []}),
        (Optional[Action], {"id": 1}),
        (Pet, {"kind": "fish"}),
        (int | list[Action], [{"id": 1}]),
        (list[Pet], [{"kind": "cat", "lives": 1}, {"kind": "fish"}]),
        (int, "text"),
        (str, {"a": 1}),
        (Union[int, list[Action]], [{"id": 1}]),
    ],
)
def test_whatever_comes_is_kept(type_: Any, value: Any) -> None:
    assert written(read(type_, value)) == value


def test_the_parts_that_fit_are_typed() -> None:
    action = read(Action, {"id": 7, "created_at": "2021-01-01T00:00:00Z", "parent": {"id": "2", "count": "x"}})
    assert action.id == 7
    assert isinstance(action.created_at, datetime)
    assert isinstance(action.parent, Action)
    assert vars(action.parent)["count"] == "x"
    assert action.name is None

    assert read(Action, {"name": "x"}).id is None
    owner = read(Owner, {"pet": {"kind": "dog", "tricks": 3}, "pets": {"a": {"kind": "cat", "lives": 9}}})
    assert isinstance(owner.pet, Dog)
    assert owner.pets is not None
    assert isinstance(owner.pets["a"], Cat)
    assert isinstance(read(Owner, {"pet": {"kind": "fish"}}).pet, dict)


def test_a_model_that_did_not_fit_is_copied_and_pickled() -> None:
    action = read(Action, {"id": 7, "x": [1], "parent": {"count": "x"}})
    for twin in (copy.deepcopy(action), pickle.loads(pickle.dumps(action)), action.model_copy()):
        assert twin == action
        assert written(twin) == written(action)


def test_a_value_that_fits_is_not_converted() -> None:
    assert read(Union[int, str], "1") == "1"
    assert read(Action, {"id": "1", "count": True}).count is True


@pytest.mark.parametrize("data", [b"", b"{", b"<html>", b'{"id": "1"} x', b"\xff"])
def test_what_is_no_json_is_an_error(data: bytes) -> None:
    with pytest.raises(InvalidJsonError):
        decode(Action, data)


def test_drift_tells_where_and_what_was_expected_but_never_the_value() -> None:
    seen: list[Drift] = []
    decode(Action, b'{"id": "1", "parent": {"id": 90210}}', seen.extend)
    assert [drift.pointer for drift in seen] == ["/parent/id"]
    assert "string" in seen[0].expected
    assert "90210" not in repr(seen)
