"""Planned files -> text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sdksmith.diagnostics import Diagnostics, Failure, Location
from sdksmith.output.overrides import BUILTIN, Overrides, TemplateFailure, stamp_of
from sdksmith.output.templates import templates_folder
from sdksmith.planned import PlannedFile, TemplateContract
from sdksmith.words import similar

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment, Template

    from sdksmith.output.tracing import Piece


def render(
    files: Sequence[PlannedFile],
    target: str,
    *,
    folder: Path | None = None,
    advance: Callable[[], None] | None = None,
) -> dict[str, str]:
    """Render every planned file, and copy the verbatim ones.

    Parameters
    ----------
    files
        What to make, in any order.
    target
        Names the folder of templates below `folder`.
    folder
        The folder that holds ``<target>/``; :func:`templates_folder` by default.
    advance
        Called after each file.

    Returns
    -------
    dict
        Path -> text, in the order of `files`. Line ends are those of the template or the source.

    Raises
    ------
    Failure
        Two files were planned for one path.
    jinja2.TemplateError
        A template is wrong, or uses what its context does not have. Templates are part of the program, so this is a
        bug of ours and not of the input.
    """
    return Renderer(target, folder).render(files, advance)


class Renderer:
    """Renders files more than once with the same templates; see :func:`render`.

    Parameters
    ----------
    overrides
        Templates of the user's own: what they raise is reported with its place.
    """

    def __init__(self, target: str, folder: Path | None = None, overrides: Overrides | None = None) -> None:
        self._root = (folder or templates_folder()) / target
        self._overrides = overrides if overrides is not None and overrides.texts else None
        self._environment: Environment | None = None
        self._compiled: dict[str, Template] = {}
        # Kept, because a runtime of several targets or packages may copy one source more than once.
        self._copied: dict[str, str] = {}
        self._parts: dict[str, set[str]] = {}

    def render(self, files: Sequence[PlannedFile], advance: Callable[[], None] | None = None) -> dict[str, str]:
        """Return path -> text."""
        texts: dict[str, str] = {}
        for file in files:
            if file.path in texts:
                raise _planned_twice(file.path)
            text = self._copy(file) if file.verbatim else self._rendered(file)
            texts[file.path] = file.header + text if file.header else text
            if advance is not None:
                advance()
        return texts

    def _rendered(self, file: PlannedFile) -> str:
        if self._overrides is None:
            return self._template(file).render(_variables(file.context))
        variables = _variables(file.context)
        try:
            return self._template(file).render(variables)
        except Exception as error:
            # Whatever a template raises: it is the user's own code.
            raise self._failure(error, variables) or error from error

    def _failure(self, error: Exception, variables: Iterable[str]) -> TemplateFailure | None:
        from sdksmith.output.faults import report

        diagnostics = Diagnostics()
        assert self._overrides is not None
        own = report(error, self._overrides, variables, self.names(), diagnostics)
        return TemplateFailure(diagnostics) if own else None

    def source(self, name: str) -> str:
        """Return the text of a template of ours."""
        return _read(self._root, name)

    def report_unknown_variables(self, contract: TemplateContract, diagnostics: Diagnostics) -> None:
        """Report variables that the user's own templates ask for and that no file would give them.

        Whether a field of a variable exists is known when something is rendered.
        """
        from jinja2 import meta, nodes

        if self._overrides is None:
            return
        for name, text in self._overrides.texts.items():
            context = contract.contexts.get(name)
            # A part has the variables of a loop as well.
            if context is None or not is_dataclass(context) or name.startswith("parts/"):
                continue
            known = [field.name for field in fields(context)]
            # Blocks of ours may stand in loops, and have their variables.
            stored = self._jinja().parse(self.source(name)).find_all(nodes.Name)
            loops = {each.name for each in stored if each.ctx == "store"}
            unknown = meta.find_undeclared_variables(self._jinja().parse(text)) - {*known, *loops}
            for variable in sorted(unknown):
                line = next((at for at, each in enumerate(text.splitlines(), 1) if variable in each), 1)
                near = similar(variable, known)
                hint = f"did you mean {near!r}?" if near else f"there are: {', '.join(known)}"
                location = self._overrides.location(name, line, variable)
                message = f"the template has no variable {variable!r}"
                diagnostics.error("template-field", message, location=location, hint=hint)

    def validate(self, diagnostics: Diagnostics, contract: TemplateContract | None = None) -> None:
        """Report the templates of the user's own that are no templates, that nothing uses, or that are for an earlier contract."""
        from jinja2 import TemplateSyntaxError

        from sdksmith.output.faults import report

        if self._overrides is None:
            return
        names = self.names()
        used = {*names}
        for name in self._overrides.texts:
            try:
                self._jinja().get_template(name)
            except TemplateSyntaxError as error:
                report(error, self._overrides, (), names, diagnostics)
            else:
                used |= self._references(name)
        for name in self._overrides.texts:
            if name not in used:
                near = similar(name, names)
                hint = f"did you mean {near!r}?" if near else "`sdksmith templates list` has the names"
                location = self._overrides.location(name, 1)
                message = f"the template {name!r} takes the place of none, and no other includes it"
                diagnostics.error("template-unknown", message, location=location, hint=hint)
            elif contract is not None and (stamp := stamp_of(self._overrides.texts[name])) is not None:
                changed = contract.since(stamp.number, name)
                if changed:
                    message = f"the template is for contract {stamp.number}; since then: {'; '.join(changed)}"
                    location = self._overrides.location(name, 1)
                    hint = f"follow what changed, and raise the number in its first line to {contract.number}"
                    diagnostics.error("template-outdated", message, location=location, hint=hint)

    def names(self) -> list[str]:
        """Return the names of our templates."""
        return sorted(path.relative_to(self._root).as_posix() for path in self._root.rglob("*.j2"))

    def is_overridden(self, file: PlannedFile) -> bool:
        """Whether a template of the user's own has a part in a file."""
        if self._overrides is None or file.verbatim:
            return False
        if file.template not in self._parts:
            parts, waiting = {file.template}, [file.template]
            while waiting:
                more = self._references(waiting.pop()) - parts
                parts |= more
                waiting += more
            self._parts[file.template] = parts
        return not self._parts[file.template].isdisjoint(self._overrides.texts)

    def _references(self, name: str) -> set[str]:
        """Return the names of the templates that one extends, includes or imports, as far as they exist."""
        from jinja2 import meta

        environment = self._jinja()
        loader = cast("BaseLoader", environment.loader)
        assert self._overrides is not None
        ours = self.names()
        known = {*ours, *self._overrides.texts, *(f"{BUILTIN}/{each}" for each in ours)}
        if name not in known:
            return set()
        found: set[str] = set()
        for each in meta.find_referenced_templates(environment.parse(loader.get_source(environment, name)[0])):
            # What is chosen at run time is one of the parts.
            found |= {each} if each is not None else {part for part in known if part.startswith("parts/")}
        return found & known

    def trace(self, file: PlannedFile) -> list[Piece]:
        """Return the pieces of a rendered file, each with its place in a template."""
        from sdksmith.output.tracing import Piece, pieces

        header = [Piece(file.header, "", 0)] if file.header else []
        return header + list(pieces(self._template(file), _variables(file.context)))

    def _copy(self, file: PlannedFile) -> str:
        if file.text is not None:
            return file.text
        if file.template not in self._copied:
            self._copied[file.template] = _read(self._root, file.template)
        text = self._copied[file.template]
        for before, after in file.replacements:
            text = text.replace(before, after)
        return text

    def _template(self, file: PlannedFile) -> Template:
        template = self._compiled.get(file.template)
        if template is None:
            template = self._compiled[file.template] = self._jinja().get_template(file.template)
        return template

    def _jinja(self) -> Environment:
        if self._environment is None:
            overrides = self._overrides
            self._environment = _environment(self._root, overrides) if overrides else _own_environment(self._root)
        return self._environment


def _variables(context: object) -> Mapping[str, Any]:
    if context is None:
        return {}
    if is_dataclass(context) and not isinstance(context, type):
        return {field.name: getattr(context, field.name) for field in fields(context)}
    return cast("Mapping[str, Any]", context)


@cache
def _own_environment(root: Path) -> Environment:
    """Return the environment of our own templates, which a process compiles once, however many libraries it makes."""
    return _environment(root, None)


def _environment(root: Path, overrides: Overrides | None) -> Environment:
    from jinja2 import (
        ChoiceLoader,
        Environment,
        FileSystemLoader,
        FunctionLoader,
        PrefixLoader,
        StrictUndefined,
        select_autoescape,
    )

    loader: BaseLoader = FileSystemLoader(root)
    undefined = StrictUndefined
    if overrides is not None:
        from sdksmith.output.faults import LocatedUndefined

        undefined = LocatedUndefined

        def own(name: str) -> tuple[str, str, None] | None:
            return (overrides.texts[name], overrides.file(name), None) if name in overrides.texts else None

        loader = ChoiceLoader([FunctionLoader(own), PrefixLoader({BUILTIN: loader}), loader])

    # No autoescape in source code, where HTML entities would be damage: what comes from the document reaches a template
    # already as a safe literal or docstring of the target's language. In pages everything is escaped that is not marked.
    return Environment(
        loader=loader,
        undefined=undefined,
        autoescape=select_autoescape(("html.j2",), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # In a process that makes more than one library, a template that was edited meanwhile is compiled again.
        auto_reload=overrides is None,
        cache_size=-1,
    )


def _read(root: Path, name: str) -> str:
    parts = name.split("/")
    if name.startswith("/") or ".." in parts:
        raise ValueError(f"{name!r} is not below the target's templates")
    # Decoded from bytes, because reading as text would change line ends.
    return root.joinpath(*parts).read_bytes().decode("utf-8")


def _planned_twice(path: str) -> Failure:
    diagnostics = Diagnostics()
    diagnostics.error(
        "output-collision",
        f"two things would be written to {path!r}",
        location=Location(path),
        hint="two names of the document come out the same: rename one of them",
    )
    return Failure(diagnostics)
