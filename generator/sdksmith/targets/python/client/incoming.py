"""The module that reads what the API sends: a method for each webhook and each callback.

There is such a module only where the document has webhooks or callbacks; nobody else pays for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sdksmith.media_types import is_json
from sdksmith.model import Api, Disposition, IncomingRequest, Ledger, MediaType, Object, Reference, Type, resolve
from sdksmith.naming import Names
from sdksmith.sdk.documentation.text import clean, spoken_title
from sdksmith.targets.python.layout import prose
from sdksmith.targets.python.layout.code import (
    Brackets,
    Expression,
    exploded,
    expression,
    flat,
    import_from,
    result_statement,
)
from sdksmith.targets.python.package.incoming import CALLBACKS, WEBHOOKS
from sdksmith.targets.python.types.expressions import Imports, TypePrinter


@dataclass(frozen=True)
class IncomingMethod:
    """A method that reads one request."""

    name: str
    signature: list[str]
    docstring: str
    body: str
    summary: str
    returns: str


@dataclass(frozen=True)
class IncomingClass:
    """A class of such methods."""

    name: str
    docstring: str
    methods: list[IncomingMethod]


@dataclass(frozen=True, kw_only=True)
class IncomingModule:
    """The module."""

    docstring: str
    classes: list[IncomingClass]
    typing_imports: str
    types_import: str
    datetime: bool
    uses_types: bool


def payload(request: IncomingRequest) -> MediaType | None:
    """Return the representation of a request's body that is read; ``None`` if it has no body."""
    if request.body is None or not request.body.alternatives:
        return None
    alternatives = request.body.alternatives
    return next((media for media in alternatives if is_json(media.content_type)), alternatives[0])


class IncomingPlanner:
    """Writes the module."""

    def __init__(self, api: Api, names: Names, package: str, ledger: Ledger) -> None:
        self._api = api
        self._names = names
        self._package = package
        self._ledger = ledger
        self._imports = Imports()
        self._annotations = TypePrinter(self._imports, self._imported)
        self._runtime = TypePrinter(self._imports, lambda symbol: f"_types.{names.types[symbol]}")

    def module(self) -> IncomingModule:
        """Return the module."""
        title = spoken_title(self._api.info.title)
        classes: list[IncomingClass] = []
        callbacks = [callback for operation in self._api.operations() for callback in operation.callbacks]
        for name, requests, about in (
            (WEBHOOKS, self._api.webhooks, f"Reads the webhooks of the {title}."),
            (CALLBACKS, callbacks, f"Reads the callbacks of the {title}, each named by its operation."),
        ):
            if requests:
                methods = [*self._parse(requests), *self._methods(requests)]
                classes.append(IncomingClass(name, self._about(name, about, methods), methods))
        self._imports.typing |= {"Mapping", "Optional", "Union"}
        if self._imports.types:
            self._imports.typing.add("TYPE_CHECKING")
        return IncomingModule(
            docstring=prose.docstring(prose.wrap(f"Requests that the {title} sends.", 3), 0),
            classes=classes,
            typing_imports=import_from("typing", sorted(self._imports.typing)),
            types_import=import_from(".types", sorted(self._imports.types), 4) if self._imports.types else "",
            datetime=self._imports.datetime,
            uses_types=any("_types." in method.body for entry in classes for method in entry.methods),
        )

    def _imported(self, symbol: tuple[str, ...]) -> str:
        name = self._names.types[symbol]
        self._imports.types.add(name)
        return name

    def _about(self, name: str, about: str, methods: Sequence[IncomingMethod]) -> str:
        method = methods[0].name
        lines = [
            *prose.wrap(about, 7),
            "",
            *prose.wrap("Takes the body and the headers of a request, as any web framework gives them.", 4),
            "",
            "Examples",
            "--------",
            f"    from {self._package} import {name}, StandardSignature",
            "",
            f'    requests = {name}(StandardSignature("whsec_..."))',
            f"    print(requests.{method}(body, headers))",
        ]
        return prose.docstring(lines, 4)

    def _methods(self, requests: Iterable[IncomingRequest]) -> list[IncomingMethod]:
        named = sorted(requests, key=lambda request: self._names.incoming[request.symbol])
        return [self._method(request) for request in named]

    def _parse(self, requests: Iterable[IncomingRequest]) -> list[IncomingMethod]:
        """Return the method that reads any of the requests, told apart by their bodies."""
        kinds: list[Type] = []
        for request in requests:
            media = payload(request)
            if media is not None and is_json(media.content_type) and media.type not in kinds:
                kinds.append(media.type)
        if len(kinds) < 2:
            return []
        about = "Read a request of whatever kind, which is told by its body alone."
        lines = [about, *self._sections([], "What was sent.", self._annotations.union(kinds))]
        return [
            IncomingMethod(
                "parse",
                _signature("parse", self._annotations.union(kinds)),
                prose.docstring(lines, 8),
                self._body(self._annotations.union(kinds), self._runtime.union(kinds), plain=False),
                about,
                flat(self._annotations.union(kinds)),
            )
        ]

    def _method(self, request: IncomingRequest) -> IncomingMethod:
        name = self._names.incoming[request.symbol]
        media = payload(request)
        annotation: Expression = "None"
        read = runtime = annotation
        plain = True
        if media is not None and is_json(media.content_type):
            read = annotation = self._annotations.print(media.type)
            runtime = self._runtime.print(media.type)
            plain = self._is_model(media.type)
        elif media is not None:
            read = annotation = runtime = "bytes"
            reason = f"a body of type {media.content_type!r} is returned as bytes"
            self._ledger.record(request.symbol, "payload", request.name, Disposition.DEGRADED, reason)
        body = "        self._verified(body, headers)" if media is None else self._body(read, runtime, plain=plain)
        summary = " ".join(clean(request.summary).split()) or f"Read ``{clean(request.name)}``."
        return IncomingMethod(
            name,
            _signature(name, annotation),
            prose.docstring(self._documentation(request, summary, annotation), 8),
            body,
            prose.markdown_text(summary.replace("``", "")),
            flat(annotation),
        )

    def _is_model(self, kind: Type) -> bool:
        resolved = resolve(kind, self._api.declarations)
        return isinstance(resolved, Reference) and isinstance(self._api.declarations.get(resolved.symbol), Object)

    def _body(self, annotation: Expression, runtime: Expression, *, plain: bool) -> str:
        items = (runtime, "body", "headers")
        if plain:
            return f"        {exploded(Brackets('return self._read(', items, ')'), 8)}"
        return f"        {result_statement(annotation, Brackets('self._read(', items, ')'))}\n        return _result"

    def _documentation(self, request: IncomingRequest, summary: str, annotation: Expression) -> list[str]:
        lines = prose.wrap(summary, 11)
        if request.deprecated:
            lines += ["", "Deprecated."]
        if request.description and request.description.strip() != request.summary.strip():
            lines += ["", *prose.wrap(request.description, 8)]
        if request.expression:
            sent = f"Sent by {request.method} to ``{request.expression}``."
            lines += ["", *prose.wrap(sent, 8)]
        headers = [parameter for parameter in request.parameters if parameter.location == "header"]
        described: list[str] = []
        for header in headers:
            text = f"- ``{header.name}``: {header.description}" if header.description else f"- ``{header.name}``"
            described += prose.wrap(text, 12)
        about = request.body.description if request.body is not None else ""
        return [*lines, *self._sections(described, about or "What was sent.", annotation)]

    def _sections(self, headers: list[str], about: str, annotation: Expression) -> list[str]:
        lines = ["", "Parameters", "----------", "body : Union[bytes, str]", "    The body as it came."]
        lines += ["headers : Optional[Mapping[str, str]]"]
        lines += [f"    {line}" for line in ["The headers, which hold the signature.", *headers]]
        if annotation != "None":
            lines += ["", "Returns", "-------", flat(annotation)]
            lines += [f"    {line}".rstrip() for line in prose.wrap(about, 12)]
        lines += ["", "Raises", "------", "WebhookVerificationError", "    It does not come from the API."]
        if annotation != "None":
            lines += ["WebhookPayloadError", "    The body can't be read."]
        return lines


def _signature(name: str, returns: Expression) -> list[str]:
    return [
        f"    def {name}(",
        "        self,",
        "        body: Union[bytes, str],",
        "        headers: Optional[Mapping[str, str]] = None,",
        *f"    ) -> {expression(returns, 4, 9, 1)}:".split("\n"),
    ]
