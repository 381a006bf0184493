"""What users of a library hold to prove who is calling, and which of it the same call is sent with before and after a change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sdksmith.surface import Member


def sent(security: str, held: frozenset[str]) -> frozenset[str]:
    """Return the credentials that go with a call; the runtimes of all libraries choose in this way.

    Parameters
    ----------
    security
        Alternatives as JSON, each a list of credentials that go together; ``null`` for all there are.
    held
        Those that the client was made with.
    """
    alternatives: list[list[str]] | None = json.loads(security)
    if alternatives is None:
        return held
    for together in alternatives:
        if together and held.issuperset(together):
            return frozenset(together)
    if not all(alternatives):
        return frozenset[str]()
    return next(filter(None, (held.intersection(together) for together in alternatives)), frozenset[str]())


def holdings(members: Iterable[Member], old: frozenset[str], new: frozenset[str]) -> list[frozenset[str]]:
    """Return what users of a library hold who can make a client of the next one, too.

    That is each alternative of a call, and all that any call asks for.

    Parameters
    ----------
    members
        Of the old library.
    old, new
        The credentials that the clients of both take.
    """
    found = set(_alternatives(members, old))
    found.add(frozenset[str]().union(*found))
    return sorted((held for held in found if held and held <= new), key=lambda held: (len(held), sorted(held)))


def held_otherwise(old: str, new: str, known: list[frozenset[str]]) -> frozenset[str] | None:
    """Return what somebody holds whose call is sent with other credentials now; ``None`` where that is nobody."""
    return next((held for held in known if _suffices(old, held) and sent(old, held) != sent(new, held)), None)


def _suffices(security: str, held: frozenset[str]) -> bool:
    """Whether a call can succeed: the others were refused before, too."""
    alternatives: list[list[str]] | None = json.loads(security)
    return not alternatives or any(held.issuperset(together) for together in alternatives)


def _alternatives(members: Iterable[Member], all_: frozenset[str]) -> Iterator[frozenset[str]]:
    for text in {member.wire["security"] for member in members if "security" in member.wire}:
        alternatives: list[list[str]] | None = json.loads(text)
        yield from [all_] if alternatives is None else map(frozenset[str], alternatives)
