"""Cases: how the words of a text are put together as a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from sdksmith.words import camel, pascal, snake


@dataclass(frozen=True)
class Case:
    """A way to write a name.

    Attributes
    ----------
    join
        Text, and how it is split into words (``lodash`` or ``compact``) -> name.
    prefixed
        A lower-case word, and a name -> the name with the word before it.
    starts
        Of which kind the first letter is.
    """

    join: Callable[[str, str], str]
    prefixed: Callable[[str, str], str]
    starts: Literal["lower", "upper"]

    def begins(self, name: str) -> bool:
        """Whether the first letter of a name is of the right kind."""
        return name[:1].islower() if self.starts == "lower" else name[:1].isupper()


def _capitalized(text: str, words: str) -> str:
    """Return a text as it is spelled, with its first letter as a capital; in Pascal case what is more than letters."""
    if text.isascii() and text.isalnum():
        return text[:1].upper() + text[1:]
    return pascal(text, words)


#: ``user_id``
SNAKE: Final = Case(snake, lambda prefix, name: f"{prefix}_{name}", "lower")
#: ``USER_ID``
UPPER: Final = Case(
    lambda text, words: snake(text, words).upper(), lambda prefix, name: f"{prefix.upper()}_{name}", "upper"
)
#: ``userId``
CAMEL: Final = Case(camel, lambda prefix, name: f"{prefix}{name[:1].upper()}{name[1:]}", "lower")
#: ``UserId``
PASCAL: Final = Case(pascal, lambda prefix, name: f"{prefix.capitalize()}{name}", "upper")
#: ``SetFcmv1Provider`` for ``setFcmv1Provider``: the words are those of whoever spelled it.
CAPITALIZED: Final = Case(_capitalized, lambda prefix, name: f"{prefix.capitalize()}{name}", "upper")
