"""Group that the name of a type mentions: where a target puts the types of an API into files by it, nothing moves when a
type gets a new user."""

from __future__ import annotations

from collections.abc import Iterable

from sdksmith.model import Api, Group
from sdksmith.words import words


class SpokenGroups:
    """Finds the top-level group that a type's name speaks of.

    Parameters
    ----------
    style
        How names are split into words.
    """

    def __init__(self, api: Api, style: str) -> None:
        self._style = style
        #: Words of a group's last part, singular -> the top-level group's part; top-level groups win.
        self._by_words: dict[tuple[str, ...], str] = {}
        self._longest = 1
        for depth in (2, 1):
            for group in _all_groups(api.root):
                if (len(group.path) == 1) == (depth == 1):
                    key = tuple(map(_singular, words(group.path[-1], self._style)))
                    if key:
                        self._by_words[key] = group.path[0]
                        self._longest = max(self._longest, len(key))

    def of(self, name: str) -> str:
        """Return the part of the group that is named earliest in a type's name, the longest one there; ``""`` for none."""
        parts = [_singular(part) for part in words(name, self._style)]
        for start in range(len(parts)):
            for length in range(min(self._longest, len(parts) - start), 0, -1):
                group = self._by_words.get(tuple(parts[start : start + length]))
                if group is not None:
                    return group
        return ""


def _all_groups(group: Group) -> Iterable[Group]:
    for child in group.groups:
        yield child
        yield from _all_groups(child)


def _singular(word: str) -> str:
    word = word.lower()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word
