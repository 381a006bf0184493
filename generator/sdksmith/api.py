"""Programming interface: what a build script, a plug-in or a test calls in place of the command line."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sdksmith.diagnostics import Diagnostics, Failure, Finding, Location, Locator

if TYPE_CHECKING:
    from sdksmith.config import Config
    from sdksmith.project import Project

#: A path, as text or as an object.
AnyPath: TypeAlias = "str | os.PathLike[str]"


@dataclass(frozen=True, slots=True)
class TargetResult:
    """Result of a run for one target; paths of files are relative to `output`, and sorted.

    Attributes
    ----------
    target
        Name of the target: ``python``.
    output
        Folder of the library.
    operations, types, files
        How many the library has.
    degraded
        How many parts of the document are only partly supported.
    written, removed
        Files that were written, and those that no longer belong; empty when only checking.
    outdated
        When only checking: files that a run would write or remove.
    next_step
        Command that a user of the library would run next; ``""`` for none.
    """

    target: str
    output: Path
    operations: int
    types: int
    files: int
    degraded: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    outdated: tuple[str, ...]
    next_step: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Result of a run that did not fail.

    Attributes
    ----------
    targets
        One result for each target; empty for :func:`validate`.
    findings
        Warnings and notes, each at its place.
    """

    targets: tuple[TargetResult, ...]
    findings: tuple[Finding, ...]

    @property
    def changed(self) -> bool:
        """Whether a file was written or removed, or, when only checking, would be."""
        return any(each.written or each.removed or each.outdated for each in self.targets)


@dataclass(frozen=True, slots=True)
class Difference:
    """Changes for users of a library between two states of its document.

    Attributes
    ----------
    bump
        Part of the version that moves; ``None`` where nothing changes.
    entries
        The changes, as ``sdksmith diff --format json`` prints them.
    """

    bump: str | None
    entries: tuple[Mapping[str, Any], ...]


def load_config(path: AnyPath | None = None, *, overrides: Sequence[str] = ()) -> Config:
    """Read a configuration.

    Parameters
    ----------
    path
        The file; by default ``sdksmith.toml`` of the current folder, and where there is none the defaults.
    overrides
        ``key=value`` settings that beat the file, as ``--set`` takes them.

    Raises
    ------
    Failure
        It is not valid.
    """
    from sdksmith.project import find_config, read_config

    file = find_config(Path(path) if path is not None else None)
    with _located(file, overrides):
        return read_config(file, tuple(overrides))


def generate(
    source: AnyPath | None = None,
    *,
    config: AnyPath | None = None,
    overrides: Sequence[str] = (),
    targets: Sequence[str] | None = None,
    outputs: Mapping[str, AnyPath] | None = None,
    check: bool = False,
    validate: bool = False,
    fail_on: Literal["warning", "degraded"] | None = None,
    force: bool = False,
    cache: bool = False,
) -> Outcome:
    """Generate libraries.

    Parameters
    ----------
    source
        Path or URL of the document; by default that which the configuration names.
    config, overrides
        As for :func:`load_config`. Paths in the file start from its folder. Several configurations in one process are several
        calls.
    targets
        Names of the targets to make; by default all that the configuration has a table for.
    outputs
        Name of a target -> the folder to write, in place of the configured one.
    check
        Write nothing; :attr:`TargetResult.outdated` says what a run would change.
    validate
        Validate the document against the OpenAPI specification first.
    fail_on
        What counts as an error beside errors.
    force
        Overwrite files that are not ours, or were edited by hand.
    cache
        Look for an earlier run of the same input, and keep this one, in the cache folder of the user.

    Raises
    ------
    Failure
        The document or the configuration has errors, or a folder can't be written. No file of any target was written.
    """
    from sdksmith import pipeline
    from sdksmith.pipeline.reuse import open_cache

    with _opened(source, config, overrides) as project:
        chosen = tuple(dict.fromkeys(targets or project.targets()))
        _refuse_unknown((*chosen, *(outputs or ())))
        given = {name: Path(path) for name, path in (outputs or {}).items()}
        found = pipeline.generate(
            project.source,
            project.config,
            outputs={name: given.get(name) or project.output(name) for name in chosen},
            check=check,
            validate=validate,
            fail_on=fail_on,
            force=force,
            cache=open_cache() if cache else None,
        )
    results = [
        TargetResult(
            each.target,
            each.output,
            each.operations,
            each.types,
            each.files,
            each.degraded,
            each.report.written,
            each.report.pruned,
            tuple(drift.path for drift in each.report.drift),
            each.next_step,
        )
        for each in found.targets
    ]
    return Outcome(tuple(results), _findings(found.diagnostics, found.locate))


def validate(
    source: AnyPath | None = None,
    *,
    config: AnyPath | None = None,
    overrides: Sequence[str] = (),
    fail_on: Literal["warning"] | None = None,
) -> Outcome:
    """Validate a document against the OpenAPI specification, generating nothing; parameters as for :func:`generate`.

    Raises
    ------
    Failure
        It is not valid.
    """
    from sdksmith import pipeline

    with _opened(source, config, overrides) as project:
        diagnostics, locate = pipeline.validate(project.source, project.config, fail_on=fail_on)
    return Outcome((), _findings(diagnostics, locate))


def inspect(
    source: AnyPath | None = None,
    *,
    config: AnyPath | None = None,
    overrides: Sequence[str] = (),
    target: str | None = None,
) -> dict[str, Any]:
    """Return the library that would be made, as ``sdksmith inspect --format json`` prints it; parameters as for :func:`generate`.

    Raises
    ------
    Failure
        The document or the configuration has errors.
    """
    from sdksmith import inspection, pipeline

    with _opened(source, config, overrides) as project:
        chosen = (target,) if target is not None else project.targets()
        _refuse_unknown(chosen)
        return inspection.inspection_json(pipeline.inspect(project.source, project.config, targets=chosen))


def diff(
    old: AnyPath,
    new: AnyPath | None = None,
    *,
    config: AnyPath | None = None,
    old_config: AnyPath | None = None,
    overrides: Sequence[str] = (),
    target: str | None = None,
) -> Difference:
    """Compare two states of a library.

    Parameters
    ----------
    old, new
        Documents or generated folders: a path, a URL, or ``git:REF[:PATH]``. By default `new` is the document that the
        configuration names.
    config, old_config
        The configuration, and that of `old` where it is not the same.
    target
        The library that is meant; by default the first that can be compared.

    Raises
    ------
    Failure
        A state can't be read, or has errors.
    ValueError
        The target has nothing that could be compared.
    """
    from sdksmith.pipeline.comparison import compare_states

    with _opened(new, config, overrides) as project:
        _refuse_unknown((target,) if target is not None else ())
        before = None
        if old_config is not None:
            with _opened(new, old_config, overrides) as before:
                pass
        found = compare_states(os.fspath(old), project, before=before, target=target)
        value = found.json()
    return Difference(value["bump"], tuple(value["entries"]))


def _refuse_unknown(targets: Sequence[str]) -> None:
    from sdksmith.project import ConfigFailure
    from sdksmith.targets.registry import target_names
    from sdksmith.words import similar

    diagnostics = Diagnostics()
    for name in targets:
        if name not in target_names():
            near = similar(name, target_names())
            hint = f"did you mean {near!r}?" if near else f"there are: {', '.join(target_names())}"
            message = f"there is no target {name!r}"
            diagnostics.error("config-invalid", message, location=Location("<arguments>"), hint=hint)
    if diagnostics.has_errors:
        raise ConfigFailure(diagnostics)


@contextmanager
def _opened(source: AnyPath | None, config: AnyPath | None, overrides: Sequence[str]) -> Generator[Project]:
    from sdksmith.project import find_config, open_project

    file = find_config(Path(config) if config is not None else None)
    with _located(file, overrides):
        yield open_project(os.fspath(source) if source is not None else None, file, tuple(overrides))


@contextmanager
def _located(file: Path | None, overrides: Sequence[str]) -> Generator[None]:
    """Give a failure its findings, each at its place."""
    from sdksmith.project import place_in_config

    try:
        yield
    except Failure as failure:
        placed = place_in_config(failure, file, overrides)
        placed.findings = _findings(placed.diagnostics, placed.locate)
        raise placed from failure.__cause__


def _findings(diagnostics: Diagnostics, locate: Locator | None) -> tuple[Finding, ...]:
    from sdksmith.report import findings

    return tuple(findings(diagnostics, locate))
