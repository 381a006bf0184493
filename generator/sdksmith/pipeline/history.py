"""History of a library: what changed for its users from each earlier state of its document to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sdksmith.pipeline.stages import Designs, NoProgress, load_document, parse_document, surface_of
from sdksmith.surface import ChangeLine, StateChanges

if TYPE_CHECKING:
    from sdksmith.config import Config
    from sdksmith.document import Document
    from sdksmith.surface import Surface


@dataclass(frozen=True, slots=True)
class History:
    """Result of reading the earlier states of a document.

    Attributes
    ----------
    config
        That of the run, whose targets have the changes since the earlier states that they name.
    documents
        The documents of these states.
    """

    config: Config
    documents: tuple[Document, ...]


def with_history(config: Config, outputs: Mapping[str, Path], document: Document, designs: Designs) -> History:
    """Work out what changed since the earlier states that the targets of a config name.

    Raises
    ------
    Failure
        A document of an earlier state can't be read, or has errors.
    """
    from msgspec.structs import replace

    targets = dict(config.targets)
    documents: list[Document] = []
    for name in outputs:
        states = config.targets[name].earlier() if name in config.targets else ()
        if states:
            targets[name] = config.targets[name].compared(_changes(states, config, document, designs, documents))
    changed = replace(config, targets=targets) if targets != config.targets else config
    return History(changed, tuple(documents))


def _changes(
    states: tuple[tuple[str, str], ...],
    config: Config,
    document: Document,
    designs: Designs,
    documents: list[Document],
) -> tuple[StateChanges, ...]:
    """Return the changes from each state to the next; the documents of the states are added to `documents`."""
    newer = _surface(document, designs, config)
    version = designs.api.info.version
    found: list[StateChanges] = []
    for before, source in states:
        earlier, diagnostics = load_document(source, config, False, NoProgress())
        documents.append(earlier)
        older = _surface(earlier, Designs(*parse_document(earlier, config, diagnostics, NoProgress())), config)
        found.append(_told(version, newer, before, older))
        version, newer = before, older
    return tuple(found)


def _surface(document: Document, designs: Designs, config: Config) -> Surface:
    """Return the surface of the first library that is configured; of the default one where none is."""
    from sdksmith.diagnostics import Diagnostics
    from sdksmith.targets.registry import target_names

    names = [name for name in target_names() if name in config.targets]
    for name in (*names, target_names()[0]):
        members = surface_of(name, document, designs, config, Diagnostics())
        if members is not None:
            return members
    raise AssertionError("the default target is a library")


def _told(version: str, newer: Surface, before: str, older: Surface) -> StateChanges:
    from sdksmith.changes import bump_of, compare, entries_of
    from sdksmith.changes.reports import marks

    entries = entries_of(compare(older, newer))
    lines = tuple(
        ChangeLine(
            code=entry.code,
            bump=entry.bump,
            marks=tuple(marks(entry).split(", ")) if entry.breaks else (),
            members=entry.members,
            old=entry.old,
            new=entry.new,
        )
        for entry in entries
    )
    return StateChanges(version=version, before=before, bump=bump_of(entries), lines=lines)
