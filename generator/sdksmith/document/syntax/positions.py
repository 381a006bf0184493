"""From a place in a text, or from a JSON pointer, to line and column.

Nothing here runs unless a diagnostic is printed: loading keeps no positions.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress

from sdksmith.diagnostics import Location, Pointer

#: Strings, brackets and everything else that is neither white space nor punctuation.
TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]', re.DOTALL)
#: Numbers stay text, because their digits may be more than Python likes to convert.
_READER = json.JSONDecoder(parse_int=str, parse_float=str, strict=False)
_EXCERPT_LENGTH = 2_000


def location_at(name: str, text: str, offset: int, pointer: Pointer = ()) -> Location:
    """Return the location of a character offset; line and column count from 1, the column in characters."""
    offset = max(0, min(offset, len(text)))
    start = text.rfind("\n", 0, offset) + 1
    line = text.count("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    # Minified JSON is one line of megabytes: what is around the place is enough.
    first = start if end - start <= _EXCERPT_LENGTH else max(start, offset - _EXCERPT_LENGTH // 2)
    excerpt = text[first : min(end, first + _EXCERPT_LENGTH)].rstrip("\r")
    return Location(name, line, offset - start + 1, pointer, excerpt, first - start + 1)


class JsonPositions:
    """Finds the nodes of a JSON text by walking along the pointer.

    The text must be valid JSON. The members of a container are found once and kept, so that many look-ups cost little
    more than one.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: dict[int, dict[str, tuple[int, int]]] = {}

    def find(self, pointer: Pointer) -> tuple[int, int]:
        """Return the offset of a node and how many tokens of the pointer exist.

        For the member of an object it is the offset of its key. Where the node is missing, the deepest ancestor counts.
        """
        first = TOKEN.search(self._text)
        value = shown = first.start() if first else 0
        for depth, token in enumerate(pointer):
            member = self._members_of(value).get(token)
            if member is None:
                return shown, depth
            shown, value = member
        return shown, len(pointer)

    def _members_of(self, start: int) -> dict[str, tuple[int, int]]:
        members = self._members.get(start)
        if members is None:
            members = self._members[start] = self._scan(start)
        return members

    def _scan(self, start: int) -> dict[str, tuple[int, int]]:
        """Return the child's name -> (where to point, where its value begins) for the container at an offset."""
        text = self._text
        members: dict[str, tuple[int, int]] = {}
        opening = text[start : start + 1]
        if opening not in ("{", "["):
            return members
        position = start + 1
        while (token := TOKEN.search(text, position)) is not None:
            word = token.group()
            if word in ("}", "]"):
                break
            position = token.end()
            if word == ",":
                continue
            shown = value = token.start()
            key = str(len(members))
            if opening == "{":
                key = json.loads(word, strict=False)
                colon = TOKEN.search(text, position)
                following = TOKEN.search(text, colon.end()) if colon else None
                if following is None:
                    break
                value, position = following.start(), following.end()
            members[key] = (shown, value)
            if text[value] in "{[":
                position = self._end_of(value)
        return members

    def _end_of(self, start: int) -> int:
        # The standard library's reader passes over a value many times faster than the search below.
        with suppress(ValueError, RecursionError):
            return _READER.raw_decode(self._text, start)[1]
        depth = 0
        for token in _BRACKET.finditer(self._text, start):
            character = token.group()[0]
            if character in "{[":
                depth += 1
            elif character != '"':
                depth -= 1
                if not depth:
                    return token.end()
        return len(self._text)
