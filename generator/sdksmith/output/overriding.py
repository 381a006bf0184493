"""Texts that templates of the user's own have a part in: they are valid source, and laid out by the formatter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sdksmith.diagnostics import Diagnostics, Location
from sdksmith.output.format import UnformattableError, format_sources
from sdksmith.output.overrides import Overrides, TemplateFailure
from sdksmith.output.render import Renderer
from sdksmith.planned import PlannedFile


def format_overridden(
    renderer: Renderer, overrides: Overrides, texts: Mapping[str, str], files: Sequence[PlannedFile]
) -> dict[str, str]:
    """Return the texts with those formatted that a template of the user's own has a part in.

    Raises
    ------
    TemplateFailure
        One is not valid source; the place is that of the template.
    """
    from sdksmith.output.faults import invalid_source

    diagnostics = Diagnostics()
    formatted = dict(texts)
    for file in files:
        if not renderer.is_overridden(file):
            continue
        fault = invalid_source(file.path, texts[file.path])
        if fault is None and file.formatter:
            try:
                # Whoever wrote the template need not know how wide a line may be.
                formatted = format_sources(formatted, [replace(file, is_settled=None)])
            except UnformattableError as error:
                fault = 1, str(error)
        if fault is not None:
            _report(renderer, overrides, file, fault, diagnostics)
    if diagnostics.has_errors:
        raise TemplateFailure(diagnostics)
    return formatted


def _report(
    renderer: Renderer, overrides: Overrides, file: PlannedFile, fault: tuple[int, str], diagnostics: Diagnostics
) -> None:
    from sdksmith.output.tracing import line_at

    line, message = fault
    found = line_at(renderer.trace(file), line, str(overrides.folder))
    location = Location(overrides.file(file.template))
    if found is not None:
        path, place = found
        names = {overrides.file(name): name for name in overrides.texts}
        location = overrides.location(names[path], place)
    if any(each.location == location for each in diagnostics):
        # A template that makes many files makes the same fault in each.
        return
    diagnostics.error(
        "template-output",
        f"the template makes {file.path} invalid, by its line {line}: {message}",
        location=location,
        hint="mend the template; nothing was written",
    )
