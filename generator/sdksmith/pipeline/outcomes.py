"""Results of runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdksmith.diagnostics import Diagnostics, Failure, Locator, Pointer
from sdksmith.project import ConfigFailure

if TYPE_CHECKING:
    from sdksmith.model import Api, Ledger, Operation
    from sdksmith.outline import Outline
    from sdksmith.output import WriteReport
    from sdksmith.sdk import Sdk


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
