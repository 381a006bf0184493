"""A site that follows its document."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sdksmith import pipeline
from sdksmith.cli import main
from sdksmith.diagnostics import Diagnostics, Failure
from sdksmith.serving import Follower, SiteServer, follow


def document(title: str) -> str:
    tree: Any = {"openapi": "3.1.0", "info": {"title": title, "version": "1"}, "paths": {}}
    return json.dumps(tree)


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return str(answer.read().decode())


def test_pages_are_shown_and_told_of_changes(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html><head></head><body>one</body></html>", encoding="utf-8")
    (tmp_path.parent / "secret.txt").write_text("secret", encoding="utf-8")
    server = SiteServer(tmp_path)
    server.start()
    try:
        page = get(server.url)
        assert "one" in page
        assert '<script src="/_sdksmith/reload.js" defer></script>' in page
        assert "location.reload" in get(f"{server.url}_sdksmith/reload.js")
        assert get(f"{server.url}_sdksmith/changes?") == "1"
        server.reload()
        assert get(f"{server.url}_sdksmith/changes?1") == "2"
        for path in ("nothing.html", "../secret.txt", "%2e%2e/secret.txt"):
            with pytest.raises(urllib.error.HTTPError) as raised:
                get(f"{server.url}{path}")
            assert raised.value.code == 404
    finally:
        server.stop()


def test_a_change_of_a_file_or_of_a_folder_of_documents_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "sdksmith.toml"
    file.write_text("a", encoding="utf-8")
    steps: Iterator[Callable[[], object]] = iter([lambda: None, lambda: file.write_text("ab", encoding="utf-8"), lambda: None,
                  lambda: (tmp_path / "part.yaml").write_text("b", encoding="utf-8"), lambda: (tmp_path / "other.txt").write_text("c", encoding="utf-8")])  # fmt: skip
    seen: list[int] = []
    count = 0

    def pause() -> bool:
        nonlocal count
        step = next(steps, None)
        count += 1
        if step is not None:
            step()
        return step is not None

    follow(Follower([tmp_path]), lambda: seen.append(count), pause)
    assert seen == [2, 4]


def test_a_change_while_something_is_made_is_not_missed(tmp_path: Path) -> None:
    """The first time, before anybody pauses, and each time after that."""
    file = tmp_path / "api.yaml"
    file.write_text("a", encoding="utf-8")
    texts = iter(["ab", "abc"])
    pauses = iter([True] * 4)
    made: list[str] = []

    def make() -> None:
        made.append(file.read_text(encoding="utf-8"))
        if (text := next(texts, None)) is not None:
            file.write_text(text, encoding="utf-8")

    follower = Follower([tmp_path])
    make()
    follow(follower, make, lambda: next(pauses, False))
    assert made == ["a", "ab", "abc"]


@pytest.mark.parametrize("command", ["watch", "serve"])
def test_a_document_that_changes_in_the_first_run_is_read_again(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    api = tmp_path / "api.json"
    api.write_text(document("One"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runs: list[str] = []
    pauses = iter([None, None])

    def generate(source: str, *_: object, **__: object) -> None:
        runs.append(api.read_text(encoding="utf-8"))
        if len(runs) == 1:
            api.write_text(document("Another"), encoding="utf-8")
        raise Failure(Diagnostics())

    def sleep(_: float) -> None:
        if next(pauses, "ended") == "ended":
            raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "generate", generate)
    monkeypatch.setattr(time, "sleep", sleep)
    arguments = [command, "api.json", *(["--port", "0"] if command == "serve" else [])]
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    assert runs == [document("One"), document("Another")]


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
def test_the_command_shows_a_site_and_makes_it_again(tmp_path: Path) -> None:
    (tmp_path / "api.json").write_text(document("First"), encoding="utf-8")
    command = [sys.executable, "-u", "-m", "sdksmith", "serve", "api.json", "--port", "0"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        url = process.stdout.readline().split()[0]
        assert "First" in get(url)
        (tmp_path / "api.json").write_text(document("Second one"), encoding="utf-8")
        assert process.stdout.readline() == "made again\n"
        assert "Second one" in get(url)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["api.json"]


def test_libraries_are_made_again_whenever_something_changes_but_not_by_themselves(tmp_path: Path) -> None:
    """What is wrong for a while is said, and does not end the program."""
    api = tmp_path / "api.json"
    api.write_text(document("One"), encoding="utf-8")
    (tmp_path / "sdksmith.toml").write_text('spec = "api.json"\n[targets.python]\npackage = "one"\n', encoding="utf-8")
    command = [sys.executable, "-u", "-m", "sdksmith", "watch"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as process:
        try:
            assert process.stdout is not None

            def until(text: str) -> list[str]:
                assert process.stdout is not None
                lines: list[str] = []
                for line in process.stdout:
                    lines.append(line)
                    if text in line:
                        return lines
                raise AssertionError(lines)

            until("generated 0 operations")
            until("next:")
            api.write_text("{", encoding="utf-8")
            until("error[json-syntax]")
            api.write_text(document("Another"), encoding="utf-8")
            # The libraries are below the folder of the document, and no reason to make them again.
            assert sum("generated" in line for line in until("generated 0 operations")) == 1
            assert "Another" in (tmp_path / "generated" / "python" / "README.md").read_text(encoding="utf-8")
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
        finally:
            process.kill()
