"""Calls as commands of cURL: the request that a call makes, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.credentials import BASIC, TOKEN, Credential
from sdksmith.sdk.documentation.examples import example_client
from sdksmith.sdk.wire.cases import WireCall


class CurlSamples:
    """Writer of commands."""

    language = "cURL"
    lexer = "bash"

    def __init__(self, sdk: Sdk) -> None:
        self._sdk = sdk
        example = example_client(sdk)
        server = sdk.servers.environments[0]
        url = server.url
        for variable in server.variables:
            value = example.value if example.variable is variable else variable.default
            url = url.replace(f"{{{variable.name}}}", value)
        self._server = url.rstrip("/") if "://" in url else f"https://api.example.com{url.rstrip('/')}"

    def sample(self, method: Method, call: WireCall) -> str:
        """Return the command of a call."""
        request = call.request
        server = self._own(method) or self._server
        # The path of a request begins with that of an operation's own server.
        path = request.path
        url = server + path
        if request.query:
            url += "?" + "&".join(request.query)
        # A URL that begins or ends otherwise would still be one argument: it is quoted.
        # On a line of its own the whole URL is seen.
        lines = [f"curl --request {request.method}", quoted(url)]
        lines += [f"--header {quoted(header)}" for header in self._credentials(method)]
        lines += [
            f"--header {quoted(f'{_title(name)}: {value}')}"
            for name, value in sorted(request.headers.items())
            if name != "content-type"
        ]
        lines += _body(request.body, request.content_type)
        return " \\\n  ".join(lines)

    @staticmethod
    def _own(method: Method) -> str:
        if not method.servers or "://" not in method.servers[0].url:
            return ""
        url = method.servers[0].url
        for variable in method.servers[0].variables:
            url = url.replace(f"{{{variable.name}}}", variable.default)
        scheme, _, rest = url.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}"

    def _credentials(self, method: Method) -> list[str]:
        needed = method.security if method.security is not None else self._sdk.credentials.default
        if needed is None:
            example = example_client(self._sdk).credential
            together: tuple[Credential, ...] = (example,) if example is not None else ()
        else:
            together = needed[0] if needed else ()
        return [header for credential in together for header in self._header(credential)]

    def _header(self, credential: Credential) -> list[str]:
        if credential == TOKEN:
            return ["Authorization: Bearer YOUR_TOKEN"]
        if credential == BASIC:
            return ["Authorization: Basic YOUR_CREDENTIALS"]
        for scheme in self._sdk.credentials.keys:
            if scheme.name == credential.scheme and scheme.location == "header":
                return [f"{scheme.parameter}: YOUR_KEY"]
            if scheme.name == credential.scheme and scheme.location == "cookie":
                return [f"Cookie: {scheme.parameter}=YOUR_KEY"]
        return []


def _body(body: Mapping[str, Any], content_type: str) -> list[str]:
    kind = next(iter(body), "")
    value: Any = body.get(kind)
    named = [f"--header {quoted(f'Content-Type: {content_type}')}"] if content_type and kind != "multipart" else []
    match kind:
        case "json":
            named = named or [f"--header {quoted('Content-Type: application/json')}"]
            return [*named, f"--data {quoted(json.dumps(value, ensure_ascii=False, indent=2))}"]
        case "form":
            return [f"--data-urlencode {quoted(pair)}" for pair in _pairs(value)]
        case "multipart":
            return [f"--form-string {quoted(pair)}" for pair in _pairs(value)]
        case "content":
            return [*named, f"--data-binary {quoted(str(value))}"]
        case _:
            return []


def _pairs(fields: Mapping[str, list[Any]]) -> list[str]:
    return [f"{name}={_plain(each)}" for name, entries in fields.items() for each in entries]


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _title(name: str) -> str:
    return "-".join(part.capitalize() for part in name.split("-"))


def quoted(text: str) -> str:
    """Return one argument of a POSIX shell."""
    return "'" + text.replace("'", "'\\''") + "'"
