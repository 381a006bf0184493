"""Files that a target asks to have written: the one type that targets and output share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace


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
    header
        What stands before the text.
    text
        Of a copy: the text, where it is the user's own and no source of ours.
    """

    path: str
    template: str
    context: object = None
    verbatim: bool = False
    replacements: tuple[tuple[str, str], ...] = ()
    formatter: str = ""
    is_settled: Callable[[str], bool] | None = None
    header: str = ""
    text: str | None = None


def headed(files: Iterable[PlannedFile], text: str, *, ending: str, mark: str) -> list[PlannedFile]:
    """Return the files with a text as a comment, and an empty line, before each that has an ending and that nobody wrote.

    Parameters
    ----------
    text
        Of one or more lines; with nothing in it the files stay as they are.
    mark
        What a line of a comment begins with.
    """
    if not text.strip():
        return list(files)
    lines = (f"{mark} {line}".rstrip() for line in text.strip().splitlines())
    header = "".join(f"{line}\n" for line in lines) + "\n"
    return [
        replace(file, header=header) if file.path.endswith(ending) and file.text is None else file for file in files
    ]


@dataclass(frozen=True, slots=True)
class TemplateContract:
    """Variables that the templates of a target may use, for those who have templates of their own.

    Attributes
    ----------
    number
        Raised whenever a field goes, or means something else; a field more is no reason.
    contexts
        Name of each template -> the dataclass whose fields are its variables, ``None`` for none. A part has those of the
        templates that include it.
    changes
        Number -> name of a template -> what changed with that number, as a clause for each field.
    """

    number: int
    contexts: Mapping[str, type | None]
    changes: Mapping[int, Mapping[str, tuple[str, ...]]] = field(
        default_factory=dict[int, Mapping[str, tuple[str, ...]]]
    )

    def since(self, number: int, template: str) -> tuple[str, ...]:
        """Return what changed for a template that was made for an earlier number."""
        return tuple(
            change
            for later in sorted(self.changes)
            if later > number
            for change in self.changes[later].get(template, ())
        )
