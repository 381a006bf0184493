"""Contexts of the templates: one frozen dataclass each, whose fields are the template's variables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdksmith.sdk.errors import ERRORS
from sdksmith.targets.go.docs.pages import ReadmePage, ReferenceGroup


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceContext:
    """``source.go.j2``: a file of Go.

    Attributes
    ----------
    package
        Its clause.
    documentation
        The lines of the comment above the clause; empty in all but one file of a package.
    imports
        Lines of the import declaration: standard library, an empty line, then others.
    blocks
        Declarations, each the lines of its text.
    """

    package: str
    documentation: Sequence[str]
    imports: Sequence[str]
    blocks: Sequence[Sequence[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ModuleContext:
    """``go.mod.j2`` and ``go.sum.j2``."""

    module: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpersContext:
    """``helpers.go.j2`` and ``errors.go.j2``: what the root package has beside types.

    Attributes
    ----------
    errors
        Status and name of each error.
    """

    package: str
    root_import: str
    errors: Sequence[tuple[str, str]] = tuple(ERRORS.items())


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadmeContext:
    """``readme.md.j2``: the first page of a module.

    Attributes
    ----------
    about
        Markdown on the API, or ``""``.
    page
        The blocks of code.
    """

    title: str
    about: str
    module: str
    package: str
    page: ReadmePage


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceContext:
    """``reference.md.j2``: every method, by group."""

    title: str
    package: str
    groups: Sequence[ReferenceGroup]
