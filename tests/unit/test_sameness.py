"""Values are the same when nothing that is printed of them differs."""

from __future__ import annotations

import pytest

from sdksmith.model import Primitive, Property
from sdksmith.sameness import same


@pytest.mark.parametrize("value", [1, 1.5, True, None, "x", (1, "x"), [1], {"a": [True]}, {"x", "y"}])
def test_a_value_is_the_same_as_another_of_its_kind(value: object) -> None:
    made_again = eval(repr(value))

    assert same(value, made_again)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, 1.0),
        (0.0, -0.0),
        ((1,), [1]),
        ((1,), (True,)),
        ([1, 2], [1]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, {"a": 1.0}),
        ({"a": 1}, {"b": 1}),
        (
            Property("a", Primitive("string"), True, default=(1,)),
            Property("a", Primitive("string"), True, default=(True,)),
        ),
        (Primitive("string"), Primitive("string", "date")),
    ],
)
def test_what_is_printed_in_another_way_is_not_the_same(one: object, other: object) -> None:
    assert not same(one, other)
