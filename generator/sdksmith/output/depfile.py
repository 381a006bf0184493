"""Dependency files: what a result was made of, as make and ninja read it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def depfile(target: str, sources: Iterable[str]) -> str:
    """Return the text of a dependency file: one rule without a recipe, by the syntax that make, ninja and Bazel share.

    Each source has an empty rule as well, as compilers write it (``-MP``): make would stop where one is gone.

    Parameters
    ----------
    target
        What is made.
    sources
        What it is made of; a path that is listed twice is a source once.
    """
    paths = dict.fromkeys(os.path.relpath(path) if os.path.isabs(path) else path for path in sources)
    escaped = [_escaped(path) for path in paths]
    rule = f"{_escaped(target)}: \\\n" + "".join(f"  {path} \\\n" for path in escaped) + "\n"
    return rule + "".join(f"{path}:\n" for path in escaped)


def write_depfile(file: Path, sources: Iterable[str]) -> None:
    """Write a dependency file beside what it is about: ``client.stamp.d`` says what ``client.stamp`` is made of."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        depfile(os.fspath(file.with_suffix("") if file.suffix == ".d" else file), sources), encoding="utf-8"
    )


def _escaped(path: str) -> str:
    return path.replace("\\", "/").replace("$", "$$").replace("#", "\\#").replace(" ", "\\ ")
