"""Tags -> groups: one inside the other as OpenAPI 3.2 lets them be (section 4.22)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sdksmith.document import is_array, is_object

#: Kinds of tags that group operations; ``badge`` and ``audience`` cut across groups.
_GROUPING: Final = (None, "nav")


class Tags:
    """The tags that a document declares.

    Attributes
    ----------
    descriptions
        Group -> its text.
    """

    def __init__(self, tree: Mapping[str, Any]) -> None:
        declared = tree.get("tags")
        self._declared: dict[str, Mapping[str, Any]] = {
            tag["name"]: tag
            for tag in (declared if is_array(declared) else ())
            if is_object(tag) and isinstance(tag.get("name"), str)
        }
        self.descriptions = {
            self._path(name): str(tag.get("description") or tag.get("summary") or "")
            for name, tag in self._declared.items()
        }

    def group(self, names: Any) -> tuple[str, ...]:
        """Return the group of an operation by its first tag that makes groups; ``()`` without any."""
        given = [name for name in (names if is_array(names) else ()) if isinstance(name, str) and name.strip()]
        grouping = (name for name in given if self._declared.get(name, {}).get("kind") in _GROUPING)
        name = next(grouping, given[0] if given else None)
        return self._path(name) if name is not None else ()

    def _path(self, name: str) -> tuple[str, ...]:
        path: tuple[str, ...] = (name,)
        parent = self._declared.get(name, {}).get("parent")
        # A circle, which the specification forbids, ends where it would begin again.
        while isinstance(parent, str) and parent.strip() and parent not in path:
            path = (parent, *path)
            parent = self._declared.get(parent, {}).get("parent")
        return path
