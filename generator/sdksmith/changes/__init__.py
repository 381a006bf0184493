"""Two states of a library -> what changed for whom, and how the version moves.

A break is what its users would see: ``types``: code that a strict type checker passed fails; ``run``: it raises, or gets another
value; ``wire``: the same call sends other bytes. It is silent where types pass, and the rest differs.
"""

from sdksmith.changes.accepting import Accepted, accept
from sdksmith.changes.compare import compare
from sdksmith.changes.entries import Entry, entries_of
from sdksmith.changes.versions import bump_of
from sdksmith.surface import Change

__all__ = ["Accepted", "Change", "Entry", "accept", "bump_of", "compare", "entries_of"]
