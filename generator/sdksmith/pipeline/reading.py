"""Runs that read a document and write nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from sdksmith.diagnostics import Diagnostics, Locator
from sdksmith.pipeline.gate import FailOn, judge
from sdksmith.pipeline.outcomes import Inspection, Vectors
from sdksmith.pipeline.stages import (
    Designs,
    NoProgress,
    Progress,
    load_document,
    outline_of,
    parse_document,
    plan_target,
    stop_on_errors,
    surface_of,
)

if TYPE_CHECKING:
    from sdksmith.config import Config
    from sdksmith.surface import Surface


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
    progress = NoProgress()
    document, diagnostics = load_document(source, config, False, progress)
    api, ledger = parse_document(document, config, diagnostics, progress)
    members = surface_of(target, document, Designs(api, ledger), config, diagnostics)
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
