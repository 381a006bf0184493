"""Index of the search: what Pagefind makes of the pages that were written.

It is no part of the output: its bytes are Pagefind's, it can be made again at any time, and it is not for committing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from sdksmith.diagnostics import Diagnostics, Location

#: Folder of the index, below the root of the site.
FOLDER: Final = "pagefind"
#: Says which pages the index was made of.
_MADE_OF: Final = ".made-of"
#: What a browser asks for; Pagefind adds user interfaces of its own.
_NEEDED: Final = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "*.pf_meta",
    "wasm.*",
    "index",
    "fragment",
)
#: Samples and examples say the same again: their words would lead to every page.
_LEFT_OUT: Final = (".samples", ".languages", ".example")


def make_index(site: Path, digest: str, diagnostics: Diagnostics) -> None:
    """Make the index of a site, unless there is one of the same pages.

    Parameters
    ----------
    digest
        Of the pages.
    diagnostics
        Gets a warning where it can't be made.
    """
    folder = site / FOLDER
    if (folder / _MADE_OF).is_file() and (folder / _MADE_OF).read_text(encoding="utf-8") == digest:
        return
    reason = "Pagefind is not installed" if find_spec("pagefind") is None else _make(site, folder, digest)
    if reason:
        # An index of other pages would lead to places that are not there any more.
        shutil.rmtree(folder, ignore_errors=True)
        diagnostics.warning(
            "search-index",
            f"the site has no index to search: {reason}",
            location=Location(str(folder)),
            hint="run: pip install 'sdksmith[reference]'; or set search = false under [targets.reference]",
        )


def _make(site: Path, folder: Path, digest: str) -> str:
    """Make the index, and return why it can't be made."""
    made = Path(mkdtemp(prefix=".pagefind-", dir=site))
    try:
        options = ["--site", str(site), "--output-path", str(made), "--root-selector", "article", "--keep-index-url"]
        excluded = [part for selector in _LEFT_OUT for part in ("--exclude-selectors", selector)]
        run = subprocess.run(  # noqa: S603 - a program of ours, with arguments of ours
            [sys.executable, "-m", "pagefind", *options, *excluded, "--silent"],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode or not (made / "pagefind.js").is_file():
            lines = [line.strip() for line in run.stderr.splitlines() if line.strip()]
            return f"Pagefind ended with {run.returncode}{f': {lines[-1]}' if lines else ''}"
        needed = {path for pattern in _NEEDED for path in made.glob(pattern)}
        for path in set(made.iterdir()) - needed:
            path.unlink()
        (made / ".gitignore").write_text("*\n", encoding="utf-8")
        (made / _MADE_OF).write_text(digest, encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        made.chmod(0o755)
        made.rename(folder)
    except OSError as error:
        return (error.strerror or str(error)).lower()
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return ""
