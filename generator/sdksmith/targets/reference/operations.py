"""Pages of operations, and of the requests that the API sends."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from sdksmith.media_types import is_json
from sdksmith.model import Response, SecurityScheme
from sdksmith.sdk import Method
from sdksmith.sdk.credentials import BASIC, TOKEN, credential_of
from sdksmith.sdk.documentation.facts import stage_of
from sdksmith.sdk.documentation.follow_ups import follow_ups
from sdksmith.sdk.documentation.reference import description_of
from sdksmith.sdk.errors import ERRORS, OTHER_STATUS
from sdksmith.sdk.values import NoValueError, Values
from sdksmith.targets.protocol import SampleWriter
from sdksmith.targets.reference import texts
from sdksmith.targets.reference.calls import SampleCalls
from sdksmith.targets.reference.curl import CurlSamples
from sdksmith.targets.reference.highlighting import highlighted
from sdksmith.targets.reference.site import Site
from sdksmith.targets.reference.trees import SharedTrees, TreeBuilder
from sdksmith.targets.reference.views import OperationContext, PageLink, ResponseView, Sample, Section

_PLACES = ("path", "query", "querystring", "header", "cookie")


class OperationPages:
    """Makes the pages.

    Parameters
    ----------
    shared
        Receives the types whose pages are led to.
    """

    def __init__(self, site: Site, writers: Sequence[SampleWriter], shared: SharedTrees) -> None:
        self._site = site
        self._writers = writers
        self._shared = shared
        self._curl = CurlSamples(site.sdk)
        self._calls = SampleCalls(site.sdk)
        self._received = Values(site.sdk.api.declarations, site.sdk.unions, "response")

    def operation(self, method: Method, before: Method | None, after: Method | None) -> OperationContext:
        """Return the page of an operation, between its neighbours."""
        address = self._site.addresses.method(method)
        operation = method.operation
        trees = TreeBuilder(self._site.sdk, self._site.names, self._site.words, self._shared)
        description = description_of(operation)
        path = texts.visible(operation.path.partition("#")[0])
        parts = [(part, part.startswith("{")) for part in re.split(r"(\{[^{}]*\})", path) if part]
        parameters = [section for place in _PLACES if (section := self._place(method, place, trees)) is not None]
        return OperationContext(
            script_words=self._site.script_words,
            site=self._site.view(address, method.group, crumb=self._site.method_title(method)),
            title=self._site.method_title(method),
            page_marks=self._site.marks(stage_of(operation)),
            method=operation.method,
            path=path,
            path_parts=parts,
            text=texts.markdown(description),
            html=texts.html(description),
            samples=self._samples(method),
            authorization=self._authorization(method),
            scopes=self._scopes(method),
            parameters=parameters,
            bodies=self._bodies(method, trees),
            responses=[self._response(address, method, response, trees) for response in operation.responses],
            paging=method.paging is not None,
            streaming=method.is_stream,
            previous=self._neighbour(address, before),
            following=self._neighbour(address, after),
            addresses=self._site.addresses.types,
        )

    def _neighbour(self, address: str, method: Method | None) -> PageLink | None:
        if method is None:
            return None
        return PageLink(self._site.method_title(method), self._site.to(address, self._site.addresses.method(method)))

    def _place(self, method: Method, place: str, trees: TreeBuilder) -> Section | None:
        found = [each for each in method.operation.parameters if each.location == place]
        if not found:
            return None
        order = {argument.wire_name: index for index, argument in enumerate(method.arguments)}
        if place == "path":
            found.sort(key=lambda each: order.get(each.name, len(order)))
        return Section(self._site.words[place], place, "", Markup(""), "", None, trees.parameters(found, place))

    def _bodies(self, method: Method, trees: TreeBuilder) -> list[Section]:
        body = method.operation.body
        if body is None:
            return []
        found: list[Section] = []
        chosen = method.body.media if method.body is not None else None
        ordered = sorted(body.alternatives, key=lambda media: media is not chosen)
        shown: list[Any] = []
        for media in ordered:
            if media.type in shown:
                # The same attributes in another form are named beside the first.
                index = shown.index(media.type)
                first = found[index]
                joined = f"{first.content_type}, {media.content_type}"
                found[index] = Section(
                    first.title, first.anchor, first.text, first.html, joined, first.tree, (), first.required
                )
                continue
            anchor = "body" if not shown else f"body-{len(shown) + 1}"
            shown.append(media.type)
            found.append(
                Section(
                    self._site.words["body"],
                    anchor,
                    texts.markdown(body.description),
                    texts.html(body.description),
                    media.content_type,
                    trees.tree(media.type, anchor),
                    (),
                    body.required,
                )
            )
        return found

    def _response(self, address: str, method: Method, response: Response, trees: TreeBuilder) -> ResponseView:
        anchor = f"response-{response.status}"
        media = next((each for each in response.alternatives if is_json(each.content_type)), None)
        media = media or next(iter(response.alternatives), None)
        description = "\n\n".join(response.descriptions)
        section = Section(
            response.status,
            anchor,
            texts.markdown(description),
            texts.html(description),
            "" if media is None else ", ".join(each.content_type for each in response.alternatives),
            None if media is None else trees.tree(media.type, anchor),
            (),
        )
        example = ""
        if media is not None and is_json(media.content_type):
            try:
                value = self._received.value(media.type, "response", media.examples, detail=1)
                example = json.dumps(value, ensure_ascii=False, indent=2)
            except NoValueError:
                example = ""
        errors: list[tuple[str, str]] = []
        if not response.is_success:
            name = ERRORS.get(response.status, OTHER_STATUS)
            errors = [(writer.language, writer.error(name)) for writer in self._writers]
        links = [
            PageLink(
                self._site.method_title(self._site.sdk.methods[each.method]),
                self._site.to(address, self._site.addresses.method(self._site.sdk.methods[each.method])),
                each.description,
            )
            for each in (follow_ups(method, self._site.sdk) if response.links else ())
        ]
        headers = tuple(
            (header.name, trees.type_text(header.type), texts.line(header.description)) for header in response.headers
        )
        shown = highlighted(example, "json") if example else Markup("")
        return ResponseView(response.status, section, headers, example, shown, tuple(errors), tuple(links))

    def _samples(self, method: Method) -> list[Sample]:
        required = self._calls.required(method)
        complete = self._calls.complete(method)
        found: list[Sample] = []
        pairs: list[tuple[str, str, str, str]] = []
        if required is not None:
            more = self._curl.sample(method, complete) if complete is not None else ""
            pairs.append(("cURL", "bash", self._curl.sample(method, required), more))
        for writer in self._writers:
            first = writer.sample(method, required.arguments) if required is not None else None
            second = writer.sample(method, complete.arguments) if complete is not None else None
            if first is not None:
                pairs.append((writer.language, writer.lexer, first, second or ""))
        for language, lexer, least, most in pairs:
            every = "" if most == least else most
            found.append(
                Sample(
                    language,
                    lexer,
                    least,
                    highlighted(least, lexer),
                    every,
                    highlighted(every, lexer) if every else Markup(""),
                )
            )
        return found

    def _authorization(self, method: Method) -> list[tuple[str, str]]:
        needed = method.security if method.security is not None else self._site.sdk.credentials.default
        if needed is None:
            return [_spoken(scheme) for scheme in self._site.sdk.api.security_schemes]
        schemes = {credential_of(scheme): scheme for scheme in reversed(self._site.sdk.api.security_schemes)}
        found: list[tuple[str, str]] = []
        for together in needed:
            said = [_spoken(schemes[each]) for each in together if each in schemes]
            found.append(
                (
                    " + ".join(name for name, _ in said) or self._site.words["unauthenticated"],
                    "; ".join(header for _, header in said if header),
                )
            )
        return found

    @staticmethod
    def _scopes(method: Method) -> list[str]:
        given = method.operation.security or ()
        return sorted({scope for requirement in given for scopes in requirement.values() for scope in scopes})

    def incoming(self) -> Iterator[tuple[str, OperationContext]]:
        """Yield the pages of webhooks and callbacks, each with its address."""
        for request in self._site.sdk.api.incoming():
            address = self._site.addresses.incoming[request.symbol]
            trees = TreeBuilder(self._site.sdk, self._site.names, self._site.words, self._shared)
            media = request.body.alternatives[0] if request.body is not None and request.body.alternatives else None
            title = texts.visible(request.summary or request.name)
            sections = [
                Section(
                    self._site.words["body"],
                    "body",
                    "",
                    Markup(""),
                    media.content_type,
                    trees.tree(media.type, "body"),
                    (),
                    True,
                )
                for media in ([media] if media is not None else [])
            ]
            places = [
                Section(self._site.words[place], place, "", Markup(""), "", None, trees.parameters(found, place))
                for place in _PLACES
                if (found := [each for each in request.parameters if each.location == place])
            ]
            context = OperationContext(
                script_words=self._site.script_words,
                site=self._site.view(address, crumb=title),
                title=title,
                page_marks=self._site.marks(stage_of(request)),
                method=request.method.upper(),
                path=request.expression or request.name,
                path_parts=[(request.expression or request.name, False)],
                text=texts.markdown(request.description),
                html=texts.html(request.description),
                samples=(),
                authorization=(),
                scopes=(),
                parameters=places,
                bodies=sections,
                responses=(),
                paging=False,
                streaming=False,
                previous=None,
                following=None,
                addresses=self._site.addresses.types,
            )
            yield address, context


def _spoken(scheme: SecurityScheme) -> tuple[str, str]:
    """Return what a security scheme is, and the header that it means."""
    credential = credential_of(scheme)
    if credential == TOKEN:
        return f"{scheme.name} (Bearer)", "Authorization: Bearer <token>"
    if credential == BASIC:
        return f"{scheme.name} (Basic)", "Authorization: Basic <base64(user:password)>"
    if credential is not None:
        return scheme.name, {"header": f"{scheme.parameter}: <key>", "query": f"?{scheme.parameter}=<key>"}.get(
            scheme.location, f"Cookie: {scheme.parameter}=<key>"
        )
    return f"{scheme.name} ({scheme.type})", ""
