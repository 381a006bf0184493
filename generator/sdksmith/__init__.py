"""sdksmith turns an OpenAPI document into client libraries.

What is exported here is the programming interface, and stays: :func:`generate`, :func:`inspect`, :func:`validate`, :func:`diff`,
:func:`load_config`, :class:`Outcome` and :class:`Failure`. Nothing of it prints, ends the process, or reads the command line.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sdksmith.version import __version__

if TYPE_CHECKING:
    from sdksmith.api import Difference, Outcome, TargetResult, diff, generate, inspect, load_config, validate
    from sdksmith.config import Config
    from sdksmith.diagnostics import Failure, Finding

_MODULES = {
    "Config": "config",
    "Difference": "api",
    "Failure": "diagnostics",
    "Finding": "diagnostics",
    "Outcome": "api",
    "TargetResult": "api",
    "diff": "api",
    "generate": "api",
    "inspect": "api",
    "load_config": "api",
    "validate": "api",
}

__all__ = [
    "Config",
    "Difference",
    "Failure",
    "Finding",
    "Outcome",
    "TargetResult",
    "__version__",
    "diff",
    "generate",
    "inspect",
    "load_config",
    "validate",
]

# Names are loaded when they are used, so that the command line starts at once. Type checkers know them from above.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"sdksmith.{module}"), name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
