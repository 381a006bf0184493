"""The one place that knows the order of the stages.

Stages are imported when they are run, so that a command pays only for what it does. Nothing is written when there are
errors.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from sdksmith.diagnostics import Diagnostics, Failure, Locator
from sdksmith.gate import FailOn, judge
from sdksmith.project import TARGETS, ConfigFailure, TargetName
from sdksmith.stages import (
    NoProgress,
    Progress,
    build,
    load_document,
    make_plan,
    parse_document,
    stop_on_errors,
)

if TYPE_CHECKING:
    from sdksmith.cache import Request, RunCache
    from sdksmith.config import Config
    from sdksmith.model import Api, Ledger
    from sdksmith.output import WriteReport


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
    document, diagnostics = load_document(source, config, validate, progress or NoProgress())
    api, ledger = parse_document(document, config, diagnostics, progress or NoProgress())
    for target in TARGETS:
        # What a target can't express is known once it has made its plan.
        make_plan(target, document, api, config, ledger, diagnostics)
    judge(ledger, document, diagnostics, fail_on)
    stop_on_errors(diagnostics, document)
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
    document, diagnostics = load_document(source, config, True, progress or NoProgress())
    if fail_on == "warning":
        diagnostics.refuse_warnings()
        stop_on_errors(diagnostics, document)
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
    document, diagnostics = load_document(source, config, validate, shown)
    try:
        made = build(target, document, config, diagnostics, fail_on, shown)
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
        remember(
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
    return outcome


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
