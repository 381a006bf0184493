"""Regular expressions of a document: whether a text matches one, and a text that does.

A pattern of a document may be made to keep an engine that goes back busy for ever, and a limit of time would let the same input
come to something else on a slower machine. So patterns are read into a tree, and a text is followed through it with the set of
all positions that it may have reached: there is nothing to go back to. What is read is what the dialects have in common that
documents are written in (ECMA-262 and its relatives); for a pattern with more than that there is no answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

#: The longest pattern that is read, how deep its groups may be, the longest text that is made or looked at, and how many
#: steps that may take.
_LONGEST_PATTERN: Final = 4_000
_DEEPEST: Final = 20
_LONGEST_TEXT: Final = 300
_STEPS: Final = 50_000
#: More repetitions than any text has characters.
_ENDLESS: Final = 1_000_000
_LAST: Final = 0x10FFFF

_Ranges: TypeAlias = tuple[tuple[int, int], ...]

_DIGITS: Final[_Ranges] = ((48, 57),)
_WORD: Final[_Ranges] = ((97, 122), (65, 90), (48, 57), (95, 95))
_SPACE: Final[_Ranges] = (
    (32, 32),
    (9, 13),
    (160, 160),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x3000, 0x3000),
)
_CLASSES: Final = {"d": _DIGITS, "w": _WORD, "s": _SPACE}
_CONTROLS: Final = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
_LINE_ENDS: Final[_Ranges] = ((10, 10), (13, 13), (0x2028, 0x2029))
#: What a class that says only what a character is not is made of.
_USUAL: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-. "


class _UnknownError(Exception):
    """The pattern has something in it that is not read here, or a limit is passed."""


@dataclass(frozen=True, slots=True)
class _Character:
    """One character: of a class, or of all others."""

    ranges: _Ranges
    negated: bool = False

    def takes(self, character: str) -> bool:
        code = ord(character)
        return any(low <= code <= high for low, high in self.ranges) is not self.negated

    def first(self) -> str:
        """Return the first character of the class that is easy on the eye, else the first."""
        if self.negated:
            # Who writes a dot often means one, and forgets to say so.
            return "." if self.ranges == _LINE_ENDS else next((each for each in _USUAL if self.takes(each)), "")
        starts = [chr(low) for low, _ in self.ranges]
        return next((each for each in starts if each.isalnum()), starts[0] if starts else "")


@dataclass(frozen=True, slots=True)
class _Sequence:
    parts: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    part: _Node
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class _Ahead:
    """Lookahead: a pattern that must follow, or must not; it takes no characters."""

    part: _Node
    negated: bool


@dataclass(frozen=True, slots=True)
class _Edge:
    """The start of the text, or its end."""

    is_end: bool


_Node: TypeAlias = _Character | _Sequence | _Choice | _Repeat | _Ahead | _Edge


class Pattern:
    """A regular expression that could be read; see :func:`read_pattern`."""

    def __init__(self, root: _Node) -> None:
        self._root = root

    def matches(self, text: str) -> bool:
        """Whether the pattern is found anywhere in a text (JSON Schema 2020-12 validation, section 6.3.3).

        A text that it would take too many steps to tell of does not count as one that matches.
        """
        if len(text) > _LONGEST_TEXT:
            return False
        try:
            return bool(_Walk(text).ends(self._root, set(range(len(text) + 1))))
        except _UnknownError:
            return False

    def text(self, filling: str = "", times: int = 0) -> str | None:
        """Return a text made after the pattern; ``None`` where it would be too long.

        What must follow or must not is not looked at: see whether the text matches.

        Parameters
        ----------
        filling
            Taken as it is where the pattern takes it, once.
        times
            How often to repeat what may be repeated more often than it must.
        """
        try:
            return _Maker(filling, times).text(self._root)
        except _UnknownError:
            return None


@lru_cache(maxsize=1_024)
def read_pattern(pattern: str) -> Pattern | None:
    """Read a pattern; ``None`` where it has more in it than is read here."""
    if len(pattern) > _LONGEST_PATTERN:
        return None
    try:
        return Pattern(_Reader(pattern).whole())
    except _UnknownError:
        return None


class _Reader:
    """Reads a pattern from its start to its end."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._depth = 0

    def whole(self) -> _Node:
        found = self._choice()
        if self._at < len(self._pattern):
            raise _UnknownError
        return found

    def _next(self, *texts: str) -> str:
        """Step over the first of some texts that comes next, and return it; ``""`` where none does."""
        found = next((text for text in texts if self._pattern.startswith(text, self._at)), "")
        self._at += len(found)
        return found

    def _take(self) -> str:
        if self._at >= len(self._pattern):
            raise _UnknownError
        self._at += 1
        return self._pattern[self._at - 1]

    def _choice(self) -> _Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _UnknownError
        options = [self._sequence()]
        while self._next("|"):
            options.append(self._sequence())
        self._depth -= 1
        return options[0] if len(options) == 1 else _Choice(tuple(options))

    def _sequence(self) -> _Node:
        parts: list[_Node] = []
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            part = self._part()
            least, most = self._times()
            parts.append(part if (least, most) == (1, 1) else _Repeat(part, least, most))
        return parts[0] if len(parts) == 1 else _Sequence(tuple(parts))

    def _part(self) -> _Node:
        match self._take():
            case "^":
                return _Edge(is_end=False)
            case "$":
                return _Edge(is_end=True)
            case ".":
                return _Character(_LINE_ENDS, negated=True)
            case "(":
                return self._group()
            case "[":
                return self._class()
            case "\\":
                return self._escape()
            case "*" | "+" | "?":
                raise _UnknownError
            case character:
                return _exactly(character)

    def _group(self) -> _Node:
        kind = self._next("?:", "?=", "?!", "?")
        if kind == "?":
            # With a name, or something that is not read here, such as what stands before.
            if not self._next("<") or self._pattern[self._at : self._at + 1] in ("=", "!"):
                raise _UnknownError
            while self._take() != ">":
                continue
        found = self._choice()
        if self._take() != ")":
            raise _UnknownError
        return _Ahead(found, negated=kind == "?!") if kind in ("?=", "?!") else found

    def _escape(self) -> _Character:
        character = self._take()
        if character.lower() in _CLASSES:
            return _Character(_CLASSES[character.lower()], negated=character.isupper())
        if character in ("x", "u"):
            return _exactly(self._code(2 if character == "x" else 4))
        if character in _CONTROLS:
            return _exactly(_CONTROLS[character])
        if character.isalnum():
            raise _UnknownError
        return _exactly(character)

    def _code(self, digits: int) -> str:
        text = "".join(self._take() for _ in range(digits))
        try:
            return chr(int(text, 16))
        except ValueError:
            raise _UnknownError from None

    def _class(self) -> _Character:
        negated = bool(self._next("^"))
        ranges: list[tuple[int, int]] = []
        while not self._next("]"):
            low = self._member()
            following = self._pattern[self._at : self._at + 2]
            if isinstance(low, str) and following[:1] == "-" and following[1:] not in ("]", ""):
                self._at += 1
                high = self._member()
                if not isinstance(high, str):
                    # `a-\d`: the hyphen stands for itself, as it does after a class.
                    ranges += [(ord(low), ord(low)), (45, 45), *high]
                elif high < low:
                    raise _UnknownError
                else:
                    ranges.append((ord(low), ord(high)))
            else:
                ranges += [(ord(low), ord(low))] if isinstance(low, str) else low
        return _Character(tuple(ranges), negated)

    def _member(self) -> str | _Ranges:
        """Return a character of a class, or the ranges of a class in it."""
        character = self._take()
        if character != "\\":
            return character
        if self._next("b"):
            return "\b"
        found = self._escape()
        if found.negated:
            return _others(found.ranges)
        return (
            chr(found.ranges[0][0])
            if len(found.ranges) == 1 and found.ranges[0][0] == found.ranges[0][1]
            else found.ranges
        )

    def _times(self) -> tuple[int, int]:
        sign = self._next("*", "+", "?")
        found = {"*": (0, _ENDLESS), "+": (1, _ENDLESS), "?": (0, 1)}.get(sign) or self._counted()
        if found is None:
            return 1, 1
        self._next("?")
        if found[0] > found[1]:
            raise _UnknownError
        return found

    def _counted(self) -> tuple[int, int] | None:
        """Return what stands in braces; ``None`` where they are characters like others."""
        text, brace, _ = self._pattern[self._at + 1 :].partition("}")
        least, comma, most = text.partition(",")
        if self._pattern[self._at : self._at + 1] != "{" or not brace or not _is_number(least):
            return None
        if most and not _is_number(most):
            return None
        self._at += len(text) + 2
        return int(least), int(most) if most else _ENDLESS if comma else int(least)


def _exactly(character: str) -> _Character:
    return _Character(((ord(character), ord(character)),))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _others(ranges: _Ranges) -> _Ranges:
    """Return the characters that are in none of some ranges."""
    found: list[tuple[int, int]] = []
    start = 0
    for low, high in sorted(ranges):
        if low > start:
            found.append((start, low - 1))
        start = high + 1
    return (*found, (start, _LAST))


class _Walk:
    """Follows one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._steps = _STEPS

    def ends(self, node: _Node, starts: set[int]) -> set[int]:
        """Return where a part of the pattern may end that begins at any of some positions."""
        self._steps -= 1 + len(starts)
        if self._steps < 0:
            raise _UnknownError
        match node:
            case _Character():
                return {at + 1 for at in starts if at < len(self._text) and node.takes(self._text[at])}
            case _Edge(is_end):
                return starts & {len(self._text) if is_end else 0}
            case _Sequence(parts):
                for part in parts:
                    if not starts:
                        break
                    starts = self.ends(part, starts)
                return starts
            case _Choice(options):
                return {end for option in options for end in self.ends(option, starts)}
            case _Ahead(part, negated):
                return {at for at in starts if bool(self.ends(part, {at})) is not negated}
            case _Repeat():
                return self._repeated(node, starts)

    def _repeated(self, node: _Repeat, starts: set[int]) -> set[int]:
        for _ in range(node.least):
            before, starts = starts, self.ends(node.part, starts)
            if starts == before:
                # Also where nothing is left of it.
                break
        found = set(starts)
        for _ in range(node.most - node.least):
            starts = self.ends(node.part, starts) - found if starts else starts
            if not starts:
                break
            found |= starts
        return found


class _Maker:
    """Makes one text."""

    def __init__(self, filling: str, times: int) -> None:
        self._filling = filling
        self._times = times

    def text(self, node: _Node) -> str:
        match node:
            case _Character():
                return node.first()
            case _Sequence(parts):
                return _short(self.text(part) for part in parts)
            case _Choice(options):
                return self.text(options[0])
            case _Repeat():
                return self._repeated(node)
            case _:
                return ""

    def _repeated(self, node: _Repeat) -> str:
        filling = self._filling
        if (
            filling
            and isinstance(node.part, _Character)
            and node.least <= len(filling) <= node.most
            and all(map(node.part.takes, filling))
        ):
            self._filling = ""
            return filling
        times = min(max(node.least, self._times), node.most)
        if times == 0:
            return ""
        part = self.text(node.part)
        if len(part) * times > _LONGEST_TEXT:
            raise _UnknownError
        return part * times


def _short(parts: Iterable[str]) -> str:
    found = "".join(parts)
    if len(found) > _LONGEST_TEXT:
        raise _UnknownError
    return found
