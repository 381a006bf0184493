"""Settings of mypy for generated packages, and a cache that all tests of a process share."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

#: For packages whose runtime need not be checked once more.
MYPY_SETTINGS = Path(__file__).with_name("mypy_of_packages.ini")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="mypy-cache-")


def mypy_cache() -> Path:
    """Return a folder for what mypy knows of pydantic, httpx2 and the committed package, which takes it seconds to learn.

    It goes with the process. mypy does not expect another process in it, so each worker has its own.
    """
    return Path(_folder().name)
