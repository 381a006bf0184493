"""A site on loopback that follows its document: made again, and reloaded, when something that it is made of changes."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from urllib.parse import unquote, urlsplit

#: Paths of the server's own, which no page of a site can have.
_RELOAD = "/_sdksmith/reload.js"
_CHANGES = "/_sdksmith/changes"
_SCRIPT = b"""(function wait(seen) {
  fetch("/_sdksmith/changes?" + seen).then(function (answer) { return answer.text(); }).then(function (now) {
    if (seen && now !== seen) { location.reload(); } else { wait(now); }
  }, function () { setTimeout(function () { wait(seen); }, 1000); });
})("");
"""
#: Seconds that a page waits for a change before it asks again.
_PATIENCE = 20.0


class SiteServer:
    """Serves a folder, and tells pages when it has changed.

    Parameters
    ----------
    folder
        Of the site.
    port
        0 for any that is free.
    """

    def __init__(self, folder: Path, port: int = 0) -> None:
        self._folder = folder.resolve()
        self._changed = Condition()
        self._version = 1
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._server.daemon_threads = True

    @property
    def url(self) -> str:
        """URL that the server listens at."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def start(self) -> None:
        """Serve, beside whatever else goes on."""
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()

    def reload(self) -> None:
        """Let every page that is open load again."""
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def _wait(self, seen: str) -> str:
        with self._changed:
            if seen == str(self._version):
                self._changed.wait(_PATIENCE)
            return str(self._version)

    def _content(self, path: str) -> tuple[str, bytes] | None:
        file = (self._folder / unquote(path).lstrip("/")).resolve()
        if file.is_dir():
            file /= "index.html"
        if self._folder not in file.parents or not file.is_file():
            return None
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        content = file.read_bytes()
        if kind == "text/html":
            content = content.replace(b"</head>", f'<script src="{_RELOAD}" defer></script>\n</head>'.encode(), 1)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, content

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                if parts.path == _CHANGES:
                    self._answer(200, "text/plain", site._wait(parts.query).encode())
                    return
                if parts.path == _RELOAD:
                    self._answer(200, "text/javascript", _SCRIPT)
                    return
                found = site._content(parts.path)
                if found is None:
                    self._answer(404, "text/plain; charset=utf-8", b"There is no such page.\n")
                    return
                self._answer(200, *found)

            def _answer(self, status: int, content_type: str, content: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", content_type)
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that is overridden
                """Log nothing: what is asked for is seen in the browser."""

        return Handler


class Follower:
    """Notices that files change, from the moment it is made: what changes while something is made from them isn't missed.

    Parameters
    ----------
    paths
        Files, and folders whose documents count.
    ignored
        Folders whose files don't count, though they are below one that is looked at.
    """

    def __init__(self, paths: Iterable[Path], ignored: Sequence[Path] = ()) -> None:
        self._paths = tuple(paths)
        self._ignored = tuple(ignored)
        self._known = self._fingerprint()

    def changed(self) -> bool:
        """Whether a file is another one than when this was last asked."""
        before, self._known = self._known, self._fingerprint()
        return self._known != before

    def _fingerprint(self) -> tuple[tuple[str, int, int], ...]:
        found: list[tuple[str, int, int]] = []
        for path in self._paths:
            files = [each for each in path.rglob("*") if each.suffix in _DOCUMENTS] if path.is_dir() else [path]
            for file in sorted(files):
                if any(folder in file.parents for folder in self._ignored):
                    continue
                try:
                    state = file.stat()
                except OSError:
                    continue
                found.append((str(file), state.st_mtime_ns, state.st_size))
        return tuple(found)


_DOCUMENTS = (".yaml", ".yml", ".json", ".toml", ".j2", ".md")


def follow(follower: Follower, make: Callable[[], None], pause: Callable[[], bool]) -> None:
    """Call a function each time that a file has changed.

    Parameters
    ----------
    follower
        Made before anything was read of the files.
    pause
        Waits a little; false to end.
    """
    while pause():
        if follower.changed():
            make()
