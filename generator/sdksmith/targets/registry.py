"""Table of the targets: the one place outside of a target's folder that names it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from sdksmith.config import TargetOptions
    from sdksmith.targets.protocol import Target

#: Name -> module with a ``TARGET``, imported when the target is asked for. The first is made where a config names none.
MODULES: dict[str, str] = {
    "python": "sdksmith.targets.python.target",
    "go": "sdksmith.targets.go.target",
    "reference": "sdksmith.targets.reference.target",
}


def target_names() -> tuple[str, ...]:
    """Return the names of all targets, the default first."""
    return tuple(MODULES)


def find_target(name: str) -> Target:
    """Return a target.

    Raises
    ------
    KeyError
        There is none of that name.
    """
    return cast("Target", import_module(MODULES[name]).TARGET)


def options_of(name: str) -> type[TargetOptions] | None:
    """Return the type of a target's table of the config, ``None`` where there is no such target."""
    return find_target(name).options if name in MODULES else None
