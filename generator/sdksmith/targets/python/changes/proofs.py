"""What programs get as a response, and how they recognize in a request what the old library sends."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sdksmith.model import SecurityScheme
from sdksmith.sdk.wire.cases import WireCase
from sdksmith.surface import Change
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.methods.signatures import Call


def given_credentials(held: Collection[str]) -> list[str]:
    """Return the arguments of a constructor that takes credentials."""
    names = [name for each in sorted(held) for name in (("username", "password") if each == "basic" else (each,))]
    return [f'{name}="{name.upper()}"' for name in names]


def recognized(sent: Collection[str], keys: Mapping[str, SecurityScheme]) -> Iterator[str]:
    """Yield statements that hold a request against the credentials it is sent with.

    Parameters
    ----------
    keys
        Keyword of an API key -> its scheme.
    """
    kind = "Bearer" if "token" in sent else "Basic" if "basic" in sent else ""
    yield f'assert request.headers.get("authorization", "").partition(" ")[0] == "{kind}", "authorization"'
    for keyword, scheme in keys.items():
        has = keyword in sent
        if scheme.location == "query":
            yield f'assert ({f"{scheme.parameter}="!r} in request.url.partition("?")[2]) is {has}, request.url'
        elif scheme.location == "header" and scheme.parameter.lower() != "authorization":
            yield f"assert ({scheme.parameter.lower()!r} in request.headers) is {has}, {scheme.parameter!r}"
        elif scheme.location == "cookie":
            yield f'assert ({f"{scheme.parameter}="!r} in request.headers.get("cookie", "")) is {has}, {scheme.parameter!r}'


def compared(call: Call, change: Change, request: Any, server: str) -> list[str]:
    """Return the statements that compare a request with what the old library sends, to that server."""
    lines = ["request = transport.requests[0]", 'url, _, query = request.url.partition("?")']
    lines.append(
        f"assert (request.method, url.endswith({literals.string(request.path)})) == "
        f"({literals.string(request.method)}, True), request"
    )
    lines.append(f'assert sorted(filter(None, query.split("&"))) == {sorted(request.query)!r}, query')
    for name, value in request.headers.items():
        lines.append(f"assert request.headers.get({name!r}) == {value!r}, request.headers")
    if request.content_type:
        lines.append(
            f'assert request.headers.get("content-type", "").startswith({request.content_type!r}), request.headers'
        )
    if "json" in request.body:
        lines.append("assert isinstance(request.content, bytes)")
        lines.append(f"assert json.loads(request.content) == {request.body['json']!r}, request.content")
    if change.code == "server-changed":
        lines.append(f"assert re.match({literals.string(pattern(server))}, url), url")
    if change.code == "accept-changed":
        lines.append(f'assert request.headers.get("accept") == {call.method.result.accept!r}, request.headers')
    return lines


def pattern(server: str) -> str:
    """Return a regular expression for URLs of a server, whatever its variables are."""
    return re.sub(r"\\\{.*?\\\}", "[^/]*", re.escape(server))


def response(case: WireCase) -> str:
    """Return the expression of the response that a call gets."""
    if case.method.result.kind == "pages":
        return f"MockResponse({case.response.status}, json={case.pages[-1]!r})"
    if case.response.media is None:
        return f"MockResponse({case.response.status})"
    if "json" in case.response.content_type:
        return f"MockResponse({case.response.status}, json={case.response.value!r})"
    kind = f'headers={{"content-type": {case.response.content_type!r}}}'
    return f"MockResponse({case.response.status}, content={str(case.response.value).encode()!r}, {kind})"
