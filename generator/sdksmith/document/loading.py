"""The order of the document stages: read, parse, check the version, bundle, check, upgrade."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sdksmith.config import LoadConfig
from sdksmith.diagnostics import Diagnostic, Diagnostics, Failure, Location, Pointer, Severity, format_pointer
from sdksmith.document.expansion import EndlessNode, expanded_size
from sdksmith.document.overlay.overlays import apply_overlays, read_overlays
from sdksmith.document.pointers import fragment_pointers, is_object, lookup, step
from sdksmith.document.references.bundling import Bundler
from sdksmith.document.references.files import Library
from sdksmith.document.references.resolving import Resolver
from sdksmith.document.specification.semantics import check_semantics
from sdksmith.document.specification.wording import describe
from sdksmith.document.syntax.fetching import read_url
from sdksmith.document.syntax.reading import InputProblem, is_url, read_file, read_standard_input
from sdksmith.document.syntax.source import SourceFile, parse_source
from sdksmith.document.upgrade import honour_nullable, upgrade

if TYPE_CHECKING:
    from sdksmith.document.references.bundling import Origins
    from sdksmith.document.specification.structure import Fault
    from sdksmith.document.specification.trail import Trail

_VERSION = re.compile(r"3\.([012])(?:\.\d+)?(?:-[\w.]+)?\Z", re.ASCII)
_SUPPORTED = "supported: 3.0, 3.1, 3.2"


@dataclass(eq=False)
class Document:
    """An OpenAPI document, whatever files it came from, as one tree in the vocabulary of OpenAPI 3.1.

    Attributes
    ----------
    tree
        The tree; every ``$ref`` in it begins with ``#/``, those inside examples and extensions excepted.
    version
        The document's own ``openapi`` field, before any upgrade.
    name
        What to call the source in messages.
    """

    tree: dict[str, Any]
    version: str
    name: str
    _root: SourceFile = field(repr=False)
    _origins: Origins = field(repr=False)
    _trail: Trail = field(repr=False)
    _library: Library = field(repr=False)
    _library_base: Path = field(repr=False)
    _overlays: list[SourceFile] = field(repr=False)
    _faults: dict[int, list[Fault]] = field(repr=False)

    def locate(self, pointer: Pointer) -> Location:
        """Return the place in the source files of a node, or of its deepest ancestor that exists.

        The first call reads the file's text once more; later ones are quick.
        """
        node: Any = self.tree
        source = self._root
        base: Pointer = ()
        own: list[str] = []
        known = True
        for token in pointer:
            own.append(token)
            if not known:
                continue
            try:
                node = step(node, token)
            except KeyError:
                known = False
                continue
            origin = self._origins.get(id(node))
            if origin is not None:
                source, base = origin
                own = []
        return self._trail.locate(source, (*base, *own))

    def sources(self) -> tuple[tuple[str, str, str], ...]:
        """Return what the document was read from, overlays last; see :meth:`.files.Library.opened`."""
        opened = self._library.opened()
        if not opened:
            return ()
        base = os.path.realpath(self._library_base)
        overlays = [
            (os.path.normpath(os.path.join(base, overlay.name)), overlay.identity, overlay.digest)
            for overlay in self._overlays
        ]
        return (*opened, *overlays)

    @property
    def is_as_written(self) -> bool:
        """Whether each node stands where its pointer says, in one file, and nothing of it had to be left out."""
        return not (self._origins or self._faults or self._overlays) and len(self._library.opened()) == 1

    def faults_of(self, schema: object) -> Sequence[Fault]:
        """Return what of a schema can't be read and was left out, and why."""
        return self._faults.get(id(schema), ())

    def at(self, pointer: Pointer) -> Any:
        """Return the node at a pointer.

        Raises
        ------
        KeyError
            There is none.
        """
        return lookup(self.tree, pointer)

    def resolve(self, reference: str) -> tuple[Pointer, Any]:
        """Return where a ``$ref`` of this tree leads, one hop, and what is there.

        Parameters
        ----------
        reference
            ``#`` or ``#/...``, percent-encoded (RFC 6901 section 6).

        Raises
        ------
        KeyError
            It is not such a reference, or leads nowhere.
        """
        if reference == "#":
            return (), self.tree
        for pointer in fragment_pointers(reference[1:]) if reference.startswith("#/") else ():
            try:
                return pointer, lookup(self.tree, pointer)
            except KeyError:
                continue
        raise KeyError(reference)

    def original(self) -> dict[str, Any]:
        """Return the bundled tree before the upgrade, made anew from the text of the root document and its overlays."""
        again = self._root.reread()
        if self._overlays:
            apply_overlays(again, [overlay.reread() for overlay in self._overlays], Diagnostics())
        _bundle(again, Diagnostics(), Library(again, again.limits, self._library_base), mending=False)
        tree: dict[str, Any] = again.tree
        return tree


def load(
    source: str,
    limits: LoadConfig,
    diagnostics: Diagnostics,
    *,
    overlays: Sequence[str] = (),
    base_folder: Path | None = None,
) -> Document:
    """Load a document: read it, apply overlays, follow its references, check it, and bring it to the 3.1 vocabulary.

    Parameters
    ----------
    source
        A path, ``-`` for standard input, or an ``http``/``https`` URL. References are followed into files only.
    limits
        How much may be read, from where, and how deep and large it may be.
    diagnostics
        Gets everything that is found, in one run: errors and warnings.
    overlays
        Paths of Overlay documents, in the order in which they are applied.
    base_folder
        What a relative `source` and relative ``allowed_roots`` start from, and where references of a document on
        standard input lead. Default: the working directory; standard input then has no folder.

    Raises
    ------
    Failure
        `diagnostics` holds an error.
    """
    base = base_folder if base_folder is not None else Path.cwd()
    before = _errors(diagnostics)
    try:
        root = read_root(source, limits, base, base_folder)
    except InputProblem as problem:
        for found in problem.all():
            location = found.location or Location("<stdin>" if source == "-" else _without_secrets(source))
            related: tuple[tuple[str, Pointer | Location], ...] = found.related
            diagnostics.add(
                Diagnostic(found.code, Severity.ERROR, found.message, found.hint, location=location, related=related)
            )
        raise Failure(diagnostics) from problem
    applied = read_overlays(overlays, limits, base, diagnostics)
    if _errors(diagnostics) > before:
        raise Failure(diagnostics, root.locate)
    if applied and is_object(root.tree):
        apply_overlays(root, applied, diagnostics)
        if _errors(diagnostics) > before:
            raise Failure(diagnostics, root.locate)
    version = _check_top_level(root, diagnostics)
    if version is None:
        raise Failure(diagnostics, root.locate)
    library = Library(root, root.limits, base)
    bundler = _bundle(root, diagnostics, library)
    document = Document(
        root.tree,
        version,
        root.name,
        root,
        bundler.origins,
        bundler.trail,
        library,
        base,
        applied,
        bundler.walker.faults,
    )
    if bundler.inlined:
        _check_size(document, limits, diagnostics)
    if _errors(diagnostics) > before:
        raise Failure(diagnostics, document.locate)
    check_semantics(root.tree, diagnostics)
    if version.startswith("3.0"):
        upgrade(root.tree, bundler.walker.schemas, bundler.walker.contents)
    honour_nullable(bundler.walker.schemas)
    return document


def read_text(source: str, limits: LoadConfig) -> SourceFile:
    """Return the file of a document that was loaded before, only to find places in it.

    Raises
    ------
    Failure
        It is not what it was.
    """
    try:
        return read_root(source, limits, Path.cwd(), None)
    except InputProblem as problem:
        diagnostics = Diagnostics()
        diagnostics.error(problem.code, problem.message, location=Location(source), hint=problem.hint)
        raise Failure(diagnostics) from problem


def _errors(diagnostics: Diagnostics) -> int:
    return sum(found.severity is Severity.ERROR for found in diagnostics)


def read_root(source: str, limits: LoadConfig, base: Path, stdin_folder: Path | None) -> SourceFile:
    """Read the file, the URL or the standard input that a document is in.

    Raises
    ------
    InputProblem
        It can't be read, or is no JSON or YAML.
    """
    if source == "-":
        content = read_standard_input(limits.max_bytes)
        return parse_source(content, identity="-", name="<stdin>", folder=stdin_folder, path="", limits=limits)
    if is_url(source):
        content = read_url(source, limits.max_bytes, limits.timeout_seconds, limits.headers)
        name = _without_secrets(source)
        return parse_source(content, identity=source, name=name, folder=None, path=urlsplit(source).path, limits=limits)
    path = base / source
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]+)://", source)
    if scheme and not path.exists():
        message = f"documents are not fetched over {scheme[1].lower()}"
        raise InputProblem("unreadable", message, "name a file, or an http or https URL")
    content = read_file(path, limits.max_bytes, regular_only=False)
    folder = Path(os.path.realpath(path.parent))
    return parse_source(
        content, identity=os.path.realpath(path), name=source, folder=folder, path=source, limits=limits
    )


def _without_secrets(url: str) -> str:
    """Return a source for messages: a URL without user, password, query and fragment, any of which may be a secret."""
    if not is_url(url):
        return url
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _bundle(root: SourceFile, diagnostics: Diagnostics, library: Library, *, mending: bool = True) -> Bundler:
    bundler = Bundler(root, Resolver(root, library), diagnostics, mending=mending)
    bundler.run()
    return bundler


def _check_top_level(root: SourceFile, diagnostics: Diagnostics) -> str | None:
    """Return the document's version, or ``None`` when it is nothing that we can read."""
    tree = root.tree
    if not is_object(tree):
        message = f"the top level must be an object, found {describe(tree)}"
        diagnostics.error("top-level", message, pointer=())
        return None
    if "openapi" not in tree:
        if "swagger" in tree:
            message = f"Swagger {str(tree['swagger'])[:20]} is not supported"
            hint = "convert the document to OpenAPI 3 first"
            diagnostics.error("unsupported-version", message, pointer=("swagger",), hint=hint)
        else:
            hint = "is this an OpenAPI document? It must say, for example, openapi: 3.1.0"
            diagnostics.error("missing-field", "missing required field openapi", pointer=("openapi",), hint=hint)
        return None
    version = tree["openapi"]
    if isinstance(version, float):
        # Unquoted "3.1" is a number in YAML; the walk warns about it.
        version = str(version)
    if not isinstance(version, str):
        diagnostics.error("wrong-type", f"/openapi must be a string, found {describe(version)}", pointer=("openapi",))
        return None
    found = _VERSION.match(version)
    if found is None:
        message = f"unsupported OpenAPI version {version[:40]}; {_SUPPORTED}"
        diagnostics.error("unsupported-version", message, pointer=("openapi",))
        return None
    if found.group(1) == "0":
        if "paths" not in tree:
            hint = "OpenAPI 3.0 requires it, even when it is empty"
            diagnostics.error("missing-field", "missing required field paths", pointer=("paths",), hint=hint)
    elif not any(name in tree for name in ("paths", "components", "webhooks")):
        message = "the document has none of paths, components and webhooks; one of them is required"
        diagnostics.error("missing-field", message, pointer=())
    return version


def _check_size(document: Document, limits: LoadConfig, diagnostics: Diagnostics) -> None:
    """Refuse what grows without end once references have been replaced by what they lead to."""
    try:
        size = expanded_size(document.tree)
    except EndlessNode as error:
        place = format_pointer(error.pointer)[:400]
        message = f"circular reference: {place} holds itself, and OpenAPI allows no $ref there"
        hint = "refer to a component instead, where OpenAPI has one of that kind"
        diagnostics.error("circular-reference", message, pointer=error.pointer, hint=hint)
        raise Failure(diagnostics, document.locate) from None
    if size > limits.max_nodes:
        message = f"the document has too many nodes once its references are followed (limit {limits.max_nodes})"
        diagnostics.error("too-many-nodes", message, pointer=())
        raise Failure(diagnostics, document.locate)
