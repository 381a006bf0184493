"""Header names are case-insensitive (RFC 9110, section 5.1); this mapping is too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class Headers(dict[str, str]):
    """Headers of a response: lower-case names, looked up in any case.

    Lines of one name are joined by ``", "`` (RFC 9110, section 5.2).
    """

    def __init__(self, items: Iterable[tuple[str, str]] = ()) -> None:
        joined: dict[str, str] = {}
        for name, value in items:
            key = name.lower()
            joined[key] = f"{joined[key]}, {value}" if key in joined else value
        super().__init__(joined)

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of a header, or `default`."""
        return super().get(name.lower(), default)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Headers, (list(self.items()),))
