"""What ``types`` exports, and from which module."""

from __future__ import annotations

from dataclasses import dataclass, field

from sdksmith.targets.python.layout.code import import_from
from sdksmith.targets.python.types.homes import Home


@dataclass
class ExportPlanner:
    """Collects the names of the modules of types.

    Attributes
    ----------
    statements
        The imports that type checkers see, indented below ``if TYPE_CHECKING``.
    modules
        ``(name, module)`` of every type: the look-up at run time.
    """

    statements: list[str] = field(default_factory=list[str])
    modules: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def add(self, home: Home, names: list[str]) -> None:
        """Export the names of a module."""
        where = f".{home.folder}.{home.module}"
        self.statements.append(import_from(where, names, 4))
        self.modules.extend((name, f"{home.folder}.{home.module}") for name in names)

    def sort(self) -> None:
        """Put the look-up in the order of names, once all modules are in."""
        self.modules.sort()
