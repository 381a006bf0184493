"""Types of members as annotations of programs that use a package."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

#: What the root of a package exports of its runtime.
_OF_THE_ROOT = ("SyncPager", "EventStream", "JsonStream", "BinaryStream", "HttpResponse", "File")
_JSON = {"true": "True", "false": "False", "null": "None", "list": "Sequence", "dict": "Mapping"}


class Annotations:
    """Writer of annotations.

    Parameters
    ----------
    types
        The names that the package has in ``types``.
    plain
        Class -> its plain form.
    """

    def __init__(self, types: Collection[str], plain: Mapping[str, str]) -> None:
        self._types = types
        self._plain = plain

    def annotation(self, types: frozenset[str]) -> str:
        """Return alternatives as an annotation."""
        return self.qualified(" | ".join(sorted(types, key=lambda text: (text == "None", text))))

    def or_plain(self, types: frozenset[str]) -> frozenset[str]:
        """Return alternatives with the plain forms of classes."""
        return types | {self._plain[each] for each in types & self._plain.keys()}

    def given_as(self, types: frozenset[str]) -> str:
        """Return the annotation of what is given, whose lists and dicts users have as such."""
        return self.annotation(types).replace("Sequence[", "list[").replace("Mapping[", "dict[")

    def qualified(self, text: str) -> str:
        """Return a type in which names are looked up in the package, and lists and dicts are what may be read of them."""

        def looked_up(match: re.Match[str]) -> str:
            word = match[0]
            if word in self._types:
                return f"types.{word}"
            return f"library.{word}" if word in _OF_THE_ROOT else _JSON.get(word, word)

        return re.sub(r'"(?:[^"\\]|\\.)*"|\w+', looked_up, text)
