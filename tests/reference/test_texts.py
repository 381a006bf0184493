"""Texts of a document: as HTML, as Markdown, and as source with colours."""

from __future__ import annotations

import html as entities
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sdksmith.targets.reference.markup import texts
from sdksmith.targets.reference.markup.highlighting import highlighted


def test_what_looks_like_a_tag_and_is_none_is_shown() -> None:
    assert (
        texts.html("urn:auth0:<tenant>.<domain> <b>now</b>")
        == "<p>urn:auth0:&lt;tenant&gt;.&lt;domain&gt; <b>now</b></p>"
    )
    assert "warning" in texts.html("<Message warning>\n\nMind.\n\n</Message>")
    assert texts.html("a <script>alert(1)</script> <nobr>b</nobr>") == "<p>a  b</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send `Bearer <token>` to {host}.", r"Send `Bearer <token>` to \{host}."),
        ("urn:<tenant>", "urn:&lt;tenant>"),
        ('```json\n{"a": "<b>"}\n```', '```json\n{"a": "<b>"}\n```'),
        ("[a](https://x.test) [b](javascript:alert(1))", r"[a](https://x.test) [b\](javascript:alert(1))"),
        ("[a]: java&#115;cript:x", r"[a\]: java&#115;cript:x"),
        ("[a](<javascript:x>) [b](<https://x.test>)", r"[a\](javascript:x) [b](https://x.test)"),
        ("a `b\nc ` <i>x</i> ` d", "a `b\nc ` &lt;i>x&lt;/i> \\` d"),
        ("- a\n\n   ```\n<i>\n   ```", "- a\n\n   \\`\\`\\`\n&lt;i>\n   \\`\\`\\`"),
        ("| a |\n|---|\n| `x | <i> | y` |", "| a |\n|---|\n| \\`x | &lt;i> | y\\` |"),
    ],
)  # fmt: skip
def test_markdown_keeps_code_and_nothing_else_of_html(text: str, expected: str) -> None:
    assert texts.markdown(text) == expected


_PIECES = st.sampled_from(
    ["`", "``", "```", "\n", "\n\n", "<b>", "<script>", "</i>", "<!--", "{x}", "{", "[", "](", ")", "]: ", "javascript:x",
     "|", "|-|\n", "> ", "- ", "   ", "    ", "\\", "a", " ", "&lt;", "<javascript:x>", "~~~", "# "]
)  # fmt: skip


@example("](`<b><b>")
@example("](<b<c> d>")
@example("](<{x}>)")
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_no_text_becomes_html_or_a_program_for_who_reads_the_markdown(text: str) -> None:
    # As it stands in a page: alone, and in an item of a list, behind a name.
    for page in (texts.markdown(text), f"- `name` (string): {texts.line(text)}"):
        reader = MarkdownIt("commonmark", {"html": True}).enable("table")
        for block in reader.parse(page):
            for token in (block, *(block.children or ())):
                assert token.type not in ("html_block", "html_inline"), page
                assert not str(token.attrs.get("href", "")).lower().startswith("javascript:"), page


@given(st.text(max_size=40), st.sampled_from(["python", "go", "json", "bash"]))
def test_colours_change_no_letter(text: str, language: str) -> None:
    made = highlighted(text, language)
    assert entities.unescape(re.sub(r'</?span(?: class="\w+")?>', "", made)) == texts.visible(text)


def test_parts_of_programs_have_colours() -> None:
    assert highlighted('for x in f("a", 1):', "python") == (
        '<span class="k">for</span> x <span class="k">in</span> f(<span class="s">&quot;a&quot;</span>, <span class="m">1</span>):'
    )
    assert highlighted('if err != nil { f("a\\"b") }', "go") == (
        '<span class="k">if</span> err != nil { f(<span class="s">&quot;a\\&quot;b&quot;</span>) }'
    )
    assert (
        highlighted('{\n  "a": true\n}', "json")
        == '{\n  <span class="nt">&quot;a&quot;</span>: <span class="k">true</span>\n}'
    )
