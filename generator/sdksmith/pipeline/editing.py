"""Edits of generated files: which there are, what they change, and their end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from sdksmith.diagnostics import Diagnostics, Location
from sdksmith.pipeline.bases import base_finder
from sdksmith.pipeline.reuse import open_cache
from sdksmith.project import ConfigFailure


@dataclass(frozen=True)
class Edit:
    """A generated file that somebody edited since.

    Attributes
    ----------
    path
        In the output folder.
    text, base
        What is in the file, and what was generated; ``None`` where that is nowhere to be found.
    """

    output: Path
    path: str
    text: bytes
    base: bytes | None

    @property
    def file(self) -> Path:
        """The file."""
        return self.output / self.path

    @property
    def base_file(self) -> Path:
        """Where what was generated is kept."""
        from sdksmith.output import BASE_FOLDER

        return self.output / BASE_FOLDER / self.path

    @property
    def is_kept(self) -> bool:
        """Whether what was generated is kept beside the files, and can be committed with them."""
        return self.base is not None and self.base_file.is_file() and self.base_file.read_bytes() == self.base

    def difference(self) -> list[str]:
        """Return the lines of a unified diff from what was generated to what is in the file."""
        before, after = (content.decode("utf-8", "replace").splitlines() for content in (self.base or b"", self.text))
        return list(unified_diff(before, after, f"generated/{self.path}", str(self.file), lineterm=""))


def edits(outputs: Sequence[Path]) -> Iterator[Edit]:
    """Yield the edits in some output folders, by path.

    Raises
    ------
    ConfigFailure
        The manifest of a folder is damaged.
    """
    from sdksmith.output import ManifestError, find_base, read_manifest

    cache = open_cache()
    for output in outputs:
        try:
            manifest = read_manifest(output)
        except ManifestError as error:
            diagnostics = Diagnostics()
            diagnostics.error("output-manifest", f"the manifest can't be used: {error}", location=Location(str(output)))
            raise ConfigFailure(diagnostics) from error
        find = base_finder(output, cache)
        for path in sorted(manifest.paths()):
            file = output / path
            if not file.is_file() or file.is_symlink():
                continue
            text = file.read_bytes()
            if manifest.wrote(path, text):
                continue
            yield Edit(output, path, text, find_base(path, output, manifest, find))


def chosen(found: Sequence[Edit], names: Sequence[Path]) -> list[Edit]:
    """Return the edits of some files, or in some folders; all without any.

    Raises
    ------
    ConfigFailure
        One of them was not edited.
    """
    diagnostics = Diagnostics()
    wanted: dict[Path, Edit] = {}
    for name in names:
        inside = [each for each in found if _is_in(each.file, name)]
        wanted.update((each.file, each) for each in inside)
        if not inside:
            hint = "`sdksmith edits list` has the files that were edited"
            diagnostics.error("no-edit", "no edit of a generated file is here", location=Location(str(name)), hint=hint)
    if diagnostics.has_errors:
        raise ConfigFailure(diagnostics)
    return list(wanted.values()) if names else list(found)


def drop(edit: Edit) -> None:
    """Write what was generated over an edit.

    Raises
    ------
    ConfigFailure
        It is nowhere to be found.
    """
    edit.file.write_bytes(_base(edit))
    edit.base_file.unlink(missing_ok=True)
    _remove_empty(edit)


def adopt(edit: Edit) -> None:
    """Keep what was generated beside the files, so that the edit can be committed.

    Raises
    ------
    ConfigFailure
        It is nowhere to be found.
    """
    edit.base_file.parent.mkdir(parents=True, exist_ok=True)
    edit.base_file.write_bytes(_base(edit))


def _base(edit: Edit) -> bytes:
    if edit.base is None:
        diagnostics = Diagnostics()
        diagnostics.error(
            "no-base", "the text that was generated is nowhere to be found", location=Location(str(edit.file))
        )
        raise ConfigFailure(diagnostics)
    return edit.base


def _remove_empty(edit: Edit) -> None:
    for parent in edit.base_file.parents:
        if parent == edit.output or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()


def _is_in(file: Path, name: Path) -> bool:
    return file.resolve() == name.resolve() or name.resolve() in file.resolve().parents
