"""The stages of a run, one by one.

Stages are imported when they are run, so that a command pays only for what it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from sdksmith.diagnostics import Diagnostics, Failure, Location, placing_failures
from sdksmith.planned import PlannedFile
from sdksmith.targets.registry import find_target

if TYPE_CHECKING:
    from sdksmith.config import Config, TargetOptions
    from sdksmith.document import Document
    from sdksmith.model import Api, Ledger
    from sdksmith.naming import Names
    from sdksmith.outline import Outline
    from sdksmith.output import Overrides, WriteReport
    from sdksmith.sdk import Policy, Sdk
    from sdksmith.surface import Surface
    from sdksmith.targets.protocol import Target

T = TypeVar("T")


class Progress(Protocol):
    """Observer of how far a run is; a terminal may show it."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Begin a stage, of `total` steps where that is known."""
        ...

    def advance(self) -> None:
        """Count one step of the stage."""
        ...


class NoProgress:
    """Observer that shows nothing."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Ignore the stage."""

    def advance(self) -> None:
        """Ignore the step."""


@dataclass(frozen=True, slots=True)
class Build:
    """Files of one target before anything is written, and what was counted on the way.

    Attributes
    ----------
    files
        How many there are; `tree` may be empty when they are known to be in place.
    tree
        Path in the output folder -> content.
    report
        For files that are known to be in place: what writing them would report.
    """

    operations: int
    types: int
    degraded: int
    files: int
    tree: Mapping[str, bytes]
    report: WriteReport | None = None


def load_document(source: str, config: Config, validated: bool, progress: Progress) -> tuple[Document, Diagnostics]:
    """Load a document, and validate it against the specification if it is to be `validated`.

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


class Designs:
    """Designs of libraries of an API: one for all targets that have the same policy.

    Parameters
    ----------
    ledger
        Receives what the first of them can't keep; that of a further policy differs in nothing that is lost.
    """

    def __init__(self, api: Api, ledger: Ledger) -> None:
        self.api = api
        self._ledger = ledger
        self._made: dict[Policy, Sdk] = {}

    def of(self, policy: Policy) -> Sdk:
        """Return the design by a policy."""
        from sdksmith.model import Ledger
        from sdksmith.sdk import build

        if policy not in self._made:
            self._made[policy] = build(self.api, policy, Ledger() if self._made else self._ledger)
        return self._made[policy]


@dataclass(frozen=True, slots=True)
class TargetDesign:
    """A target with its options, and the design and the names that follow from them."""

    target: Target
    options: TargetOptions
    sdk: Sdk
    names: Names


def design_target(name: str, designs: Designs, config: Config) -> TargetDesign:
    """Return what the plan, the outline and the surface of a target are made from."""
    from sdksmith.naming import assign_names

    target = find_target(name)
    options = config.targets.get(name) or target.options()
    sdk = designs.of(target.policy(options))
    return TargetDesign(target, options, sdk, assign_names(sdk, target.profile(sdk, config, options)))


@dataclass(frozen=True, slots=True)
class TargetPlan:
    """The design that a target makes a library of, and the files of that library."""

    sdk: Sdk
    files: Sequence[PlannedFile]


def plan_target(
    name: str,
    document: Document,
    designs: Designs,
    config: Config,
    ledger: Ledger,
    diagnostics: Diagnostics,
    progress: Progress,
) -> TargetPlan:
    """Plan the files that a target makes of a document."""
    progress.stage(f"planning {name}")
    with placing_failures(diagnostics, document.locate):
        made = design_target(name, designs, config)
        files = made.target.plan(made.sdk, made.names, config, made.options, ledger.for_target(name), diagnostics)
    return TargetPlan(made.sdk, files)


def outline_of(targets: Sequence[str], document: Document, designs: Designs, config: Config) -> tuple[Sdk, Outline]:
    """Return the design and the outline of the first target that is a library; of the API itself where none is."""
    from sdksmith.outline import plain_outline
    from sdksmith.sdk import Policy

    with placing_failures(Diagnostics(), document.locate):
        for name in targets:
            made = design_target(name, designs, config)
            found = made.target.outline(made.sdk, made.names, config, made.options)
            if found is not None:
                return made.sdk, found
        sdk = designs.of(Policy())
        return sdk, plain_outline(sdk)


def surface_of(
    target: str, document: Document, designs: Designs, config: Config, diagnostics: Diagnostics
) -> Surface | None:
    """Return the public surface of the library of a target; ``None`` where it has none that could be compared."""
    with placing_failures(diagnostics, document.locate):
        made = design_target(target, designs, config)
        return made.target.surface(made.sdk, made.names, config, made.options)


def build_target(
    name: str,
    plan: TargetPlan,
    document: Document,
    config: Config,
    ledger: Ledger,
    diagnostics: Diagnostics,
    progress: Progress,
) -> Build:
    """Render and format the files of a target.

    Raises
    ------
    Failure
        A text can't be written, two files have one path, or a template of the user's own is wrong.
    """
    from sdksmith.output import Renderer, format_overridden, format_sources, needs_formatting

    progress.stage(f"rendering {name}", len(plan.files))
    overrides = overrides_of(name, config)
    renderer = Renderer(name, overrides=overrides)
    with placing_failures(diagnostics, document.locate):
        if overrides is not None:
            contract = find_target(name).contract()
            stop_on_template_errors(lambda found: renderer.validate(found, contract))
        texts = renderer.render(plan.files, progress.advance)
        if overrides is not None:
            texts = format_overridden(renderer, overrides, texts, plan.files)
    unsettled = [file for file in plan.files if needs_formatting(file, texts[file.path])]
    if unsettled:
        progress.stage(f"formatting {name}", len(unsettled))
        texts = format_sources(texts, unsettled, advance=progress.advance)
    tree = _encode(texts, diagnostics)
    stop_on_errors(diagnostics, document)
    return Build(len(plan.sdk.methods), len(plan.sdk.emitted), len(ledger.degraded(name)), len(tree), tree)


def overrides_of(name: str, config: Config) -> Overrides | None:
    """Return the templates that the configuration has for a target in place of ours; ``None`` where it has none.

    Raises
    ------
    TemplateFailure
        One can't be read, or stands where nobody looks for it.
    """
    if config.templates is None:
        return None
    from sdksmith.output import read_overrides, report_misplaced
    from sdksmith.targets.registry import target_names

    folder = Path(config.templates)
    stop_on_template_errors(lambda diagnostics: report_misplaced(folder, target_names(), diagnostics))
    return stop_on_template_errors(lambda diagnostics: read_overrides(folder, name, diagnostics))


def stop_on_template_errors(step: Callable[[Diagnostics], T]) -> T:
    """Return what a step gives that reports what is wrong with templates of the user's own.

    Raises
    ------
    TemplateFailure
        It found something.
    """
    from sdksmith.output import TemplateFailure

    diagnostics = Diagnostics()
    found = step(diagnostics)
    if diagnostics.has_errors:
        raise TemplateFailure(diagnostics)
    return found


def _encode(texts: Mapping[str, str], diagnostics: Diagnostics) -> dict[str, bytes]:
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
