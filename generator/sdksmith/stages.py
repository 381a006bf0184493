"""The stages of a run, one after the other, and what they make together.

Stages are imported when they are run, so that a command pays only for what it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sdksmith.diagnostics import Diagnostics, Failure, Location, placing_failures
from sdksmith.gate import FailOn, judge
from sdksmith.planned import PlannedFile
from sdksmith.project import TargetName

if TYPE_CHECKING:
    from sdksmith.config import Config
    from sdksmith.document import Document
    from sdksmith.model import Api, Ledger


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


def load_document(source: str, config: Config, validated: bool, progress: Progress) -> tuple[Document, Diagnostics]:
    """Load a document, and hold it against the specification if it is to be `validated`.

    Raises
    ------
    Failure
        It can't be read, or has errors.
    """
    from sdksmith import document as stage

    diagnostics = Diagnostics()
    progress.stage("reading")
    document = stage.load(source, config.input, diagnostics, overlays=config.overlays)
    stop_on_errors(diagnostics, document)
    if validated:
        progress.stage("validating")
        stage.validate(document, diagnostics)
        stop_on_errors(diagnostics, document)
    return document, diagnostics


def parse_document(
    document: Document, config: Config, diagnostics: Diagnostics, progress: Progress
) -> tuple[Api, Ledger]:
    """Parse a document.

    Raises
    ------
    Failure
        It has errors.
    """
    from sdksmith.model import Ledger
    from sdksmith.parser import parse

    progress.stage("parsing")
    ledger = Ledger()
    with placing_failures(diagnostics, document.locate):
        api = parse(document, config, diagnostics, ledger)
    stop_on_errors(diagnostics, document)
    return api, ledger


def make_plan(
    target: TargetName,
    document: Document,
    api: Api,
    config: Config,
    ledger: Ledger,
    diagnostics: Diagnostics,
) -> list[PlannedFile]:
    """Plan the files that a target makes of a document."""
    with placing_failures(diagnostics, document.locate):
        match target:
            case "python":
                from sdksmith.targets.python.plan import plan

                return plan(api, config, ledger, diagnostics)


@dataclass(frozen=True, slots=True)
class Build:
    """Files of a run before anything is written, and what was counted and found on the way.

    Attributes
    ----------
    tree
        Path in the output folder -> content.
    """

    tree: dict[str, bytes]
    operations: int
    types: int
    ledger: Ledger


def build(
    target: TargetName,
    document: Document,
    config: Config,
    diagnostics: Diagnostics,
    fail_on: FailOn | None,
    progress: Progress,
) -> Build:
    """Parse, plan, render and format.

    Parameters
    ----------
    diagnostics
        Findings so far; gets those of these stages.

    Raises
    ------
    Failure
        There are errors.
    """
    from sdksmith.output import format_sources, render

    api, ledger = parse_document(document, config, diagnostics, progress)
    progress.stage("planning")
    files = make_plan(target, document, api, config, ledger, diagnostics)
    judge(ledger, document, diagnostics, fail_on)
    stop_on_errors(diagnostics, document)
    progress.stage("rendering", len(files))
    texts = render(files, target, advance=progress.advance)
    formatted = sum(1 for file in files if file.formatter)
    if formatted:
        progress.stage("formatting", formatted)
        texts = format_sources(texts, files, advance=progress.advance)
    tree = _encode(texts, diagnostics)
    stop_on_errors(diagnostics, document)

    return Build(tree, len(api.operations()), len(api.declarations), ledger)


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


def stop_on_errors(diagnostics: Diagnostics, document: Document) -> None:
    """Raise :class:`Failure` when there are errors."""
    if diagnostics.has_errors:
        raise Failure(diagnostics, document.locate)
