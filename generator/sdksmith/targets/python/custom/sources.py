"""Modules of the user's own as they stand in their folder."""

from __future__ import annotations

import keyword
import os
from collections.abc import Mapping
from pathlib import Path

from sdksmith.diagnostics import Diagnostics, Location
from sdksmith.targets.python.custom.options import CustomOptions
from sdksmith.targets.python.custom.places import TABLE, folder_name


def source_files(options: CustomOptions | None) -> dict[str, Path]:
    """Return the files that the package gets: path below the folder, with forward slashes -> file.

    Hidden files and what Python compiled are none.
    """
    if options is None or options.folder is None:
        return {}
    top = Path(options.folder)
    found: dict[str, Path] = {}
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not name.endswith((".pyc", ".pyo")):
                file = Path(folder, name)
                found[file.relative_to(top).as_posix()] = file
    return found


def read_sources(options: CustomOptions | None, diagnostics: Diagnostics) -> Mapping[str, str]:
    """Return the texts of those files.

    Parameters
    ----------
    diagnostics
        Gets an error for a folder or file that can't be used.
    """
    if options is None:
        return {}
    if options.folder is None:
        if options.clients or options.types or options.exports or options.model_base:
            message = "modules of your own are named, and no `folder` that has them"
            diagnostics.error("custom-folder", message, location=Location("<config>", pointer=TABLE), hint=_EXAMPLE)
        return {}
    name = folder_name(options)
    problem = ""
    if not Path(options.folder).is_dir():
        problem = f"there is no folder {options.folder}"
    elif not name.isidentifier() or keyword.iskeyword(name):
        problem = f"{name!r} can't be the name of a package of Python"
    if problem:
        hint = "the path is relative to the config file, and the folder's name becomes that of a package"
        place = Location("<config>", pointer=(*TABLE, "folder"))
        diagnostics.error("custom-folder", problem, location=place, hint=hint)
        return {}
    found: dict[str, str] = {}
    for path, file in source_files(options).items():
        try:
            found[path] = file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            diagnostics.error(
                "custom-source",
                f"the file can't be copied into the package: {reason}",
                location=Location(str(file)),
                hint="keep only text in the folder",
            )
    return found


_EXAMPLE = 'write, for example: folder = "custom"'
