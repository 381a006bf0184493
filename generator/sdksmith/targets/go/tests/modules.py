"""Wire cases as tests of Go: each method is called against a server on loopback that checks what comes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sdksmith.naming import Names
from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.values import NoValueError
from sdksmith.sdk.wire.cases import WireCall, WireCase, WireCases
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.sdk.wire.vectors import exchanges_of, failing_exchange, values_of
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.values import Composite, Value, lines_of
from sdksmith.targets.go.methods.calls import CallWriter
from sdksmith.targets.go.methods.requests import RequestType
from sdksmith.targets.go.package.paths import Packages
from sdksmith.targets.go.types.expressions import Imports


class WireTestWriter:
    """Writes the tests of the methods of a group."""

    def __init__(self, sdk: Sdk, names: Names, packages: Packages, cases: WireCases, imports: Imports) -> None:
        self._sdk = sdk
        self._names = names
        self._packages = packages
        self._cases = cases
        self._imports = imports
        self._calls = CallWriter(sdk, names, packages, cases.sent, imports)

    def tests(self, method: Method, client: str, path: Sequence[str], request: RequestType | None) -> list[list[str]]:
        """Return the tests of a method; none where the document does not say what would be right."""
        try:
            return self._cases_as_tests(method, client, path, request)
        except (NoValueError, UntestableError):
            return []

    def _cases_as_tests(
        self, method: Method, client: str, path: Sequence[str], request: RequestType | None
    ) -> list[list[str]]:
        case = self._cases.case(method)
        name = f"{client.removesuffix('Client')}{self._names.methods[method.symbol]}"
        names = ("Required", "All") if len(case.calls) == 2 else ("Call",)
        found = [
            self._test(f"Test{name}{suffix}", case, call, exchanges_of(case, call), path, request)
            for suffix, call in zip(names, case.calls, strict=True)
        ]
        failing = failing_exchange(case)
        return [*found, self._test(f"Test{name}Fails", case, case.calls[0], [failing], path, request, fails=True)]

    def _test(
        self,
        name: str,
        case: WireCase,
        call: WireCall,
        exchanges: Sequence[Mapping[str, Any]],
        path: Sequence[str],
        request: RequestType | None,
        *,
        fails: bool = False,
    ) -> list[str]:
        method = case.method
        served: list[str] = []
        for exchange in exchanges:
            text = lines_of(_exchange(exchange), "\t")
            served += [
                "url := wiretest.Serve(t, " + text[0] if not served else served.pop() + ", " + text[0],
                *text[1:],
            ]
        served[-1] += ")"
        target = ".".join(("apiClient", *path, self._names.methods[method.symbol]))
        called = self._calls.lines(target, "t.Context()", method, call.arguments, request)
        extra = ", option.WithHTTPClient(wiretest.Client(url))" if method.servers else ""
        made = f"apiClient := client.NewClient(append(testOptions, option.WithBaseURL(url), option.WithMaxRetries(0){extra})...)"
        body = [f"\t{served[0]}", *served[1:], f"\t{made}"]
        kind = method.result.kind
        if fails:
            left = "err" if kind == "nothing" else "_, err"
            body += [*_assigned(left, called), f"\twiretest.HasStatus(t, err, {exchanges[0]['response']['status']})"]
        elif kind == "nothing":
            body += [*_assigned("err", called), "\tif err != nil {", "\t\tt.Fatal(err)", "\t}"]
        else:
            body += [*_assigned("got, err", called), *self._checked(case, call)]
        return [f"func {name}(t *testing.T) {{", *body, "}"]

    def _checked(self, case: WireCase, call: WireCall) -> list[str]:
        value = values_of(case, call)
        expected = literals.text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
        match case.method.result.kind:
            case "pages":
                return [*_FATAL, f"\twiretest.Holds(t, err, wiretest.All(t, got.All(t.Context())), {expected})"]
            case "events" | "values":
                return [*_FATAL, f"\twiretest.Holds(t, err, wiretest.All(t, got.All()), {expected})"]
            case "download":
                text = _response_text(exchanges_of(case, call)[-1]["response"].get("body"))
                expected = literals.text(json.dumps(text, ensure_ascii=False))
                self._imports.paths.add("io")
                read = [
                    "\tcontent, err := io.ReadAll(got)",
                    "\twiretest.Holds(t, err, string(content), " + expected + ")",
                ]
                return [*_FATAL, *read, "\tif err := got.Close(); err != nil {", "\t\tt.Error(err)", "\t}"]
            case _:
                return [f"\twiretest.Holds(t, err, got, {expected})"]


_FATAL = ("\tif err != nil {", "\t\tt.Fatal(err)", "\t}")


def _assigned(left: str, called: list[str]) -> list[str]:
    return [f"\t{left} := {called[0]}", *called[1:]]


def _exchange(exchange: Mapping[str, Any]) -> Composite:
    request, response = exchange["request"], exchange["response"]
    entries: list[tuple[str, Value]] = [
        ("Method", literals.string(request["method"])),
        ("Path", literals.string(request["path"])),
    ]
    if request["query"]:
        entries.append(
            ("Query", Composite("[]string", tuple(("", literals.string(pair)) for pair in request["query"])))
        )
    if request["headers"]:
        pairs = tuple((literals.string(name), literals.string(value)) for name, value in request["headers"].items())
        entries.append(("Header", f"map[string]string{{{', '.join(f'{name}: {value}' for name, value in pairs)}}}"))
    kind, body = next(iter(request.get("body", {}).items()), ("", None))
    if kind:
        entries.append(("Body", literals.text(json.dumps(body, ensure_ascii=False, separators=(",", ":")))))
        entries.append(("BodyKind", literals.string(kind)))
    entries.append(("Status", str(response["status"])))
    content_type = response["headers"].get("content-type", "")
    if content_type:
        entries.append(("ContentType", literals.string(content_type)))
    text = _response_text(response.get("body"))
    if text:
        entries.append(("ResponseBody", literals.text(text)))
    return Composite("wiretest.Exchange", tuple(entries))


def _response_text(body: Mapping[str, Any] | None) -> str:
    if body is None:
        return ""
    if "json" in body:
        return json.dumps(body["json"], ensure_ascii=False, separators=(",", ":"))
    if "events" in body:
        events = (
            f"event: {event['event']}\ndata: {json.dumps(event['data'], ensure_ascii=False)}\n\n"
            for event in body["events"]
        )
        return "".join(events)
    return str(body["content"])
