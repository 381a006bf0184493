"""Name of the file of a position, as programs that show diagnostics beside the source expect it."""

from __future__ import annotations

import os

from sdksmith.diagnostics import Location


def source_file(location: Location) -> str | None:
    """Return the path of the file, relative to the current folder and with ``/`` between its parts.

    Returns
    -------
    str or None
        ``None`` for what is no file here: standard input, the command line, a URL.
    """
    name = location.file
    if not name or name.startswith("<") or name.lower().startswith(("http://", "https://")):
        return None
    try:
        relative = os.path.relpath(name)
    except ValueError:
        # Windows: another drive.
        relative = name
    return relative.replace(os.sep, "/")
