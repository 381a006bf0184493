"""Location of the cache."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

#: Names another folder than the user's cache folder.
VARIABLE = "SDKSMITH_CACHE_DIR"


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder of the cache, whether it exists or not.

    It is the one that ``SDKSMITH_CACHE_DIR`` names, else ``sdksmith`` in the user's cache folder: ``$XDG_CACHE_HOME``
    or ``~/.cache`` on Linux, ``~/Library/Caches`` on macOS, ``%LOCALAPPDATA%`` on Windows.

    Returns
    -------
    Path or None
        An absolute path; ``None`` where nobody knows the user's home.
    """
    named = environment.get(VARIABLE)
    if named:
        return Path(os.path.abspath(named))
    # Imported here because its answer is not always needed.
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("sdksmith", appauthor=False))
    # Without a home the tilde stays, and would become a folder of that name in the working directory.
    return folder if folder.is_absolute() else None
