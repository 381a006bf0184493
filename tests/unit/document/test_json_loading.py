from __future__ import annotations

from typing import Any

import pytest

from sdksmith.document.syntax.json_loading import load_json
from sdksmith.document.syntax.reading import InputProblem


def problem(text: str, max_depth: int = 500) -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        load_json(text, "a.json", max_depth)
    return caught.value


def place(found: InputProblem) -> tuple[int, int]:
    assert found.location is not None
    return found.location.line, found.location.column


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ('{"a": 1,', 1, 9, "unexpected end of JSON"),
        ('{"a": ', 1, 7, "unexpected end of JSON"),
        ('{"a": "b', 1, 9, "unexpected end of JSON in the string that begins at line 1"),
        ('{\n  "a": 1\n  "b": 2}', 3, 3, "',' is expected"),
        ('{"a": nope}', 1, 7, "a value is expected"),
        ("{} {}", 1, 4, "more text after the end"),
        ('{"a": "x\ny"}', 1, 9, "control character"),
    ],
)
def test_syntax_errors_are_located(text: str, line: int, column: int, words: str) -> None:
    found = problem(text)
    assert found.code == "json-syntax"
    assert found.message.startswith("not valid JSON: ")
    assert words in found.message
    assert place(found) == (line, column)


def test_every_duplicate_name_is_reported_with_both_places() -> None:
    found = problem('{"a": 1,\n "b": {"x": 1,\n "\\u0078": 2},\n "a": 3}')
    assert [(part.message, place(part)) for part in found.all()] == [
        ("duplicate key 'x': first on line 2, again on line 3", (3, 2)),
        ("duplicate key 'a': first on line 1, again on line 4", (4, 2)),
    ]
    assert found.related[0][1].line == 2


def test_one_name_in_two_objects_is_no_duplicate() -> None:
    assert load_json('[{"a": 1}, {"a": {"a": 2}}]', "a.json", 10) == [{"a": 1}, {"a": {"a": 2}}]


@pytest.mark.parametrize("opening", ["[", '{"a":'])
@pytest.mark.parametrize("levels", [501, 10_000, 100_000])
def test_deep_nesting_is_refused(opening: str, levels: int) -> None:
    text = opening * levels + "1" + ("]" if opening == "[" else "}") * levels
    found = problem(text)
    assert found.message == "nested too deeply (limit 500)"
    assert place(found) == (1, 500 * len(opening) + 1)


@pytest.mark.parametrize("limit", [3, 500, 2_000])
def test_nesting_up_to_the_limit_is_allowed(limit: int) -> None:
    tree: Any = load_json("[" * limit + "]" * limit, "a.json", limit)
    for _ in range(limit - 1):
        tree = tree[0]
    assert tree == []
    assert problem("[" * (limit + 1) + "]" * (limit + 1), limit).code == "too-deep"


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_json_number_is_refused(text: str) -> None:
    found = problem('{"a": "NaN", "b":\n ' + text + "}")
    assert found.code == "number"
    assert text in found.message
    assert place(found) == (2, 2)


@pytest.mark.parametrize("text", ["1" * 5_000, "-" + "1" * 5_000, "1e999"])
def test_numbers_beyond_all_use_are_refused(text: str) -> None:
    found = problem('{"a": 1.5,\n "b": ' + text + "}")
    assert found.code == "number"
    assert place(found) == (2, 7)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (r'"\ud83d"', 2),
        (r'"x\ude00"', 3),
        (r'"\ud83d\ud83d\ude00"', 2),
        (r'"\ud83dx\ude00"', 2),
        (r'"\\\ud83d"', 4),
    ],
)
def test_half_a_surrogate_pair_is_refused(text: str, column: int) -> None:
    found = problem(text)
    assert found.code == "lone-surrogate"
    assert place(found) == (1, column)


def test_whole_surrogate_pairs_and_escaped_backslashes_are_fine() -> None:
    assert load_json(r'["\ud83d\ude00", "\\ud83d"]', "a.json", 10) == ["\U0001f600", "\\ud83d"]
