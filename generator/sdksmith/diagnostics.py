"""Diagnostics are values: what is wrong, where, and what to do about it.

Stages collect them in a :class:`Diagnostics` and go on as long as that makes sense; only the pipeline decides whether a
run has failed. Printing lives in :mod:`sdksmith.report`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

#: Where something stands in a document, as the unescaped reference tokens of a JSON pointer (RFC 6901).
Pointer = tuple[str, ...]


def format_pointer(pointer: Pointer) -> str:
    """Return the RFC 6901 text of a pointer: ``("paths", "/a")`` becomes ``/paths/~1a``; the whole document is ``""``."""
    return "".join("/" + token.replace("~", "~0").replace("/", "~1") for token in pointer)


class Severity(IntEnum):
    """Severity of a diagnostic; ordered, so that severities can be compared."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file.

    Attributes
    ----------
    file
        The path as the user gave it, and for a referenced file one that starts where that of the root document does;
        ``<stdin>`` for standard input.
    line, column
        Counted from 1; 0 when unknown.
    pointer
        The place in the *file's own* tree.
    excerpt
        The source line, without its line end, or of a very long one the part around the place; ``""`` when unknown.
    excerpt_column
        The column of the excerpt's first character.
    via
        The references that lead from the root document to this file, the root's own first; empty in the root.
    """

    file: str
    line: int = 0
    column: int = 0
    pointer: Pointer = ()
    excerpt: str = ""
    excerpt_column: int = 1
    via: tuple[Location, ...] = ()

    def __str__(self) -> str:
        if self.line:
            return f"{self.file}:{self.line}:{self.column}"
        return self.file


#: Turns a pointer into the (bundled) document into a place in a source file. Slow, so called only when printing.
Locator = Callable[[Pointer], Location]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes
    ----------
    code
        Stable, kebab-case, greppable: ``unresolvable-reference``.
    message
        One sentence without a full stop that names the thing and what is wrong with it.
    hint
        What the user can do; ``""`` when there is nothing to say.
    pointer
        The place in the document; `location` is computed from it when the diagnostic is printed.
    location
        Given at once where there is no tree to point into (syntax errors, config files).
    related
        Other places that belong to the same finding, each with what it is ("first defined here").
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    pointer: Pointer | None = None
    location: Location | None = None
    related: tuple[tuple[str, Pointer | Location], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic at its place.

    Attributes
    ----------
    code, severity, message
        As in the diagnostic.
    hint
        That of the diagnostic, or what the catalogue says of its code.
    location
        Where it is.
    related
        Other places that belong to it, each with what it is: those of the diagnostic, then the chain of references
        that leads from the root document to the file.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    location: Location
    related: tuple[tuple[str, Location], ...] = ()


class Diagnostics:
    """Collects diagnostics; the same finding at the same place is kept once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Pointer | None, Location | None, str], Diagnostic] = {}

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic unless the same one is there already."""
        key = (diagnostic.code, diagnostic.pointer, diagnostic.location, diagnostic.message)
        self._found.setdefault(key, diagnostic)

    def error(
        self,
        code: str,
        message: str,
        *,
        pointer: Pointer | None = None,
        location: Location | None = None,
        hint: str = "",
    ) -> None:
        """Add an error."""
        self.add(Diagnostic(code, Severity.ERROR, message, hint, pointer, location))

    def warning(
        self,
        code: str,
        message: str,
        *,
        pointer: Pointer | None = None,
        location: Location | None = None,
        hint: str = "",
    ) -> None:
        """Add a warning."""
        self.add(Diagnostic(code, Severity.WARNING, message, hint, pointer, location))

    def note(self, code: str, message: str, *, pointer: Pointer | None = None, hint: str = "") -> None:
        """Add a note."""
        self.add(Diagnostic(code, Severity.NOTE, message, hint, pointer))

    def refuse_warnings(self) -> None:
        """Make every warning an error."""
        for key, found in self._found.items():
            if found.severity is Severity.WARNING:
                self._found[key] = replace(found, severity=Severity.ERROR)

    @property
    def has_errors(self) -> bool:
        """Whether anything of severity ERROR was found."""
        return any(found.severity is Severity.ERROR for found in self._found.values())

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found.values())

    def __len__(self) -> int:
        return len(self._found)


class Failure(Exception):
    """Stops a run whose diagnostics say why; never shown to a user as a traceback.

    Attributes
    ----------
    diagnostics
        What was found up to here, with at least one error.
    locate
        Turns their pointers into places; ``None`` when no document was loaded.
    findings
        The same at their places, for whoever called a function of the package; empty on the way there.
    """

    findings: tuple[Finding, ...] = ()

    def __init__(self, diagnostics: Diagnostics, locate: Locator | None = None) -> None:
        super().__init__("; ".join(found.message for found in diagnostics) or "the run failed")
        self.diagnostics = diagnostics
        self.locate = locate

    def __reduce__(self) -> tuple[Any, ...]:
        """Take along what is known, but not the document: another process has the findings, each at its place."""
        return _remade, (type(self), list(self.diagnostics), self.findings)


def _remade(kind: type[Failure], found: list[Diagnostic], findings: tuple[Finding, ...]) -> Failure:
    diagnostics = Diagnostics()
    for each in found:
        diagnostics.add(each)
    failure = kind(diagnostics)
    failure.findings = findings
    return failure


@contextmanager
def placing_failures(diagnostics: Diagnostics, locate: Locator) -> Generator[None, None, None]:
    """Give the failures of a stage their places; too many steps down, for Python to go, are a failure like others.

    Raises
    ------
    Failure
        Knows the places of a document, and comes in place of ``RecursionError``.
    """
    try:
        yield
    except Failure as failure:
        failure.locate = failure.locate or locate
        raise
    except RecursionError:
        diagnostics.error(
            "too-deep",
            "schemas, or groups of operations, build on each other through too many steps",
            pointer=(),
            hint="shorten the longest chain of $ref and allOf, or the longest x-operation-group",
        )
        raise Failure(diagnostics, locate) from None
