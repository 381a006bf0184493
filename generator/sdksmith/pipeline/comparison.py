"""Two states of a library, read and compared: what ``diff`` and ``release`` tell, on the command line and for programs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sdksmith.diagnostics import Diagnostics, Failure, Location

if TYPE_CHECKING:
    from sdksmith.changes import Accepted, Entry
    from sdksmith.config import Config
    from sdksmith.diagnostics import Locator
    from sdksmith.project import Project
    from sdksmith.surface import Bump, Surface


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two states of a library, and what changed.

    Attributes
    ----------
    names
        Of the states, as the user has them: OLD and NEW.
    entries, accepted
        What changed, and what of that the configuration accepts.
    bump
        How the version moves; ``None`` where it does not.
    locate_old, locate
        Place what stands in the document of a state.
    """

    target: str
    names: tuple[str, str]
    surfaces: tuple[Surface, Surface]
    entries: list[Entry]
    accepted: list[Accepted]
    bump: Bump | None
    locate_old: Locator
    locate: Locator

    @cached_property
    def usage(self) -> Callable[[Entry], tuple[str, str]]:
        """Gives code of users before and after what an entry is about."""
        from sdksmith.changes.usage import Usage

        return Usage(*self.surfaces).of

    def json(self) -> dict[str, Any]:
        """Return what ``diff --format json`` prints."""
        from sdksmith.changes.reports import json_value

        return json_value(self.entries, self.accepted, self.bump, (self.locate_old, self.locate), self.usage)


def compare_states(
    old: str | None, project: Project, *, before: Project | None = None, target: str | None = None
) -> Comparison:
    """Compare two states of a library.

    Parameters
    ----------
    old
        A document or a generated folder: a path, a URL, or ``git:REF[:PATH]``; by default the last commit of the new state.
    project
        The new state, with its configuration.
    before
        The document and the configuration of the old state, where they are not the same.
    target
        The library that is meant; by default the first that there is.

    Raises
    ------
    Failure
        A state can't be read, or the configuration accepts what does not happen.
    ValueError
        The target has nothing that could be compared.
    """
    from sdksmith.changes import accept, bump_of, compare, entries_of
    from sdksmith.changes.sources import opened
    from sdksmith.targets.registry import target_names

    chosen = target or target_names()[0]
    before = before or project
    old = old or "git:HEAD"
    with ExitStack() as stack:
        first = stack.enter_context(opened(old, before.source))
        second = stack.enter_context(opened(project.source, project.source))
        # A folder says less than a document does, so that both are read in the same way.
        is_folder = any(Path(state.source).is_dir() for state in (first, second))
        read = _from_folder if is_folder else _from_document
        with first.naming():
            one, locate_old = read(first.source, before.config, chosen)
        with second.naming():
            other, locate = read(second.source, project.config, chosen)
    changes, accepted = accept(compare(one, other), project.config.diff.accept)
    entries = entries_of(changes)
    return Comparison(
        target=chosen,
        names=(old, project.source),
        surfaces=(one, other),
        entries=entries,
        accepted=accepted,
        bump=bump_of(entries, project.config.versioning),
        locate_old=first.locating(locate_old),
        locate=second.locating(locate),
    )


def _from_document(source: str, config: Config, target: str) -> tuple[Surface, Locator]:
    from sdksmith import pipeline
    from sdksmith.project import with_headers

    return pipeline.surface(source, with_headers(config, source, {}), target)


def _from_folder(source: str, config: Config, target: str) -> tuple[Surface, Locator]:
    """Read a library from its folder; that of a document is made for it."""
    from sdksmith import pipeline
    from sdksmith.project import with_headers

    if Path(source).is_dir():
        return _read(Path(source), source, target), lambda pointer: Location(source)
    with TemporaryDirectory(prefix="sdksmith-diff-") as folder:
        made = pipeline.generate(source, with_headers(config, source, {}), outputs={target: Path(folder)})
        return _read(Path(folder), source, target), made.locate


def _read(folder: Path, source: str, target: str) -> Surface:
    from sdksmith import pipeline

    reason = "no library of sdksmith is in it, or the target can't read one back: compare documents"
    try:
        found = pipeline.read_surface(folder, target)
    except ValueError as error:
        found, reason = None, str(error)
    if found is None:
        diagnostics = Diagnostics()
        diagnostics.error(
            "no-library", f"the folder can't be compared as a {target} library: {reason}", location=Location(source)
        )
        raise Failure(diagnostics)
    return found
