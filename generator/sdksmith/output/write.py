"""A tree of files -> the same tree on disk, touching as little as possible."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sdksmith.diagnostics import Diagnostics, Location, Severity
from sdksmith.output.committing import commit, leftovers
from sdksmith.output.edits import BASE_FOLDER, Kept, Merging, keep_edits, kept_bases
from sdksmith.output.manifest import MANIFEST_NAME, Manifest, ManifestError, digest, read_manifest
from sdksmith.output.paths import Surroundings, collisions, refusal
from sdksmith.output.reports import Drift, EditConflict, OutputRefused, Refusal, WriteReport
from sdksmith.words import folded


@dataclass(slots=True)
class _Comparison:
    """Differences between the tree and the disk; `refused` are those of the changed files that are not ours to overwrite."""

    missing: list[str] = field(default_factory=list[str])
    changed: list[str] = field(default_factory=list[str])
    unchanged: list[str] = field(default_factory=list[str])
    stale: list[str] = field(default_factory=list[str])
    refused: dict[str, Refusal] = field(default_factory=dict[str, Refusal])


@dataclass(frozen=True, slots=True)
class PendingWrite:
    """A tree that its folder can take, with what is to be done for it.

    Attributes
    ----------
    tree
        Path -> content, as it is to be on disk: with edits that are kept, and what is generated beside them.
    generated
        Path -> content, as it is generated.
    merged
        Files with edits that are kept.
    """

    tree: Mapping[str, bytes]
    generated: Mapping[str, bytes]
    merged: tuple[str, ...]
    folder: Path
    comparison: _Comparison
    earlier: Manifest
    manifest: bytes
    manifest_differs: bool

    def drift(self, *, differences: bool = False) -> WriteReport:
        """Return what :meth:`commit` would do, doing nothing; with `differences`, line by line."""
        found = _drift(self.comparison, self.folder, self.manifest_differs)
        if differences:
            # Of the manifest only where nothing else differs: it says the same in digests.
            shown = {each.path for each in found if each.path != MANIFEST_NAME or len(found) == 1}
            found = tuple(
                replace(each, difference=self._difference(each.path)) if each.path in shown else each for each in found
            )
        return WriteReport(
            merged=self.merged,
            unchanged=tuple(self.comparison.unchanged),
            drift=found,
            manifest=digest(self.manifest),
        )

    def _difference(self, path: str) -> tuple[str, ...]:
        from difflib import unified_diff

        before = (_content(self.folder, path) or b"").decode("utf-8", "replace").splitlines()
        after = (
            self.tree.get(path, self.manifest if path == MANIFEST_NAME else b"").decode("utf-8", "replace").splitlines()
        )
        return tuple(unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm=""))

    def commit(self) -> WriteReport:
        """Write, remove and move what differs.

        Raises
        ------
        OutputRefused
            The file system fails.
        MovesInterrupted
            The user interrupts it half-way; a further run finishes.
        """
        comparison = self.comparison
        # The texts that edits began with come last: a run that is cut off finds those that its files go with.
        written = sorted(comparison.missing + comparison.changed, key=lambda path: (_is_base(path), path))
        if written or comparison.stale or self.manifest_differs or leftovers(self.folder):
            with _refusing(self.folder, Diagnostics()):
                commit(self.tree, self.folder, written, comparison.stale, self.earlier, self.manifest, self.generated)
        return WriteReport(
            written=tuple(written),
            added=tuple(sorted(comparison.missing)),
            merged=self.merged,
            unchanged=tuple(comparison.unchanged),
            pruned=tuple(comparison.stale),
            manifest=digest(self.manifest),
        )


def prepare(
    tree: Mapping[str, bytes],
    folder: Path,
    *,
    check: bool = False,
    force: bool = False,
    merging: Merging | None = None,
    diagnostics: Diagnostics,
) -> PendingWrite:
    """Compare a tree with a folder, writing nothing.

    A file that is right is not touched. A file that an earlier run wrote, and that is no longer in the tree, is
    removed, and so are folders that this leaves empty. What somebody else put there, or edited by hand, is never
    removed, and never overwritten without `force`.

    New content is first put, all of it, into a temporary folder inside `folder`, and then moved into place file by
    file, so a full disk or a lost permission leaves no file half written.

    Parameters
    ----------
    tree
        Path (relative, forward slashes) -> content.
    folder
        Made when it is not there.
    check
        Nothing is to be written: what would not be overwritten is no error, and noted in the drift.
    force
        Overwrite files that are not ours, or that were edited since.
    merging
        How edits are kept; ``None`` to refuse overwriting them.
    diagnostics
        Receives warnings, and errors.

    Raises
    ------
    OutputRefused
        A path is not safe, leads through a symbolic link, or collides with another where case does not count; a file
        that is not ours, or that was edited by hand, is in the way; or the file system fails.
    EditConflict
        Edits are to be kept, and some can't be.
    """
    _check_paths(tree, diagnostics)
    _stop_on_errors(diagnostics)
    if folder.exists() and not folder.is_dir():
        diagnostics.error(
            "output-blocked",
            "the output folder is a file",
            location=Location(str(folder)),
            hint="name another folder with --output or in the configuration, or move the file away",
        )
        raise OutputRefused(diagnostics)
    with _refusing(folder, diagnostics):
        surroundings = Surroundings(folder)
        earlier = _earlier(folder, surroundings, force, diagnostics)
        _stop_on_errors(diagnostics)
        stale = _stale(tree, folder, earlier, surroundings, diagnostics)
        comparison = _compare(tree, folder, earlier, surroundings, stale, force, diagnostics)
        kept = Kept()
        if merging is not None:
            kept = _keep(comparison, tree, folder, earlier, merging, diagnostics)
        wanted = {**tree, **kept.texts}
        if not comparison.refused:
            wanted |= _with_bases(comparison, kept, folder, surroundings)
        if not check:
            _refuse_overwriting(comparison.refused, folder, diagnostics)
        _stop_on_errors(diagnostics)
        manifest = Manifest({path: digest(content) for path, content in tree.items()}).encode()
        file = folder / MANIFEST_NAME
        differs = not file.is_file() or file.read_bytes() != manifest
    return PendingWrite(wanted, tree, tuple(sorted(kept.bases)), folder, comparison, earlier, manifest, differs)


def write(
    tree: Mapping[str, bytes],
    folder: Path,
    *,
    check: bool = False,
    force: bool = False,
    diagnostics: Diagnostics | None = None,
) -> WriteReport:
    """Make the folder hold the tree, and nothing stale of an earlier run; see :func:`prepare`.

    Parameters
    ----------
    check
        Write nothing; report what differs.
    """
    pending = prepare(
        tree, folder, check=check, force=force, diagnostics=diagnostics if diagnostics is not None else Diagnostics()
    )
    return pending.drift() if check else pending.commit()


@contextmanager
def _refusing(folder: Path, diagnostics: Diagnostics) -> Generator[None]:
    try:
        yield
    except OSError as error:
        diagnostics.error(
            "output-unwritable",
            f"the output can't be written: {(error.strerror or 'unknown error').lower()}",
            location=Location(str(error.filename or folder)),
        )
        raise OutputRefused(diagnostics) from error


def _check_paths(tree: Mapping[str, bytes], diagnostics: Diagnostics) -> None:
    for path in sorted(tree):
        own = folded(path).partition("/")[0] in (MANIFEST_NAME, BASE_FOLDER)
        reason = refusal(path) or ("the name is kept for the manifest, or for what goes with it" if own else "")
        if reason:
            diagnostics.error("output-path", f"{path!r} can't be written: {reason}", location=Location(path))
    for path, other in collisions(tree):
        diagnostics.error(
            "output-collision",
            f"{path!r} and {other!r} can't both be written: on some file systems they are one",
            location=Location(path),
            hint="two names of the document differ too little: rename one of them",
        )


def _earlier(folder: Path, surroundings: Surroundings, force: bool, diagnostics: Diagnostics) -> Manifest:
    location = Location(str(folder / MANIFEST_NAME))
    problem = surroundings.problem(MANIFEST_NAME)
    if problem:
        diagnostics.error("output-blocked", f"the manifest can't be used: {problem}", location=location)
        return Manifest()
    try:
        return read_manifest(folder)
    except ManifestError as error:
        if not force:
            diagnostics.error(
                "output-manifest",
                f"the manifest can't be used: {error}",
                location=location,
                hint="restore it, or overwrite everything with --force",
            )
        return Manifest()


def _stale(
    tree: Mapping[str, bytes], folder: Path, earlier: Manifest, surroundings: Surroundings, diagnostics: Diagnostics
) -> list[str]:
    stale: list[str] = []
    for path in sorted(earlier.paths() - tree.keys()):
        location = Location(str(folder / path))
        if problem := surroundings.problem(path):
            diagnostics.warning("stale-file-kept", f"a stale file was not removed: {problem}", location=location)
            continue
        content = _content(folder, path)
        if content is None:
            continue
        if earlier.wrote(path, content):
            stale.append(path)
        else:
            diagnostics.warning(
                "stale-file-kept",
                "the file is no longer generated, and was edited by hand, so it was kept",
                location=location,
                hint="remove it, or leave it: it will not be mentioned again",
            )
    return stale


def _compare(
    tree: Mapping[str, bytes],
    folder: Path,
    earlier: Manifest,
    surroundings: Surroundings,
    stale: Iterable[str],
    force: bool,
    diagnostics: Diagnostics,
) -> _Comparison:
    comparison = _Comparison(stale=list(stale))
    # Where case does not count, a file that only changed its case is the stale one: it looks unchanged, and is about
    # to be removed.
    leaving = {folded(path) for path in comparison.stale}
    for path in sorted(tree):
        problem = surroundings.problem(path)
        if problem:
            diagnostics.error(
                "output-blocked",
                f"{path!r} can't be written: {problem}",
                location=Location(str(folder / path)),
                hint="remove what is in the way",
            )
            continue
        content = _content(folder, path) if surroundings.may_hold(path) else None
        if content is None or folded(path) in leaving:
            comparison.missing.append(path)
        elif content == tree[path]:
            comparison.unchanged.append(path)
        else:
            comparison.changed.append(path)
            if not force and not earlier.wrote(path, content):
                comparison.refused[path] = "edited-file" if path in earlier.paths() else "foreign-file"
    return comparison


def _keep(
    comparison: _Comparison,
    tree: Mapping[str, bytes],
    folder: Path,
    earlier: Manifest,
    merging: Merging,
    diagnostics: Diagnostics,
) -> Kept:
    """Return the edits that can be kept, which are no reason then to refuse anything."""
    edited = [path for path, kind in comparison.refused.items() if kind == "edited-file"]
    kept = keep_edits(edited, tree, folder, earlier, merging, diagnostics)
    if any(found.code in _CONFLICTS and found.severity is Severity.ERROR for found in diagnostics):
        raise EditConflict(diagnostics, tuple(kept.conflicts))
    _stop_on_errors(diagnostics)
    for path in edited:
        del comparison.refused[path]
        if kept.texts[path] == _content(folder, path):
            comparison.changed.remove(path)
            comparison.unchanged.append(path)
    comparison.unchanged.sort()
    return kept


_CONFLICTS = ("edit-conflict", "edit-invalid", "edit-unresolved")


def _with_bases(comparison: _Comparison, kept: Kept, folder: Path, surroundings: Surroundings) -> Mapping[str, bytes]:
    """Return what is generated of edited files, by the paths where that is kept; compared with what is there."""
    wanted = {f"{BASE_FOLDER}/{path}": text for path, text in kept.bases.items()}
    there = [path for path in kept_bases(folder) if not surroundings.problem(path)]
    for path, text in wanted.items():
        if path not in there:
            comparison.missing.append(path)
        elif _content(folder, path) != text:
            comparison.changed.append(path)
    comparison.stale += [path for path in there if path not in wanted]
    return wanted


def _is_base(path: str) -> bool:
    return path.startswith(f"{BASE_FOLDER}/")


def _refuse_overwriting(refused: Mapping[str, Refusal], folder: Path, diagnostics: Diagnostics) -> None:
    for path, kind in refused.items():
        if kind == "edited-file":
            code, message = "edited-file", "the generated file was edited by hand, and the edit would be lost"
            hint = 'move it away, overwrite it with --force, or keep edits: edits = "merge" in the config'
        else:
            code, message = "foreign-file", "the file was not written by sdksmith, and would be overwritten"
            hint = "move it away, choose another --output, or overwrite it with --force"
        diagnostics.error(
            code,
            message,
            location=Location(str(folder / path)),
            hint=hint,
        )


def _drift(comparison: _Comparison, folder: Path, manifest_differs: bool) -> tuple[Drift, ...]:
    drift = [
        *(Drift(path, "missing") for path in comparison.missing),
        *(Drift(path, "differs", refused=comparison.refused.get(path, "")) for path in comparison.changed),
        *(Drift(path, "stale") for path in comparison.stale),
    ]
    if manifest_differs:
        drift.append(Drift(MANIFEST_NAME, "differs" if (folder / MANIFEST_NAME).is_file() else "missing"))
    return tuple(sorted(drift, key=lambda entry: entry.path))


def _content(folder: Path, path: str) -> bytes | None:
    try:
        # Thousands of times: pathlib would take longer than reading does.
        with open(f"{folder}/{path}", "rb", buffering=0) as stream:
            return stream.read()
    except FileNotFoundError:
        return None


def _stop_on_errors(diagnostics: Diagnostics) -> None:
    if diagnostics.has_errors:
        raise OutputRefused(diagnostics)
