"""Documents behind a login: headers from the environment and the command line, and where they don't go."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from sdksmith.cli import main
from sdksmith.config import Config, LoadConfig
from sdksmith.diagnostics import Diagnostics, Failure
from sdksmith.document import load
from sdksmith.project import with_headers

DOCUMENT = b'{"openapi": "3.1.0", "info": {"title": "Guarded", "version": "1"}, "paths": {}}'
KEY = "hunter2"


class Server(HTTPServer):
    """Gives the document to whoever has the key; notes what it is sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.received: list[dict[str, str]] = []
        self.redirects: dict[str, str] = {}
        self.url = f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.received.append({name.lower(): value for name, value in self.headers.items()})
        if self.path in self.server.redirects:
            self.send_response(302)
            self.send_header("Location", self.server.redirects[self.path])
            self.end_headers()
            return
        known = self.headers.get("X-Key") == KEY or self.headers.get("Authorization", "") == f"Bearer {KEY}"
        self.send_response(200 if known or self.path == "/open" else 401)
        self.end_headers()
        self.wfile.write(DOCUMENT)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def start() -> Iterator[Callable[[], Server]]:
    with ExitStack() as stack:

        def started() -> Server:
            server = stack.enter_context(Server())
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
            return server

        yield started


@pytest.fixture
def server(start: Callable[[], Server]) -> Server:
    return start()


def read(url: str, **headers: str) -> str:
    limits = LoadConfig(headers={name.replace("_", "-"): value for name, value in headers.items()})
    title: str = load(url, limits, Diagnostics()).tree["info"]["title"]
    return title


def failure(url: str, **headers: str) -> tuple[str, str, str]:
    with pytest.raises(Failure) as failed:
        read(url, **headers)
    (found,) = failed.value.diagnostics
    assert KEY not in repr(found)
    return found.code, found.message, found.hint


def test_a_header_has_variables_of_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCS_TOKEN", KEY)
    assert read(server.url, Authorization="Bearer ${DOCS_TOKEN}", X_Price="$$5 $x") == "Guarded"
    assert server.received[0]["authorization"] == f"Bearer {KEY}"
    assert server.received[0]["x-price"] == "$5 $x"


def test_a_variable_that_is_not_set_is_named_and_nothing_is_sent(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOCS_TOKEN", raising=False)
    assert failure(server.url, Authorization="Bearer ${DOCS_TOKEN}") == (
        "header-variable",
        "the header 'Authorization' needs the variable DOCS_TOKEN of the environment, which is not set",
        "set DOCS_TOKEN where sdksmith runs",
    )
    assert server.received == []


def test_a_value_that_can_not_be_sent_is_not_shown(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCS_TOKEN", f"{KEY}\n")
    code, message, _ = failure(server.url, X_Key="${DOCS_TOKEN}")
    assert (code, message) == ("header-variable", "the header 'X-Key' has characters that can't be sent")
    assert server.received == []


def test_a_refusal_says_how_to_send_credentials(server: Server) -> None:
    code, message, hint = failure(server.url)
    assert (code, message) == ("unreadable", "the server answered 401")
    assert hint.startswith("send credentials with --header 'Authorization: Bearer ...'")
    assert failure(server.url, X_Key="wrong")[2].startswith("the server refuses the credentials that were sent")


def test_headers_follow_a_redirect_of_the_same_server(server: Server) -> None:
    server.redirects = {"/a": "/b", "/b": f"{server.url}/c"}
    assert read(f"{server.url}/a", X_Key=KEY) == "Guarded"
    assert [each.get("x-key") for each in server.received] == [KEY, KEY, KEY]


def test_no_other_server_gets_them(server: Server, start: Callable[[], Server]) -> None:
    other = start()
    server.redirects = {"/a": f"{other.url}/b"}
    other.redirects = {"/b": f"{server.url}/open"}
    assert read(f"{server.url}/a".replace("//", "//user:word@"), X_Key=KEY) == "Guarded"
    basic = f"Basic {base64.b64encode(b'user:word').decode()}"
    assert [(each.get("x-key"), each.get("authorization")) for each in server.received] == [(KEY, basic), (None, None)]
    assert [(each.get("x-key"), each.get("authorization")) for each in other.received] == [(None, None)]


def test_endless_redirects_end(server: Server) -> None:
    server.redirects = {"/a": "/a"}
    assert failure(f"{server.url}/a")[:2] == ("unreadable", "the server redirects more than 20 times")


@pytest.mark.parametrize(
    ("spec", "source", "sent"),
    [
        ("https://a.example/api.json", "https://a.example/api.json", True),
        ("https://a.example/api.json", "https://A.example/v2/api.json", True),
        ("https://a.example/api.json", "http://a.example/api.json", False),
        ("https://a.example/api.json", "https://a.example:8443/api.json", False),
        ("https://a.example/api.json", "https://b.example/api.json", False),
        ("api.json", "https://b.example/api.json", False),
        (None, "https://b.example/api.json", False),
    ],
)
def test_headers_of_the_config_are_for_the_server_of_its_spec(spec: str | None, source: str, sent: bool) -> None:
    config = Config(spec=spec, input=LoadConfig(headers={"X-Key": "${DOCS_TOKEN}"}))
    found = with_headers(config, source, {"X-Given": "$5"}).input.headers
    assert found == {**({"X-Key": "${DOCS_TOKEN}"} if sent else {}), "X-Given": "$$5"}


def test_a_header_of_the_command_line_takes_the_place_of_one_in_the_config() -> None:
    url = "https://a.example/api.json"
    config = Config(spec=url, input=LoadConfig(headers={"x-key": "${DOCS_TOKEN}", "X-Other": "1"}))
    assert with_headers(config, url, {"X-Key": "mine"}).input.headers == {"X-Other": "1", "X-Key": "mine"}
    assert with_headers(config, url, {}) is config


def test_the_command_line_sends_and_the_config_does(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    def code(*arguments: str) -> object:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        return ended.value.code

    assert code("validate", server.url) == 2
    assert code("validate", server.url, "--header", f"X-Key: {KEY}") == 0
    assert code("validate", server.url, "--header", KEY) == 3
    assert code("init", server.url, "--header", f"Authorization: Bearer {KEY}") == 0
    config = Path("sdksmith.toml").read_text(encoding="utf-8")
    assert 'package = "guarded"' in config
    monkeypatch.setenv("DOCS_TOKEN", KEY)
    setting = '[input]\nheaders = {Authorization = "Bearer ${DOCS_TOKEN}"}\n'
    Path("sdksmith.toml").write_text(config.replace("[input]\n", setting), encoding="utf-8")
    assert code("generate", "-q") == 0
    captured = capsys.readouterr()
    assert KEY not in captured.out + captured.err + config
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in files if KEY.encode() in path.read_bytes()]
