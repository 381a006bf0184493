"""Fingerprint of the program itself: its output may change whenever it does."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path


def program_digest(folders: Iterable[Path]) -> str:
    """Return a digest of the program: its sources and templates, what is installed beside it, and Python itself.

    By content and not by version or time, so that it is right in a checkout too, where somebody works on a template.

    Parameters
    ----------
    folders
        The package and the templates.

    Raises
    ------
    OSError
        A file can't be read.
    """
    found = hashlib.sha256()
    for line in (sys.version, sys.implementation.cache_tag or "", *_installed()):
        found.update(f"{line}\0".encode("utf-8", "surrogateescape"))
    for folder in folders:
        root = os.fspath(folder)
        for path, names, files in os.walk(root):
            names[:] = sorted(name for name in names if name != "__pycache__")
            for name in sorted(files):
                file = os.path.join(path, name)
                with open(file, "rb", buffering=0) as stream:
                    content = stream.read()
                # The length keeps two files from passing for one.
                header = f"{os.path.relpath(file, root)}\0{len(content)}\0"
                found.update(header.encode("utf-8", "surrogateescape"))
                found.update(content)
    return found.hexdigest()


def _installed() -> list[str]:
    """Return the distributions on the import path, each with its version.

    The names of their metadata folders have both (Recording installed projects, PyPA), and importlib.metadata takes as
    long to import as everything else here takes to run.
    """
    found: list[str] = []
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        found.extend(sorted(name for name in names if name.endswith((".dist-info", ".egg-info"))))
    return found
