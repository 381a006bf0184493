"""Builds of all targets -> their output folders, and what is written beside them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sdksmith.diagnostics import Diagnostics, Location
from sdksmith.pipeline.outcomes import GenerateOutcome
from sdksmith.pipeline.stages import Build
from sdksmith.project import ConfigFailure

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
    from sdksmith.output import Merging
    from sdksmith.pipeline.bases import base_finder

    return Merging(base_finder(output, cache), markers) if config.edits == "merge" and not force else None


def write_depfile(file: Path, outcome: GenerateOutcome, config: Config, config_file: Path | None) -> None:
    """Write the files that a result was made of, for make or ninja; see :func:`sdksmith.output.write_depfile`.

    Raises
    ------
    ConfigFailure
        The file can't be written.
    """
    from sdksmith.output import write_depfile as write

    sources = [*outcome.sources, *([str(config_file)] if config_file is not None else [])]
    for each in outcome.targets:
        options = config.targets.get(each.target)
        sources += options.sources() if options is not None else ()
    if config.templates is not None:
        # A folder changes when a template comes or goes.
        found = [path for path in Path(config.templates).rglob("*") if path.suffix == ".j2" or path.is_dir()]
        sources += [config.templates, *sorted(map(str, found))]
    try:
        write(file, sources)
    except OSError as error:
        diagnostics = Diagnostics()
        message = f"the dependency file can't be written: {error.strerror or error}"
        diagnostics.error("output-unwritable", message, location=Location(str(file)))
        raise ConfigFailure(diagnostics) from error


def finish(
    config: Config, outputs: Mapping[str, Path], reports: Mapping[str, WriteReport], diagnostics: Diagnostics
) -> None:
    """Let each target do what it does beside its files, once they are written."""
    from sdksmith.targets.registry import find_target

    for name, output in outputs.items():
        (config.targets.get(name) or find_target(name).options()).finish(output, reports[name].manifest, diagnostics)
