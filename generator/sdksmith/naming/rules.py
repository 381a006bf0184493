"""What a target allows as a name, and how text becomes one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from sdksmith.words import pascal, snake

#: File systems allow 255 bytes for a file name; a name this long is unreadable anyway.
_LONGEST: Final = 120

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


@dataclass(frozen=True)
class NamingRules:
    """A target's names.

    Attributes
    ----------
    words
        How text is split: ``"lodash"`` or ``"compact"``.
    keywords
        Words of the language: any name that is one gets ``_`` behind it.
    reserved_types, reserved_fields, reserved_parameters, reserved_methods, reserved_groups, reserved_readers
        Names that the generated code uses itself, by what they would collide with; they get ``_`` too.
    reserved_subgroups
        Names that no group inside of another may have.
    reserved_modules
        Names that no file or folder may have, of groups at any depth and of modules of types.
    reserved_clients
        Names that no class of a top-level group may be made of: ``Acme`` where there is an ``AcmeClient`` for all of the API.
    plain_endings
        What is put behind a type's name for its plain form: the usual ending, and the one to take when the API has a type of
        that name itself.
    """

    words: str
    keywords: frozenset[str]
    reserved_types: frozenset[str] = frozenset()
    reserved_fields: frozenset[str] = frozenset()
    reserved_parameters: frozenset[str] = frozenset()
    reserved_methods: frozenset[str] = frozenset()
    reserved_groups: frozenset[str] = frozenset()
    reserved_subgroups: frozenset[str] = frozenset()
    reserved_modules: frozenset[str] = frozenset()
    reserved_readers: frozenset[str] = frozenset()
    reserved_clients: frozenset[str] = frozenset()
    plain_endings: tuple[str, ...] = ()

    def snake(self, text: str, prefix: str, reserved: frozenset[str] = frozenset()) -> str:
        """Return a lower-case name; `prefix` is put before what would start with a digit or be empty."""
        # A small letter may be several characters where the capital is one.
        name = _plain(snake(_plain(text), self.words))
        if not name or not (name[0].isalpha() or name[0] == "_"):
            name = snake(spelled(text), self.words)
        return self._finish(name, f"{prefix}_", reserved, text)

    def pascal(self, text: str, reserved: frozenset[str] = frozenset(), prefix: str = "Type") -> str:
        """Return a name for a type; `prefix` is put before what would start with a digit or be empty."""
        return self._finish(self.fragment(text), prefix, reserved, text)

    def as_written(self, text: str, reserved: frozenset[str] = frozenset()) -> list[str]:
        """Return text as a name of its own if it can be one, for when the usual form of it is taken; else nothing.

        A field or parameter that began with a capital could hide a type of that name: the caller leaves those out.
        """
        usable = text.isidentifier() and text.isascii() and not text.startswith("_") and len(text) <= _LONGEST
        return [text] if usable and text not in self.keywords and text not in reserved else []

    def fragment(self, text: str) -> str:
        """Return text as a part of a type's name: it may start with a digit."""
        name = pascal(_plain(text), self.words) or pascal(spelled(text), self.words)
        # A capital may be several characters where the small letter is one.
        return _plain(name)

    def _finish(self, name: str, prefix: str, reserved: frozenset[str], text: str) -> str:
        if not name:
            name = prefix + digest(text)
        elif not name.isidentifier():
            name = prefix + name
            if not name.isidentifier():
                name = prefix + digest(text)
        if len(name) > _LONGEST:
            name = f"{name[:_LONGEST]}_{digest(text)}"
        if name in self.keywords or name in reserved:
            name += "_"
        return name


def _plain(text: str) -> str:
    # Python compares identifiers after NFKC; a name that is written in another form would not be the same text.
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def spelled(text: str) -> str:
    """Return text with its punctuation and symbols in words: ``+1`` -> ``plus 1``, a smiley -> ``grinning face``."""
    plain = _plain(text)
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


def digest(text: str) -> str:
    """Return six hexadecimal digits that depend on the text alone."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def settle(
    claims: Iterable[tuple[str, Iterable[str]]],
    known_as: Callable[[str], str] | None = None,
    taken_before: Iterable[str] = (),
) -> dict[str, str]:
    """Give each claimant a name of its own.

    Parameters
    ----------
    claims
        ``(claimant, names)``: who, by content; and the names it would take (one at least), best first, asked for only as
        far as needed. Who comes first in a collision is who stands first here, so the caller sorts by merit, and by
        content among equals.
    known_as
        Names for which this returns the same are one name: :func:`sdksmith.words.folded` for names of files and folders.
        By default only the same names are.
    taken_before
        Names that nobody gets.

    Returns
    -------
    dict
        Claimant -> name. Whoever finds all of its names taken gets the last with six digits made of itself.
    """
    known_as = known_as or str
    taken = {known_as(name) for name in taken_before}
    names: dict[str, str] = {}
    waiting: list[tuple[str, str, Iterator[str]]] = []
    for claimant, wanted in claims:
        options = iter(wanted)
        best = next(options)
        if known_as(best) in taken:
            waiting.append((claimant, best, options))
        else:
            taken.add(known_as(best))
            names[claimant] = best
    for claimant, name, options in waiting:
        while known_as(name) in taken and (option := next(options, "")):
            name = option
        if known_as(name) in taken:
            name = f"{name.rstrip('_')}_{digest(claimant)}"
        while known_as(name) in taken:
            name = f"{name}_{digest(name)}"
        taken.add(known_as(name))
        names[claimant] = name
    return names
