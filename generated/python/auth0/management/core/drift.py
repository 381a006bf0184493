"""Places where a response departs from the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

#: Characters of a pointer, and of what was expected there, that a line shows.
_LONGEST = 200


class InvalidJsonError(ValueError):
    """The bytes are no JSON."""


class Unknown:
    """Context of a validation that notices what the document does not know.

    See :mod:`.unknown`, which looks for it then.
    """

    #: There is a value that an enum does not list, or a field in a closed object.
    seen = False
    #: Another object each time a required field is missing that only the server sets,
    #: in whichever thread. Compared by identity, it can't miss one.
    absence: ClassVar[object] = None


@dataclass(frozen=True)
class Drift:
    """A place where a response departs from the document; it never holds the value.

    Attributes
    ----------
    pointer
        A JSON pointer (RFC 6901) into the response, or into the data of an event.
    expected
        What was expected there.
    """

    pointer: str
    expected: str


def told(drifts: Sequence[Drift], most: int = 5) -> str:
    """Tell the first of some drifts, in one line."""
    places = [
        f"{_shown(item.pointer or '/')}: {_shown(item.expected)}"
        for item in drifts[:most]
    ]
    if len(drifts) > most:
        places.append(f"and {len(drifts) - most} more")
    return "; ".join(places)


def _shown(text: str) -> str:
    """Write a text for a line of the log; in a pointer there are keys of the server."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    return "".join(
        character if character.isprintable() else ascii(character)[1:-1]
        for character in short
    )


def json_pointer(steps: Iterable[str]) -> str:
    """Write a JSON pointer (RFC 6901)."""
    return "".join(f"/{step.replace('~', '~0').replace('/', '~1')}" for step in steps)
