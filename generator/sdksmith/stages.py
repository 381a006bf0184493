"""The stages of a run, one after the other, and what they make together: in full, or after a small edit.

Stages are imported when they are run, so that a command pays only for what it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from sdksmith.diagnostics import Diagnostic, Diagnostics, Failure, Location, placing_failures
from sdksmith.gate import FailOn, judge
from sdksmith.planned import PlannedFile
from sdksmith.project import TargetName

if TYPE_CHECKING:
    from sdksmith.cache import Changes, Request, RunCache
    from sdksmith.config import Config
    from sdksmith.document import Document
    from sdksmith.edits import Basis
    from sdksmith.model import Api, Ledger
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
    keeping: bool = False,
) -> tuple[list[PlannedFile], Kept | None]:
    """Plan what a target makes of a document; `keeping` asks for what is kept of the plan as well."""
    with placing_failures(diagnostics, document.locate):
        match target:
            case "python":
                if keeping:
                    from sdksmith.targets.python.keeping import plan_and_keep

                    return plan_and_keep(api, config, ledger, diagnostics)
                from sdksmith.targets.python.plan import plan

                return plan(api, config, ledger, diagnostics), None


@dataclass(frozen=True, slots=True)
class Made:
    """What a run made, before anything is written.

    Attributes
    ----------
    diagnostics
        What the parser and the target found.
    digests, changes
        After an edit: the SHA-256 of each file, and what differs from the earlier tree.
    basis
        Given the key of the tree and those digests, makes what is kept for runs after an edit; ``None`` when nothing is.
    """

    tree: dict[str, bytes]
    operations: int
    types: int
    ledger: Ledger
    diagnostics: tuple[Diagnostic, ...]
    digests: Mapping[str, str] | None = None
    changes: Changes | None = None
    basis: Callable[[str, Mapping[str, str]], bytes | None] | None = None


def made_in_full(
    target: TargetName,
    document: Document,
    config: Config,
    diagnostics: Diagnostics,
    fail_on: FailOn | None,
    keeping: bool,
    progress: Progress,
) -> Made:
    """Make everything.

    Parameters
    ----------
    diagnostics
        What was found so far; gets what else is.
    keeping
        Whether something is to be kept for runs after an edit.

    Raises
    ------
    Failure
        There are errors.
    """
    from sdksmith.output import format_sources, render

    before = len(diagnostics)
    api, ledger = parse_document(document, config, diagnostics, progress)
    progress.stage("planning")
    files, kept = make_plan(target, document, api, config, ledger, diagnostics, keeping)
    found = tuple(diagnostics)[before:]
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

    def basis(key: str, digests: Mapping[str, str]) -> bytes | None:
        from sdksmith.edits import make_basis

        if kept is None:
            return None
        return make_basis(document, api, ledger, found, kept, tree=key, digests=digests, nothing_told=not before)

    return Made(tree, len(api.operations()), len(api.declarations), ledger, found, basis=basis)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier run left for runs after an edit, and the files that it made."""

    basis: Basis
    tree: dict[str, bytes]


def find_earlier(cache: RunCache, request: Request) -> Earlier | None:
    """Return what an earlier run left, if it did."""
    data = cache.basis(request)
    if data is None:
        return None
    from sdksmith.edits import read_basis

    basis = read_basis(data)
    tree = cache.tree(basis.tree) if basis is not None else None
    return Earlier(basis, tree) if basis is not None and tree is not None else None


def load_edited(earlier: Earlier, source: str, config: Config, progress: Progress) -> Document | None:
    """Load a document of which only schemas changed; ``None`` where it has to be loaded in full."""
    from sdksmith.edits import load_after_edit

    progress.stage("reading")
    return load_after_edit(earlier.basis, source, config)


def made_after_edit(earlier: Earlier, document: Document, config: Config, target: TargetName) -> Made | None:
    """Make what an edit changed; ``None`` where the run has to be made in full."""
    from sdksmith.cache import Changes
    from sdksmith.edits import edited_files

    basis = earlier.basis
    files = edited_files(basis, document, config, target, earlier.tree)
    if files is None:
        return None
    return Made(
        {**earlier.tree, **files},
        basis.operations,
        basis.types,
        basis.ledger(),
        basis.diagnostics,
        digests={**basis.digests, **{path: sha256(content).hexdigest() for path, content in files.items()}},
        changes=Changes(basis.tree, files),
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


def stop_on_errors(diagnostics: Diagnostics, document: Document) -> None:
    """Raise :class:`Failure` when there are errors."""
    if diagnostics.has_errors:
        raise Failure(diagnostics, document.locate)
