"""What a target asks to have written: the one word that targets and output share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file to write.

    Attributes
    ----------
    path
        Relative to the output folder, with forward slashes, never absolute and never leaving it.
    template
        The template's path below ``templates/<target>/`` (rendered with `context`); or, with ``verbatim``, a source
        file below the same folder that is copied as it is.
    context
        What the template may use; plain strings, lists and small dataclasses made for it.
    verbatim
        Copy instead of rendering.
    formatter
        ``"black"`` when the text must pass through Black; ``""`` when the target laid it out as the formatter would.
    """

    path: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict[str, Any])
    verbatim: bool = False
    formatter: str = ""
