"""The public surface of a Go module."""

from __future__ import annotations

from sdksmith.naming import Names
from sdksmith.sdk import Sdk
from sdksmith.surface import Surface, WitnessWriter
from sdksmith.targets.go.changes.members import Members
from sdksmith.targets.go.options import GoOptions


def surface(sdk: Sdk, names: Names, options: GoOptions) -> Surface:
    """Return the members of a module; what returns responses beside has the same ones."""

    def witnesses() -> WitnessWriter:
        from sdksmith.targets.go.changes.witnesses import Witnesses

        return Witnesses(sdk, names, options)

    found = Members(sdk, names, options)
    return Surface(
        target="go",
        members={member.path: member for member in found},
        witnesses=witnesses,
        suffix="_test.go",
        credentials=found.credentials,
        compiled=True,
    )
