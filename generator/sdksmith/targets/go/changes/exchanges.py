"""Statements of tests that make a call, and hold what is sent against what the old module sends."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sdksmith.naming import Names
from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.wire.cases import WireCall, WireCase, WireCases
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.sdk.wire.vectors import exchanges_of
from sdksmith.surface import Change
from sdksmith.targets.go.changes.members import Members
from sdksmith.targets.go.client.options import test_options
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.values import Composite, Value, lines_of
from sdksmith.targets.go.methods.calls import CallWriter
from sdksmith.targets.go.package.paths import Packages
from sdksmith.targets.go.types.expressions import Imports

#: Where a library without a server of its own sends.
_ANYWHERE: Final = "https://api.example.com"

_HANDLED: Final = ("if err != nil {", "\tt.Fatal(err)", "}")

#: Declarations that tests may need: a text by which they do -> the lines.
HELPERS: Final[Mapping[str, Sequence[str]]] = {
    "exchange{": """
// exchange is a transport that sends nothing: it keeps the request, and gives a response.
type exchange struct {
	status      int
	contentType string
	response    string

	request *http.Request
	body    string
}

func (x *exchange) RoundTrip(request *http.Request) (*http.Response, error) {
	if request.Body != nil {
		content, err := io.ReadAll(request.Body)
		if err != nil {
			return nil, err
		}
		x.body = string(content)
	}
	x.request = request
	return &http.Response{
		StatusCode: x.status,
		Header:     http.Header{"Content-Type": {x.contentType}},
		Body:       io.NopCloser(strings.NewReader(x.response)),
		Request:    request,
	}, nil
}""".strip().split(
        "\n"
    ),
    "isSame(": """
// isSame compares JSON.
func isSame(t *testing.T, got, expected string) {
	t.Helper()
	var a, b any
	if err := json.Unmarshal([]byte(got), &a); err != nil {
		t.Fatalf("%q is no JSON: %v", got, err)
	}
	if err := json.Unmarshal([]byte(expected), &b); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, b) {
		t.Errorf("%s instead of %s", got, expected)
	}
}""".strip().split(
        "\n"
    ),
}


class SentWriter:
    """Writes what calls methods of the old module."""

    def __init__(self, sdk: Sdk, names: Names, packages: Packages, cases: WireCases, found: Members) -> None:
        self._sdk = sdk
        self._names = names
        self._cases = cases
        self._found = found
        self._root = packages.root
        self._calls = CallWriter(sdk, names, packages, cases.sent, Imports())

    def call(self, change: Change, method: Method) -> list[str]:
        """Return a call, and what compares its request.

        Raises
        ------
        NoValueError, UntestableError
            There is no call whose request would be known.
        """
        case = self._cases.case(method)
        made = self._chosen(change, case)
        first, *_ = exchanges_of(case, made)
        server = self._server(method)
        if change.code == "server-changed" and not server:
            raise UntestableError("the server is the user's")
        lines = self._called(method, made, first["response"], server)
        return [*lines, *_HANDLED, *self._compared(change, method, first["request"], server or _ANYWHERE)]

    def body(self, method: Method) -> list[str]:
        """Return what writes the body of a call with what is required; the method itself may have another name now.

        Raises
        ------
        NoValueError, UntestableError
            There is none, or it is not the request as a whole.
        """
        made, request = self._cases.calls(method)[0], self._found.given[method.symbol]
        given = [each for each in made.arguments if each.argument.location != "path"]
        if request is None or "json" not in made.request.body or not all(each.argument.is_field for each in given):
            raise UntestableError("the request is more than its body")
        return is_written(self._calls.request(method, made.arguments, request), made.request.body["json"])

    def to_server(self, change: Change) -> list[str]:
        """Return a call that goes to the server that the document names.

        Raises
        ------
        UntestableError
            There is none.
        """
        for method in self._found.methods.values():
            if not method.servers:
                try:
                    return self.call(change, method)
                except UntestableError:
                    continue
        raise UntestableError("there is no call")

    def failing(self, change: Change) -> list[str]:
        """Return a call that fails, and what looks at the type of the error's body.

        Raises
        ------
        NoValueError, UntestableError
            There is no such call.
        """
        path, _, error = change.member.partition(": ")
        method = self._found.methods[path]
        name, _, status = error.removesuffix(")").partition(".Body (")
        found = next(each for each in method.errors if str(each.status) == status)
        if found.body is None or not status.isdigit():
            raise UntestableError(error)
        value = self._cases.received.value(found.body.type, "error")
        response = {"status": int(status), "headers": {"content-type": "application/json"}, "body": {"json": value}}
        case = self._cases.case(method)
        lines = self._called(method, case.calls[0], response, self._server(method))
        (expected,) = self._found.bodies[change.member]
        return [
            *lines,
            f"var failed *{self._root}.{name}",
            "if !errors.As(err, &failed) {",
            "\tt.Fatal(err)",
            "}",
            f"if _, ok := failed.Body.({expected}); !ok {{",
            '\tt.Errorf("the body is a %T", failed.Body)',
            "}",
        ]

    def _chosen(self, change: Change, case: WireCase) -> WireCall:
        """Return the call with what is required, or that with all if the change is one of what may be left out."""
        if change.code.endswith("-added") or change.member in self._found.methods:
            return case.calls[0]
        field = change.member.rpartition(".")[2]
        names = self._names.parameters[case.method.symbol]
        given = [names.get(each.argument.key) for each in case.calls[0].arguments]
        return case.calls[0] if field in given else case.calls[-1]

    def _server(self, method: Method) -> str:
        """Return where a method is served by default, without a slash at the end; ``""`` where users have to say it."""
        server = method.servers[0] if method.servers else self._sdk.servers.environments[0]
        url = server.url
        for variable in server.variables:
            url = url.replace(f"{{{variable.name}}}", variable.default)
        return url.rstrip("/") if re.fullmatch(r"https?://[A-Za-z0-9.:-]+(?:/[\w./~-]*)?", url) else ""

    def _called(self, method: Method, made: WireCall, response: Mapping[str, Any], server: str) -> list[str]:
        body: Mapping[str, Any] = response.get("body", {})
        text = json.dumps(body["json"], ensure_ascii=False) if "json" in body else str(body.get("content", ""))
        entries = [
            ("status", str(response["status"])),
            ("contentType", literals.string(response["headers"].get("content-type", ""))),
            ("response", literals.text(text)),
        ]
        sent = lines_of(Composite("&exchange", tuple(entries)), "")
        options = [*test_options(self._sdk, self._names)]
        options += [] if server else [f"option.WithBaseURL({literals.string(_ANYWHERE)})"]
        options += ["option.WithHTTPClient(&http.Client{Transport: sent})", "option.WithMaxRetries(0)"]
        attributes = (self._names.groups[method.group[: depth + 1]].attribute for depth in range(len(method.group)))
        target = ".".join(("c", *attributes, self._names.methods[method.symbol]))
        called = self._calls.lines(target, "t.Context()", method, made.arguments, self._found.given[method.symbol], "")
        left = "err" if method.result.kind == "nothing" else "_, err"
        return [
            f"sent := {sent[0]}",
            *sent[1:],
            "c := client.NewClient(",
            *(f"\t{each}," for each in options),
            ")",
            f"{left} := {called[0]}",
            *called[1:],
        ]

    def _compared(self, change: Change, method: Method, request: Mapping[str, Any], server: str) -> list[str]:
        """Return what compares a request with that of the old module."""
        url = f"{request['method']} {server}{request['path']}"
        lines = [
            'target, query, _ := strings.Cut(sent.request.URL.String(), "?")',
            *_equal('sent.request.Method + " " + target', literals.string(url)),
        ]
        secret = any(scheme.location == "query" for scheme in self._sdk.credentials.keys)
        if secret:
            lines = [line.replace("target, query", "target, _") for line in lines]
        else:
            pairs = ", ".join(literals.string(pair) for pair in sorted(request["query"]))
            lines += [
                "pairs := strings.FieldsFunc(query, func(r rune) bool { return r == '&' })",
                "slices.Sort(pairs)",
                f"if !slices.Equal(pairs, []string{{{pairs}}}) {{",
                '\tt.Errorf("the query %q", pairs)',
                "}",
            ]
        for name, value in sorted(request["headers"].items()):
            got = f"sent.request.Header.Get({literals.string(name)})"
            lines += [
                f"if !strings.HasPrefix({got}, {literals.string(value)}) {{",
                f"\tt.Errorf({literals.string(name.replace('%', '%%') + ' is %q')}, {got})",
                "}",
            ]
        lines += self._body(request.get("body", {}))
        if change.code == "accept-changed":
            lines += _equal('sent.request.Header.Get("Accept")', literals.string(method.result.accept))
        if change.code == "security-changed":
            required = method.security if method.security is not None else ()
            kinds = {each.kind for some in required for each in some}
            has = kinds & {"token", "basic"} if method.security is not None else self._sdk.credentials.token
            lines += [
                f'if {"" if not has else "!"}(sent.request.Header.Get("Authorization") != "") {{',
                '\tt.Error("the credentials are others")',
                "}",
            ]
        return lines

    def _body(self, body: Mapping[str, Any]) -> list[str]:
        if "json" in body:
            return [f"isSame(t, sent.body, {literals.text(json.dumps(body['json'], ensure_ascii=False))})"]
        if "content" in body:
            return _equal("sent.body", literals.text(str(body["content"])))
        return []


def is_written(value: Value, expected: Any) -> list[str]:
    """Return what holds the JSON that is written of a value against what the old module writes."""
    lines = lines_of(value, "")
    lines[0] = f"text, err := json.Marshal({lines[0]}"
    lines[-1] += ")"
    return [*lines, *_HANDLED, f"isSame(t, string(text), {literals.text(json.dumps(expected, ensure_ascii=False))})"]


def _equal(got: str, expected: str) -> list[str]:
    return [f"if got := {got}; got != {expected} {{", f'\tt.Errorf("%q instead of %q", got, {expected})', "}"]
