"""Splitting names into words, joining words into names (docs/mapping.md), and which names a file system takes for one.

Shared by the stages that speak of names: configuration keys are written in snake case, as generated names are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

#: An ordinal number (``1st``), letters, digits; anything else separates.
_RUNS: Final = re.compile(
    r"[0-9]*(?:1st|2nd|3rd|[04-9]th)(?![^\W_A-Z])|[0-9]*(?:1ST|2ND|3RD|[04-9]TH)(?![^\W_a-z])|[^\W\d_]+|\d+"
)
#: An acronym before a capitalised word, a word, an acronym.
_PIECES: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]+(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])|[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]+|[A-ZÀ-ÖØ-Þ]+")
_APOSTROPHES: Final = str.maketrans("", "", "'\u2019")


@lru_cache(maxsize=65536)
def words(text: str, style: str = "lodash") -> tuple[str, ...]:
    """Split a name into words.

    Parameters
    ----------
    text
        Any text.
    style
        ``"lodash"``: digits are words of their own (``fcmv1`` -> ``fcmv``, ``1``). ``"compact"``: digits stay with the
        letters before them (``fcmv1``), or after them at the start of a name.

    Notes
    -----
    In both, an acronym ends before its last capital (``AWSAddon`` -> ``AWS``, ``Addon``), an ordinal number is one word
    (``1stFactor`` -> ``1st``, ``Factor``), and apostrophes are dropped, as lodash's ``snakeCase`` does before it splits.
    """
    if text.isascii() and text.islower() and text.replace("_", "").isalpha():
        # Snake case, as most names of properties are.
        return tuple(filter(None, text.split("_")))
    found: list[str] = []
    ends: list[int] = []
    starts: list[int] = []
    for run in _RUNS.finditer(text.translate(_APOSTROPHES)):
        piece = run.group()
        if piece[0].isdigit():
            found.append(piece)
            starts.append(run.start())
            ends.append(run.end())
            continue
        position = 0
        for part in _PIECES.finditer(piece):
            if part.start() > position:
                found.append(piece[position : part.start()])
                starts.append(run.start() + position)
                ends.append(run.start() + part.start())
            found.append(part.group())
            starts.append(run.start() + part.start())
            ends.append(run.start() + part.end())
            position = part.end()
        if position < len(piece):
            found.append(piece[position:])
            starts.append(run.start() + position)
            ends.append(run.end())
    if style == "lodash":
        return tuple(found)
    joined: list[str] = []
    end = -1
    for word, start, stop in zip(found, starts, ends, strict=True):
        # Digits stay attached to the word they touch; a word after digits starts anew when it is capitalised.
        if joined and start == end and (word[0].isdigit() or (joined[-1][-1].isdigit() and word[0].islower())):
            joined[-1] += word
        else:
            joined.append(word)
        end = stop
    return tuple(joined)


@lru_cache(maxsize=65536)
def snake(text: str, style: str = "lodash") -> str:
    """Join the words of a name in lower case with underscores: ``setFcmv1Provider`` -> ``set_fcmv_1_provider``."""
    return "_".join(word.lower() for word in words(text, style))


@lru_cache(maxsize=65536)
def pascal(text: str, style: str = "lodash") -> str:
    """Join the words of a name, each capitalised and otherwise lower: ``ClientAddonAWS`` -> ``ClientAddonAws``."""
    return "".join(word[:1].upper() + word[1:].lower() for word in words(text, style))


@lru_cache(maxsize=65536)
def camel(text: str, style: str = "lodash") -> str:
    """Join the words of a name, all but the first capitalised: ``ClientAddonAWS`` -> ``clientAddonAws``."""
    first, *rest = words(text, style) or ("",)
    return first.lower() + "".join(word[:1].upper() + word[1:].lower() for word in rest)


def folded(name: str) -> str:
    """Return the spelling by which a file system knows a name or a path that regards neither case nor normalization.

    Some regard one of the two, some both; what is told apart by this spelling is told apart by all of them.
    """
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def counted(number: int, word: str) -> str:
    """Return a number and what it counts: ``1 file``, ``2,222 files``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def similar(text: str, known: Iterable[str]) -> str:
    """Return the known name that a misspelt one is nearest to, ``""`` where none is near."""
    # Loaded when something is misspelt, which is seldom.
    from difflib import get_close_matches

    names = list(known)
    begun = [name for name in names if len(text) > 1 and name.startswith(text)]
    return next(iter([*begun, *get_close_matches(text, names, n=1, cutoff=0.6)]), "")
