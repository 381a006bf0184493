"""What a target asks to have written: the one word that targets and output share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


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
        What the template may use: a frozen dataclass made for it, whose fields are the template's variables, or a mapping of
        them; ``None`` for nothing.
    verbatim
        Copy instead of rendering.
    replacements
        Of a copy: texts that are replaced by others, such as the path of a module.
    formatter
        ``"black"`` when the text must pass through Black; ``""`` when the target laid it out as the formatter would.
    is_settled
        Says of a rendered text that the formatter would leave it as it is, so that it need not be asked; by default it is.
    """

    path: str
    template: str
    context: object = None
    verbatim: bool = False
    replacements: tuple[tuple[str, str], ...] = ()
    formatter: str = ""
    is_settled: Callable[[str], bool] | None = None
