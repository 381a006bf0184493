"""Builds of all targets -> their output folders: all of them can take theirs, or nothing is written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sdksmith.diagnostics import Diagnostics, Location
from sdksmith.project import ConfigFailure
from sdksmith.stages import Build

if TYPE_CHECKING:
    from sdksmith.cache import RunCache
    from sdksmith.config import Config, TargetOptions
    from sdksmith.output import Merging, WriteReport


def _without_own(tree: Mapping[str, bytes], output: Path, options: TargetOptions | None) -> Mapping[str, bytes]:
    """Return a tree without what would be a copy of itself: modules of the user's own that stand in the library already."""
    sources = options.sources() if options is not None else ()
    own = {os.path.realpath(path) for path in sources}
    within = [path for path in tree if os.path.realpath(output / path) in own] if own else []
    return {path: content for path, content in tree.items() if path not in within} if within else tree


def refuse_shared_folders(outputs: Mapping[str, Path]) -> None:
    """Refuse two targets in one folder: each would remove the files of the other."""
    known: dict[Path, str] = {}
    for name, output in outputs.items():
        other = known.setdefault(output.resolve(), name)
        if other != name:
            diagnostics = Diagnostics()
            diagnostics.error(
                "output-collision",
                f"the targets {other} and {name} would be written to one folder",
                location=Location(str(output)),
                hint=f"give each an `output` of its own, under [targets.{other}] and [targets.{name}]",
            )
            raise ConfigFailure(diagnostics)


def write_builds(
    builds: Mapping[str, Build],
    config: Config,
    outputs: Mapping[str, Path],
    diagnostics: Diagnostics,
    *,
    check: bool,
    differences: bool,
    force: bool,
    markers: bool,
    cache: RunCache | None,
) -> dict[str, WriteReport]:
    """Write the files of each target; none of any, unless all folders can take theirs.

    Parameters
    ----------
    markers
        Write conflicts of edits that are kept into the files.
    cache
        May have what was generated of files that were edited since.

    Raises
    ------
    OutputRefused
        See :func:`sdksmith.output.prepare`.
    """
    from sdksmith.output import prepare

    pending = {
        name: prepare(
            _without_own(build.tree, outputs[name], config.targets.get(name)),
            outputs[name],
            check=check,
            force=force,
            merging=_merging(config, outputs[name], markers, force, cache),
            diagnostics=diagnostics,
        )
        for name, build in builds.items()
        if build.report is None
    }
    reports = {name: build.report for name, build in builds.items() if build.report is not None}
    return {
        **reports,
        **{name: each.drift(differences=differences) if check else each.commit() for name, each in pending.items()},
    }


def _merging(config: Config, output: Path, markers: bool, force: bool, cache: RunCache | None) -> Merging | None:
    from sdksmith.bases import base_finder
    from sdksmith.output import Merging

    return Merging(base_finder(output, cache), markers) if config.edits == "merge" and not force else None
