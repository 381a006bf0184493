"""Pages of operations, and of the requests that the API sends."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup, escape

from sdksmith.media_types import is_json
from sdksmith.model import Response
from sdksmith.sdk import Method
from sdksmith.sdk.documentation.facts import stage_of
from sdksmith.sdk.documentation.follow_ups import follow_ups
from sdksmith.sdk.documentation.reference import description_of
from sdksmith.sdk.errors import ERRORS, OTHER_STATUS
from sdksmith.targets.protocol import SampleWriter
from sdksmith.targets.reference.frame.site import Site
from sdksmith.targets.reference.frame.views import PageLink
from sdksmith.targets.reference.markup import texts
from sdksmith.targets.reference.markup.highlighting import highlighted
from sdksmith.targets.reference.pages.authorization import Authorization
from sdksmith.targets.reference.pages.sections import bodies, body_section, place_sections
from sdksmith.targets.reference.pages.views import OperationContext, ResponseView, Sample, Section
from sdksmith.targets.reference.samples.calls import SampleCalls
from sdksmith.targets.reference.samples.curl import CurlSamples
from sdksmith.targets.reference.samples.examples import ResponseExamples
from sdksmith.targets.reference.trees.building import SharedTrees, TreeBuilder

#: Methods of HTTP that do once what they do (RFC 9110, section 9.2.2), beside those that change nothing.
_IDEMPOTENT: Final = frozenset(("PUT", "DELETE"))


class OperationPages:
    """Makes the pages.

    Parameters
    ----------
    shared
        Receives the types whose pages are led to.
    """

    def __init__(
        self, site: Site, writers: Sequence[SampleWriter], authorization: Authorization, shared: SharedTrees
    ) -> None:
        self._site = site
        self._writers = writers
        self._authorization = authorization
        self._shared = shared
        self._curl = CurlSamples(site.sdk)
        self._calls = SampleCalls(site.sdk)
        self._examples = ResponseExamples(site.sdk)

    def _trees(self) -> TreeBuilder:
        return TreeBuilder(self._site.sdk, self._site.names, self._site.words, self._shared)

    def operation(self, method: Method, before: Method | None, after: Method | None) -> OperationContext:
        """Return the page of an operation, between its neighbours."""
        address = self._site.addresses.method(method)
        operation = method.operation
        trees = self._trees()
        description = description_of(operation)
        path = texts.visible(operation.path.partition("#")[0])
        order = {argument.wire_name: index for index, argument in enumerate(method.arguments)}
        sections = place_sections(operation.parameters, trees, self._site.words, order)
        if operation.body is not None:
            chosen = method.body.media if method.body is not None else None
            sections.append(
                body_section(operation.body, chosen, trees, self._site.words, (description, operation.summary))
            )
        return OperationContext(
            script_words=self._site.script_words,
            site=self._site.view(address, method.group, crumb=self._site.method_title(method)),
            title=self._site.method_title(method),
            page_marks=self._site.marks(stage_of(operation)),
            method=operation.method,
            path=path,
            path_parts=[(part, part.startswith("{")) for part in re.split(r"(\{[^{}]*\})", path) if part],
            text=texts.markdown(description),
            html=texts.html(description),
            samples=self.samples(method),
            authorization=self._authorization.requirements(method),
            scopes=self._authorization.scopes(method),
            sections=sections,
            responses=[self._response(address, method, response, trees) for response in operation.responses],
            callbacks=self._site.incoming_links(address, operation.callbacks),
            paging=self._paging(method),
            idempotent=operation.method in _IDEMPOTENT,
            streaming=method.is_stream,
            previous=self._neighbour(address, before),
            following=self._neighbour(address, after),
            addresses=self._site.addresses.types,
        )

    def _neighbour(self, address: str, method: Method | None) -> PageLink | None:
        return None if method is None else self._link(address, method)

    def _link(self, address: str, method: Method, about: str = "") -> PageLink:
        return PageLink(
            self._site.method_title(method), self._site.to(address, self._site.addresses.method(method)), about
        )

    def _paging(self, method: Method) -> list[tuple[str, Markup]]:
        """Return how the next page is asked for, in sentences."""
        paging = method.paging
        if paging is None:
            return []
        named = paging.key[1] if paging.kind == "last-item" else paging.next_property
        given: list[tuple[str, tuple[str, ...]]] = [(self._site.words["paging_text"], ())]
        given.append((self._site.words[f"paging_{paging.kind}"], (paging.page_parameter, named or "Link")))
        if paging.size_parameter:
            given.append((self._site.words["paging_size"], (paging.size_parameter,)))
        code = Markup("<code>{}</code>")
        return [
            (
                sentence.format(*(texts.code(texts.visible(name)) for name in names)),
                escape(sentence).format(*(code.format(texts.visible(name)) for name in names)),
            )
            for sentence, names in given
        ]

    def _response(self, address: str, method: Method, response: Response, trees: TreeBuilder) -> ResponseView:
        anchor = f"response-{response.status}"
        # JSON comes first, because the libraries read it.
        ordered = sorted(response.alternatives, key=lambda media: not is_json(media.content_type))
        description = "\n\n".join(response.descriptions)
        errors: list[tuple[str, str]] = []
        if not response.is_success:
            name = ERRORS.get(response.status, OTHER_STATUS)
            errors = [(writer.language, writer.error(name)) for writer in self._writers]
        methods = self._site.sdk.methods
        links = (
            self._link(address, methods[each.method], each.description)
            for each in (follow_ups(method, self._site.sdk) if response.links else ())
        )
        found = self._examples.example(response)
        example = json.dumps(found[0], ensure_ascii=False, indent=2) if found else ""
        return ResponseView(
            status=texts.visible(response.status),
            anchor=anchor,
            text=texts.markdown(description),
            html=texts.html(description),
            bodies=bodies(ordered, anchor, trees, (description, method.operation.description)),
            is_empty=response.is_success and not ordered,
            headers=tuple(
                (texts.visible(header.name), trees.types.text(header.type), texts.line(header.description))
                for header in response.headers
            ),
            example=example,
            example_html=highlighted(example, "json") if example else Markup(""),
            errors=tuple(errors),
            links=tuple(links),
            is_success=response.status.startswith("2"),
        )

    def samples(self, method: Method) -> list[Sample]:
        """Return the samples of a call: cURL, then the libraries in the order of the table of targets."""
        required = self._calls.required(method)
        if required is None:
            return []
        complete = self._calls.complete(method, required)
        more = self._curl.sample(method, complete) if complete is not None else ""
        found = [_sample("cURL", "bash", self._curl.sample(method, required), more)]
        for writer in self._writers:
            first = writer.sample(method, required.arguments)
            second = writer.sample(method, complete.arguments) if complete is not None else None
            if first is not None:
                found.append(_sample(writer.language, writer.lexer, first, second or ""))
        return found

    def incoming(self) -> Iterator[tuple[str, OperationContext]]:
        """Yield the pages of webhooks and callbacks, each with its address."""
        for request in self._site.sdk.api.incoming():
            address = self._site.addresses.incoming[request.symbol]
            trees = self._trees()
            title = texts.visible(request.summary or request.name)
            sections: list[Section] = place_sections(request.parameters, trees, self._site.words, {})
            if request.body is not None and request.body.alternatives:
                sections.append(
                    body_section(request.body, None, trees, self._site.words, (request.description, request.summary))
                )
            path = texts.visible(request.expression or request.name)
            context = OperationContext(
                script_words=self._site.script_words,
                site=self._site.view(address, crumb=title),
                title=title,
                page_marks=self._site.marks(stage_of(request)),
                method=request.method.upper(),
                path=path,
                path_parts=[(path, False)],
                text=texts.markdown(request.description),
                html=texts.html(request.description),
                samples=(),
                authorization=(),
                scopes=(),
                sections=sections,
                responses=(),
                callbacks=(),
                paging=(),
                idempotent=False,
                streaming=False,
                previous=None,
                following=None,
                addresses=self._site.addresses.types,
            )
            yield address, context


def _sample(language: str, lexer: str, required: str, complete: str) -> Sample:
    every = "" if complete == required else complete
    shown = highlighted(every, lexer) if every else Markup("")
    return Sample(language, lexer, required, highlighted(required, lexer), every, shown)
