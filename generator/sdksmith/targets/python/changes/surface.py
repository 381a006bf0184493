"""The public surface of a Python package."""

from __future__ import annotations

from sdksmith.config import Config
from sdksmith.naming import Names
from sdksmith.sdk import Sdk
from sdksmith.surface import Surface, WitnessWriter
from sdksmith.targets.python.changes.members import Members
from sdksmith.targets.python.options import PythonOptions


def surface(sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> Surface:
    """Return the members of a package; the asynchronous clients have the same ones."""

    def witnesses() -> WitnessWriter:
        from sdksmith.targets.python.changes.witnesses import Witnesses

        return Witnesses(sdk, names, config, options)

    found = Members(sdk, names, config, options)
    return Surface(
        target="python",
        members={member.path: member for member in found},
        witnesses=witnesses,
        suffix=".py",
        credentials=found.decisions.credentials.names,
    )
