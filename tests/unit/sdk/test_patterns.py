"""Patterns of documents: which texts match, and one that does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sdksmith.sdk.documentation.patterns import read_pattern

PATTERNS = [
    "", "a", "^a$", "^a", "a$", "a|b", "^(a|bc)*$", "^a?b+c*$", "^a{2}$", "^a{2,}$", "^a{1,3}b$", "^[a-c]+$", "^[^a-c]+$", "[a-]",
    "^[-a]+$", r"^\d\w\s$", r"^\D\W\S$", r"^[\d.]+$", r"^[^\D1]+$", "^a.c$", r"^a\.c$", "^(?!a)[a-c]{2}$", "^(?=ab)[a-c]+$",
    "^(?:(?!aa).)*$", r"^\x61\u0062$", "^a{b}$", "^(a+)+$", "^((a*)*)*$", "^(a|aa)+$", "a^b", "^a+?$", "^()$", r"^\+\/$",
    r"[\]a]", r"^\t\n$",
]  # fmt: skip


@given(pattern=some.sampled_from(PATTERNS), text=some.text("abc1 .{}-]\n\t\\,2+/", max_size=8))
def test_the_same_texts_match_as_for_a_usual_engine(pattern: str, text: str) -> None:
    known = read_pattern(pattern)
    assert known is not None
    # At the end of a text, Python's `$` would look over a last line break, and its `\w` knows more letters.
    expected = re.search(pattern.replace("$", r"\Z"), text, re.ASCII) is not None
    assert known.matches(text) is expected


@given(text=some.text("abc()[]{}|*+?^$\\d.-,12!=:<>", max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    known = read_pattern(text)
    if known is not None:
        made = known.text("filling", 1)
        assert made is None or isinstance(known.matches(made), bool)


@pytest.mark.parametrize(
    ("pattern", "filling", "times", "expected"),
    [
        ("^grp_[1-9a-z]{14,22}$", "", 0, "grp_11111111111111"),
        ("^#([\\dA-F]{6}|[\\dA-F]{3})$", "", 0, "#000000"),
        ("^https://.*", "name", 0, "https://name"),
        ("^a*b*$", "", 1, "ab"),
        ("^a*b*$", "", 0, ""),
        ("^v1.0$", "", 0, "v1.0"),
        ("^[^a]$", "", 0, "b"),
        ("^{org_id}$", "", 0, "{org_id}"),
        ("^[a-z]{9999}$", "", 0, None),
        ("^((a{200}){200}){200}$", "", 0, None),
    ],
)
def test_a_text_is_made_of_a_pattern(pattern: str, filling: str, times: int, expected: str | None) -> None:
    known = read_pattern(pattern)
    assert known is not None
    assert known.text(filling, times) == expected


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        ")",
        "[a",
        "a**",
        "*a",
        "(?<=a)b",
        "(?<!a)b",
        r"(a)\1",
        r"\p{L}",
        r"\bword",
        "a{3,2}",
        "[b-a]",
        "(" * 30 + ")" * 30,
        "a" * 5_000,
    ],
)
def test_there_is_no_answer_for_what_is_not_read(pattern: str) -> None:
    assert read_pattern(pattern) is None


@pytest.mark.parametrize(
    "pattern", ["^(((a+)+)+)+$", "^(a|a)*$", "^(a*)*$", "^(.*a){20}$", "^(?:(?:a|a|a){1,100}){1,100}$"]
)
def test_patterns_that_keep_engines_busy_for_ever_are_told_at_once(pattern: str) -> None:
    known = read_pattern(pattern)
    assert known is not None
    assert not known.matches("a" * 250 + "b")
