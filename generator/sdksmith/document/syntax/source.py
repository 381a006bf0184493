"""One file: its text, its tree, and where the nodes of that tree stand in the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

from sdksmith.config import LoadConfig
from sdksmith.diagnostics import Location, Pointer
from sdksmith.document.syntax.json_loading import load_json
from sdksmith.document.syntax.positions import JsonPositions, location_at
from sdksmith.document.syntax.reading import InputProblem, decode

if TYPE_CHECKING:
    from sdksmith.document.syntax.yaml_loading import YamlPositions

Format = Literal["json", "yaml"]
_YAML_SUFFIXES = (".yaml", ".yml")


@dataclass(slots=True, eq=False)
class SourceFile:
    """A file of the document.

    Attributes
    ----------
    identity
        The same for every spelling of the same file: the real path, or the URL, or ``-``.
    name
        What messages call it: a path that starts where the root document's does.
    label
        The path from the root document's folder, the same on every machine; ``""`` for the root document and overlays.
    folder
        What relative references start from; ``None`` for a URL.
    digest
        SHA-256 of the bytes that were read, in hexadecimal.
    text
        Decoded, without a byte order mark.
    tree
        The plain tree. Bundling and upgrading change it in place, overlays replace it; positions come from the text.
    """

    identity: str
    name: str
    folder: Path | None
    digest: str
    text: str
    tree: Any
    format: Format
    limits: LoadConfig
    label: str = field(default="", init=False)
    _positions: JsonPositions | YamlPositions | None = field(default=None, init=False)
    _find: Callable[[Pointer], tuple[SourceFile, Pointer]] | None = field(default=None, init=False)
    _overlays: tuple[SourceFile, ...] = field(default=(), init=False)

    def take_over(
        self, tree: Any, find: Callable[[Pointer], tuple[SourceFile, Pointer]], overlays: tuple[SourceFile, ...]
    ) -> None:
        """Put the tree that overlays made in the place of the file's own.

        Parameters
        ----------
        find
            Pointer of a node of that tree -> the file that it is written in, and its pointer there.
        overlays
            The files that they may be written in, beside this one.
        """
        self.tree, self._find, self._overlays = tree, find, overlays

    @property
    def texts(self) -> list[str]:
        """Every text that the tree was read from: nothing stands in the tree that stands in none of them."""
        return [self.text, *(overlay.text for overlay in self._overlays)]

    def reread(self) -> SourceFile:
        """Return the file with a tree made anew from its text, without overlays."""
        path = self.identity if self.format == "json" else "document.yaml"
        content = self.text.encode("utf-8", "surrogatepass")
        return parse_source(
            content, identity=self.identity, name=self.name, folder=self.folder, path=path, limits=self.limits
        )

    def locate(self, pointer: Pointer) -> Location:
        """Return where a node is written, in this file or in an overlay of it, or its deepest ancestor that exists."""
        if self._find is None:
            return self.locate_written(pointer)
        source, written = self._find(pointer)
        return source.locate_written(written)

    def locate_written(self, pointer: Pointer) -> Location:
        """Return the place in this file's text of a node, or of its deepest ancestor that exists."""
        if self._positions is None:
            if self.format == "json":
                self._positions = JsonPositions(self.text)
            else:
                from sdksmith.document.syntax.yaml_loading import YamlPositions

                self._positions = YamlPositions(self.text, self.limits.max_depth, self.limits.max_nodes)
        offset, _ = self._positions.find(pointer)
        return location_at(self.name, self.text, offset, pointer)


def parse_source(
    content: bytes, *, identity: str, name: str, folder: Path | None, path: str, limits: LoadConfig
) -> SourceFile:
    """Make the tree of a file.

    Parameters
    ----------
    content
        The file's bytes.
    identity, name, folder
        As in `SourceFile`.
    path
        The path or URL path whose suffix tells the format; ``""`` when there is none.
    limits
        How deep and how large the tree may be.

    Raises
    ------
    InputProblem
        The text can't be decoded or parsed, is empty, or passes a limit.
    """
    text = decode(content, name)
    start = text.lstrip()
    if not start:
        raise InputProblem("empty-file", "the file is empty", location=Location(name))
    suffix = PurePosixPath(path).suffix.lower()
    if suffix == ".json" or start[0] in "{[":
        chosen: Format = "json"
        try:
            tree = load_json(text, name, limits.max_depth)
        except InputProblem as problem:
            if suffix not in _YAML_SUFFIXES or problem.code in ("too-deep", "duplicate-key"):
                raise
            # YAML's flow style looks like JSON. Only where that fails too was it meant to be JSON.
            try:
                tree, chosen = _load_yaml(text, name, limits), "yaml"
            except InputProblem:
                raise problem from None
    else:
        tree, chosen = _load_yaml(text, name, limits), "yaml"
    if tree is None:
        raise InputProblem("empty-file", "the file is empty", location=Location(name))
    return SourceFile(identity, name, folder, sha256(content).hexdigest(), text, tree, chosen, limits)


def _load_yaml(text: str, name: str, limits: LoadConfig) -> Any:
    # Imported here because PyYAML takes longer to import than a small JSON document to load.
    from sdksmith.document.syntax.yaml_loading import load_yaml

    return load_yaml(text, name, limits.max_depth, limits.max_nodes)
