"""Builds of all targets -> their output folders: all of them can take theirs, or nothing is written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sdksmith.diagnostics import Diagnostics
from sdksmith.stages import Build

if TYPE_CHECKING:
    from sdksmith.config import Config, TargetOptions
    from sdksmith.output import WriteReport


def _without_own(tree: Mapping[str, bytes], output: Path, options: TargetOptions | None) -> Mapping[str, bytes]:
    """Return a tree without what would be a copy of itself: modules of the user's own that stand in the library already."""
    sources = options.sources() if options is not None else ()
    own = {os.path.realpath(path) for path in sources}
    within = [path for path in tree if os.path.realpath(output / path) in own] if own else []
    return {path: content for path, content in tree.items() if path not in within} if within else tree


def write_builds(
    builds: Mapping[str, Build],
    config: Config,
    outputs: Mapping[str, Path],
    diagnostics: Diagnostics,
    *,
    check: bool,
    differences: bool,
    force: bool,
) -> dict[str, WriteReport]:
    """Write the files of each target; none of any, unless all folders can take theirs."""
    from sdksmith.output import prepare

    pending = {
        name: prepare(
            _without_own(build.tree, outputs[name], config.targets.get(name)),
            outputs[name],
            check=check,
            force=force,
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
