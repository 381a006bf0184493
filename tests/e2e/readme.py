"""Runs the code blocks of a generated README, as somebody who reads it from the top would.

What a reader has and the blocks do not say: a server behind every host name, the files that are opened, and the
environment variables that are read. The first block makes ``client``; a block that uses one and makes none gets that one.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import re
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest
from tests.runtime.loopback import Answer, Loopback, Received
from tests.wire.samples import Sampler
from tests.wire.schemas import Schemas
from tests.wire.server import HOST, Document

_METHODS = ("get", "put", "post", "delete", "patch")


@dataclass(frozen=True)
class Block:
    """A code block, and the heading that it stands under."""

    language: str
    heading: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.number} {self.heading}"

    @property
    def needs_client(self) -> bool:
        """Whether it uses a client that it does not make."""
        names = [node for node in ast.walk(ast.parse(self.text)) if isinstance(node, ast.Name) and node.id == "client"]
        return bool(names) and all(isinstance(node.ctx, ast.Load) for node in names)


def blocks(markdown: str, language: str) -> list[Block]:
    """Return the blocks in a language, in order."""
    found: list[Block] = []
    heading = ""
    for match in re.finditer(r"^#+ ([^\n]*)$|^```(\w*)\n(.*?)^```$", markdown, re.MULTILINE | re.DOTALL):
        if match.group(1):
            heading = match.group(1)
        elif match.group(2) == language:
            found.append(Block(language, heading, len(found), match.group(3)))
    return found


def standing_alone(found: list[Block]) -> list[str]:
    """Return each block as a program of its own: behind the first one where it needs a client."""
    return [f"{found[0].text}\n{block.text}" if block.needs_client else block.text for block in found]


class AnyHost(Loopback):
    """Answers as a document says, whatever host was meant, and holds each request against it.

    ``fault``: a status to answer with instead, or ``"no answer"``, or ``"wrong shape"``.
    """

    def __init__(self, tree: dict[str, Any]) -> None:
        super().__init__()
        self.complaints: list[str] = []
        self.fault: int | str | None = None
        self._schemas = Schemas(tree)
        self._sampler = Sampler(self._schemas, "all", "response")
        self._document = Document({**tree, "servers": [{"url": HOST}]})
        self._seen: set[str] = set()
        # The longest template first: a path may fit several.
        self._paths = [
            (re.compile(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(path)) + r"\Z"), item)
            for path, item in sorted(tree["paths"].items(), key=lambda each: (each[0].count("{"), -len(each[0])))
        ]
        self.handler = self._handle

    def start(self) -> None:
        """Forget what came before."""
        self.fault = None
        self.requests.clear()
        self.complaints.clear()
        self._seen.clear()

    def _handle(self, received: Received) -> Answer:
        path, _, query = received.path.partition("?")
        if path.endswith("/oauth/token"):
            return Answer(200, json.dumps({"access_token": "fetched", "expires_in": 3600}).encode())
        for pattern, item in self._paths:
            match = pattern.search(path)
            if match and received.method.lower() in item:
                self.complaints += self._judged(replace(received, path=match.group() + (f"?{query}" if query else "")))
                if isinstance(self.fault, int):
                    return Answer(self.fault, b'{"message": "a fault"}', {"retry-after-ms": "0"})
                if self.fault == "wrong shape":
                    return Answer(200, b'["not", "as", "documented"]')
                return self._answer(item[received.method.lower()], path, bool(parse_qs(query)))
        self.complaints.append(f"no such operation: {received.method} {received.path}")
        return Answer(404)

    def _judged(self, received: Received) -> list[str]:
        is_json = received.headers.get("content-type", "application/json") == "application/json"
        # The validator has no idea of a body of bytes.
        return [each for each in self._document.complaints(received) if is_json or "InvalidRequestBody" not in each]

    def _answer(self, operation: dict[str, Any], path: str, has_query: bool) -> Answer:
        status, response = min((key, each) for key, each in operation["responses"].items() if str(key).startswith("2"))
        content = self._schemas.resolve(response).get("content", {})
        if not content:
            return Answer(int(status), b"")
        media_type, media = next(iter(content.items()))
        if media_type not in ("application/json", "text/event-stream"):
            return Answer(int(status), b"content", {"content-type": media_type})
        # A list that may come in several shapes comes as a page, and rather as one that names the next.
        samples = [sample.value for sample in self._sampler.until_all_variants(media.get("schema", {}), 8)]
        value = max(samples, key=lambda each: (isinstance(each, dict), isinstance(each, dict) and "next" in each))
        if media_type == "text/event-stream":
            return Answer(
                int(status), f"event: x\ndata: {json.dumps(value)}\n\n".encode(), {"content-type": media_type}
            )
        if has_query and path in self._seen and isinstance(value, dict):
            # The second page is the last, and empty.
            value = {key: [] if isinstance(each, list) else each for key, each in value.items()}
            value = {key: None if "next" in key else each for key, each in value.items()}
        self._seen.add(path)
        return Answer(int(status), json.dumps(value).encode())


@pytest.fixture
def reach(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[AnyHost], None]:
    """Let every host name of the HTTP library lead to a server, from a folder of the test's own."""

    def lead_to(server: AnyHost) -> None:
        port = int(server.url.rpartition(":")[2])
        send, send_async = httpx2.HTTPTransport.handle_request, httpx2.AsyncHTTPTransport.handle_async_request

        def turned(request: httpx2.Request) -> httpx2.Request:
            if server.fault == "no answer":
                raise httpx2.UnsupportedProtocol("there is no way to the server")
            request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)
            return request

        def handle(self: httpx2.HTTPTransport, request: httpx2.Request) -> httpx2.Response:
            return send(self, turned(request))

        async def handle_async(self: httpx2.AsyncHTTPTransport, request: httpx2.Request) -> httpx2.Response:
            return await send_async(self, turned(request))

        monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", handle)
        monkeypatch.setattr(httpx2.AsyncHTTPTransport, "handle_async_request", handle_async)
        monkeypatch.chdir(tmp_path)

    return lead_to


def run_block(block: Block, first: Block, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a block, and the tests that it defines; return what it printed."""
    for name in re.findall(r'open\("([^"]+)", "rb"\)', block.text):
        Path(name).write_bytes(b"content of the file")
    for name in re.findall(r'os\.environ\["(\w+)"\]', block.text):
        monkeypatch.setenv(name, "token-of-the-environment")
    namespace: dict[str, Any] = {"__name__": "__main__"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        if block.needs_client:
            exec(compile(first.text, "README.md, the first block", "exec"), namespace)
        exec(compile(block.text, f"README.md, block {block}", "exec"), namespace)
        for name in [name for name in namespace if name.startswith("test_")]:
            namespace[name]()
        if "receive" in namespace:
            # As a web framework would, with a request that nobody signed.
            assert namespace["receive"](b"{}", {}) == 400
    if "client" in namespace:
        namespace["client"].close()
    if "http_client" in namespace:
        namespace["http_client"].close()
    return printed.getvalue()


def failures(found: list[Block], server: AnyHost, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    """Run all blocks; yield those that fail, that send what they should not, or that send nothing though they call."""
    for block in found:
        server.start()
        try:
            run_block(block, found[0], monkeypatch)
        except Exception:  # noqa: BLE001 - whatever it is, it is the finding
            yield str(block), traceback.format_exc()
            continue
        if server.complaints:
            yield str(block), "; ".join(server.complaints)
        calls = re.search(r"\bclient\.(?!close)[a-z_]+\b", block.text) and "MockTransport" not in block.text
        if calls and not server.requests:
            yield str(block), "it sent nothing"
