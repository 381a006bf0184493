"""Collisions: who gets a name that several would take, settled by content and for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256


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
