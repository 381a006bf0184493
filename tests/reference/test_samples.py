"""Samples of the site: each is run, and makes the request that the wire vectors expect of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
from tests.go.toolchain import missing, run_go

from sdksmith.config import Config, load_config
from sdksmith.diagnostics import Diagnostics
from sdksmith.document import load
from sdksmith.model import Ledger
from sdksmith.naming import assign_names
from sdksmith.parser import parse
from sdksmith.sdk import Method, Policy, Sdk, build
from sdksmith.sdk.wire.cases import WireCall
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.targets.reference.calls import SampleCalls
from sdksmith.targets.reference.curl import CurlSamples
from sdksmith.targets.registry import find_target, options_of

CLIENT = 'tenant_domain="YOUR_TENANT.auth0.com"'


class Received(BaseHTTPRequestHandler):
    """Answers with an empty object, and keeps what came."""

    kept: ClassVar[list[tuple[str, str, bytes]]] = []

    def answer(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.kept.append((self.command, self.path, content))
        body = b"{}"
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Received)
    Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()


@pytest.fixture(scope="module")
def config(repository: Path) -> Config:
    return load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)


@pytest.fixture(scope="module")
def sdk(repository: Path, config: Config) -> Sdk:
    diagnostics = Diagnostics()
    document = load(str(repository / "specs" / "management-api.yaml"), config.input, diagnostics)
    return build(parse(document, config, diagnostics, Ledger()), Policy(), Ledger())


@pytest.fixture(scope="module")
def calls(sdk: Sdk) -> list[tuple[Method, WireCall]]:
    """The samples' calls: with what is required, and with all."""
    calls = SampleCalls(sdk)
    found = [(method, call) for method in sdk.methods.values() if (call := calls.required(method)) is not None]
    assert len(found) == 64
    found += [(method, more) for method, call in list(found) if (more := calls.complete(method, call)) is not None]
    assert len(found) > 90
    return found


def difference(call: WireCall, received: tuple[str, str, bytes]) -> str:
    """Return how a request differs from what is expected, ``""`` where it does not."""
    method, target, content = received
    path, _, query = target.partition("?")
    request = call.request
    if (method, path.removeprefix("/api/v2")) != (request.method, request.path):
        return f"{method} {path}"
    if sorted(query.split("&") if query else []) != sorted(request.query):
        return query
    if "json" in request.body and json.loads(content) != request.body["json"]:
        return content.decode()
    return ""


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs cURL")
def test_commands_are_run(sdk: Sdk, calls: list[tuple[Method, WireCall]], server: str) -> None:
    writer = CurlSamples(sdk)
    for method, call in calls:
        Received.kept.clear()
        command = writer.sample(method, call).replace("https://YOUR_TENANT.auth0.com", server)
        assert server in command
        process = subprocess.run(
            ["sh", "-c", f"{command} --silent --show-error"], capture_output=True, text=True, check=False
        )
        assert process.returncode == 0, process.stderr
        assert difference(call, Received.kept[0]) == "", command


def test_programs_in_python_are_run(
    sdk: Sdk, calls: list[tuple[Method, WireCall]], config: Config, server: str, repository: Path, tmp_path: Path
) -> None:
    target, options = find_target("python"), config.targets["python"]
    writer = target.samples(sdk, assign_names(sdk, target.profile(sdk, config, options)), config, options)
    assert writer is not None
    programs = [writer.sample(method, call.arguments) for method, call in calls]
    assert None not in programs
    (tmp_path / "programs.json").write_text(json.dumps(programs), encoding="utf-8")
    runner = f"""
import json, sys
for text in json.load(open("programs.json")):
    text = text.replace({CLIENT!r}, {f'base_url={server!r}, max_retries=0'!r})
    exec(compile(text, "sample", "exec"), {{}})
"""
    Received.kept.clear()
    process = subprocess.run(
        [sys.executable, "-c", runner],
        cwd=tmp_path,
        env={"PYTHONPATH": str(repository / "generated" / "python"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    assert [difference(call, kept) for (_, call), kept in zip(calls, Received.kept, strict=True)] == [""] * len(calls)


def test_programs_in_go_compile(
    sdk: Sdk, calls: list[tuple[Method, WireCall]], config: Config, repository: Path, tmp_path: Path
) -> None:
    if missing():
        pytest.skip(missing())
    target, options = find_target("go"), config.targets["go"]
    writer = target.samples(sdk, assign_names(sdk, target.profile(sdk, config, options)), config, options)
    assert writer is not None
    module = tmp_path / "go"
    shutil.copytree(repository / "generated" / "go", module)
    written = 0
    for number, (method, call) in enumerate(calls):
        try:
            text = writer.sample(method, call.arguments)
        except UntestableError:
            text = None
        assert text is not None, method.symbol
        folder = module / "samples" / f"s{number}"
        folder.mkdir(parents=True)
        (folder / "main.go").write_text(text + "\n", encoding="utf-8")
        written += 1
    process = run_go("vet", "./samples/...", cwd=module)
    assert process.returncode == 0, process.stderr
    assert written == len(calls)
