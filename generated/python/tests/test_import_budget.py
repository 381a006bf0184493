"""The import budget: how many modules are loaded before anything is done.

Counted are those of the package and of what it depends on. Python's own are not: they
differ from one version to the next.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from . import test_actions
from .mock_server import MockServer


def test_a_client_is_made_within_the_budget() -> None:
    assert_within(30, loaded("make_client", "http://127.0.0.1:9"))


def test_a_first_call_is_made_within_the_budget(server: MockServer) -> None:
    server.respond(201, test_actions.TestCreate.response)

    modules = loaded("make_call", server.url)

    assert_within(200, modules)


def loaded(function: str, url: str) -> list[str]:
    """Return the modules that a function of ``loaded_modules`` loads, sorted."""
    program = Path(__file__).with_name("loaded_modules.py")
    printed = subprocess.run(
        # Without -P the folder of the program would be on the path.
        [sys.executable, "-P", str(program), function, url],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    names: list[str] = json.loads(printed)
    return [name for name in names if not is_of_python(owner(name))]


def owner(module: str) -> str:
    """Return the name under which something is installed."""
    return module.partition(".")[0]


def is_of_python(name: str) -> bool:
    """Say whether Python brings it, or an installer left it."""
    return name in sys.stdlib_module_names or name.startswith("_")


def assert_within(budget: int, modules: Sequence[str]) -> None:
    """Fail with the names of all modules if there are too many."""
    lines = [f"{len(modules)} modules are loaded, and the budget is {budget}"]
    for name, group in groupby(modules, owner):
        members = list(group)
        lines.append(f"{name}, {len(members)}: {' '.join(members)}")
    assert len(modules) <= budget, "\n".join(lines)
