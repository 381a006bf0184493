from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import unquote

import pytest
from runtime.core import OMIT
from runtime.core.parameters import encode_cookies, encode_header, encode_path_segment, encode_query, expand_path
from runtime.core.styles import comma_separated, deep_object, json_encoded, pipe_separated, space_separated
from tests.runtime.models import Trigger


def test_omit_is_one_readable_falsy_object() -> None:
    assert repr(OMIT) == "OMIT"
    assert not OMIT
    assert pickle.loads(pickle.dumps(OMIT)) is OMIT
    assert copy.deepcopy({"a": OMIT})["a"] is OMIT


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "q=true"),
        (False, "q=false"),
        (0, "q=0"),
        ("", "q="),
        ("a b&c=d/é", "q=a%20b%26c%3Dd%2F%C3%A9"),
        (None, ""),
        (OMIT, ""),
        ([], ""),
        ("one", "q=one"),
        (["a", "b"], "q=a&q=b"),
        (("a", None, True), "q=a&q=true"),
        (datetime(2021, 2, 3, 4, 5, 6, tzinfo=UTC), "q=2021-02-03T04%3A05%3A06Z"),
        (datetime(2021, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))), "q=2021-02-03T02%3A05%3A00Z"),
        (date(2021, 2, 3), "q=2021-02-03"),
        ({"a": 1, "b": None}, "a=1"),
        (comma_separated(["a,b", "c"]), "q=a%2Cb,c"),
        (comma_separated("one"), "q=one"),
        (comma_separated(None), ""),
        (space_separated(["a", "b"]), "q=a%20b"),
        (pipe_separated(["a", "b"]), "q=a%7Cb"),
        (json_encoded({"a": Trigger(id="x")}), "q=%7B%22a%22%3A%7B%22id%22%3A%22x%22%7D%7D"),
    ],
)
def test_query_values(value: Any, text: str) -> None:
    assert encode_query({"q": value}) == text


def test_a_local_time_is_sent_as_an_instant() -> None:
    moment = datetime(2021, 2, 3, 4, 5, 6)
    sent = encode_query({"q": moment}).removeprefix("q=").replace("%3A", ":")
    assert sent.endswith("Z")
    assert datetime.fromisoformat(sent) == moment.astimezone()


def test_deep_object() -> None:
    assert (
        encode_query(deep_object("f", {"a": 1, "b": {"c": "x", "d": True}}))
        == "f%5Ba%5D=1&f%5Bb%5D%5Bc%5D=x&f%5Bb%5D%5Bd%5D=true"
    )
    assert encode_query(deep_object("f", Trigger(id="x", version=None))) == "f%5Bid%5D=x"
    assert deep_object("f", OMIT) == {}


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (["x", "y"], "f[]=x&f[]=y"),
        (("x", 1), "f[]=x&f[]=1"),
        ({"a": ["x", "y"]}, "f[a][]=x&f[a][]=y"),
        ([{"a": 1}, {"a": 2, "b": ["x"]}], "f[0][a]=1&f[1][a]=2&f[1][b][]=x"),
        ([["x"], ["y"]], "f[0][]=x&f[1][]=y"),
        ([Trigger(id="x", version=None), None], "f[0][id]=x"),
        ("", "f="),
        (3, "f=3"),
        (False, "f=false"),
        ([], ""),
        ({}, ""),
        ({"a": [], "b": {}, "c": None, "d": ""}, "f[d]="),
    ],
    ids=str,
)
def test_what_is_no_flat_object_in_the_style_deep_object(value: Any, sent: str) -> None:
    assert unquote(encode_query(deep_object("f", value))) == sent


def test_a_deep_object_of_reserved_characters() -> None:
    value = {"a": "x/y&", "b": ["x/y"], "c": [{"d": "x/y"}]}
    assert encode_query(deep_object("f", value, allow_reserved=True)) == (
        "f%5Ba%5D=x/y%26&f%5Bb%5D%5B%5D=x/y&f%5Bc%5D%5B0%5D%5Bd%5D=x/y"
    )


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("auth0|1/2", "auth0%7C1%2F2"),
        ("a~b-c_d.e", "a~b-c_d.e"),
        (".", "%2E"),
        ("..", "%2E%2E"),
        ("...", "..."),
        ("%2e", "%252e"),
        (7, "7"),
        (["a", "b,c"], "a,b%2Cc"),
    ],
)
def test_path_segments(value: Any, segment: str) -> None:
    assert encode_path_segment("id", value) == segment


@pytest.mark.parametrize("value", ["", None, OMIT, []])
def test_a_path_parameter_needs_a_value(value: Any) -> None:
    with pytest.raises(ValueError, match="'id'"):
        expand_path("/users/{id}", {"id": value})


def test_paths_are_expanded_once() -> None:
    assert expand_path("/a/{x}/{y}", {"x": "{y}", "y": "z"}) == "/a/%7By%7D/z"


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b", "é", "\x7f"])
def test_header_values_that_could_break_out_are_refused_without_showing_them(value: str) -> None:
    with pytest.raises(ValueError, match="X-Name") as caught:
        encode_header("X-Name", value)
    assert value not in str(caught.value)


def test_header_and_cookie_values() -> None:
    assert encode_header("X", [1, True, "a"]) == "1,true,a"
    assert encode_header("X", " padded \t") == "padded"
    assert encode_cookies({"a": "x;y z", "b": None, "c": 1}) == "a=x%3By%20z; c=1"
