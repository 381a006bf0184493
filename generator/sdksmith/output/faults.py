"""Errors in templates of the user's own -> diagnostics with their positions."""

from __future__ import annotations

import re
import tomllib
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from types import TracebackType
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.utils import missing

from sdksmith.diagnostics import Diagnostics
from sdksmith.output.overrides import BUILTIN, Overrides
from sdksmith.words import similar


class UnknownFieldError(UndefinedError):
    """A template uses what there isn't.

    Attributes
    ----------
    owner
        What has no such attribute; ``None`` for a variable.
    """

    def __init__(self, owner: object, name: object, message: str | None = None) -> None:
        super().__init__(message)
        self.owner = owner
        self.name = str(name)


class LocatedUndefined(StrictUndefined):
    """Undefined value that remembers where it was looked up."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        error = partial(UnknownFieldError, None if obj is missing else obj, name)
        # Jinja only calls it.
        super().__init__(hint, obj, name, cast("Any", error))


def report(
    error: Exception, overrides: Overrides, variables: Iterable[str], known: Iterable[str], diagnostics: Diagnostics
) -> bool:
    """Report what a template raised, and return whether one of the user's own is at fault.

    Parameters
    ----------
    variables
        Names that the template could use.
    known
        Names of all templates.
    """
    place = _place(error, overrides)
    if place is None:
        return False
    name, line = place
    what, wrong, remedy, word = _explained(error, tuple(variables), tuple(known))
    diagnostics.error(what, wrong, location=overrides.location(name, line, word), hint=remedy)
    return True


def _place(error: Exception, overrides: Overrides) -> tuple[str, int] | None:
    """Return the template and the line that led to an error: the innermost of the user's own."""
    files = {overrides.file(name): name for name in overrides.texts}
    if isinstance(error, TemplateSyntaxError):
        name = files.get(error.filename or "")
        return None if name is None else (name, error.lineno)
    found: tuple[str, int] | None = None
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        name = files.get(trace.tb_frame.f_code.co_filename)
        if name is not None:
            found = name, trace.tb_lineno
        trace = trace.tb_next
    return found


def _explained(error: Exception, variables: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, str, str, str]:
    """Return the code, what is wrong, what to do, and the word of the line that is at fault."""
    word = ""
    if isinstance(error, UnknownFieldError):
        owner, word = error.owner, error.name
        names = variables if owner is None else tuple(_members(owner))
        what = "the template has no variable" if owner is None else f"{type(owner).__name__} has no field"
        near = similar(word, names)
        other = f"there are: {', '.join(names)}" if names else "leave it out"
        code, message, hint = "template-field", f"{what} {word!r}", f"did you mean {near!r}?" if near else other
    elif isinstance(error, TemplateSyntaxError):
        said = (error.message or "").rstrip(".")
        code, message, hint = "template-syntax", said[:1].lower() + said[1:], "this is no Jinja template as it stands"
    elif isinstance(error, TemplateNotFound):
        word = str(error.name or "")
        near = similar(word, [*known, *(f"{BUILTIN}/{each}" for each in known)])
        other = "names are those below the folder of the target, or of ours behind 'builtin/'"
        said = f"there is no template {word!r}"
        code, message, hint = "template-unknown", said, f"did you mean {near!r}?" if near else other
    elif isinstance(error, RecursionError):
        hint = f"build on ours by {BUILTIN!r} before its name"
        code, message = "template-error", "the template leads to itself"
    else:
        said = f"{type(error).__name__}: {error}".rstrip(".")
        code, message, hint = "template-error", said, "mend this line of the template"
    return code, message, hint, word


def _members(owner: object) -> list[str]:
    if is_dataclass(owner) and not isinstance(owner, type):
        return [field.name for field in fields(owner)]
    if isinstance(owner, Mapping):
        return [str(key) for key in cast("Mapping[object, object]", owner)]
    return [name for name in dir(owner) if not name.startswith("_")]


def invalid_source(path: str, text: str) -> tuple[int, str] | None:
    """Return the line of a generated text that its language does not allow, and what is wrong there; ``None`` for none.

    Python and TOML are looked at; other languages have tools of their own.
    """
    if path.endswith(".py"):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                # Compiled and not only parsed, for what the grammar alone does not say; it is never run.
                compile(text, path, "exec", dont_inherit=True)
        except SyntaxError as error:
            return error.lineno or 1, (error.msg or "invalid syntax").rstrip(".")
        except (ValueError, RecursionError, MemoryError) as error:
            return 1, str(error)
    elif path.endswith(".toml"):
        try:
            tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"\(at line (\d+), column \d+\)", str(error))
            lines = text.count("\n") + 1
            return int(found[1]) if found else lines, re.sub(r" \(at .*\)$", "", str(error))
    return None
