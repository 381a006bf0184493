"""What a run can take from an earlier one: the cache and the output folder, joined.

Only whole results are reused. What is written, refused or found to differ is decided by the same code as without a
cache, on the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sdksmith.diagnostics import Diagnostic, Diagnostics, Failure, Location, Locator, Pointer

if TYPE_CHECKING:
    from sdksmith.cache import Request, Run, RunCache
    from sdksmith.config import Config
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


def cacheable(source: str, config: Config, target: str, *, validate: bool, fail_on: str | None) -> Request | None:
    """Say what a run is asked; ``None`` when its document is no file, whose content could be looked at beforehand."""
    from sdksmith.cache import Request
    from sdksmith.config import read_migration

    if source == "-" or source.lower().startswith(("http://", "https://")):
        return None
    options = (*(("validate",) if validate else ()), *((f"fail-on-{fail_on}",) if fail_on else ()))
    return Request(source, config, target, options, (read_migration(config.targets.python, Diagnostics()),))


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


def remember(
    cache: RunCache,
    request: Request,
    sources: Sequence[tuple[str, str, str]],
    tree: Mapping[str, bytes],
    *,
    manifest: str,
    operations: int,
    types: int,
    degraded: int,
    diagnostics: Iterable[Diagnostic],
    locate: Locator,
    notes: bool,
) -> None:
    """Keep what a run made, for :func:`repeat`.

    Parameters
    ----------
    sources
        The files that were read; see :meth:`.RunCache.remember`.
    tree
        What was to be written.
    manifest
        SHA-256 of the manifest of the tree.
    operations, types, degraded
        How many; as in the pipeline's outcome.
    diagnostics, locate
        What was found before anything was written, and what places it.
    notes
        Whether to place notes too. It takes time, only programs ask for them, and in most documents they can be placed later.
    """
    from sdksmith.cache import Run, located

    run = Run(
        manifest=manifest,
        operations=operations,
        types=types,
        files=len(tree),
        degraded=degraded,
        diagnostics=located(diagnostics, locate, notes=notes),
    )
    cache.remember(request, sources, run, tree)


def late_locator(request: Request) -> Locator:
    """Return what places the findings of an earlier run that have no place yet: notes, in a document as it was written."""
    known: Locator | None = None

    def locate(pointer: Pointer) -> Location:
        nonlocal known
        if known is None:
            from sdksmith.document import read_text

            try:
                known = read_text(request.source, request.config.input).locate
            except Failure:
                # Somebody has just changed it.
                return Location(request.source, pointer=pointer)
        return known(pointer)

    return locate
