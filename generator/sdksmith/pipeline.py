"""The one place that knows the order of the stages.

Stages are imported when they are run, so that a command pays only for what it does. Nothing is written when there are
errors.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, cast

from sdksmith.diagnostics import Diagnostic, Diagnostics, Failure, Location, Locator, placing_failures
from sdksmith.gate import FailOn, judge
from sdksmith.planned import PlannedFile
from sdksmith.project import TARGETS, ConfigFailure, TargetName

if TYPE_CHECKING:
    from sdksmith.cache import Request, RunCache
    from sdksmith.config import Config
    from sdksmith.document import Document
    from sdksmith.model import Api, Ledger
    from sdksmith.output import WriteReport
    from sdksmith.targets.python.kept import Kept


class Progress(Protocol):
    """Told how far a run is; a terminal may show it."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Begin a stage, of `total` steps where that is known."""
        ...

    def advance(self) -> None:
        """Count one step of the stage."""
        ...


class NoProgress:
    """Shows nothing."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Ignore the stage."""

    def advance(self) -> None:
        """Ignore the step."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was read of a document.

    Attributes
    ----------
    diagnostics, locate
        What was found, and how to place it.
    """

    source: str
    api: Api
    ledger: Ledger
    diagnostics: Diagnostics
    locate: Locator


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of :func:`generate` did.

    Attributes
    ----------
    operations, types, files
        How many were generated.
    degraded
        How many things of the document did not come through whole; ``inspect`` lists them.
    """

    target: TargetName
    output: Path
    operations: int
    types: int
    files: int
    degraded: int
    report: WriteReport
    diagnostics: Diagnostics
    locate: Locator


def is_usage_failure(failure: Failure) -> bool:
    """Whether a run failed by how it was called (configuration, output folder), not by its document."""
    from sdksmith.output import OutputRefused

    return isinstance(failure, ConfigFailure | OutputRefused)


def inspect(
    source: str,
    config: Config,
    *,
    validate: bool = False,
    fail_on: FailOn | None = None,
    progress: Progress | None = None,
) -> Inspection:
    """Read a document into the model.

    Parameters
    ----------
    fail_on
        As for :func:`generate`.

    Raises
    ------
    Failure
        The document can't be read, or has errors.
    """
    document, diagnostics = _load(source, config, validate, progress or NoProgress())
    api, ledger = _parse(document, config, diagnostics, progress or NoProgress())
    for target in TARGETS:
        # What a target can't express is known once it has made its plan.
        _plan(target, document, api, config, ledger, diagnostics)
    judge(ledger, document, diagnostics, fail_on)
    _stop_on_errors(diagnostics, document)
    return Inspection(source, api, ledger, diagnostics, document.locate)


def validate(
    source: str, config: Config, *, fail_on: Literal["warning"] | None = None, progress: Progress | None = None
) -> tuple[Diagnostics, Locator]:
    """Hold a document against the OpenAPI specification, generating nothing.

    Parameters
    ----------
    fail_on
        ``"warning"`` makes warnings errors.

    Returns
    -------
    tuple
        What was found (no errors among it), and what places it.

    Raises
    ------
    Failure
        The document can't be read, or is not valid.
    """
    document, diagnostics = _load(source, config, True, progress or NoProgress())
    if fail_on == "warning":
        diagnostics.refuse_warnings()
        _stop_on_errors(diagnostics, document)
    return diagnostics, document.locate


def generate(
    source: str,
    config: Config,
    *,
    output: Path,
    target: TargetName = "python",
    check: bool = False,
    validate: bool = False,
    fail_on: FailOn | None = None,
    force: bool = False,
    cache: RunCache | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Generate a client library.

    Parameters
    ----------
    source
        Path or URL of the document, or ``-``.
    output
        The folder to write.
    check
        Write nothing; report what a run would change.
    validate
        Hold the document against the OpenAPI specification first.
    fail_on
        What is an error beside errors: ``"degraded"`` is whatever does not come through whole, ``"warning"`` that and
        every warning about the document. What the writing warns of is no part of it.
    force
        Overwrite files that are not ours.
    cache
        Where to look for an earlier run of the same input, and to keep this one. The outcome is the same without it.

    Raises
    ------
    Failure
        The document has errors. Nothing was written.
    OutputRefused
        The output folder can't be written; see :func:`sdksmith.output.write`.
    """
    from sdksmith.output import write
    from sdksmith.reuse import cacheable, remember

    shown = progress or NoProgress()
    request = cacheable(source, config, target, validate=validate, fail_on=fail_on) if cache is not None else None
    if cache is not None and request is not None:
        shown.stage("comparing")
        again = _repeat(cache, request, target, output, check, force)
        if again is not None:
            return again
    document, diagnostics = _load(source, config, validate, shown)
    try:
        made = None
        if cache is not None and request is not None:
            shown.stage("comparing")
            made = _made_after_edit(cache, request, document, config, target)
        if made is not None:
            for diagnostic in made.diagnostics:
                diagnostics.add(diagnostic)
            judge(made.ledger, document, diagnostics, fail_on)
            _stop_on_errors(diagnostics, document)
        else:
            made = _made_in_full(target, document, config, diagnostics, fail_on, request is not None, shown)
        shown.stage("comparing" if check else "writing")
        found = tuple(diagnostics)
        report = write(made.tree, output, check=check, force=force, diagnostics=diagnostics)
    except Failure as failure:
        failure.locate = failure.locate or document.locate
        raise
    outcome = Outcome(
        target=target,
        output=output,
        operations=made.operations,
        types=made.types,
        files=len(made.tree),
        degraded=len(made.ledger.degraded()),
        report=report,
        diagnostics=diagnostics,
        locate=document.locate,
    )
    # Not when a text that the configuration names was edited meanwhile: which one was used nobody knows then.
    asked = cacheable(source, config, target, validate=validate, fail_on=fail_on)
    if cache is not None and request is not None and asked == request:
        tree = remember(
            cache,
            request,
            document.sources(),
            made.tree,
            manifest=report.manifest,
            operations=outcome.operations,
            types=outcome.types,
            degraded=outcome.degraded,
            diagnostics=found,
            locate=document.locate,
            notes=not document.is_as_written,
        )
        basis = made.basis(tree) if tree and made.basis is not None else None
        if basis is not None:
            cache.keep_basis(request, basis)
    return outcome


@dataclass(frozen=True, slots=True)
class _Made:
    """What a run made, before anything is written.

    Attributes
    ----------
    diagnostics
        What the parser and the target found.
    basis
        Given the key of the tree, makes what is kept for runs after an edit; ``None`` when nothing is.
    """

    tree: dict[str, bytes]
    operations: int
    types: int
    ledger: Ledger
    diagnostics: tuple[Diagnostic, ...]
    basis: Callable[[str], bytes | None] | None = None


def _made_in_full(
    target: TargetName,
    document: Document,
    config: Config,
    diagnostics: Diagnostics,
    fail_on: FailOn | None,
    keeping: bool,
    progress: Progress,
) -> _Made:
    from sdksmith.output import format_sources, render

    before = len(diagnostics)
    api, ledger = _parse(document, config, diagnostics, progress)
    progress.stage("planning")
    files, kept = _plan(target, document, api, config, ledger, diagnostics, keeping)
    found = tuple(diagnostics)[before:]
    judge(ledger, document, diagnostics, fail_on)
    _stop_on_errors(diagnostics, document)
    progress.stage("rendering", len(files))
    texts = render(files, target, advance=progress.advance)
    formatted = sum(1 for file in files if file.formatter)
    if formatted:
        progress.stage("formatting", formatted)
        texts = format_sources(texts, files, advance=progress.advance)
    tree = _encode(texts, diagnostics)
    _stop_on_errors(diagnostics, document)

    def basis(tree_key: str) -> bytes | None:
        from sdksmith.edits import make_basis

        return make_basis(document, api, ledger, found, kept, tree_key) if kept is not None else None

    return _Made(tree, len(api.operations()), len(api.declarations), ledger, found, basis)


def _made_after_edit(
    cache: RunCache, request: Request, document: Document, config: Config, target: TargetName
) -> _Made | None:
    """Make what an edit changed, of what an earlier run left; ``None`` where the run has to be made in full."""
    data = cache.basis(request)
    if data is None:
        return None
    from sdksmith.edits import edited_files, read_basis

    basis = read_basis(data)
    tree = cache.tree(basis.tree) if basis is not None else None
    if basis is None or tree is None:
        return None
    files = edited_files(basis, document, config, target, tree)
    if files is None:
        return None
    return _Made({**tree, **files}, basis.operations, basis.types, basis.ledger(), basis.diagnostics)


def title(source: str, config: Config) -> str:
    """Return the document's title, ``""`` where it has none.

    Raises
    ------
    Failure
        The document can't be read.
    """
    document, _ = _load(source, config, False, NoProgress())
    found: object = document.tree
    for key in ("info", "title"):
        found = cast("dict[str, object]", found).get(key) if isinstance(found, dict) else None
    return found if isinstance(found, str) else ""


def _load(source: str, config: Config, validated: bool, progress: Progress) -> tuple[Document, Diagnostics]:
    from sdksmith import document as stage

    diagnostics = Diagnostics()
    progress.stage("reading")
    document = stage.load(source, config.input, diagnostics, overlays=config.overlays)
    _stop_on_errors(diagnostics, document)
    if validated:
        progress.stage("validating")
        stage.validate(document, diagnostics)
        _stop_on_errors(diagnostics, document)
    return document, diagnostics


def _parse(document: Document, config: Config, diagnostics: Diagnostics, progress: Progress) -> tuple[Api, Ledger]:
    from sdksmith.model import Ledger
    from sdksmith.parser import parse

    progress.stage("parsing")
    ledger = Ledger()
    with placing_failures(diagnostics, document.locate):
        api = parse(document, config, diagnostics, ledger)
    _stop_on_errors(diagnostics, document)
    return api, ledger


def _plan(
    target: TargetName,
    document: Document,
    api: Api,
    config: Config,
    ledger: Ledger,
    diagnostics: Diagnostics,
    keeping: bool = False,
) -> tuple[list[PlannedFile], Kept | None]:
    with placing_failures(diagnostics, document.locate):
        match target:
            case "python":
                if keeping:
                    from sdksmith.targets.python.keeping import plan_and_keep

                    return plan_and_keep(api, config, ledger, diagnostics)
                from sdksmith.targets.python.plan import plan

                return plan(api, config, ledger, diagnostics), None


def _repeat(
    cache: RunCache, request: Request, target: TargetName, output: Path, check: bool, force: bool
) -> Outcome | None:
    from sdksmith.reuse import late_locator, repeat

    repeated = repeat(cache, request, output, check=check, force=force)
    if repeated is None:
        return None
    run, report, diagnostics = repeated
    return Outcome(
        target=target,
        output=output,
        operations=run.operations,
        types=run.types,
        files=run.files,
        degraded=run.degraded,
        report=report,
        diagnostics=diagnostics,
        locate=late_locator(request),
    )


def _encode(texts: dict[str, str], diagnostics: Diagnostics) -> dict[str, bytes]:
    tree: dict[str, bytes] = {}
    for path, text in texts.items():
        try:
            tree[path] = text.encode("utf-8")
        except UnicodeEncodeError as error:
            diagnostics.error(
                "unencodable-text",
                f"{path!r} would hold {text[error.start]!r}, which is not a character",
                location=Location(path),
                hint="the document has half of a surrogate pair: remove it",
            )
    return tree


def _stop_on_errors(diagnostics: Diagnostics, document: Document) -> None:
    if diagnostics.has_errors:
        raise Failure(diagnostics, document.locate)
