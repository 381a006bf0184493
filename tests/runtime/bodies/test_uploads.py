"""Large bodies go out piece by piece, whatever they come from."""

from __future__ import annotations

import asyncio
import io
import socket
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from threading import Thread
from typing import Any, Self

import pytest
from runtime.core import ApiClient, AsyncApiClient

SIZE = 24 * 1024 * 1024
#: What an upload may hold in memory at once.
MOST = 4 * 1024 * 1024


class Sink:
    """A server that counts the bytes of one body and throws them away."""

    def __init__(self) -> None:
        self.head = b""
        self.received = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = Thread(target=self._serve, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        # Closing alone does not wake a thread that waits in accept().
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _serve(self) -> None:
        try:
            connection, _ = self._socket.accept()
        except OSError:
            return
        with connection:
            start = b""
            while b"\r\n\r\n" not in start:
                start += connection.recv(1 << 12)
            self.head, _, body = start.partition(b"\r\n\r\n")
            lines = dict(line.lower().split(b": ", 1) for line in self.head.split(b"\r\n")[1:])
            length = int(lines.get(b"content-length", -1))
            self.received = len(body)
            end = body[-7:]
            buffer = bytearray(1 << 16)
            while self.received < length or (length < 0 and end != b"\r\n0\r\n\r\n"):
                count = connection.recv_into(buffer)
                if not count:
                    return
                self.received += count
                end = (end + bytes(buffer[max(0, count - 7) : count]))[-7:]
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")


class Zeros(io.RawIOBase):
    """A file of zeros that is nowhere, and is never to be read in one piece."""

    def __init__(self, size: int = SIZE, *, seekable: bool = True) -> None:
        super().__init__()
        self._size = size
        self._at = 0
        self._seekable = seekable
        self.largest = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._seekable

    def seek(self, offset: int, whence: int = 0) -> int:
        if not self._seekable:
            raise io.UnsupportedOperation("seek")
        self._at = offset + (0, self._at, self._size)[whence]
        return self._at

    def tell(self) -> int:
        if not self._seekable:
            raise io.UnsupportedOperation("tell")
        return self._at

    def read(self, size: int = -1) -> bytes:
        assert size >= 0, "the file is read into memory"
        self.largest = max(self.largest, size)
        count = min(size, self._size - self._at)
        self._at += count
        return bytes(count)


def pieces() -> Iterator[bytes]:
    for _ in range(SIZE >> 16):
        yield bytes(1 << 16)


async def awaited_pieces() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


def send(url: str, *, asynchronous: bool, **parts: Any) -> int:
    """Send a body; return the most memory, in bytes, that was held on the way."""

    async def run() -> None:
        client = AsyncApiClient(base_url=url, max_retries=0)
        try:
            await client.call(Any, "POST", "/files", **parts)
        finally:
            await client.close()

    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        if asynchronous:
            asyncio.run(run())
        else:
            client = ApiClient(base_url=url, max_retries=0)
            client.call(Any, "POST", "/files", **parts)
            client.close()
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """What is imported at the first call is not counted."""
    for asynchronous in (False, True):
        with Sink() as sink:
            send(sink.url, asynchronous=asynchronous, files={"file": b"x"})


@pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])
@pytest.mark.parametrize("seekable", [True, False])
@pytest.mark.parametrize("named", [False, True], ids=["alone", "in a tuple"])
def test_a_file_of_a_form_is_streamed(seekable: bool, named: bool, asynchronous: bool) -> None:
    file = Zeros(seekable=seekable)
    with Sink() as sink:
        peak = send(
            sink.url,
            asynchronous=asynchronous,
            multipart={"note": "n"},
            files={"file": ("zeros.bin", file, "application/octet-stream", {"X-Part": "1"}) if named else file},
        )
    assert sink.received > SIZE
    assert file.largest <= 1 << 20
    assert peak < MOST
    assert (b"content-length" in sink.head.lower()) is seekable


@pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])
@pytest.mark.parametrize("seekable", [True, False])
def test_a_file_that_is_the_whole_body_is_streamed(seekable: bool, asynchronous: bool) -> None:
    file = Zeros(seekable=seekable)
    with Sink() as sink:
        peak = send(sink.url, asynchronous=asynchronous, content=file, content_type="application/zip")
    assert sink.received >= SIZE
    assert file.largest <= 1 << 20
    assert peak < MOST
    assert b"content-type: application/zip" in sink.head.lower()
    assert (b"content-length: %d" % SIZE in sink.head.lower()) is seekable


@pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])
def test_a_body_that_is_made_on_the_way_is_streamed(asynchronous: bool) -> None:
    with Sink() as sink:
        assert send(sink.url, asynchronous=asynchronous, content=pieces()) < MOST
    assert sink.received >= SIZE


def test_an_asynchronous_client_takes_what_yields_asynchronously() -> None:
    with Sink() as sink:
        assert send(sink.url, asynchronous=True, content=awaited_pieces()) < MOST
    assert sink.received >= SIZE
