"""Any text as a docstring, as Markdown and as TOML: it can be read, and it can do nothing."""

from __future__ import annotations

import ast
import tomllib
import unicodedata

import black
import pytest
from black.mode import Mode, TargetVersion
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sdksmith.targets.python.layout import prose

MODE = Mode(target_versions={TargetVersion.PY311})
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

HOSTILE = "\"'\\\n\r\t\0\x0b\x0c\x1c\x7f\x85\xa0\u2028\u202e\u200b\ufeff\ud800a b.-*1)`|#é😀{}%"
ANY_TEXT = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text(st.sampled_from(HOSTILE), max_size=30),
    st.lists(
        st.sampled_from(["word", '"""', "\\", '"', "\n", "\n\n", "- item", "    code", "x" * 90, "\\N{DASH}"])
    ).map(" ".join),
)
INDENTS = st.sampled_from([0, 4, 8])


def module_of(text: str, indent: int) -> str:
    """Return a module with a docstring at an indent, as templates place it."""
    start = {0: "", 4: "class Thing:\n", 8: "class Thing:\n    def method(self):\n"}[indent]
    end = {0: "\nx = 1\n", 4: "\n    x: int\n", 8: "        pass\n"}[indent]
    return f"{start}{prose.docstring(prose.wrap(text, indent), indent)}\n{end}"


def statements_of(code: str, indent: int) -> list[ast.stmt]:
    body: list[ast.stmt] = ast.parse(code).body
    for _ in range(0, indent, 4):
        (outer,) = body
        assert isinstance(outer, ast.ClassDef | ast.FunctionDef)
        body = outer.body
    return body


@SLOW
@given(text=ANY_TEXT, indent=INDENTS)
@example('"""', 0)
@example('a"', 4)
@example("\\", 4)
@example('\\"""', 8)
@example("ends with a backslash\\", 0)
@example('"quoted"', 4)
@example("x" * 85 + '"', 0)
def test_any_text_is_one_string_and_nothing_else(text: str, indent: int) -> None:
    body = statements_of(module_of(text, indent), indent)
    documented = bool(prose.docstring(prose.wrap(text, indent), indent))
    assert len(body) == 1 + documented
    if documented:
        first, _ = body
        assert isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        assert isinstance(first.value.value, str)


@SLOW
@given(text=ANY_TEXT, indent=INDENTS)
@example("a 'b' \"", 4)
@example('"a" b', 4)
@example("\\ ", 0)
def test_black_leaves_a_docstring_as_it_is(text: str, indent: int) -> None:
    code = module_of(text, indent)
    if prose.docstring(prose.wrap(text, indent), indent):
        assert black.format_str(code, mode=MODE) == code


@SLOW
@given(text=ANY_TEXT, indent=INDENTS)
def test_a_docstring_hides_nothing_and_any_file_can_hold_it(text: str, indent: int) -> None:
    docstring = prose.docstring(prose.wrap(text, indent), indent)
    docstring.encode("utf-8")
    assert [found for found in docstring if unicodedata.category(found) in ("Cc", "Cf", "Cs") and found != "\n"] == []


@SLOW
@given(text=ANY_TEXT)
def test_every_word_of_a_text_is_in_its_docstring(text: str) -> None:
    docstring = prose.docstring(prose.wrap(text, 4), 4)
    told = ast.literal_eval(docstring.strip()) if docstring else ""
    # No file can hold half of a surrogate pair.
    wanted = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    assert set(told.split()) == set(wanted.split())


@SLOW
@given(words=st.lists(st.text("abcdef", min_size=1, max_size=12), min_size=1, max_size=60), indent=INDENTS)
def test_lines_of_words_fit(words: list[str], indent: int) -> None:
    assert all(indent + len(line) <= 88 for line in prose.wrap(" ".join(words), indent))


# -- what stays as the author wrote it --------------------------------------------------------------------------------


def test_paragraphs_are_wrapped_anew_and_stay_apart() -> None:
    assert prose.wrap("one\ntwo\n\n\nthree", 0) == ["one two", "", "three"]


def test_items_of_a_list_hang_under_their_marker() -> None:
    lines = prose.wrap("Ways:\n- " + "word " * 20 + "\n- second", 0)
    assert lines[0] == "Ways:"
    assert lines[1].startswith("- word")
    assert lines[2].startswith("  word")
    assert lines[-1] == "- second"


def test_fenced_code_keeps_its_lines() -> None:
    text = "See:\n```\nx  =  1\n\n\ny = " + "2" * 100 + "\n```\nDone."
    assert prose.wrap(text, 0)[1:3] == ["```", "x  =  1"]
    assert prose.wrap(text, 0)[-2:] == ["```", "Done."]


def test_tables_keep_their_lines() -> None:
    assert prose.wrap("| a | b |\n|---|---|\n| 1 | 2 |", 0) == ["| a | b |", "|---|---|", "| 1 | 2 |"]


def test_an_address_is_never_broken() -> None:
    address = "https://example.com/" + "a" * 90
    assert address in prose.wrap(f"See {address} for more.", 4)


def test_no_text_is_no_docstring() -> None:
    assert prose.docstring(prose.wrap(" \n\t ", 4), 4) == ""


# -- Markdown ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "![image](https://example.com/pixel)",
        "``code``",
        "`open",
        "`` ` ``",
        "# title",
        "a\n\n# title",
        "**bold**",
        "| cell |",
        "~~gone~~",
    ],
)
def test_marks_of_markdown_are_escaped(text: str) -> None:
    shown = prose.markdown_text(text)
    for index, character in enumerate(shown):
        if character in "`*_[]<>#|!~":
            assert shown[index - 1] == "\\", shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Takes `a_b` *now*.", r"Takes `a_b` \*now\*."),
        ("`a` and `b", r"`a` and \`b"),
        (r"\`a` b", r"\\`a` b"),
        ("``a` b`", r"\`\`a` b`"),
    ],
)
def test_code_within_a_text_stays_code(text: str, shown: str) -> None:
    assert prose.markdown_text(text) == shown


def test_paragraphs_and_lists_are_kept() -> None:
    text = "One\nline.\n\n- a <b>\n- c\n\n\n# no heading"
    assert prose.markdown_paragraphs(text) == "One line.\n\n- a \\<b\\>\n- c\n\n\\# no heading"


@given(text=ANY_TEXT)
def test_a_markdown_text_is_one_line_without_hidden_characters(text: str) -> None:
    shown = prose.markdown_text(text)
    assert len(shown.splitlines()) <= 1
    assert [found for found in shown if unicodedata.category(found)[0] == "C"] == []


@pytest.mark.parametrize("text", ["1. not a list", "- not a list", "+ not a list", "1) not a list", "=== not a line"])
def test_a_markdown_text_starts_no_list_and_no_heading(text: str) -> None:
    shown = prose.markdown_text(text)
    assert "\\" in shown[:3], shown


# -- TOML -------------------------------------------------------------------------------------------------------------


@given(text=ANY_TEXT)
@example('"\\')
@example("\x7f")
@example('"\nname = "evil')
def test_a_toml_text_is_its_text_again(text: str) -> None:
    read = tomllib.loads(f"text = {prose.toml_text(text)}")
    assert read.keys() == {"text"}
    whole = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    assert read["text"] == whole
