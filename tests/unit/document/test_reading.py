from __future__ import annotations

import io
import os
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from sdksmith.config import LoadConfig
from sdksmith.diagnostics import Diagnostics, Failure
from sdksmith.document import load

DOCUMENT = '{"openapi": "3.1.0", "info": {"title": "Tést", "version": "1"}, "paths": {}}'


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("suffix", [".json", ".yaml"])
def test_encodings(load_files: Any, encoding: str, suffix: str) -> None:
    outcome = load_files({"openapi" + suffix: DOCUMENT.encode(encoding)})
    assert outcome.tree["info"]["title"] == "Tést"


def test_bytes_that_are_no_text_are_located(load_files: Any) -> None:
    found = load_files({"openapi.yaml": b"openapi: 3.1.0\ninfo: \xff\n"}).only("encoding")
    assert (found.location.line, found.location.column) == (2, 7)


@pytest.mark.parametrize("content", ["", "  \n\n", "# nothing\n", "---\n", "\ufeff"])
def test_an_empty_file_is_said_to_be_empty(load_files: Any, content: str) -> None:
    assert load_files({"openapi.yaml": content}).only("empty-file").message == "the file is empty"


def test_size_limit(load_files: Any) -> None:
    assert load_files({"openapi.json": DOCUMENT}, max_bytes=len(DOCUMENT.encode())).tree
    load_files({"openapi.json": DOCUMENT}, max_bytes=len(DOCUMENT.encode()) - 1).only("too-large")


def test_referenced_files_count_towards_the_size_limit(load_files: Any) -> None:
    root = '{"openapi": "3.1.0", "paths": {}, "components": {"schemas": {"A": {"$ref": "a.json"}}}}'
    outcome = load_files({"openapi.json": root, "a.json": '{"type": "string", "title": "x"}'}, max_bytes=100)
    assert outcome.found("too-large")


@pytest.mark.parametrize("name", ["missing.yaml", ".", "a\0b"])
def test_unreadable(tmp_path: Path, name: str) -> None:
    diagnostics = Diagnostics()
    with pytest.raises(Failure):
        load(name, LoadConfig(), diagnostics, base_folder=tmp_path)
    assert [found.code for found in diagnostics] == ["unreadable"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_reference_to_a_pipe_does_not_wait_for_a_writer(tmp_path: Path, load_files: Any) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    outcome = load_files(
        {"openapi.json": '{"openapi": "3.1.0", "components": {"schemas": {"A": {"$ref": "pipe.yaml"}}}}'}
    )
    assert "not a regular file" in outcome.found("unreadable")[0].message


def read_stdin(monkeypatch: pytest.MonkeyPatch, content: str, folder: Path | None = None) -> Any:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    return load("-", LoadConfig(), Diagnostics(), base_folder=folder)


@pytest.mark.parametrize("content", [DOCUMENT, "openapi: 3.1.0\ninfo: {title: Tést, version: '1'}\npaths: {}\n"])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    document = read_stdin(monkeypatch, content)
    assert document.name == "<stdin>"
    assert document.tree["info"]["title"] == "Tést"


def test_standard_input_may_have_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"type": "string"}')
    content = '{"openapi": "3.1.0", "info": {}, "components": {"schemas": {"A": {"$ref": "a.json"}}}}'
    assert read_stdin(monkeypatch, content, tmp_path).tree["components"]["schemas"] == {"A": {"type": "string"}}
    with pytest.raises(Failure, match="no folder"):
        read_stdin(monkeypatch, content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("openapi.json", "openapi: 3.1.0\npaths: {}\n", "json-syntax"),
        ("openapi.yaml", '{"openapi": "3.1.0",', "json-syntax"),
        ("openapi", '{"openapi": nope}', "json-syntax"),
        ("openapi.yaml", "openapi: [", "yaml-syntax"),
    ],
)
def test_errors_are_told_in_terms_of_the_format_that_was_meant(
    load_files: Any, name: str, content: str, code: str
) -> None:
    assert load_files({name: content}).found(code)


def test_flow_style_yaml_is_yaml(load_files: Any) -> None:
    outcome = load_files({"openapi.yaml": "{openapi: 3.1.0, info: {title: t, version: '1'}, paths: {}}"})
    assert outcome.tree["info"]["title"] == "t"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status = 404 if self.path.startswith("/missing") else 200
        self.send_response(status)
        self.end_headers()
        self.wfile.write(DOCUMENT.replace('"paths": {}', '"components": {}').encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    http = HTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{http.server_port}"
    http.shutdown()
    thread.join()
    http.server_close()


def test_a_url_is_fetched_and_its_secrets_stay_out_of_messages(server: str) -> None:
    document = load(server.replace("//", "//user:word@") + "/openapi?token=secret", LoadConfig(), Diagnostics())
    assert document.tree["info"]["title"] == "Tést"
    assert document.name == server + "/openapi"


@pytest.mark.parametrize(
    ("path", "limits", "code"), [("/missing", {}, "unreadable"), ("/openapi", {"max_bytes": 10}, "too-large")]
)
def test_fetching_can_fail(server: str, path: str, limits: dict[str, Any], code: str) -> None:
    diagnostics = Diagnostics()
    with pytest.raises(Failure):
        load(server + path, LoadConfig(**limits), diagnostics)
    assert [found.code for found in diagnostics] == [code]


def test_a_refused_connection_is_a_finding() -> None:
    diagnostics = Diagnostics()
    with pytest.raises(Failure):
        load("http://127.0.0.1:9/openapi.json", LoadConfig(timeout_seconds=5), diagnostics)
    assert [found.code for found in diagnostics] == ["unreadable"]
