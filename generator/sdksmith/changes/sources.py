"""Sources of the two states of a document: a path, a URL, or ``git:REF`` and ``git:REF:PATH``, a state that git keeps."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from sdksmith.diagnostics import Diagnostics, Failure, Location


@contextmanager
def opened(source: str, usual: str) -> Generator[str]:
    """Give a path or URL that a document can be read from.

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
        yield source
        return
    reference, _, path = source.removeprefix("git:").partition(":")
    with TemporaryDirectory(prefix="sdksmith-diff-") as folder:
        yield str(_checked_out(reference or "HEAD", path or usual, Path(folder), source))


def _checked_out(reference: str, path: str, folder: Path, source: str) -> Path:
    """Copy a file, and the folder that it stands in, as git keeps it: a document may be in several files."""
    if shutil.which("git") is None:
        raise _failure(source, "there is no git on this machine", "install it, or name a file")
    top = _git("rev-parse", "--show-toplevel", source=source, where=Path(path).parent).strip()
    inside = PurePosixPath(Path(path).resolve().relative_to(Path(top).resolve()).as_posix())
    _git("cat-file", "-e", f"{reference}^{{commit}}", source=source, where=Path(top))
    parent = "" if str(inside.parent) == "." else str(inside.parent)
    listed = _git("ls-tree", "-r", "--name-only", "-z", reference, "--", parent or ".", source=source, where=Path(top))
    names = [name for name in listed.split("\0") if name]
    if str(inside) not in names:
        raise _failure(source, f"there is no {inside} in {reference}", "name the file: git:REF:PATH")
    for name in names:
        if name.endswith((".yaml", ".yml", ".json")):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_git_bytes("show", f"{reference}:{name}", source=source, where=Path(top)))
    return folder / str(inside)


def _git(*arguments: str, source: str, where: Path) -> str:
    return _git_bytes(*arguments, source=source, where=where).decode("utf-8", "replace")


def _git_bytes(*arguments: str, source: str, where: Path) -> bytes:
    # The arguments are ours, but for a reference, which git checks, and paths that it has listed itself.
    process = subprocess.run(["git", *arguments], cwd=where, capture_output=True, check=False)  # noqa: S603, S607
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
