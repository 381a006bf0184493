"""A scripted HTTP server on 127.0.0.1 that records what it is sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # Hundreds of connections may come at once; what does not fit into the queue of the kernel is lost for a while.
    request_queue_size = 512


@dataclass
class Received:
    """A request, as the server saw it; header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Answer:
    """An answer to give. ``drop``: close the connection instead."""

    status: int = 200
    body: bytes = b"{}"
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    drop: bool = False


class Loopback:
    """Gives the answers that were queued, in turn, and after them the last one again."""

    def __init__(self) -> None:
        self.requests: list[Received] = []
        self.answers: list[Answer] = []
        self.handler: Callable[[Received], Answer] | None = None
        self._server = _Server(("127.0.0.1", 0), self._handler_class())
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def answer(
        self,
        status: int = 200,
        body: Any = b"{}",
        headers: Mapping[str, str] | None = None,
        *,
        drop: bool = False,
    ) -> None:
        """Queue an answer; a body that is not bytes goes as JSON."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.answers.append(Answer(status, data, headers or {}, drop))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler_class(self) -> type[BaseHTTPRequestHandler]:
        loopback = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body in one packet, not held back for an acknowledgement.
            wbufsize = 1 << 20
            disable_nagle_algorithm = True

            def handle_any(self) -> None:
                received = Received(
                    self.command,
                    self.path,
                    {name.lower(): value for name, value in self.headers.items()},
                    self._body(),
                )
                loopback.requests.append(received)
                answer = loopback.handler(received) if loopback.handler else loopback.next_answer()
                if answer.drop:
                    self.close_connection = True
                    return
                self.send_response(answer.status)
                names = {name.lower() for name in answer.headers}
                if "content-type" not in names:
                    self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer.body)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_QUERY = do_PURGE = handle_any

            def date_time_string(self, timestamp: float | None = None) -> str:
                # The header Date: two answers with the same content must not differ by the second they are sent in.
                return "Thu, 01 Jan 2026 00:00:00 GMT"

            def _body(self) -> bytes:
                if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                    return self.rfile.read(int(self.headers.get("Content-Length", 0)))
                body = b""
                while size := int(self.rfile.readline(), 16):
                    body += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return body

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                pass

        return Handler

    def next_answer(self) -> Answer:
        if not self.answers:
            return Answer()
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
