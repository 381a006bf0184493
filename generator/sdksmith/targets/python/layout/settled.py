"""Whether a text is surely laid out as Black would.

What fits into the line is; the layout of the rest is right for the shapes that it knows, and names can be longer than
anything those were tried with. So a text with a wider line passes through Black, unless the line is one that Black can't split.
"""

from __future__ import annotations

import re
from typing import Final

from sdksmith.targets.python.layout.code import LINE_LENGTH, width

#: Finds a line that may be too wide: a wide character takes two columns.
_LONG: Final = re.compile(rf"^.{{{LINE_LENGTH + 1},}}$", re.MULTILINE)
_LONG_IN_WIDE: Final = re.compile(rf"^.{{{LINE_LENGTH // 2 + 1},}}$", re.MULTILINE)
#: Texts that Black leaves as they are.
_DOCSTRING: Final = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"""', re.DOTALL)
#: Lines that Black can't split, or that a function of the layout has decided about knowing how wide they are.
_UNSPLITTABLE: Final = re.compile(
    r"""\s*(?:
        # The start of what has its items in lines of their own.
        from\ \S+\ import\ \(
        | (?:class|def|async\ def)\ \w+\(
        # A comment.
        | \#.*
        # One name or one literal, maybe with the key or the name that it is given by.
        | (?:(?:"(?:[^"\\]|\\.)*"|\d+):\ |\w+=)? (?:"(?:[^"\\]|\\.)*"|[\w.]+(?:\(\))?) ,?
        # A name of an import, and a parameter.
        | \w+\ as\ \w+,
        | \w+:\ [\w.]+(?:\ =\ [\w.]+)?,
        # The first line of an alias, of an argument, and of a call whose value is assigned or awaited.
        | \w+:\ \(
        | (?:\w+=|(?:\w+\ =\ )?await\ ) [\w.]+ \(\)?
        | \w+=lambda\ \w+:\ [\w.]+,
        | \w+\ =\ (?:(?:async_)?raw|unchanged)_method\(
    )""",
    re.VERBOSE,
)
#: A field or a variable without a value.
_ANNOTATED: Final = re.compile(r"(?P<indent>\s*)\w+: (?P<annotation>[\w.]+)")


def is_settled(text: str) -> bool:
    """Whether Black would leave a text of the target's own layout as it is."""
    long = _LONG if text.isascii() else _LONG_IN_WIDE
    if long.search(text) is None:
        return True
    code = _DOCSTRING.sub('""', text)
    return all(width(line) <= LINE_LENGTH or _is_left(line) for line in long.findall(code))


def _is_left(line: str) -> bool:
    if _UNSPLITTABLE.fullmatch(line) is not None:
        return True
    # Black puts parentheses around an annotation that fits into a line of its own.
    annotated = _ANNOTATED.fullmatch(line)
    return annotated is not None and width(annotated["indent"]) + 4 + width(annotated["annotation"]) > LINE_LENGTH
