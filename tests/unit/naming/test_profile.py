"""Names of any text: always identifiers, always the same, never a word of the language."""

from __future__ import annotations

import itertools
import keyword
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdksmith.naming import NamingProfile, digest, settle
from sdksmith.naming.spelling import spelled
from sdksmith.targets.python.package.profile import CASES, is_identifier
from sdksmith.words import folded

RULES = NamingProfile(words="compact", cases=CASES, is_identifier=is_identifier, keywords=frozenset(keyword.kwlist))
LODASH = replace(RULES, words="lodash")

ANY_TEXT = st.text(st.characters(), max_size=20)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("userId", "user_id"),
        ("from", "from_"),
        ("import", "import_"),
        ("global", "global_"),
        ("None", "none"),
        ("2fa", "field_2fa"),
        ("3DSecure", "field_3_d_secure"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("@type", "type"),
        ("$", "dollar"),
        ("<=", "less_equals"),
        ("_", "underscore"),
        ("user id", "user_id"),
        ("größe", "größe"),
        ("名前", "名前"),
    ],
)
def test_text_becomes_a_snake_name(text: str, name: str) -> None:
    assert RULES.name("field", text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("user_id", "UserId"),
        ("None", "None_"),
        ("True", "True_"),
        ("2fa", "Type2fa"),
        ("+1", "Type1"),
        ("ünicode", "Ünicode"),
    ],
)
def test_text_becomes_a_pascal_name(text: str, name: str) -> None:
    assert RULES.name("type", text) == name


def test_reserved_names_get_an_underscore() -> None:
    assert RULES.name("parameter", "request", frozenset(("request",))) == "request_"
    assert RULES.name("type", "any", frozenset(("Any",))) == "Any_"


def test_the_style_of_the_words_is_the_documents_choice() -> None:
    assert (RULES.name("field", "oauth2"), LODASH.name("field", "oauth2")) == ("oauth2", "oauth_2")


@pytest.mark.parametrize("text", ["", "\u200f\u202e", "\u0301", "\ud800", "٣", "²"])
def test_text_without_letters_still_has_a_name_of_its_own(text: str) -> None:
    name = RULES.name("field", text)
    assert name.isidentifier()
    assert name.startswith("field_")
    assert RULES.name("type", text).startswith("Type")


@pytest.mark.parametrize(
    ("text", "name"), [("😀", "grinning_face"), ("a-b", "a_b"), ("→", "rightwards_arrow"), ("€", "euro_sign")]
)
def test_symbols_have_the_names_that_unicode_gives_them(text: str, name: str) -> None:
    assert RULES.name("field", text) == name


def test_a_text_that_can_be_a_name_is_one_as_it_is_written() -> None:
    assert RULES.as_written("field", "userId") == ["userId"]
    for text in ("user-id", "_id", "from", "é", "UserId", "a" * 200):
        assert RULES.as_written("field", text) == []
    assert RULES.as_written("field", "userId", frozenset(("userId",))) == []


def test_different_emoji_have_different_names() -> None:
    assert RULES.name("field", "😀") != RULES.name("field", "😁")


def test_marks_of_direction_leave_no_trace_in_a_name() -> None:
    assert RULES.name("field", "user\u202eid\u202c").isascii()


def test_compatibility_characters_are_normalised_as_python_does() -> None:
    assert RULES.name("field", "\ufb01le") == "file"
    assert RULES.name("field", "\uff55\uff53\uff45\uff52") == "user"


def test_a_capital_that_falls_apart_is_put_together_again() -> None:
    # The capital of this letter is a letter with two accents, one of which has a character of its own with it.
    name = RULES.name("type", "\u1fd2")
    assert name == unicodedata.normalize("NFKC", "\u1fd2".upper())


def test_long_names_are_cut_and_stay_apart() -> None:
    first, second = (RULES.name("field", "word " * 60 + tail) for tail in ("one", "two"))
    assert first != second
    assert max(len(first), len(second)) <= 130


@given(text=ANY_TEXT)
def test_any_text_becomes_an_identifier(text: str) -> None:
    for rules in (RULES, LODASH):
        for name in (rules.name("field", text), rules.name("type", text)):
            assert name.isidentifier(), name
            assert not keyword.iskeyword(name)


@given(text=ANY_TEXT)
def test_python_reads_a_name_as_it_is_written(text: str) -> None:
    for name in (RULES.name("field", text), RULES.name("type", text)):
        assert unicodedata.normalize("NFKC", name) == name


@given(text=ANY_TEXT)
def test_a_snake_name_is_no_private_name(text: str) -> None:
    assert not RULES.name("field", text).startswith("_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("+1", "plus 1"), ("-1", "minus 1"), ("a<b", "a less b"), ("a.b", "a dot b"), ("x", "x")],
)
def test_punctuation_can_be_spelled_out(text: str, expected: str) -> None:
    assert " ".join(spelled(text).split()) == expected


# -- settle -----------------------------------------------------------------------------------------------------------


def test_the_first_claimant_keeps_the_name() -> None:
    assert settle([("a", ["x", "y"]), ("b", ["x", "y"])]) == {"a": "x", "b": "y"}


def test_a_first_choice_is_never_lost_to_the_second_choice_of_another() -> None:
    assert settle([("a", ["x"]), ("b", ["x", "y"]), ("c", ["y"])])["c"] == "y"


def test_who_finds_every_name_taken_gets_one_made_of_itself() -> None:
    settled = settle([("a", ["x"]), ("b", ["x"]), ("c", ["x"])])
    assert settled["a"] == "x"
    assert settled["b"].startswith("x_")
    assert settled["b"] != settled["c"]


def test_a_third_claimant_does_not_rename_the_second() -> None:
    two = settle([("a", ["x"]), ("c", ["x"])])
    three = settle([("a", ["x"]), ("b", ["x"]), ("c", ["x"])])
    assert three["a"] == two["a"]
    assert three["c"] == two["c"]


def test_names_that_are_known_as_one_are_one() -> None:
    claims = [("a", ["straße"]), ("b", ["STRASSE", "other"]), ("c", ["Strasse"])]
    assert settle(claims) == {"a": "straße", "b": "STRASSE", "c": "Strasse"}
    assert settle(claims, folded) == {"a": "straße", "b": "other", "c": f"Strasse_{digest('c')}"}


CLAIMS = st.dictionaries(
    st.text("abc", min_size=1, max_size=4), st.lists(st.sampled_from(["x", "y", "z", "x_y"]), min_size=1), max_size=6
)


@given(claims=CLAIMS)
def test_settled_names_are_distinct_and_nobody_goes_without(claims: dict[str, list[str]]) -> None:
    settled = settle(sorted(claims.items()))
    assert settled.keys() == claims.keys()
    assert len(set(settled.values())) == len(settled)


@given(claims=CLAIMS)
def test_settling_depends_on_nothing_but_the_claims(claims: dict[str, list[str]]) -> None:
    copies = [list(wanted) for wanted in claims.values()]
    settle(sorted(claims.items()))
    assert copies == list(claims.values())
    shuffled = dict(reversed(claims.items()))
    assert settle(sorted(claims.items())) == settle(sorted(shuffled.items()))


def test_every_order_gives_the_same_names_when_the_caller_sorts() -> None:
    claims = [("user-id", ["user_id", "user_minus_id"]), ("user_id", ["user_id"]), ("userId", ["user_id"])]
    results = {tuple(sorted(settle(sorted(order)).items())) for order in itertools.permutations(claims)}
    assert len(results) == 1
