"""Text in words: punctuation and symbols that are all that tells two names apart."""

from __future__ import annotations

import unicodedata
from typing import Final

#: How punctuation reads, where it is all that tells two names apart.
_SPELLED: Final = {
    "+": "plus",
    "-": "minus",
    "*": "star",
    "/": "slash",
    "\\": "backslash",
    ".": "dot",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "@": "at",
    "#": "hash",
    "$": "dollar",
    "%": "percent",
    "&": "and",
    "|": "or",
    "!": "not",
    "?": "question",
    "=": "equals",
    "<": "less",
    ">": "greater",
    "~": "tilde",
    "^": "caret",
    "'": "quote",
    '"': "quotes",
    "`": "backtick",
    "(": "open",
    ")": "close",
    "[": "open",
    "]": "close",
    "{": "open",
    "}": "close",
    "_": "underscore",
    " ": "space",
}


def normalized(text: str) -> str:
    """Return text in the form NFKC, in which languages compare identifiers: another form would not be the same text."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def spelled(text: str) -> str:
    """Return text with its punctuation and symbols in words: ``+1`` -> ``plus 1``, a smiley -> ``grinning face``."""
    plain = normalized(text)
    return "".join(_spelled(character, plain[:index]) for index, character in enumerate(plain))


def _spelled(character: str, before: str) -> str:
    if character == "-" and before[-1:].isalnum():
        # Between words it takes nothing away.
        return " dash "
    if character in _SPELLED:
        return f" {_SPELLED[character]} "
    if not character.isascii() and unicodedata.category(character)[0] == "S":
        return f" {unicodedata.name(character, '').casefold()} "
    return character
