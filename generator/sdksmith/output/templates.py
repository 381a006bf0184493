"""Location of the templates."""

from __future__ import annotations

from pathlib import Path


def templates_folder() -> Path:
    """Return the folder that holds ``<target>/``.

    An installed wheel carries the templates inside the package; in a checkout (an editable install) they are the
    top-level ``templates/``. The packaged ones are looked for first: a checkout never has them.

    Raises
    ------
    FileNotFoundError
        Neither is there: the installation is broken.
    """
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "_templates", package.parent.parent / "templates"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("sdksmith was installed without its templates")
