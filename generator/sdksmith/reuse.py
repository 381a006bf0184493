"""What a run can take from an earlier one: the cache and the output folder, joined.

Only whole results are reused. What is written, refused or found to differ is decided by the same code as without a
cache, on the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sdksmith.diagnostics import Diagnostics

if TYPE_CHECKING:
    from sdksmith.cache import Request, Run, RunCache
    from sdksmith.output import WriteReport


def open_cache() -> RunCache | None:
    """Return the user's cache, or ``None`` where there is no place for one."""
    from sdksmith.cache import RunCache, Store, cache_folder
    from sdksmith.cache.program import program_digest
    from sdksmith.output import templates_folder

    folder = cache_folder()
    if folder is None:
        return None
    # A folder of our own below the named one, so that it can be made private without changing what it stands in.
    parts = (Path(__file__).resolve().parent, templates_folder())
    return RunCache(Store(folder / "runs"), lambda: program_digest(parts))


def repeat(
    cache: RunCache, request: Request, output: Path, *, check: bool, force: bool
) -> tuple[Run, WriteReport, Diagnostics] | None:
    """Do again what an earlier run of the same request did.

    Returns
    -------
    tuple or None
        The earlier run, what became of the output folder, and what both found; ``None`` when there is no such run.

    Raises
    ------
    OutputRefused
        See :func:`sdksmith.output.write`.
    """
    from sdksmith.output import WriteReport, already_there, write

    found = cache.find(request)
    if found is None:
        return None
    key, run = found
    diagnostics = Diagnostics()
    for diagnostic in run.diagnostics:
        diagnostics.add(diagnostic)
    unchanged = already_there(output, run.manifest)
    if unchanged is not None:
        return run, WriteReport(unchanged=unchanged, manifest=run.manifest), diagnostics
    tree = cache.tree(key)
    if tree is None:
        return None
    return run, write(tree, output, check=check, force=force, diagnostics=diagnostics), diagnostics
