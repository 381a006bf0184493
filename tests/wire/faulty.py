"""A server that speaks HTTP badly: it sends what it is told, byte by byte if need be."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from threading import Event, Thread
from typing import Self

#: In the place of bytes: say nothing more until the test is over.
SILENCE = b""


class FaultyServer:
    """Reads one request for each connection, sends the chunks, and closes.

    Each chunk is sent by itself. :data:`SILENCE` keeps the connection open without a word.
    """

    def __init__(self, chunks: Sequence[bytes]) -> None:
        self._chunks = list(chunks)
        self._over = Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._threads: list[Thread] = []
        self.connections = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, *exception: object) -> None:
        self._over.set()
        # Closing alone does not wake a thread that waits in accept().
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for thread in self._threads:
            thread.join()

    def _start(self, target: object, *arguments: object) -> None:
        thread = Thread(target=target, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            received = b""
            while b"\r\n\r\n" not in received:
                received += connection.recv(1 << 16)
            for chunk in self._chunks:
                if chunk == SILENCE:
                    self._over.wait()
                    return
                try:
                    connection.sendall(chunk)
                except OSError:
                    # The client has gone, as it may.
                    return


def response(
    body: bytes = b"",
    status: str = "200 OK",
    length: int | None = None,
    content_type: str = "application/json",
    **headers: str,
) -> bytes:
    """Write an answer; `length` is what it claims the length of the body to be, ``-1`` for nothing said."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if length != -1:
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
