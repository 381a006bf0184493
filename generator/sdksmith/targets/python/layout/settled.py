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
#: One name or one literal in brackets, maybe with the key or the name that it is given by; the start of a long import; and
#: the first line of an argument, or of an awaited call, which `call_line` has decided about.
_UNSPLITTABLE: Final = re.compile(
    r"""\s*(?:
        from\ \S+\ import\ \(
        | \#.*
        | (?:"(?:[^"\\]|\\.)*":\ |\w+=)? (?:"(?:[^"\\]|\\.)*"|[\w.]+(?:\(\))?) ,?
        | (?:\w+=|(?:\w+\ =\ )?await\ ) [\w.]+ \(\)?
    )""",
    re.VERBOSE,
)


def is_settled(text: str) -> bool:
    """Whether Black would leave a text of the target's own layout as it is."""
    long = _LONG if text.isascii() else _LONG_IN_WIDE
    if long.search(text) is None:
        return True
    code = _DOCSTRING.sub('""', text)
    return all(width(line) <= LINE_LENGTH or _UNSPLITTABLE.fullmatch(line) is not None for line in long.findall(code))
