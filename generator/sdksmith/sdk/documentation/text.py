"""Texts of the document as documentation takes them: cleaned, cut to a sentence, ended."""

from __future__ import annotations

import re
from typing import Final

_BLANK_RUN: Final = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """Return text with line ends as ``\\n``, no tabs, no spaces at line ends, and no blank lines around it."""
    if "\n" not in text and text.isprintable():
        return text.strip()
    lines = (line.rstrip() for line in text.expandtabs(4).splitlines())
    return _BLANK_RUN.sub("\n\n", "\n".join(lines)).strip("\n ")


def spoken_title(text: str) -> str:
    """Return an API's title as it stands in a sentence: on one line, and without an article of its own."""
    words = clean(text).split()
    if len(words) > 1 and words[0] in ("The", "the", "A", "An"):
        del words[0]
    return " ".join(words)


def first_paragraph(text: str) -> str:
    """Return the first paragraph of a text."""
    return clean(text).split("\n\n")[0]


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, on one line."""
    paragraph = first_paragraph(text).replace("\n", " ")
    head, found, _ = paragraph.partition(". ")
    return head + "." if found else paragraph


def sentence(text: str) -> str:
    """Return a text with a full stop behind it, unless it ends in something of the kind."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", ":", ")")) else f"{text}."
