"""Texts of the document as comments: wrapped, and as gofmt leaves doc comments (go.dev/doc/comment)."""

from __future__ import annotations

import re
from typing import Final

from sdksmith.sdk.documentation.text import clean

#: gofmt does not break lines; a comment this wide is read well beside code.
LINE_LENGTH: Final = 100
_ITEM: Final = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)")

#: Which gofmt makes curly.
_QUOTES: Final = re.compile(r"`{2,}|'{2,}")


def wrap(text: str, width: int = LINE_LENGTH - 3) -> list[str]:
    """Return text as lines; paragraphs are parted by an empty one."""
    lines: list[str] = []
    paragraph: list[str] = []

    def flush() -> None:
        if paragraph:
            lines.extend(_filled(_ended(" ".join(paragraph)), width))
            paragraph.clear()

    for line in clean(_plain(text)).split("\n"):
        if not line.strip():
            flush()
            if lines and lines[-1]:
                lines.append("")
            continue
        if _ITEM.match(line):
            flush()
        paragraph.append(line.strip())
    flush()
    while lines and not lines[-1]:
        lines.pop()
    return [_harmless(line) for line in lines]


def comment(lines: list[str], indent: str = "") -> list[str]:
    """Return the lines of a comment."""
    return [f"{indent}// {line}" if line else f"{indent}//" for line in lines]


def _plain(text: str) -> str:
    """Return text without what gofmt would write otherwise, or what no Go source can have."""
    text = _QUOTES.sub(lambda found: found[0][0], text).replace("\ufeff", "").replace("\x00", "")
    return "".join(
        character if character == "\n" or character.isprintable() or character == "\t" else " " for character in text
    )


def _filled(text: str, width: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in text.split():
        if not current:
            current = word
        elif len(current) + 1 + len(word) <= width:
            current += f" {word}"
        else:
            lines.append(current)
            current = word
    return [*lines, current] if current else lines


def _ended(paragraph: str) -> str:
    """Return a paragraph that gofmt does not take for a heading of the old kind: one line without an end."""
    looks_like_heading = paragraph[:1].isupper() and paragraph[-1:].isalnum() and "/" not in paragraph
    return f"{paragraph}." if looks_like_heading else paragraph


#: At the beginning of a line: a heading, a build constraint of old, a link definition, or a mark that tools look for.
_SPECIAL: Final = re.compile(r"(?:#+\s|\+build\b|\[[^\]]*\]:|Deprecated:|BUG\(|Output:|Unordered output:)")


def _harmless(line: str) -> str:
    """Return a line that no tool takes for more than text."""
    return f"({line})" if _SPECIAL.match(line) else line
