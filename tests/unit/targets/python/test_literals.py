"""Any text as a string literal: the same text again, laid out as Black would, with nothing hidden in it."""

from __future__ import annotations

import ast
import unicodedata

import black
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sdksmith.targets.python.layout import literals

#: Lines as long as need be: what is tested is the literal, not how a statement is split around it.
MODE = black.Mode(line_length=10_000)
#: Any text at all: control characters, halves of surrogate pairs, marks of direction, quotes.
ANY_TEXT = st.one_of(
    st.text(st.characters(), max_size=40),
    st.text(st.sampled_from("\"'\\\n\r\t\0\x7f\x85\u2028\u202e\u200b\ufeff\ud800a é😀{}#"), max_size=12),
)


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("plain", '"plain"'),
        ("", '""'),
        ("it's", '"it\'s"'),
        ('say "it"', "'say \"it\"'"),
        ("\"'", '"\\"\'"'),
        ("back\\slash", '"back\\\\slash"'),
        ("line\nend\r\t", '"line\\nend\\r\\t"'),
        ("\0\x1b", '"\\x00\\x1b"'),
        ("größe", '"größe"'),
        ("user\u202eid", '"user\\u202eid"'),
        ("\ufeff", '"\\ufeff"'),
        ("\ud800", '"\\ud800"'),
        ("\U000e0041", '"\\U000e0041"'),
        ("{name}", '"{name}"'),
    ],
)
def test_a_text_is_written_as_a_reader_expects(text: str, literal: str) -> None:
    assert literals.string(text) == literal


@given(text=ANY_TEXT)
@example('"""')
@example("'\"\\")
def test_a_literal_is_its_text_again(text: str) -> None:
    assert ast.literal_eval(literals.string(text)) == text


@given(text=ANY_TEXT)
def test_a_literal_is_one_line_that_any_file_can_hold(text: str) -> None:
    literal = literals.string(text)
    assert len(literal.splitlines()) == 1
    literal.encode("utf-8")


@given(text=ANY_TEXT)
def test_a_literal_hides_nothing(text: str) -> None:
    hidden = [character for character in literals.string(text) if unicodedata.category(character)[0] == "C"]
    assert hidden == []


@settings(max_examples=60, deadline=None)
@given(text=ANY_TEXT)
def test_black_leaves_a_literal_as_it_is(text: str) -> None:
    code = f"value = {literals.string(text)}\n"
    assert black.format_str(code, mode=MODE) == code


@given(text=ANY_TEXT)
def test_what_is_shown_is_short_and_on_one_line(text: str) -> None:
    shown = literals.shown(text)
    assert len(shown) <= 80
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("data", "shown"), [("a b", "a b"), (3, "3"), (True, "true"), (None, "null"), ([1, "é"], '[1, "é"]'), ("", '""')]
)
def test_values_are_shown_as_json(data: object, shown: str) -> None:
    assert literals.shown(data) == shown


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), 1e300, -0.0, 0.1])
def test_numbers_are_themselves_again(number: float) -> None:
    text = literals.value(number)
    assert isinstance(text, str)
    assert repr(eval(text, {"float": float})) == repr(number)
