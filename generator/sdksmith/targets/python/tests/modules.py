"""Test modules: one for each group of methods, a class for each method."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sdksmith.media_types import is_json
from sdksmith.model import Api, Array, resolve
from sdksmith.model.types import Symbol
from sdksmith.naming import Names, settle
from sdksmith.sdk.wire.cases import WireCase, WireCases
from sdksmith.sdk.wire.requests import ExpectedRequest, UntestableError
from sdksmith.sdk.wire.responses import WireResponse
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.layout import literals, prose
from sdksmith.targets.python.layout.code import (
    Brackets,
    Expression,
    assignment,
    call_line,
    expression,
    flat,
    import_from,
    width,
)
from sdksmith.targets.python.methods.samples import named
from sdksmith.targets.python.methods.signatures import Call
from sdksmith.targets.python.tests.construction import Constructor, Used
from sdksmith.targets.python.types.variants import TaggedVariant
from sdksmith.words import folded, pascal

#: How the data of a test is called, by the name of the test.
_TITLES: Final = {"required_arguments": "required", "all_arguments": "all", "call": "sent", "pages": "sent"}
#: Columns up to which the JSON of a body stands in the call that checks it.
_SHORT: Final = 60
_BODY: Final = 8


@dataclass(frozen=True)
class TestText:
    """A test: its first line or lines, and its blocks of statements."""

    first_line: str
    blocks: list[list[str]]


@dataclass(frozen=True)
class OperationText:
    """The tests of one method."""

    name: str
    docstring: str
    data: list[str] = field(default_factory=list[str])
    tests: list[TestText] = field(default_factory=list[TestText])


@dataclass(frozen=True, kw_only=True)
class WireTestModule:
    """A module of tests.

    Attributes
    ----------
    path
        Below the folder of the tests.
    checked_import
        What only annotations need, indented; ``""`` for nothing.
    decodes
        Whether values are compared with what was decoded.
    """

    path: str
    docstring: str
    standard_imports: list[str]
    package_imports: list[str]
    checked_import: str
    decodes: bool
    operations: list[OperationText]


@dataclass(frozen=True)
class Tested:
    """Test of a method, and the module it is in."""

    module: str
    class_name: str
    case: WireCase


@dataclass(frozen=True)
class Untested:
    """An operation that a test can't be made for, and why."""

    operation: Symbol
    reason: str


class WireTestPlanner:
    """Plans the test modules of a package."""

    def __init__(self, api: Api, decisions: Decisions) -> None:
        self._api = api
        self._names = decisions.names
        self._tagged = decisions.unions
        self._package = decisions.package
        self._client = decisions.client
        self._cases = WireCases(decisions.sdk)
        #: ``"group.method"`` -> its tests.
        self.tested: dict[str, Tested] = {}
        #: What no test was made for.
        self.untested: list[Untested] = []

    def constructor(self, used: Used) -> Constructor:
        """Return what writes the values that are sent; `used` receives what they need."""
        return Constructor(self._api.declarations, self._names, self._tagged, self._cases.sent, used)

    def module(self, name: str, calls: list[Call]) -> WireTestModule:
        """Plan the module of a group, by the name that :func:`module_names` has for it."""
        group = ".".join(calls[0].attributes)
        used = Used()
        texts = _OperationTests(self._api, self._names, self._tagged, self._cases, used, self._client)
        operations: list[OperationText] = []
        classes = settle((call.name, [f"Test{pascal(call.name, 'compact')}"]) for call in calls)
        for call in calls:
            try:
                case = self._cases.case(call.method)
                operations.append(texts.tests(call, case, classes[call.name]))
                self.tested[".".join((*call.attributes, call.name))] = Tested(name, classes[call.name], case)
            except UntestableError as error:
                self.untested.append(Untested(call.method.operation.symbol, str(error)))
        clients = [self._client, f"Async{self._client}"]
        imported = [*(["errors"] if used.errors else []), *(["types"] if used.types else [])]
        # Only annotations need it, and pytest would take it for a class of tests.
        checked_import = import_from(self._package, clients, 4) if self._client.startswith("Test") else ""
        typing = [
            *(["TYPE_CHECKING"] if checked_import else []),
            *(["Any"] if any(operation.data for operation in operations) else []),
        ]
        return WireTestModule(
            path=f"{name}.py",
            docstring=prose.docstring([f"The ``{group}`` methods, on the wire."], 0),
            standard_imports=[
                *(["from datetime import UTC, datetime"] if used.datetime else []),
                *([import_from("typing", typing)] if typing else []),
            ],
            package_imports=[import_from(self._package, imported if checked_import else [*imported, *clients])],
            checked_import=checked_import,
            decodes=texts.decodes,
            operations=operations,
        )


def module_names(groups: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Return the names of test modules, in their order.

    Parameters
    ----------
    groups
        What leads from the root client to each group that has methods.
    """
    named = {".".join(group): group for group in groups}
    settled = settle(((name, [f"test_{name.replace('.', '_')}"]) for name in sorted(named)), folded)
    return {named[name]: settled[name] for name in sorted(named)}


class _OperationTests:
    def __init__(
        self,
        api: Api,
        names: Names,
        tagged: Mapping[Symbol, list[TaggedVariant]],
        cases: WireCases,
        used: Used,
        client: str,
    ) -> None:
        self._declarations = api.declarations
        self._constructor = Constructor(api.declarations, names, tagged, cases.sent, used)
        self._reader = Constructor(api.declarations, names, tagged, cases.received, used)
        self._used = used
        self._client = client
        self.decodes = False

    def tests(self, call: Call, case: WireCase, name: str) -> OperationText:
        """Write the tests of a method."""
        route = f"``{call.method.operation.method} {call.method.operation.path}``"
        text = OperationText(name, prose.docstring(prose.wrap(route, 7), 4))
        titles = ["call"] if len(case.calls) == 1 else ["required_arguments", "all_arguments"]
        if call.method.result.kind == "pages":
            titles[0] = "pages"
        self._data(text, case)
        least = self._constructor.arguments(call, case.calls[0].arguments)
        for title, made in zip(titles, case.calls, strict=True):
            arguments = self._constructor.arguments(call, made.arguments)
            for is_async in (False, True):
                scenario = _Scenario(call, case, arguments, made.request, is_async)
                body = self._checked(text, scenario, title)
                blocks = self._blocks(scenario, body, title)
                text.tests.append(TestText(self._first_line(f"test_{title}", is_async), blocks))
        text.tests.append(self._failure(text, _Scenario(call, case, least, case.calls[0].request, False)))
        return text

    def _first_line(self, name: str, is_async: bool) -> str:
        prefix, suffix, start = ("Async", "_async", "async def") if is_async else ("", "", "def")
        fixture = "async_client" if is_async else "client"
        parameters = ("self", "server: MockServer", f"{fixture}: {prefix}{self._client}")
        value = Brackets(f"{start} {name}{suffix}(", parameters, ")")
        return f"    {expression(value, 4, 4, len(' -> None:'))} -> None:"

    # -- data ---------------------------------------------------------------------------------------------------------

    def _data(self, text: OperationText, case: WireCase) -> None:
        kind = case.method.result.kind
        if kind == "pages":
            text.data.append(_constant("pages", literals.value(list(case.pages))))
        elif kind == "events":
            events = tuple(
                Brackets("(", (literals.string(name), literals.value(data)), ")") for name, data in case.events
            )
            text.data.append(_constant("events", Brackets("[", events, "]")))
        elif case.response.media is not None and kind == "data":
            text.data.append(_constant("response", literals.value(case.response.value)))

    def _checked(self, text: OperationText, scenario: _Scenario, title: str) -> tuple[Expression, ...]:
        """Return the arguments that check the request; a long body becomes data of the class."""
        expected = scenario.request
        items: list[Expression] = []
        if expected.query:
            items.append(_strings("query=[", expected.query))
        if expected.headers:
            items.append(_argument("headers", literals.value(expected.headers)))
        for keyword, value in expected.body.items():
            printed: Expression = f"b{literals.string(value)}" if keyword == "content" else literals.value(value)
            if isinstance(printed, Brackets) and width(flat(printed)) > _SHORT:
                name = f"{_TITLES.get(title, title)}_{keyword}"
                statement = _constant(name, printed)
                if statement not in text.data:
                    text.data.append(statement)
                printed = f"self.{name}"
            items.append(_argument(keyword, printed))
        return tuple(items)

    # -- tests --------------------------------------------------------------------------------------------------------

    def _blocks(self, scenario: _Scenario, checks: tuple[Expression, ...], title: str) -> list[list[str]]:
        kind = scenario.call.method.result.kind
        if kind == "pages":
            return self._page_blocks(scenario, checks, whole=title == "pages")
        if kind == "events":
            return self._event_blocks(scenario, checks)
        if kind == "download":
            return self._download_blocks(scenario, checks)
        response = scenario.case.response
        given: list[Expression] = [str(response.status)]
        if response.media is not None:
            given.append("self.response" if not self._is_plain_text(response) else "self.response.encode()")
            given.extend(_content_type(response))
        target = "result" if response.media is not None else ""
        blocks = [
            [_call("server.respond", given)],
            [scenario.statement(target)],
            [scenario.check(checks)],
        ]
        if response.media is not None:
            blocks[-1].extend(self._decoded(scenario, response))
        return blocks

    def _is_plain_text(self, response: WireResponse) -> bool:
        return response.media is not None and not is_json(response.media.content_type)

    def _decoded(self, scenario: _Scenario, response: WireResponse) -> list[str]:
        assert response.media is not None
        kind = response.media.type if not self._is_plain_text(response) else scenario.call.method.result.types[0]
        lines = [self._decodes("result", self._reader.class_of(response.value, kind), "self.response")]
        array = resolve(kind, self._declarations)
        only = len(scenario.call.method.result.types) == 1 and not scenario.call.method.result.optional
        if isinstance(array, Array) and only and response.value:
            item = self._reader.class_of(response.value[0], array.item)
            if item.startswith("types."):
                lines.append(self._decodes("result[0]", item, "self.response[0]"))
        return lines

    def _decodes(self, result: str, class_name: str, response: str) -> str:
        self.decodes = True
        return _call("assert_decoded", [result, class_name or "object", response])

    def _page_blocks(self, scenario: _Scenario, checks: tuple[Expression, ...], *, whole: bool) -> list[list[str]]:
        response = scenario.case.response
        call = scenario.call
        pagination = call.method.paging
        assert pagination is not None
        pages = scenario.case.pages
        queries = scenario.case.queries
        if not (whole and queries):
            return [
                [_call("server.respond", [str(response.status), "self.pages[-1]", *_content_type(response)])],
                [scenario.statement("pager")],
                [
                    scenario.check(checks),
                    self._decodes("pager.response", self._page_class(call, pages), "self.pages[-1]"),
                ],
            ]
        comprehension = "[item async for item in pager]" if scenario.is_async else "list(pager)"
        respond = _call("server.respond", [str(response.status), "page", *_content_type(response)], 12)
        wire_name = literals.string(pagination.items_property)
        checked = [
            scenario.check((*((_strings("query=[", query),) if query else ()), *_without_query(checks)))
            for query in queries
        ]
        item = self._reader.class_of(pages[0][pagination.items_property][0], pagination.item) or "object"
        self.decodes = True
        return [
            ["        for page in self.pages:", respond],
            [scenario.statement("pager"), f"        items = {comprehension}"],
            checked,
            [
                self._decodes("pager.response", self._page_class(call, pages), "self.pages[0]"),
                self._decodes("items[0]", item, f"self.pages[0][{wire_name}][0]"),
            ],
            [
                "        expected: list[object] = []",
                "        for page in self.pages:",
                _call("expected.extend", [f"page[{wire_name}]"], 12),
                self._decodes("items", "list", "expected"),
            ],
        ]

    def _page_class(self, call: Call, pages: tuple[Any, ...]) -> str:
        return self._reader.class_of(pages[0], call.method.result.types[0])

    def _event_blocks(self, scenario: _Scenario, checks: tuple[Expression, ...]) -> list[list[str]]:
        call = scenario.call
        comprehension = "[event async for event in stream]" if scenario.is_async else "list(stream)"
        tag = call.method.result.protocol_tag
        first = scenario.case.event_values[0]
        class_name = self._reader.class_of(first, call.method.result.types[0]) or "object"
        self.decodes = True
        entry = f"{{{literals.string(tag)}: name, **data}} for name, data in self.events" if tag else ""
        expected = Brackets("[", (entry or "data for _, data in self.events",), "]")
        return [
            ["        server.respond_with_events(self.events)"],
            [scenario.statement("stream", streamed=True), f"        events = {comprehension}"],
            [
                scenario.check(checks),
                assignment("expected", expected, _BODY),
                self._decodes("events", "list", "expected"),
                self._decodes("events[0]", class_name, "expected[0]"),
            ],
        ]

    def _download_blocks(self, scenario: _Scenario, checks: tuple[Expression, ...]) -> list[list[str]]:
        response = scenario.case.response
        joined = "[chunk async for chunk in stream]" if scenario.is_async else "stream"
        return [
            [_call("server.respond", [str(response.status), 'b"content"', *_content_type(response)])],
            [scenario.statement("stream", streamed=True), f'        content = b"".join({joined})'],
            [scenario.check(checks), '        assert content == b"content"'],
        ]

    def _failure(self, text: OperationText, scenario: _Scenario) -> TestText:
        failure = scenario.case.failure
        self._used.errors = True
        given: list[Expression] = [str(failure.response.status)]
        checks = [f"        assert caught.value.status_code == {failure.response.status}"]
        if failure.response.media is not None:
            text.data.append(_constant("error", literals.value(failure.response.value)))
            given.extend(["self.error", *_content_type(failure.response)])
            class_name = self._reader.class_of(failure.response.value, failure.type) if failure.type else "object"
            checks.append(self._decodes("caught.value.body", class_name, "self.error"))
        return TestText(
            self._first_line("test_error", False),
            [
                [_call("server.respond", given)],
                [f"        with pytest.raises(errors.{failure.error}) as caught:", scenario.consumed(12)],
                checks,
            ],
        )


@dataclass(frozen=True)
class _Scenario:
    """A call in a test, blocking or asynchronous."""

    call: Call
    case: WireCase
    arguments: tuple[Expression, ...]
    request: ExpectedRequest
    is_async: bool

    @property
    def _called(self) -> Brackets:
        client = "async_client" if self.is_async else "client"
        target = ".".join((client, *self.call.attributes, self.call.name))
        return Brackets(f"{target}(", self.arguments, ")")

    def statement(self, target: str, *, streamed: bool = False) -> str:
        """Return the statement that makes the call; a stream is not awaited."""
        wait = "await " if self.is_async and not streamed else ""
        return call_line(self._called, _BODY, target, wait)

    def consumed(self, indent: int) -> str:
        """Return the blocking call as a statement that makes it send, at an indent."""
        if self.call.method.result.kind in ("events", "download"):
            return call_line(Brackets("list(", (self._called,), ")"), indent)
        return call_line(self._called, indent)

    def check(self, checks: tuple[Expression, ...]) -> str:
        """Return the statement that compares the request."""
        route = (literals.string(self.request.method), literals.string(self.request.path))
        return call_line(Brackets("server.assert_received(", (*route, *checks), ")"), _BODY)


def _without_query(checks: tuple[Expression, ...]) -> tuple[Expression, ...]:
    return tuple(item for item in checks if not (isinstance(item, Brackets) and item.head == "query=["))


def _constant(name: str, value: Expression) -> str:
    kind = {"[": "list[Any]", "{": "dict[str, Any]"}.get(value.head[0], "Any") if isinstance(value, Brackets) else "Any"
    return assignment(f"{name}: {kind}", value, 4)


def _argument(name: str, value: Expression) -> Expression:
    return named(name, value)


def _strings(head: str, texts: Iterable[str]) -> Brackets:
    return Brackets(head, tuple(map(literals.string, texts)), "]")


def _content_type(response: WireResponse) -> list[Expression]:
    unusual = response.content_type not in ("", "application/json")
    return [f"content_type={literals.string(response.content_type)}"] if unusual else []


def _call(function: str, items: list[Expression], indent: int = _BODY) -> str:
    return call_line(Brackets(f"{function}(", tuple(items), ")"), indent)
