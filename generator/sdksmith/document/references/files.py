"""The files that references lead to: which of them may be read, and each of them read once."""

from __future__ import annotations

import os
import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from sdksmith.config import LoadConfig
from sdksmith.document.syntax.reading import InputProblem, read_file
from sdksmith.document.syntax.source import SourceFile, parse_source

#: RFC 3986 section 3.1; one letter alone would be a drive on Windows, and no scheme in use is so short.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_TEXT_SUFFIXES = (".md", ".txt")


class Library:
    """Opens the files of a document.

    Parameters
    ----------
    root
        The root document. Its folder may be read, and so may ``limits.allowed_roots``; nothing else.
    limits
        How much may be read in all.
    base
        What relative allowed roots start from.
    """

    def __init__(self, root: SourceFile, limits: LoadConfig, base: Path) -> None:
        self._root = root
        self._limits = limits
        self._files: dict[str, SourceFile | InputProblem] = {root.identity: root}
        self._paths: dict[str, str] = {}
        self._by_spelling: dict[tuple[str, str], SourceFile | InputProblem] = {}
        self._left = limits.max_bytes - len(root.text)
        folders = [base / allowed for allowed in limits.allowed_roots]
        if root.folder is not None:
            folders.insert(0, root.folder)
        self._folders = [os.path.realpath(folder) for folder in folders]

    def opened(self) -> tuple[tuple[str, str, str], ...]:
        """Return what was read so far: path, path without links, SHA-256 of the bytes; the root document is the first.

        Nothing at all, when a file could not be read: then this is not all that the document depends on.
        """
        found = [(self._root.identity, self._root.identity, self._root.digest)]
        for path, real in self._paths.items():
            source = self._files[real]
            if isinstance(source, InputProblem):
                return ()
            found.append((path, real, source.digest))
        return tuple(found)

    def open(self, location: str, referrer: SourceFile) -> SourceFile:
        """Return the file that a reference names.

        Parameters
        ----------
        location
            The reference up to its ``#``, not empty.
        referrer
            The file that the reference stands in; relative locations start from its folder.

        Raises
        ------
        InputProblem
            The file may not be read, can't be read, or is not valid. The same problem object for each use.
        """
        spelling = (referrer.identity, location)
        found = self._by_spelling.get(spelling)
        if found is None:
            try:
                found = self._open(location, referrer)
            except InputProblem as problem:
                found = problem
            self._by_spelling[spelling] = found
        if isinstance(found, InputProblem):
            raise found
        return found

    def _open(self, location: str, referrer: SourceFile) -> SourceFile | InputProblem:
        shown = location if len(location) <= 200 else location[:197] + "..."
        scheme = _SCHEME.match(location)
        if scheme is not None and scheme.group().lower() == "file:":
            raise InputProblem(
                "reference-outside",
                f"the reference to {shown!r} is refused: file: URLs are not allowed",
                "write a path relative to the referring file",
            )
        if scheme is not None or location.startswith("//"):
            raise self._remote(shown)
        if referrer.folder is None:
            if referrer.identity == "-":
                raise InputProblem(
                    "reference-outside",
                    f"the reference to {shown!r} is refused: a document on standard input has no folder",
                    "give the document as a file",
                )
            raise self._remote(shown)
        path = os.path.normpath(os.path.join(referrer.folder, unquote(location.split("?")[0])))
        if "\0" in path:
            raise InputProblem("unreadable", f"the reference to {shown!r} is not a valid path")
        # Links are followed before the test, and the refusal is the same whether the file exists or not.
        real = os.path.realpath(path)
        if not self._is_inside(real):
            raise InputProblem(
                "reference-outside",
                f"the reference to {shown!r} is refused: it leads outside the document's folder",
                "move the file there, or name its folder in allowed_roots under [input] in the configuration",
            )
        self._paths[path] = real
        found = self._files.get(real)
        if found is None:
            found = self._files[real] = self._read(path, real, shown)
        return found

    def _is_inside(self, path: str) -> bool:
        return any(path == folder or path.startswith(folder.rstrip(os.sep) + os.sep) for folder in self._folders)

    def _remote(self, shown: str) -> InputProblem:
        return InputProblem(
            "remote-reference",
            f"remote $ref is off: {shown!r} is not fetched",
            "download that document beside this one and refer to the file, or bundle the document first",
        )

    def _read(self, path: str, real: str, shown: str) -> SourceFile | InputProblem:
        label = self._label(real)
        name = os.path.normpath(os.path.join(os.path.dirname(self._root.name), label)).replace(os.sep, "/")
        try:
            content = read_file(Path(real), self._left, regular_only=True)
            self._left -= len(content)
            folder = Path(path).parent
            if path.lower().endswith(_TEXT_SUFFIXES):
                text = content.decode("utf-8", "replace")
                digest = sha256(content).hexdigest()
                found = SourceFile(real, name, folder, digest, text, text, "yaml", self._limits)
            else:
                found = parse_source(content, identity=real, name=name, folder=folder, path=path, limits=self._limits)
        except InputProblem as problem:
            if problem.location is None:
                return InputProblem(
                    problem.code, f"can't follow the reference to {shown!r}: {problem.message}", problem.hint
                )
            return problem
        found.label = label
        return found

    def _label(self, real: str) -> str:
        """Return the path from the root document's folder: components are named after it, wherever that folder is."""
        try:
            return os.path.relpath(real, self._folders[0]).replace(os.sep, "/") if self._folders else real
        except ValueError:
            return os.path.basename(real)
