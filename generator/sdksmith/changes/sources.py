"""Sources of two states: a path, a URL, or ``git:REF`` and ``git:REF:PATH``, a state that git keeps; of a document or a library."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from sdksmith.diagnostics import Diagnostics, Failure, Location, Locator, Pointer


@dataclass(frozen=True)
class Opened:
    """A state that can be read.

    Attributes
    ----------
    source
        Path or URL of a document, or the folder of a library.
    copied
        The folder of the copy that `source` is in; ``""`` where it is no copy.
    reference
        What users call that: ``git:v1:``.
    """

    source: str
    copied: str = ""
    reference: str = ""

    def named(self, location: Location) -> Location:
        """Return a place by the name that its file has for users."""
        if not self.copied or not location.file.startswith(self.copied):
            return location
        file = f"{self.reference}{location.file[len(self.copied) :].lstrip('/')}"
        return replace(location, file=file, via=tuple(map(self.named, location.via)))

    @contextmanager
    def naming(self) -> Generator[None]:
        """Let failures name files as users do."""
        try:
            yield
        except Failure as failure:
            diagnostics = Diagnostics()
            for each in failure.diagnostics:
                diagnostics.add(replace(each, location=self.named(each.location)) if each.location else each)
            failure.diagnostics = diagnostics
            failure.locate = None if failure.locate is None else self.locating(failure.locate)
            raise

    def locating(self, locate: Locator) -> Locator:
        """Return what places things in files, by the names that these have for users."""

        def located(pointer: Pointer) -> Location:
            return self.named(locate(pointer))

        return located


@contextmanager
def opened(source: str, usual: str) -> Generator[Opened]:
    """Give a state that can be read.

    Parameters
    ----------
    source
        As the user names it.
    usual
        The document that ``git:REF`` alone means: that of the configuration.

    Raises
    ------
    Failure
        There is no git, no such state, or no such file in it.
    """
    if not source.startswith("git:"):
        yield Opened(source)
        return
    reference, _, path = source.removeprefix("git:").partition(":")
    reference = reference or "HEAD"
    with TemporaryDirectory(prefix="sdksmith-diff-") as folder:
        copy = _checked_out(reference, path or usual, Path(folder), source)
        yield Opened(str(copy), folder, f"git:{reference}:")


def _checked_out(reference: str, path: str, folder: Path, source: str) -> Path:
    """Copy a folder as git keeps it, or a file with the folder that it stands in: a document may be in several files."""
    if shutil.which("git") is None:
        raise _failure(source, "there is no git on this machine", "install it, or name a file")
    top = Path(_git("rev-parse", "--show-toplevel", source=source, where=_existing(Path(path).parent)).strip())
    try:
        inside = PurePosixPath(Path(path).resolve().relative_to(top.resolve()).as_posix())
    except ValueError:
        raise _failure(source, f"{path} is not in the repository {top.name}", "name the file: git:REF:PATH") from None
    _git("cat-file", "-e", f"{reference}^{{commit}}", source=source, where=top)
    listed = [str(inside), *([str(inside.parent)] if not path.endswith("/") else [])]
    tree = _git("ls-tree", "-r", "-z", reference, "--", *listed, source=source, where=top)
    # Of links and submodules there is no content.
    entries = [entry.partition("\t") for entry in tree.split("\0") if entry.startswith("100")]
    found = {name: head.split()[2] for head, _, name in entries}
    below = {name: hash_ for name, hash_ in found.items() if name.startswith(f"{inside}/") or str(inside) == "."}
    if below:
        found = below
    elif str(inside) in found and not path.endswith("/"):
        found = {
            name: hash_
            for name, hash_ in found.items()
            if name.endswith((".yaml", ".yml", ".json")) or name == str(inside)
        }
    else:
        raise _failure(
            source, f"there is no {inside} in {reference}", "name the file: git:REF:PATH, or git:REF:FOLDER/"
        )
    for name, content in zip(found, _contents(list(found.values()), source, top), strict=True):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder / str(inside)


def _existing(folder: Path) -> Path:
    """Return a folder, or the nearest around it that is still there."""
    return folder if folder.is_dir() or folder == folder.parent else _existing(folder.parent)


def _contents(hashes: list[str], source: str, where: Path) -> Iterator[bytes]:
    """Yield the contents of files that git keeps, by one process for all of them."""
    answers = _git_bytes("cat-file", "--batch", source=source, where=where, given="\n".join(hashes).encode() + b"\n")
    start = 0
    for _ in hashes:
        end = answers.index(b"\n", start)
        size = int(answers[start:end].split()[2])
        yield answers[end + 1 : end + 1 + size]
        start = end + size + 2


def _git(*arguments: str, source: str, where: Path) -> str:
    return _git_bytes(*arguments, source=source, where=where).decode("utf-8", "replace")


def _git_bytes(*arguments: str, source: str, where: Path, given: bytes = b"") -> bytes:
    # The arguments are ours, but for a reference, which git checks, and paths that it has listed itself.
    command = ["git", *arguments]
    process = subprocess.run(command, cwd=where, input=given, capture_output=True, check=False)  # noqa: S603
    if process.returncode != 0:
        reason = process.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        if "not a git repository" in reason:
            hint = "compare two documents by name: sdksmith diff OLD NEW"
            raise _failure(source, "the document is in no git repository", hint)
        raise _failure(
            source,
            f"git says: {reason.removeprefix('fatal: ')}",
            "name a commit, a branch or a tag of this repository",
        )
    return process.stdout


def _failure(source: str, message: str, hint: str) -> Failure:
    diagnostics = Diagnostics()
    diagnostics.error("no-such-state", f"{source}: {message}", location=Location("<command line>"), hint=hint)
    return Failure(diagnostics)
