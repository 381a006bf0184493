"""The wire suite: every operation of a document is called on a generated package, and everything is checked."""

from __future__ import annotations

import asyncio
import json
import sys
import typing
from collections import ChainMap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml
from tests.runtime.loopback import Answer as WireAnswer
from tests.wire import typed
from tests.wire.calls import Answer, Operation, operations, pascal, snake
from tests.wire.samples import Pointer, Sample, Sampler, Style, reachable
from tests.wire.schemas import Schemas
from tests.wire.server import Document, Exchange, WireServer

from sdksmith import pipeline
from sdksmith.project import open_project

TOKEN = "token-of-the-wire-suite"


@dataclass
class Numbers:
    """What was done, and what went wrong."""

    operations: int = 0
    requests_validated: int = 0
    request_bodies: int = 0
    answers: int = 0
    variants: set[Any] = field(default_factory=set)
    raw: int = 0
    offset_pagers: int = 0
    cursor_pagers: int = 0
    events: int = 0
    unreached_variants: int = 0
    #: Places told of answers with fields and values that the document does not know; of other answers there must be none.
    drifts: int = 0
    failures: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        return (
            f"{self.operations} operations, {self.requests_validated} requests validated"
            f" ({self.request_bodies} with a body), {self.answers} answers round-tripped,"
            f" {len(self.variants)} union variants ({self.unreached_variants} not reached), {self.raw} raw responses,"
            f" {self.offset_pagers} offset and {self.cursor_pagers} cursor pagers, {self.events} events,"
            f" {self.drifts} reports of drift in answers that departed from the document"
        )


@dataclass
class Library:
    """A document, and the package that was generated of it; ``names`` are what its annotations speak of."""

    document: Document
    schemas: Schemas
    operations: list[Operation]
    package: Any
    names: dict[str, Any]


def make_library(spec: Path, config: Path, folder: Path, package: str) -> Library:
    """Generate a package of a document under a name of its own, and import it."""
    project = open_project(str(spec), config, (f"targets.python.package={package}",))
    pipeline.generate(project.source, project.config, outputs={"python": folder})
    text = spec.read_text(encoding="utf-8")
    tree = in_python_patterns(json.loads(text) if spec.suffix == ".json" else yaml.load(text, yaml.CSafeLoader))
    sys.path.insert(0, str(folder))
    try:
        module = import_module(package)
        types, core = import_module(f"{package}.types"), import_module(f"{package}.core")
    finally:
        sys.path.remove(str(folder))
    schemas = Schemas(tree)
    excluded = frozenset(project.config.exclude_lifecycle)
    names = {**vars(typing), **_lazily(types), **_lazily(core)}
    return Library(Document(tree), schemas, operations(schemas, excluded), module, names)


def in_python_patterns(node: Any, key: str = "") -> Any:
    """Return a copy of a document whose patterns Python can read: ECMAScript lets a class be one end of a range."""
    if isinstance(node, dict):
        return {name: in_python_patterns(value, name) for name, value in node.items()}
    if isinstance(node, list):
        return [in_python_patterns(item) for item in node]
    return node.replace(r"\w-", r"\w\-") if key == "pattern" and isinstance(node, str) else node


class Suite:
    """Runs all operations of a library, blocking or asynchronous."""

    def __init__(self, library: Library, server: WireServer, *, asynchronous: bool) -> None:
        self.library = library
        self.schemas = library.schemas
        self.server = server
        self.numbers = Numbers()
        self._asynchronous = asynchronous
        self._decode = import_module(f"{library.package.__name__}.core.decoding").decode
        self._encode = import_module(f"{library.package.__name__}.core.encoding").encode_json
        self._operation: Operation | None = None
        self._client: Any = None
        #: Where the answer to the last call departs from the document, as the client has it.
        self._drifts: list[Any] = []
        self._runner: asyncio.Runner | None = None

    def run(self) -> Numbers:
        """Call every operation; never raises for what the package does wrong."""
        name = "AsyncAuth0" if self._asynchronous else "Auth0"
        with asyncio.Runner() as self._runner:
            self._client = getattr(self.library.package, name)(
                token=TOKEN, base_url=self.server.base_url, max_retries=0, timeout=30, on_drift=self._drifted
            )
            for operation in self.library.operations:
                self._operation = operation
                try:
                    self._run_operation(operation)
                    self.numbers.operations += 1
                except Exception as error:  # noqa: BLE001 - whatever it is, the other operations are tried too
                    self._fail(f"{type(error).__name__}: {str(error)[:500]}")
            if self._asynchronous:
                self._runner.run(self._client.close())
            else:
                self._client.close()
        return self.numbers

    def _drifted(self, _request: Any, drifts: list[Any]) -> None:
        self._drifts.extend(drifts)

    def _fail(self, text: str) -> None:
        self.numbers.failures.append(f"{self._operation}: {text}")

    def _result(self, call: Callable[[], Any]) -> Any:
        if not self._asynchronous:
            return call()

        async def wait() -> Any:
            result = call()
            return await result if hasattr(result, "__await__") else result

        assert self._runner is not None
        return self._runner.run(wait())

    def _listed(self, stream: Any) -> list[Any]:
        if not self._asynchronous:
            return list(stream)

        async def collect() -> list[Any]:
            return [item async for item in stream]

        assert self._runner is not None
        return self._runner.run(collect())

    # Requests

    def _run_operation(self, operation: Operation) -> None:
        dropped = operation.dropped(self._client)
        for complaint in operation.misplaced(self._client):
            self._fail(complaint)
        self._set_answer(operation, dropped)
        for style in ("all", "required"):
            for arguments, expected_query, body in self._arguments(operation, style, dropped):
                before = len(self.server.exchanges)
                self._send(operation, arguments)
                self._check_request(operation, self.server.exchanges[before:], arguments, expected_query, body)
        minimal = next(iter(self._arguments(operation, "required", dropped)))[0]
        for answer in operation.answers:
            self._check_answer(operation, answer, dropped, minimal)

    def _set_answer(self, operation: Operation, dropped: frozenset[str]) -> None:
        """Have the server give a valid answer, while requests are looked at."""
        answer = operation.answers[0]
        self._answer_with(answer, self._answer_samples(operation, answer, dropped, "required")[0].value)

    def _send(self, operation: Operation, arguments: dict[str, Any], *, raw: bool = False) -> Any:
        method = operation.bind(self._client, raw=raw)
        path = [each.name for each in operation.parameters if each.where == "path"]
        positional = [arguments[name] for name in path]
        named = {name: value for name, value in arguments.items() if name not in path}
        result = self._result(lambda: method(*positional, **named))
        if self._is_stream(operation) and not raw:
            return self._listed(result)
        return result

    @staticmethod
    def _is_stream(operation: Operation) -> bool:
        return operation.answers[0].media_type == "text/event-stream"

    def _arguments(
        self, operation: Operation, style: Style, dropped: frozenset[str]
    ) -> Iterator[tuple[dict[str, Any], list[tuple[str, str]], Any]]:
        """Yield arguments, the query they must make, and the body; with all variants of the body for style "all"."""
        sampler = Sampler(self.schemas, style, "request")
        arguments: dict[str, Any] = {}
        query: list[tuple[str, str]] = []
        for each in operation.parameters:
            if each.wire in dropped or (style == "required" and not each.required):
                continue
            value = sampler.sample(each.schema).value
            arguments[each.name] = value
            if each.where == "query":
                values = value if isinstance(value, list) else [value]
                query += [(each.wire, item if isinstance(item, str) else json.dumps(item)) for item in values]
        if operation.body is None:
            yield arguments, query, None
            return
        schema = operation.body[1]
        samples = list(sampler.until_all_variants(schema)) if style == "all" else [sampler.sample(schema)]
        hints = self._hints(operation) if style == "all" else {}
        for sample in samples:
            body = sample.value
            if style == "required" and not operation.is_flattened and not operation.needs_body(self._client):
                yield arguments, query, None
                return
            if operation.is_flattened:
                fields = {snake(wire): value for wire, value in body.items()}
            else:
                fields = {"request": body}
            yield {**arguments, **{name: self._typed(hints, name, item) for name, item in fields.items()}}, query, body

    def _hints(self, operation: Operation) -> dict[str, Any]:
        """Return the annotations of a method, evaluated."""
        method = operation.bind(self._client)
        module = sys.modules[method.__module__]
        space = ChainMap(vars(module), self.library.names)
        annotations = {key: value for key, value in method.__annotations__.items() if key != "return"}
        hints: dict[str, Any] = {}
        for name, annotation in annotations.items():
            hints[name] = eval(annotation, {}, space) if isinstance(annotation, str) else annotation
        return hints

    def _typed(self, hints: dict[str, Any], name: str, value: Any) -> Any:
        """Make an object of the declared class of a JSON value; a plain value stays as it is."""
        if not isinstance(value, dict | list) or name not in hints:
            return value
        return self._decode(hints[name], json.dumps(value).encode())

    def _check_request(
        self,
        operation: Operation,
        exchanges: list[Exchange],
        arguments: dict[str, Any],
        query: list[tuple[str, str]],
        body: Any,
    ) -> None:
        if len(exchanges) != 1:
            self._fail(f"{len(exchanges)} requests for one call")
            return
        exchange = exchanges[0]
        self.numbers.requests_validated += 1
        for complaint in exchange.complaints:
            self._fail(f"{exchange.received.method} {exchange.received.path}: {complaint}")
        # Not left to openapi-core: one scheme it does not know is enough for it to let a request pass.
        if exchange.received.headers.get("authorization") != f"Bearer {TOKEN}":
            self._fail("the token was not sent")
        path = operation.path
        for each in operation.parameters:
            if each.where == "path":
                path = path.replace(f"{{{each.wire}}}", str(arguments[each.name]))
        if exchange.received.method != operation.method or exchange.path != f"/api/v2{path}":
            self._fail(f"{exchange.received.method} {exchange.path}, not {operation.method} {path}")
        paging = {"page", "per_page", "include_totals", "take"}
        # Paging defaults are sent though they were not given; every other parameter is not.
        given = {name for name, _ in query}
        sent = [pair for pair in exchange.query if pair[0] in given or pair[0] not in paging]
        if sorted(sent) != sorted(query):
            self._fail(f"the query is {exchange.query}, not {query}")
        if operation.body is None:
            if exchange.received.body:
                self._fail("a body was sent that the document does not have")
        elif operation.body[0] == "application/json":
            self.numbers.request_bodies += 1
            if body is None and not exchange.received.body:
                return
            for difference in typed.differences(body, exchange.json):
                self._fail(f"the body that was sent differs at {difference}")
        else:
            self.numbers.request_bodies += 1
            self._check_form(operation, body, exchange)

    def _check_form(self, operation: Operation, body: Any, exchange: Exchange) -> None:
        """Check a multipart body, which openapi-core can't: it takes every field that is no file for text."""
        assert operation.body is not None
        properties = self.schemas.flat(operation.body[1])["properties"]
        fields: dict[str, Any] = {}
        for name, content in exchange.form.items():
            is_text = self.schemas.flat(properties.get(name, {})).get("type") == "string"
            fields[name] = content if is_text else json.loads(content)
        for difference in typed.differences(body, fields):
            self._fail(f"the form that was sent differs at {difference}")

    # Answers

    def _answer_samples(
        self, operation: Operation, answer: Answer, dropped: frozenset[str], style: Style
    ) -> list[Sample]:
        if answer.is_empty or answer.schema is None:
            return [Sample()]
        schema = operation.chosen(answer.schema, self._client)
        sampler = Sampler(self.schemas, style, "response")
        if style != "all":
            return [sampler.sample(schema)]
        samples = list(sampler.until_all_variants(schema))
        reached = {variant for sample in samples for variant in sample.variants}
        self.numbers.unreached_variants += len(reachable(self.schemas, schema) - reached)
        return samples

    def _answer_with(self, answer: Answer, value: Any) -> None:
        if answer.is_empty:
            self.server.next = WireAnswer(answer.status, b"")
        elif answer.media_type == "text/event-stream":
            self.server.next = WireAnswer(answer.status, _event(value), {"Content-Type": answer.media_type})
        else:
            self.server.next = WireAnswer(answer.status, json.dumps(value).encode())

    def _check_answer(
        self, operation: Operation, answer: Answer, dropped: frozenset[str], arguments: dict[str, Any]
    ) -> None:
        styles: tuple[Style, ...] = ("all", "required", "unknown")
        for style in styles[:1] if answer.is_empty else styles:
            for sample in self._answer_samples(operation, answer, dropped, style):
                self._answer_with(answer, sample.value)
                self._drifts.clear()
                result = self._send(operation, arguments)
                self.numbers.answers += 1
                self.numbers.variants |= sample.variants
                if style == "unknown":
                    self.numbers.drifts += len(self._drifts)
                else:
                    for drift in self._drifts[:5]:
                        self._fail(f"{answer.status}, {style}: reported, though it follows the document: {drift}")
                if self._is_stream(operation):
                    self.numbers.events += len(result)
                    if len(result) != 1:
                        self._fail(f"{len(result)} events, not 1")
                        continue
                    result = result[0]
                elif hasattr(result, "iter_pages"):
                    self._count_pager(operation, result, style)
                    result = result.response
                self._check_result(operation, answer, sample, result, style)
        self._check_raw(operation, answer, arguments)

    def _count_pager(self, operation: Operation, pager: Any, style: Style) -> None:
        items = next((value for value in pager.response.model_dump().values() if isinstance(value, list)), [])
        if len(pager.items) != len(items):
            self._fail(f"the pager has {len(pager.items)} items, the page {len(items)}")
        if style == "required":
            if operation.takes(self._client, "take"):
                self.numbers.cursor_pagers += 1
            else:
                self.numbers.offset_pagers += 1

    def _check_result(self, operation: Operation, answer: Answer, sample: Sample, result: Any, style: Style) -> None:
        if answer.is_empty:
            if result is not None:
                self._fail(f"{result!r} of an empty answer")
            return
        stream = self._is_stream(operation)

        def alternative(at: Pointer, came: str) -> bool:
            if stream and at == ():
                union = self.schemas.name(answer.schema or {}) or ""
                return came == f"{pascal(union)}_{pascal(sample.value['type'])}"
            return self._is_as_good(sample, at, came, style)

        for fault in list(typed.faults(sample, result, pascal, alternative))[:5]:
            self._fail(f"{answer.status}, {style}: {fault}")
        back = json.loads(self._encode(result))
        for difference in typed.differences(sample.value, back):
            self._fail(f"{answer.status}, {style}: written again it differs at {difference}")

    def _is_as_good(self, sample: Sample, at: Pointer, came: str, style: Style) -> bool:
        """Say whether the value fits the class it was read as: variants of a union can overlap.

        With unknown fields and values in it a value fits no variant, and which one it is taken for is open.
        """
        name = next((each for each in self.schemas.document["components"]["schemas"] if pascal(each) == came), None)
        if name is None or style == "unknown":
            return name is not None
        value = sample.value
        for step in at:
            value = value[step]
        return self.library.document.fits(value, f"#/components/schemas/{name}")

    def _check_raw(self, operation: Operation, answer: Answer, arguments: dict[str, Any]) -> None:
        if self._is_stream(operation):
            return
        result = self._send(operation, arguments, raw=True)
        self.numbers.raw += 1
        if hasattr(result, "iter_pages"):
            return
        if result.status_code != answer.status or result.headers is None:
            self._fail(f"the raw response says {result.status_code}, not {answer.status}")


def _lazily(module: Any) -> dict[str, Any]:
    """Return the public names of a module that loads them when they are asked for."""
    return {name: getattr(module, name) for name in module.__all__}


def _event(value: Any) -> bytes:
    """Write a message of a stream: its tag is the type of the event, and stands there alone."""
    data = {name: item for name, item in value.items() if name != "type"}
    return f"event: {value['type']}\ndata: {json.dumps(data)}\n\n".encode()
