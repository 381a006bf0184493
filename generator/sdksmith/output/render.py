"""Planned files -> text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sdksmith.diagnostics import Diagnostics, Failure, Location
from sdksmith.output.templates import templates_folder
from sdksmith.planned import PlannedFile

if TYPE_CHECKING:
    from jinja2 import Environment, Template


def render(
    files: Sequence[PlannedFile],
    target: str,
    *,
    folder: Path | None = None,
    advance: Callable[[], None] | None = None,
) -> dict[str, str]:
    """Render every planned file, and copy the verbatim ones.

    Parameters
    ----------
    files
        What to make, in any order.
    target
        Names the folder of templates below `folder`.
    folder
        The folder that holds ``<target>/``; :func:`templates_folder` by default.
    advance
        Called after each file.

    Returns
    -------
    dict
        Path -> text, in the order of `files`. Line ends are those of the template or the source.

    Raises
    ------
    Failure
        Two files were planned for one path.
    jinja2.TemplateError
        A template is wrong, or uses what its context does not have. Templates are part of the program, so this is a
        bug of ours and not of the input.
    """
    return Renderer(target, folder).render(files, advance)


class Renderer:
    """Renders files more than once with the same templates; see :func:`render`."""

    def __init__(self, target: str, folder: Path | None = None) -> None:
        self._root = (folder or templates_folder()) / target
        self._environment: Environment | None = None
        self._compiled: dict[str, Template] = {}
        # Kept, because a runtime of several targets or packages may copy one source more than once.
        self._copied: dict[str, str] = {}

    def render(self, files: Sequence[PlannedFile], advance: Callable[[], None] | None = None) -> dict[str, str]:
        """Return path -> text."""
        texts: dict[str, str] = {}
        for file in files:
            if file.path in texts:
                raise _planned_twice(file.path)
            texts[file.path] = (
                self._copy(file) if file.verbatim else self._template(file).render(_variables(file.context))
            )
            if advance is not None:
                advance()
        return texts

    def _copy(self, file: PlannedFile) -> str:
        if file.template not in self._copied:
            self._copied[file.template] = _read(self._root, file.template)
        text = self._copied[file.template]
        for before, after in file.replacements:
            text = text.replace(before, after)
        return text

    def _template(self, file: PlannedFile) -> Template:
        template = self._compiled.get(file.template)
        if template is None:
            self._environment = self._environment or _environment(self._root)
            template = self._compiled[file.template] = self._environment.get_template(file.template)
        return template


def _variables(context: object) -> Mapping[str, Any]:
    if context is None:
        return {}
    if is_dataclass(context) and not isinstance(context, type):
        return {field.name: getattr(context, field.name) for field in fields(context)}
    return cast("Mapping[str, Any]", context)


def _environment(root: Path) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    # No autoescape in source code, where HTML entities would be damage: what comes from the document reaches a template
    # already as a safe literal or docstring of the target's language. In pages everything is escaped that is not marked.
    return Environment(
        loader=FileSystemLoader(root),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html.j2",), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )


def _read(root: Path, name: str) -> str:
    parts = name.split("/")
    if name.startswith("/") or ".." in parts:
        raise ValueError(f"{name!r} is not below the target's templates")
    # Decoded from bytes, because reading as text would change line ends.
    return root.joinpath(*parts).read_bytes().decode("utf-8")


def _planned_twice(path: str) -> Failure:
    diagnostics = Diagnostics()
    diagnostics.error(
        "output-collision",
        f"two things would be written to {path!r}",
        location=Location(path),
        hint="two names of the document come out the same: rename one of them",
    )
    return Failure(diagnostics)
