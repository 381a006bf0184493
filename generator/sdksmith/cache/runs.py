"""Runs that went well: what they were asked, and what they made of it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import msgspec

from sdksmith.cache.store import Store
from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostic, Location, Locator, Pointer, Severity

#: Larger records are not kept: a document with so many findings has other worries than the time that a run takes.
_LARGEST_RECORD = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """Input of a run, as far as its result depends on it; the output folder is not part of it.

    Beside this, a run depends on the program and on the files of the document. Whatever else a run should come to read
    (templates of the user's own, for example) belongs here, by its content; ``tests/e2e/test_cache.py`` finds out.

    Attributes
    ----------
    source
        The document as the user named it, because findings name it so; a path.
    config
        Paths in it are relative to the working directory.
    targets
        Names of the targets to make.
    options
        Names of what else was asked: ``"validate"``, ``"fail-on-degraded"``.
    texts
        What the files hold that the configuration names and that go into the library as they stand.
    """

    source: str
    config: Config
    targets: tuple[str, ...]
    options: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


class _Referenced(msgspec.Struct, frozen=True):
    """An overlay, or a file that a ``$ref`` led to: its path as written and without links, from the document's folder; its digest."""

    path: str
    real: str
    digest: str


class TargetRun(msgspec.Struct, frozen=True, kw_only=True):
    """Result of a run for one target.

    Attributes
    ----------
    manifest
        SHA-256 of the output folder's manifest.
    operations, types, files, degraded
        How many; as in the pipeline's outcome.
    """

    manifest: str
    operations: int
    types: int
    files: int
    degraded: int


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Result of a run.

    Attributes
    ----------
    targets
        By name.
    diagnostics
        Findings of the run, each with its location; but for notes, if pointers into the document lead to their places too.
    """

    targets: dict[str, TargetRun]
    diagnostics: tuple[Diagnostic, ...]


class FoundRun(NamedTuple):
    """Earlier run that was found.

    Attributes
    ----------
    key
        Of its trees.
    sources
        Files that it read, the document first; from the folder that it was run in, or absolute.
    """

    key: str
    run: Run
    sources: tuple[str, ...]


class _Entry(msgspec.Struct, frozen=True):
    run: Run
    referenced: tuple[_Referenced, ...]


_TREES = msgspec.msgpack.Decoder(dict[str, dict[str, bytes]])


class RunCache:
    """Finds earlier runs, and remembers new ones.

    Parameters
    ----------
    store
        Where they are kept.
    program
        Gives the digest of the program as it is on disk now; may raise ``OSError``.
    """

    def __init__(self, store: Store, program: Callable[[], str]) -> None:
        self._store = store
        self._program = program
        #: As it was when this run began, which is what this run is made with; "" when unknown.
        self._began_with = _program_or_nothing(program)

    def find(self, request: Request) -> FoundRun | None:
        """Return an earlier run of the same request on the same files."""
        content = _content(request.source)
        if content is None or not self._began_with:
            return None
        try:
            key = self._key(request, _digest(content))
            data = self._store.read(f"{key}.run")
            if data is None:
                return None
            entry = msgspec.json.decode(data, type=_Entry)
        except (msgspec.MsgspecError, ValueError):
            # An entry of another form, or a request with a name that is no valid Unicode.
            return None
        folder = _folder(request.source)
        if not all(_is_still(referenced, folder) for referenced in entry.referenced):
            return None
        others = [os.path.normpath(os.path.join(folder, referenced.path)) for referenced in entry.referenced]
        return FoundRun(key, entry.run, (request.source, *others))

    def trees(self, key: str) -> dict[str, dict[str, bytes]] | None:
        """Return the files of a run: target -> path -> content."""
        try:
            data = self._store.read(f"{key}.tree")
            return _TREES.decode(data) if data is not None else None
        except (msgspec.MsgspecError, ValueError):
            return None

    def made(self, manifest: str) -> dict[str, bytes]:
        """Return the files of an earlier run for one target, by the SHA-256 of its manifest; none where it is not remembered.

        Whatever the run was asked, and whichever program made it: files with such a manifest are those.
        """
        for name in self._store.names(".run"):
            data = self._store.read(name)
            try:
                run = msgspec.json.decode(data or b"", type=_Entry).run
            except msgspec.MsgspecError:
                continue
            for target, each in run.targets.items():
                if each.manifest == manifest:
                    found = (self.trees(name.removesuffix(".run")) or {}).get(target)
                    if found is not None:
                        return found
        return {}

    def remember(
        self,
        request: Request,
        sources: Sequence[tuple[str, str, str]],
        run: Run,
        trees: Mapping[str, Mapping[str, bytes]],
    ) -> None:
        """Keep a run.

        Parameters
        ----------
        sources
            The files that were read, the document first: path, path without links, SHA-256 of what was read. Without
            any, the run is not kept.
        run, trees
            The result, and its files: target -> path -> content.
        """
        # Who works on sdksmith may have saved a file while it ran: that run is neither of the old nor of the new.
        if not self._began_with or _program_or_nothing(self._program) != self._began_with:
            return
        if not sources:
            return
        folder = _folder(request.source)
        (_, _, digest), *others = sources
        try:
            referenced = tuple(
                _Referenced(os.path.relpath(path, folder), os.path.relpath(real, folder), found)
                for path, real, found in others
            )
            record = msgspec.json.encode(_Entry(run, referenced))
            content = msgspec.msgpack.encode(trees)
            key = self._key(request, digest)
        except (ValueError, OverflowError):
            # Another drive (Windows), or a name that is no valid Unicode.
            return
        if len(record) > _LARGEST_RECORD:
            return
        # The tree first: a record without its tree would be found for nothing.
        self._store.write(f"{key}.tree", content)
        self._store.write(f"{key}.run", record)

    def _key(self, request: Request, document: str) -> str:
        roots = [os.path.realpath(root) for root in request.config.input.allowed_roots]
        asked = (request.targets, request.options, request.source, request.config, request.texts)
        return _digest(msgspec.json.encode((self._began_with, *asked, roots, document)))


def located(diagnostics: Iterable[Diagnostic], locate: Locator, *, notes: bool = True) -> tuple[Diagnostic, ...]:
    """Return the diagnostics with their places computed, so that they can be shown without the document.

    Parameters
    ----------
    notes
        Of notes too; without, they keep their pointers.
    """

    def place(where: Pointer | Location) -> Location:
        return where if isinstance(where, Location) else locate(where)

    return tuple(
        (
            replace(
                diagnostic,
                location=diagnostic.location or locate(diagnostic.pointer or ()),
                related=tuple((message, place(where)) for message, where in diagnostic.related),
            )
            if notes or diagnostic.severity is not Severity.NOTE
            else diagnostic
        )
        for diagnostic in diagnostics
    )


def _program_or_nothing(program: Callable[[], str]) -> str:
    try:
        return program()
    except OSError:
        return ""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _folder(source: str) -> str:
    """Return the folder of a document, which its references start from, without links."""
    return os.path.realpath(Path(source).parent)


def _is_still(referenced: _Referenced, folder: str) -> bool:
    path = os.path.normpath(os.path.join(folder, referenced.path))
    if os.path.realpath(path) != os.path.normpath(os.path.join(folder, referenced.real)):
        return False
    content = _content(path)
    return content is not None and _digest(content) == referenced.digest


def _content(path: str) -> bytes | None:
    """Return the content of a plain file; a pipe could be read only once, and the run needs that."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        return Path(path).read_bytes()
    except (OSError, ValueError):
        return None
