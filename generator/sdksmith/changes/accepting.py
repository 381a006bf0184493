"""Breaking changes that are meant to be: ``[[diff.accept]]`` of the configuration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdksmith.config import Acceptance
from sdksmith.diagnostics import Diagnostics, Failure, Location
from sdksmith.surface import Change
from sdksmith.words import similar


@dataclass(frozen=True)
class Accepted:
    """A change, and why it is accepted."""

    change: Change
    reason: str


def accept(changes: Sequence[Change], acceptances: Sequence[Acceptance]) -> tuple[list[Change], list[Accepted]]:
    """Part the changes that are accepted from all others; what only says an accepted one over again goes with it.

    Raises
    ------
    Failure
        There is no such breaking change.
    """
    reasons = {(each.code, each.member): each for each in acceptances}
    unmet = dict(reasons)
    kept: list[Change] = []
    accepted: list[Accepted] = []
    for change in changes:
        found = reasons.get((change.code, change.member)) if change.bump == "breaking" else None
        if found is not None:
            unmet.pop((change.code, change.member), None)
        elif change.mirror and change.bump == "breaking":
            found = reasons.get((change.code, change.mirror))
        if found is not None:
            accepted.append(Accepted(change, found.reason))
        else:
            kept.append(change)
    if unmet:
        raise _failure(list(unmet.values()), changes)
    return kept, accepted


def _failure(unmet: Sequence[Acceptance], changes: Sequence[Change]) -> Failure:
    diagnostics = Diagnostics()
    breaking = [change for change in changes if change.bump == "breaking"]
    for each in unmet:
        codes = [change.code for change in breaking if change.member == each.member]
        members = [change.member for change in breaking if change.code == each.code]
        near = f"what happened to it is {codes[0]!r}" if codes else ""
        near = near or (f"did you mean {similar(each.member, members)!r}?" if similar(each.member, members) else "")
        diagnostics.error(
            "nothing-accepted",
            f"the configuration accepts {each.code!r} of {each.member!r}, which does not happen",
            location=Location("diff.accept"),
            hint=near or "take it out: it has been released, or never came",
        )
    return Failure(diagnostics)
