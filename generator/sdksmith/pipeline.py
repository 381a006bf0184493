"""The one place that knows the order of the stages.

Stages are imported when they are run, so that a command pays only for what it does. Nothing is written when there are
errors, for any target.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from sdksmith.diagnostics import Diagnostics, Failure, Location, Locator, Pointer, placing_failures
from sdksmith.gate import FailOn, judge
from sdksmith.project import ConfigFailure
from sdksmith.stages import (
    Build,
    Designs,
    NoProgress,
    Progress,
    build_target,
    load_document,
    outline_of,
    parse_document,
    plan_target,
    stop_on_errors,
)

if TYPE_CHECKING:
    from sdksmith.cache import RunCache
    from sdksmith.config import Config
    from sdksmith.model import Api, Ledger, Operation
    from sdksmith.outline import Outline
    from sdksmith.output import Drift as Drift
    from sdksmith.output import WriteReport
    from sdksmith.sdk import Sdk
    from sdksmith.surface import Surface


@dataclass(frozen=True, slots=True)
class Inspection:
    """Library that would be made of a document, and what became of each part of it.

    Attributes
    ----------
    sdk, outline
        Design of the library, and its form in the target that is shown.
    node
        What the document has at a pointer.
    paging_choice
        What the configuration says of how an operation pages.
    files
        The files of the target that is shown, by their paths, each with the template that lays it out, or the source that it is a
        copy of.
    diagnostics, locate
        Findings, and what places them.
    """

    source: str
    api: Api
    ledger: Ledger
    sdk: Sdk
    outline: Outline
    node: Callable[[Pointer], object]
    paging_choice: Callable[[Operation], str]
    files: Mapping[str, str]
    diagnostics: Diagnostics
    locate: Locator


@dataclass(frozen=True, slots=True)
class TargetOutcome:
    """Result of a run for one target.

    Attributes
    ----------
    operations, types, files
        How many were generated.
    degraded
        How many parts of the document are only partly supported; ``inspect`` lists them.
    next_step
        Command that a user of the library would run next; ``""`` for none.
    """

    target: str
    output: Path
    operations: int
    types: int
    files: int
    degraded: int
    report: WriteReport
    next_step: str


@dataclass(frozen=True, slots=True)
class GenerateOutcome:
    """Result of a run of :func:`generate`.

    Attributes
    ----------
    targets
        In the order in which they were asked for.
    reused
        Whether an earlier run of the same input had the result already.
    diagnostics, locate
        Findings about the document, the configuration and the output folders, and what places them.
    sources
        Files that the document was read from, overlays among them, and those of earlier states; none of what came from elsewhere.
    """

    targets: tuple[TargetOutcome, ...]
    reused: bool
    diagnostics: Diagnostics
    locate: Locator
    sources: tuple[str, ...]


def is_usage_failure(failure: Failure) -> bool:
    """Whether a run failed by how it was called (configuration, templates, output folder), not by its document."""
    from sdksmith.output import OutputRefused, TemplateFailure

    return isinstance(failure, ConfigFailure | OutputRefused | TemplateFailure)


def conflicts_of(failure: Failure) -> tuple[str, ...] | None:
    """Return the conflicts of edits that can't be kept, each as text; ``None`` where a run failed otherwise."""
    from sdksmith.output import EditConflict

    return failure.conflicts if isinstance(failure, EditConflict) else None


def interrupted_at(error: BaseException | None) -> str:
    """Return how far the writing was when a run was interrupted; ``""`` when that had not begun."""
    from sdksmith.output import MovesInterrupted

    return str(error) if isinstance(error, MovesInterrupted) else ""


def inspect(
    source: str,
    config: Config,
    *,
    targets: Iterable[str],
    validate: bool = False,
    fail_on: FailOn | None = None,
    progress: Progress | None = None,
) -> Inspection:
    """Read a document into the model.

    Parameters
    ----------
    targets
        Names of the targets to plan: what one can't express is known once it has made its plan. The first that is a library is
        shown.
    fail_on
        As for :func:`generate`.

    Raises
    ------
    Failure
        The document can't be read, or has errors.
    """
    progress = progress or NoProgress()
    document, diagnostics = load_document(source, config, validate, progress)
    api, ledger = parse_document(document, config, diagnostics, progress)
    designs = Designs(api, ledger)
    chosen = tuple(targets)
    plans = {each: plan_target(each, document, designs, config, ledger, diagnostics, progress) for each in chosen}
    judge(ledger, document, diagnostics, fail_on)
    stop_on_errors(diagnostics, document)
    sdk, shown = outline_of(chosen, document, designs, config)
    return Inspection(
        source,
        api,
        ledger,
        sdk,
        shown,
        document.at,
        lambda operation: config.pagination.choice((*operation.group, operation.name), config.words),
        {
            file.path: f"templates/{name}/{file.template}" if file.template else ""
            for name in list(plans)[:1]
            for file in plans[name].files
        },
        diagnostics,
        document.locate,
    )


@dataclass(frozen=True, slots=True)
class Vectors:
    """The wire vectors of a document.

    Attributes
    ----------
    values
        As :func:`sdksmith.sdk.wire.vectors.vectors` makes them.
    diagnostics, locate
        What was found, and how to place it.
    """

    values: dict[str, Any]
    diagnostics: Diagnostics
    locate: Locator


def vectors(source: str, config: Config, *, progress: Progress | None = None) -> Vectors:
    """Work out the wire vectors of a document: for each call its request, a response and the value in it.

    Raises
    ------
    Failure
        The document can't be read, or has errors.
    """
    from sdksmith.sdk import Policy
    from sdksmith.sdk.wire.vectors import vectors as values_of

    document, diagnostics = load_document(source, config, False, progress or NoProgress())
    api, ledger = parse_document(document, config, diagnostics, progress or NoProgress())
    return Vectors(values_of(Designs(api, ledger).of(Policy())), diagnostics, document.locate)


def validate(
    source: str, config: Config, *, fail_on: Literal["warning"] | None = None, progress: Progress | None = None
) -> tuple[Diagnostics, Locator]:
    """Validate a document against the OpenAPI specification, generating nothing.

    Parameters
    ----------
    fail_on
        ``"warning"`` treats warnings as errors.

    Returns
    -------
    tuple
        Findings (no errors among them), and what places them.

    Raises
    ------
    Failure
        The document can't be read, or is not valid.
    """
    document, diagnostics = load_document(source, config, True, progress or NoProgress())
    if fail_on == "warning":
        diagnostics.refuse_warnings()
        stop_on_errors(diagnostics, document)
    return diagnostics, document.locate


def generate(
    source: str,
    config: Config,
    *,
    outputs: Mapping[str, Path],
    check: bool = False,
    differences: bool = False,
    validate: bool = False,
    fail_on: FailOn | None = None,
    force: bool = False,
    markers: bool = False,
    cache: RunCache | None = None,
    progress: Progress | None = None,
) -> GenerateOutcome:
    """Generate client libraries.

    Parameters
    ----------
    source
        Path or URL of the document, or ``-``.
    outputs
        Name of each target to make -> the folder to write.
    check
        Write nothing; report what a run would change.
    differences
        When only checking: tell how each file differs, line by line.
    validate
        Validate the document against the OpenAPI specification first.
    fail_on
        What counts as an error beside errors: ``"degraded"`` is whatever is only partly supported, ``"warning"`` that and
        every warning about the document. Warnings of the writing are not meant.
    force
        Overwrite files that are not ours.
    markers
        Where edits are kept and one of them is in conflict with what is generated now: write both into the file.
    cache
        Where to look for an earlier run of the same input, and to keep this one. The outcome is the same without it.

    Raises
    ------
    Failure
        The document has errors. Nothing was written.
    OutputRefused
        An output folder can't be written; see :func:`sdksmith.output.prepare`.
    """
    from sdksmith.history import with_history
    from sdksmith.reuse import Reuse
    from sdksmith.writing import refuse_shared_folders, write_builds

    progress = progress or NoProgress()
    refuse_shared_folders(outputs)
    if cache is not None:
        progress.stage("reusing")
    reuse = Reuse(cache, source, config, outputs, validate=validate, fail_on=fail_on)
    earlier = reuse.find(outputs)
    if earlier is not None:
        progress.stage("comparing" if check else "writing")
        reports = write_builds(
            earlier.builds,
            config,
            outputs,
            earlier.diagnostics,
            check=check,
            differences=differences,
            force=force,
            markers=markers,
            cache=cache,
        )
        if not check:
            _finish(config, outputs, reports, earlier.diagnostics)
        made = _outcomes(earlier.builds, config, outputs, reports)
        return GenerateOutcome(made, True, earlier.diagnostics, earlier.locate, earlier.sources)
    document, diagnostics = load_document(source, config, validate, progress)
    api, ledger = parse_document(document, config, diagnostics, progress)
    designs = Designs(api, ledger)
    history = with_history(config, outputs, document, designs)
    config = history.config
    plans = {name: plan_target(name, document, designs, config, ledger, diagnostics, progress) for name in outputs}
    judge(ledger, document, diagnostics, fail_on)
    stop_on_errors(diagnostics, document)
    builds = {
        name: build_target(name, plan, document, config, ledger, diagnostics, progress) for name, plan in plans.items()
    }
    found = tuple(diagnostics)
    progress.stage("comparing" if check else "writing")
    with placing_failures(diagnostics, document.locate):
        reports = write_builds(
            builds,
            config,
            outputs,
            diagnostics,
            check=check,
            differences=differences,
            force=force,
            markers=markers,
            cache=cache,
        )
    if cache is not None:
        progress.stage("remembering")
    reuse.remember(document, history.documents, builds, reports, found)
    if not check:
        _finish(config, outputs, reports, diagnostics)
    sources = tuple(path for each in (document, *history.documents) for path, _, _ in each.sources())
    return GenerateOutcome(_outcomes(builds, config, outputs, reports), False, diagnostics, document.locate, sources)


def write_depfile(file: Path, outcome: GenerateOutcome, config: Config, config_file: Path | None) -> None:
    """Write the files that a result was made of, for make or ninja; see :func:`sdksmith.output.write_depfile`.

    Raises
    ------
    ConfigFailure
        The file can't be written.
    """
    from sdksmith.output import write_depfile as write

    sources = [*outcome.sources, *([str(config_file)] if config_file is not None else [])]
    for each in outcome.targets:
        options = config.targets.get(each.target)
        sources += options.sources() if options is not None else ()
    if config.templates is not None:
        # A folder changes when a template comes or goes.
        found = [path for path in Path(config.templates).rglob("*") if path.suffix == ".j2" or path.is_dir()]
        sources += [config.templates, *sorted(map(str, found))]
    try:
        write(file, sources)
    except OSError as error:
        diagnostics = Diagnostics()
        message = f"the dependency file can't be written: {error.strerror or error}"
        diagnostics.error("output-unwritable", message, location=Location(str(file)))
        raise ConfigFailure(diagnostics) from error


def _finish(
    config: Config, outputs: Mapping[str, Path], reports: Mapping[str, WriteReport], diagnostics: Diagnostics
) -> None:
    from sdksmith.targets.registry import find_target

    for name, output in outputs.items():
        (config.targets.get(name) or find_target(name).options()).finish(output, reports[name].manifest, diagnostics)


def _outcomes(
    builds: Mapping[str, Build], config: Config, outputs: Mapping[str, Path], reports: Mapping[str, WriteReport]
) -> tuple[TargetOutcome, ...]:
    from sdksmith.targets.registry import find_target

    found: list[TargetOutcome] = []
    for name, output in outputs.items():
        build = builds[name]
        options = config.targets.get(name) or find_target(name).options()
        counts = (build.operations, build.types, build.files, build.degraded)
        found.append(TargetOutcome(name, output, *counts, reports[name], options.next_step(output)))
    return tuple(found)


def title(source: str, config: Config) -> str:
    """Return the document's title, ``""`` where it has none.

    Raises
    ------
    Failure
        The document can't be read.
    """
    document, _ = load_document(source, config, False, NoProgress())
    found: object = document.tree
    for key in ("info", "title"):
        found = cast("dict[str, object]", found).get(key) if isinstance(found, dict) else None
    return found if isinstance(found, str) else ""


def surface(source: str, config: Config, target: str) -> tuple[Surface, Locator]:
    """Return the public surface of the library that a target makes of a document, and what places its members.

    Raises
    ------
    Failure
        The document can't be read, or has errors.
    ValueError
        The target has no surface that could be compared.
    """
    from sdksmith.naming import assign_names
    from sdksmith.targets.registry import find_target

    progress = NoProgress()
    document, diagnostics = load_document(source, config, False, progress)
    api, ledger = parse_document(document, config, diagnostics, progress)
    found = find_target(target)
    options = config.targets.get(target) or found.options()
    with placing_failures(diagnostics, document.locate):
        sdk = Designs(api, ledger).of(found.policy(options))
        members = found.surface(sdk, assign_names(sdk, found.profile(sdk, config, options)), config, options)
    if members is None:
        raise ValueError(f"changes of the target {target!r} can't be told yet")
    return members, document.locate


def read_surface(folder: Path, target: str) -> Surface | None:
    """Return the public surface of a library that was generated into a folder; ``None`` where the target can't read it.

    Raises
    ------
    ValueError
        A file of it is not in the language of the target.
    """
    from sdksmith.targets.registry import find_target

    return find_target(target).read_surface(folder)
