"""The parts of a plan that depend on few declarations: a module of types, or a group with its client and its tests.

What remains is the overview, which depends on everything: the root client, the README, the page of methods.
"""

from __future__ import annotations

from sdksmith.planned import PlannedFile
from sdksmith.targets.python.clients import ClientModule
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.homes import Home
from sdksmith.targets.python.runtime import TESTS_FOLDER
from sdksmith.targets.python.type_modules import TypeModule
from sdksmith.targets.python.wire_tests.modules import WireTestModule


def types_part(home: Home) -> str:
    """Name the part that is a module of types."""
    return f"types/{home.folder}/{home.module}"


def group_part(attributes: tuple[str, ...]) -> str:
    """Name the part that is a group; `attributes` lead to it from the root client."""
    return f"group/{'/'.join(attributes)}"


def types_file(decisions: Decisions, module: TypeModule) -> PlannedFile:
    """Return the file of a module of types."""
    path = f"{decisions.folder}/types/{module.home.folder}/{module.home.module}.py"
    return PlannedFile(path, "types.py.j2", {"module": module})


def client_file(decisions: Decisions, module: ClientModule) -> PlannedFile:
    """Return the file of a group's client."""
    return PlannedFile(f"{decisions.folder}/{module.folder}/client.py", "client.py.j2", {"module": module})


def tests_file(module: WireTestModule) -> PlannedFile:
    """Return the file of a group's tests."""
    return PlannedFile(f"{TESTS_FOLDER}/{module.path}", "tests/test_group.py.j2", {"module": module})
