"""The one place that knows the order of the stages.

Stages are imported when they are run, so that a command pays only for what it does. Nothing is written when there are
errors, for any target.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sdksmith.diagnostics import placing_failures
from sdksmith.pipeline.gate import FailOn, judge
from sdksmith.pipeline.outcomes import GenerateOutcome, TargetOutcome
from sdksmith.pipeline.stages import (
    Build,
    Designs,
    NoProgress,
    Progress,
    build_target,
    load_document,
    parse_document,
    plan_target,
    stop_on_errors,
)

if TYPE_CHECKING:
    from sdksmith.cache import RunCache
    from sdksmith.config import Config
    from sdksmith.output import WriteReport


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
    from sdksmith.pipeline.history import with_history
    from sdksmith.pipeline.reuse import Reuse
    from sdksmith.pipeline.writing import finish, refuse_shared_folders, write_builds

    progress = progress or NoProgress()
    write = partial(write_builds, check=check, differences=differences, force=force, markers=markers, cache=cache)
    refuse_shared_folders(outputs)
    if cache is not None:
        progress.stage("reusing")
    reuse = Reuse(cache, source, config, outputs, validate=validate, fail_on=fail_on)
    earlier = reuse.find(outputs)
    if earlier is not None:
        progress.stage("comparing" if check else "writing")
        reports = write(earlier.builds, config, outputs, earlier.diagnostics)
        if not check:
            finish(config, outputs, reports, earlier.diagnostics)
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
        reports = write(builds, config, outputs, diagnostics)
    if cache is not None:
        progress.stage("remembering")
    reuse.remember(document, history.documents, builds, reports, found)
    if not check:
        finish(config, outputs, reports, diagnostics)
    sources = tuple(path for each in (document, *history.documents) for path, _, _ in each.sources())
    return GenerateOutcome(_outcomes(builds, config, outputs, reports), False, diagnostics, document.locate, sources)


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
