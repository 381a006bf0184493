"""An HTTP server on 127.0.0.1 that answers as it is told and keeps what it is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Final
from urllib.parse import parse_qs

from typing_extensions import Self

#: Stands for a body that is not there; ``None`` is the JSON value ``null``.
NOTHING: Final[Any] = object()


@dataclass(frozen=True)
class Received:
    """A request, as it came.

    Attributes
    ----------
    path, query
        Percent-encoded, as they were sent.
    headers
        Names in lower case.
    """

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def json(self) -> Any:
        """Return the body, which must be sent as JSON."""
        assert self.media_type.endswith("json"), self.media_type
        return json.loads(self.body)

    def form(self) -> dict[str, list[str]]:
        """Return the fields of a form, each with all of its values."""
        assert self.media_type == "application/x-www-form-urlencoded"
        return parse_qs(self.body.decode("ascii"), keep_blank_values=True)

    def multipart(self) -> dict[str, list[Any]]:
        """Return the parts by name: text, or what their JSON says."""
        assert self.media_type.startswith("multipart/"), self.media_type
        head = f"content-type: {self.headers['content-type']}\r\n\r\n"
        found: dict[str, list[Any]] = {}
        message = message_from_bytes(head.encode("latin-1") + self.body)
        assert message.is_multipart(), "the body has no parts"
        for part in message.walk():
            content = part.get_payload(decode=True)
            if not isinstance(content, bytes):
                continue
            name = str(part.get_param("name", header="content-disposition"))
            is_json = part.get_content_type().endswith("json")
            value = json.loads(content) if is_json else content.decode("utf-8")
            found.setdefault(name, []).append(value)
        return found


@dataclass(frozen=True)
class QueuedResponse:
    """A response to give; ``body`` is ``None`` if it has none."""

    status: int
    body: bytes | None
    content_type: str


class MockServer:
    """Gives the responses that were queued, in turn, and keeps the requests."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.responses: list[QueuedResponse] = []
        #: How many requests came for which no response was queued.
        self.unexpected = 0
        self._server = _Server(("127.0.0.1", 0), _handler_for(self))
        self._thread = Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": 0.01},
            daemon=True,
        )

    @property
    def url(self) -> str:
        """URL that the server listens at."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def respond(
        self,
        status: int,
        body: Any = NOTHING,
        *,
        content_type: str = "application/json",
    ) -> None:
        """Queue a response; what is not bytes goes as JSON."""
        if body is NOTHING:
            content = None
        else:
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.responses.append(QueuedResponse(status, content, content_type))

    def respond_with_events(self, events: Sequence[tuple[str, Any]]) -> None:
        """Queue server-sent events: a type and data each; text goes as it is."""
        lines: list[str] = []
        for name, data in events:
            text = data if isinstance(data, str) else json.dumps(data)
            lines += [f"event: {name}", f"data: {text}", ""]
        content = "".join(f"{line}\n" for line in lines).encode()
        self.respond(200, content, content_type="text/event-stream")

    def assert_received(
        self,
        method: str,
        path: str,
        *,
        query: Sequence[str] = (),
        headers: Mapping[str, str] | None = None,
        json: Any = NOTHING,
        form: Mapping[str, Sequence[str]] | None = None,
        multipart: Mapping[str, Sequence[Any]] | None = None,
        content: bytes = b"",
    ) -> None:
        """Compare the oldest request that was not looked at yet.

        Parameters
        ----------
        path, query
            Percent-encoded; the query as ``name=value`` each, in any order.
        headers
            Ones that must be there, beside others; names in lower case.
        json, form, multipart, content
            The body, in one of these forms; none of them means that it is empty.
        """
        assert self.received, "the client sent nothing"
        request = self.received.pop(0)
        assert (request.method, request.path) == (method, path)
        assert sorted(filter(None, request.query.split("&"))) == sorted(query)
        for name, value in (headers or {}).items():
            assert (name, request.headers.get(name)) == (name, value)
        if json is not NOTHING:
            assert request.json() == json
        elif form is not None:
            assert request.form() == form
        elif multipart is not None:
            assert request.multipart() == multipart
        else:
            assert request.body == content

    def reset(self) -> None:
        """Forget all requests, and all responses that were not given."""
        self.received.clear()
        self.responses.clear()
        self.unexpected = 0

    def assert_done(self) -> None:
        """Make sure that there was a request for each response, and no other."""
        assert not self.unexpected, "the client sent more than it should"
        assert not self.responses, "the client sent less than it should"

    def next_response(self) -> QueuedResponse:
        """Return the response to give now."""
        if self.responses:
            return self.responses.pop(0)
        self.unexpected += 1
        return QueuedResponse(500, b'"no response was queued"', "application/json")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True


def _handler_for(mock: MockServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body leave together, not held back for an acknowledgement.
        wbufsize = 1 << 16
        disable_nagle_algorithm = True

        def handle_any(self) -> None:
            path, _, query = self.path.partition("?")
            headers = {name.lower(): value for name, value in self.headers.items()}
            mock.received.append(
                Received(self.command, path, query, headers, self._body())
            )
            self._send(mock.next_response())

        do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any
        do_OPTIONS = do_TRACE = do_QUERY = handle_any

        def _send(self, response: QueuedResponse) -> None:
            self.send_response(response.status)
            if response.body is not None:
                self.send_header("Content-Type", response.content_type)
            if response.status != 204:
                self.send_header("Content-Length", str(len(response.body or b"")))
            self.end_headers()
            if response.body is not None and self.command != "HEAD":
                self.wfile.write(response.body)

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return body

        def log_message(self, format: str, *args: Any) -> None:
            """Log nothing."""

    return Handler
