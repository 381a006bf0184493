"""The site's own words, by language."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from string import Formatter
from typing import Final

from sdksmith.targets.reference.words.english import ENGLISH
from sdksmith.targets.reference.words.french import FRENCH

WORDS: Final[Mapping[str, Mapping[str, str]]] = {"en": ENGLISH, "fr": FRENCH}


def words_of(language: str, translations: Mapping[str, str]) -> Mapping[str, str]:
    """Return the words of a language, with those that a config gives in their place; English where there are none."""
    return {**WORDS.get(language.partition("-")[0].lower(), ENGLISH), **translations}


def unusable(key: str, text: str) -> str:
    """Return why a translation can't be used, ``""`` where it can: it has to have the placeholders of the English words."""
    if key not in ENGLISH:
        near = difflib.get_close_matches(key, ENGLISH, n=1)
        return f"there is no such word{f', but there is {near[0]!r}' if near else ''}"
    try:
        same = _placeholders(text) == _placeholders(ENGLISH[key])
    except ValueError:
        same = False
    return "" if same else f"it has to have the placeholders of {WORDS['en'][key]!r}"


def _placeholders(text: str) -> set[tuple[str, str, str | None]]:
    return {(name, form or "", how) for _, name, form, how in Formatter().parse(text) if name is not None}
