"""Make the blocking half of the Python runtime from the asynchronous one.

``core/asynchronous`` is written by hand, and ``core/blocking`` is what comes of it: unasync drops the waiting and
changes the names, the table below changes what else is said differently, and ruff and Black tidy up. ``make blocking``
writes the modules; a test holds them against this.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from unasync import Rule, unasync_files

REPOSITORY = Path(__file__).resolve().parents[2]
CORE = REPOSITORY / "templates" / "python" / "runtime" / "core"

#: Modules that only the asynchronous half has, and one that both have by hand: what lets threads share a call has
#: nothing in common with what lets tasks share it.
ASYNCHRONOUS_ALONE: Final = frozenset({"__init__.py", "bodies.py", "waiting.py", "shared_call.py"})
#: Modules of the blocking half that are written by hand.
BY_HAND: Final = frozenset({"__init__.py", "shared_call.py"})

#: Names that become others than those without their ``Async``.
NAMES: Final = {
    "AsyncPager": "SyncPager",
    "aclose": "close",
    "aiter_bytes": "iter_bytes",
    "anext": "next",
    "aread": "read",
    "asynchronous": "blocking",
    "new_async_client": "new_client",
}

#: What is written differently where nothing is waited for: patterns of a text, and what takes their place.
REWRITES: Final = (
    (r"^from \.(?:bodies|waiting) import .*\n", ""),
    (r"\bawaitable\(request\)", "request"),
    (r"\[chunk async for chunk in self\]", "self"),
    (r"AsyncGenerator\[(.+), None\]", r"Generator[\1, None, None]"),
    (r"= sleep,", "= time.sleep,"),
    (r", asynchronous or not,", ""),
    (r"\b([Aa])n asynchronous\b", r"\1 blocking"),
    (r"\basynchronous\b", "blocking"),
    (r"called by many tasks", "called from many threads"),
)

#: ``UP028`` writes ``yield from``, ``F401`` drops imports, ``I`` sorts the others.
_RULES: Final = "F401,I001,UP028"


def made() -> dict[str, str]:
    """Return the modules of the blocking half that are made, by name."""
    with tempfile.TemporaryDirectory() as folder:
        source, result = Path(folder, "asynchronous"), Path(folder, "blocking")
        source.mkdir()
        for path in _sources():
            (source / path.name).write_text(_rewritten(path.read_text(encoding="utf-8")), encoding="utf-8")
        names = {name: name.removeprefix("Async") for name in _names(source)} | NAMES
        rule = Rule(fromdir=f"{source}/", todir=f"{result}/", additional_replacements=names)
        unasync_files([str(path) for path in sorted(source.iterdir())], [rule])
        for path in result.iterdir():
            path.write_text(_in_texts(path.read_text(encoding="utf-8"), names), encoding="utf-8")
        _tidy(result)
        return {path.name: path.read_text(encoding="utf-8") for path in sorted(result.iterdir())}


def _sources() -> list[Path]:
    return [path for path in sorted((CORE / "asynchronous").glob("*.py")) if path.name not in ASYNCHRONOUS_ALONE]


def _rewritten(text: str) -> str:
    for pattern, replacement in REWRITES:
        text = re.sub(pattern, replacement, text, flags=re.MULTILINE)
    text = _without_call(text, "await settled(", ")")
    return _without_call(text, "Awaitable[", "]")


def _without_call(text: str, start: str, end: str) -> str:
    """Replace ``start ... end`` by what is inside; brackets in it are paired."""
    while (begin := text.find(start)) >= 0:
        depth, position = 1, begin + len(start)
        while depth:
            depth += {start[-1]: 1, end: -1}.get(text[position], 0)
            position += 1
        text = text[:begin] + text[begin + len(start) : position - 1] + text[position:]
    return text


def _names(folder: Path) -> Iterator[str]:
    for path in folder.iterdir():
        yield from re.findall(r"\bAsync[A-Z]\w*", path.read_text(encoding="utf-8"))


def _in_texts(text: str, names: dict[str, str]) -> str:
    """Change the names that docstrings and comments speak of."""
    return re.sub(r"\bAsync[A-Z]\w*", lambda found: names.get(found[0], found[0]), text)


def _tidy(folder: Path) -> None:
    tools = Path(sys.executable).parent
    alone = ("--isolated", "--quiet", "--fix", "--unsafe-fixes", "--select", _RULES)
    subprocess.run([tools / "ruff", "check", *alone, folder], check=True)
    subprocess.run([tools / "black", "--quiet", "--line-length", "88", folder], check=True)


def main() -> None:
    """Write the modules of the blocking half, and remove those that nothing makes any more."""
    modules = made()
    blocking = CORE / "blocking"
    for path in blocking.glob("*.py"):
        if path.name not in modules and path.name not in BY_HAND:
            path.unlink()
    for name, text in modules.items():
        (blocking / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
