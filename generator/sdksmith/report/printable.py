"""Text of a document, made fit to be printed.

Everything printed may come from the document, which may be hostile: no control character, escape sequence or text
direction mark of it reaches the terminal.
"""

from __future__ import annotations

import unicodedata

#: Categories that a terminal acts on instead of showing: controls, formats (text direction, zero width), surrogates,
#: private use, line and paragraph separators.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def visible(text: str) -> str:
    """Write out what a terminal would act on: an escape becomes ``\\x1b``, a line end ``\\n``.

    Spaces, letters, marks and symbols of every script stay as they are.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        _escape(character) if unicodedata.category(character) in _INVISIBLE else character for character in text
    )


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
