from __future__ import annotations

from typing import Any

import pytest

from sdksmith.document.syntax.reading import InputProblem
from sdksmith.document.syntax.yaml_loading import YamlPositions, load_yaml


def tree_of(text: str, max_nodes: int = 10_000) -> Any:
    return load_yaml(text, "a.yaml", 500, max_nodes)


def problem(text: str, max_nodes: int = 10_000) -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        tree_of(text, max_nodes)
    return caught.value


def place(found: InputProblem) -> tuple[int, int]:
    assert found.location is not None
    return found.location.line, found.location.column


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("y", "y"),
        ("true", True),
        ("False", False),
        ("tRue", "tRue"),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-12", -12),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("1e3", 1000.0),
        ("1.5", 1.5),
        (".5", 0.5),
        ("-1.", -1.0),
        ("1.2.3", "1.2.3"),
        ("2020-01-02", "2020-01-02"),
        ("2020-01-02T03:04:05Z", "2020-01-02T03:04:05Z"),
        ("12:30:45", "12:30:45"),
        ("'12'", "12"),
        ('"null"', "null"),
        ("!!str 12", "12"),
        ("! 12", "12"),
        ("!!int '12'", 12),
        ("!!float 12", 12.0),
        ("!!bool 'true'", True),
        ("|\n  a\n  b", "a\nb\n"),
    ],
)
def test_scalars_follow_the_core_schema(text: str, value: object) -> None:
    found = tree_of(f"a: {text}\n")["a"]
    assert found == value
    assert type(found) is type(value)


def test_keys_keep_the_text_of_their_author() -> None:
    text = "200: a\ntrue: b\nnull: c\n1.10: d\n2020-01-01: e\n0x1: f\n~: g\n'quoted': h\n"
    assert list(tree_of(text)) == ["200", "true", "null", "1.10", "2020-01-01", "0x1", "~", "quoted"]


def test_every_duplicate_key_is_reported_with_both_lines() -> None:
    found = problem("a: 1\nb:\n  c: 1\n  'c': 2\na: 3\n")
    assert [part.message for part in found.all()] == [
        "duplicate key 'c': first on line 3, again on line 4",
        "duplicate key 'a': first on line 1, again on line 5",
    ]
    assert place(found) == (4, 3)


def test_two_documents_are_refused() -> None:
    found = problem("a: 1\n---\na: 2\n")
    assert found.code == "multiple-documents"
    assert place(found) == (2, 1)


def test_an_explicit_start_is_no_second_document() -> None:
    assert tree_of("%YAML 1.2\n---\na: 1\n...\n") == {"a": 1}


def test_aliases_share_the_object() -> None:
    tree = tree_of("a: &x {k: [1]}\nb: *x\nc: &s text\nd: *s\n*s : e\n")
    assert tree["b"] is tree["a"]
    assert tree["d"] == "text"
    assert tree["text"] == "e"


def test_merge_keys_fill_in_what_is_missing() -> None:
    text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\nd: {<<: *a, '<<': plain}\n"
    tree = tree_of(text)
    assert tree["c"] == {"x": 3, "y": 1, "z": 2}
    assert tree["d"] == {"x": 1, "y": 1, "<<": "plain"}
    assert tree["a"] == {"x": 1, "y": 1}


def test_only_mappings_merge() -> None:
    assert problem("a:\n  <<: text\n").code == "yaml-merge"


def test_merges_are_bounded() -> None:
    base = "base: &a {" + ", ".join(f"k{number}: 1" for number in range(100)) + "}\n"
    uses = "".join(f"m{number}: {{<<: *a}}\n" for number in range(100))
    assert len(tree_of(base + uses, 100_000)) == 101
    assert problem(base + uses, 5_000).code == "too-many-nodes"


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        lines.append(f"a{level}: &a{level} [" + ", ".join([f"*a{level - 1}"] * 9) + "]")
    return "\n".join(lines) + "\n"


def test_aliases_are_counted_without_being_expanded() -> None:
    assert len(tree_of(bomb(3))) == 3
    # 9 ** 60 nodes: reaching the end of this test shows that nobody walked them.
    assert problem(bomb(60)).code == "too-many-nodes"


@pytest.mark.parametrize("text", ["a: &a [*a]\n", "a: &a {b: {c: *a}}\n"])
def test_recursive_aliases_are_refused(text: str) -> None:
    found = problem(text)
    assert found.code == "yaml-alias"
    assert "recursive" in found.message


def test_unknown_alias_is_located() -> None:
    found = problem("a: 1\nb: *nope\n")
    assert found.code == "yaml-alias"
    assert place(found) == (2, 4)


@pytest.mark.parametrize("text", ["a: !python/object:os.system x\n", "a: !!binary aGk=\n", "a: !!set {x}\n"])
def test_unknown_tags_are_refused(text: str) -> None:
    found = problem(text)
    assert found.code == "yaml-tag"
    assert place(found) == (1, 4)


@pytest.mark.parametrize("text", ["a: .inf\n", "a: .NaN\n", "a: 1e999\n", "a: " + "1" * 5_000 + "\n", "a: !!int x\n"])
def test_numbers_without_a_meaning_are_refused(text: str) -> None:
    found = problem(text)
    assert found.code == "number"
    assert place(found) == (1, 4)


@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", "a:\n  b: 1\n\tc: 2\n", "a:\n  \tb: 1\n  \tc: 2\n"])
def test_a_tab_as_indentation_is_named(text: str) -> None:
    found = problem(text)
    assert found.code == "yaml-tab"
    assert found.location is not None
    line = text.split("\n")[found.location.line - 1]
    assert line[found.location.column - 1] == "\t"


def test_syntax_errors_name_both_ends() -> None:
    found = problem("a: 1\nb: {c: [1\nd: 2\n")
    assert found.code == "yaml-syntax"
    assert found.message.startswith("not valid YAML: ")
    assert "line 2" in found.message
    assert found.location is not None
    assert found.location.line >= 3


def test_control_characters_are_located() -> None:
    found = problem("a: 1\nb: \x01\n")
    assert "U+0001" in found.message
    assert place(found) == (2, 4)


def test_complex_keys_are_refused() -> None:
    assert problem("? [a]\n: b\n").code == "yaml-key"


@pytest.mark.parametrize("text", ["[" * 10_000, "{a: " * 10_000])
def test_deep_nesting_is_refused(text: str) -> None:
    found = problem(text)
    assert found.message == "nested too deeply (limit 500)"


def test_nesting_up_to_the_limit_is_allowed() -> None:
    text = "[" * 3 + "]" * 3
    assert load_yaml(text, "a.yaml", 3, 100) == [[[]]]
    with pytest.raises(InputProblem):
        load_yaml(text, "a.yaml", 2, 100)


def test_positions_follow_aliases_and_merges() -> None:
    text = "a: &a\n  x: 1\nb: *a\nc:\n  <<: *a\n  z: [7, é, 8]\n"
    positions = YamlPositions(text, 500, 1_000)

    def shown(*pointer: str) -> str:
        return text[positions.find(pointer)[0] :]

    assert shown("b").startswith("b: *a")
    assert shown("b", "x").startswith("x: 1")
    assert shown("c", "x").startswith("x: 1")
    assert shown("c", "z").startswith("z: [7")
    assert shown("c", "z", "2").startswith("8]")
    assert positions.find(("c", "z", "9", "k")) == (text.index("z:"), 2)
