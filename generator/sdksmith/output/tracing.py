"""Line of a template that each piece of a rendered text comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment, Template


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, as a template gave it.

    Attributes
    ----------
    file
        Of the template.
    line
        Where it begins in the template.
    """

    text: str
    file: str
    line: int


def pieces(template: Template, variables: Mapping[str, Any]) -> Iterator[Piece]:
    """Render a template, and yield the pieces of the text in their order."""
    environment: Environment = template.environment
    rendering: Any = template.root_render_func(template.new_context(dict(variables)))
    known: dict[str, Template] = {}
    for text in rendering:
        frame = _innermost(rendering)
        # The module of a template knows the template itself by its file.
        found = _template_of(frame, environment, known) or template
        yield Piece(text, found.filename or "", found.get_corresponding_lineno(frame.f_lineno))


def _innermost(generator: Any) -> FrameType:
    """Return the frame that has yielded: that of a block, of a parent, or of what is included."""
    while True:
        inner = generator.gi_yieldfrom
        if inner is None or not hasattr(inner, "gi_frame"):
            inner = generator.gi_frame.f_locals.get("gen")
        if not hasattr(inner, "gi_frame") or inner.gi_frame is None:
            frame: FrameType = generator.gi_frame
            return frame
        generator = inner


def _template_of(frame: FrameType, environment: Environment, known: dict[str, Template]) -> Template | None:
    name = frame.f_globals.get("name")
    if not isinstance(name, str):
        return None
    if name not in known:
        known[name] = environment.get_template(name)
    return known[name]


def line_at(found: list[Piece], line: int, file: str = "") -> tuple[str, int] | None:
    """Return the file and the line of a template that made a line of the text.

    Parameters
    ----------
    line
        Of the text, counted from 1.
    file
        Beginning of a path: the last piece up to there of such a template is taken, since what is wrong in a text may be
        noticed only behind it.
    """
    at = 1
    chosen: tuple[str, int] | None = None
    for piece in found:
        if at > line:
            break
        if piece.file.startswith(file) and piece.text:
            # A piece of several lines is what the template has as it stands, unless a value has them.
            chosen = piece.file, piece.line + max(min(line - at, len(piece.text.splitlines()) - 1), 0)
        at += piece.text.count("\n")
    return chosen
