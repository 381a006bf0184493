"""Text -> text as its formatter would lay it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sdksmith.planned import PlannedFile


class UnformattableError(Exception):
    """A formatter can't read what a template produced, so the template (or its plan) is wrong: a bug of ours."""


def needs_formatting(file: PlannedFile, text: str) -> bool:
    """Whether a text has to pass through the formatter that its plan names."""
    return bool(file.formatter) and (file.is_settled is None or not file.is_settled(text))


def format_sources(
    texts: Mapping[str, str],
    files: Sequence[PlannedFile],
    *,
    advance: Callable[[], None] | None = None,
) -> dict[str, str]:
    """Format the files whose plan names a formatter; the others pass as they are.

    Parameters
    ----------
    texts
        Path -> text, as :func:`~sdksmith.output.render.render` gives it.
    files
        The plan, which says what formatter a path needs.
    advance
        Called after each formatted file.

    Returns
    -------
    dict
        Path -> text, in the order of `texts`.

    Raises
    ------
    UnformattableError
        A file is not valid source.
    """
    formatted = dict(texts)
    for file in files:
        if not needs_formatting(file, texts[file.path]):
            continue
        if file.formatter != "black":
            raise ValueError(f"{file.path}: there is no formatter {file.formatter!r}")
        formatted[file.path] = _black(file.path, texts[file.path])
        if advance is not None:
            advance()
    return formatted


def _black(path: str, text: str) -> str:
    # Black takes longer to import than everything else together, and most runs need no formatter at all.
    from black import format_str
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput

    try:
        return format_str(text, mode=Mode(target_versions={TargetVersion.PY311}))
    except InvalidInput as error:
        raise UnformattableError(f"{path}: {error}") from error
