"""The cache and the output folders, joined: a run can take its result from an earlier run of the same request.

Only whole results are reused. What is written, refused or found to differ is decided by the same code as without a
cache, on the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdksmith.diagnostics import Diagnostic, Diagnostics, Failure, Location, Locator, Pointer
from sdksmith.pipeline.stages import Build

if TYPE_CHECKING:
    from sdksmith.cache import Request, RunCache
    from sdksmith.config import Config
    from sdksmith.document import Document
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


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """Result of an earlier run of the same request."""

    builds: Mapping[str, Build]
    diagnostics: Diagnostics
    locate: Locator
    sources: tuple[str, ...]


class Reuse:
    """Finds an earlier run of one request, and remembers the run that was made instead.

    Parameters
    ----------
    cache
        ``None`` to do neither.
    options
        Arguments of the run that its result depends on, beside the document and the configuration.
    """

    def __init__(
        self, cache: RunCache | None, source: str, config: Config, targets: Iterable[str], **options: str | bool | None
    ) -> None:
        self._cache = cache
        self._request = _request(source, config, tuple(targets), options) if cache is not None else None
        self._asked = (source, config, tuple(targets), options)

    def find(self, outputs: Mapping[str, Path]) -> EarlierRun | None:
        """Return the earlier run; the files of a target only where its output folder does not hold them already."""
        from sdksmith.output import WriteReport, already_there

        if self._cache is None or self._request is None or (found := self._cache.find(self._request)) is None:
            return None
        key, run, sources = found
        there = {name: already_there(outputs[name], each.manifest) for name, each in run.targets.items()}
        missing = [name for name, paths in there.items() if paths is None]
        trees = self._cache.trees(key) if missing else {}
        if trees is None or any(name not in trees for name in missing):
            return None
        builds: dict[str, Build] = {}
        for name, each in run.targets.items():
            paths = there[name]
            report = None if paths is None else WriteReport(unchanged=paths, manifest=each.manifest)
            builds[name] = Build(
                each.operations,
                each.types,
                each.degraded,
                each.files,
                trees[name] if paths is None else {},
                report,
            )
        diagnostics = Diagnostics()
        for diagnostic in run.diagnostics:
            diagnostics.add(diagnostic)
        return EarlierRun(builds, diagnostics, _late_locator(self._request), sources)

    def remember(
        self,
        document: Document,
        earlier: Sequence[Document],
        builds: Mapping[str, Build],
        reports: Mapping[str, WriteReport],
        diagnostics: Iterable[Diagnostic],
    ) -> None:
        """Keep a run for :meth:`find`.

        Parameters
        ----------
        earlier
            Documents of earlier states that the result depends on.
        diagnostics
            Findings before anything was written.
        """
        # Not when a text that the configuration names was edited meanwhile: which one was used nobody knows then.
        if self._cache is None or self._request is None or _request(*self._asked) != self._request:
            return
        from sdksmith.cache import Run, TargetRun, located

        targets = {
            name: TargetRun(
                manifest=reports[name].manifest,
                operations=build.operations,
                types=build.types,
                files=build.files,
                degraded=build.degraded,
            )
            for name, build in builds.items()
        }
        # Placing notes takes time, only programs ask for them, and in most documents they can be placed later.
        found = located(diagnostics, document.locate, notes=not document.is_as_written)
        run = Run(targets=targets, diagnostics=found)
        sources = [each.sources() for each in (document, *earlier)]
        if all(sources):
            # What came from elsewhere could not be looked at again.
            every = [source for each in sources for source in each]
            self._cache.remember(self._request, every, run, {name: build.tree for name, build in builds.items()})


def _request(source: str, config: Config, targets: tuple[str, ...], options: Mapping[str, Any]) -> Request | None:
    """Return the input of a run; ``None`` when its document is no file, whose content could be read beforehand."""
    from sdksmith.cache import Request

    if source == "-" or source.lower().startswith(("http://", "https://")):
        return None
    named = tuple(f"{name}-{value}" for name, value in sorted(options.items()) if value)
    texts = tuple(
        text for name in targets if name in config.targets for text in config.targets[name].texts(Diagnostics())
    )
    return Request(source, config, targets, named, (*texts, *_templates(config)))


def _templates(config: Config) -> Iterator[str]:
    """Yield the templates of the user's own; names are set apart by what no text of a template has."""
    from sdksmith.output import read_overrides

    if config.templates is not None:
        for name, text in read_overrides(Path(config.templates), "", Diagnostics()).texts.items():
            yield f"{name}\0{text}"


def _late_locator(request: Request) -> Locator:
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
