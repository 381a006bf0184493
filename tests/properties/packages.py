"""Generate of a tree in this process, import what came out, and forget it again."""

from __future__ import annotations

import importlib
import itertools
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sdksmith.config import to_config
from sdksmith.pipeline import GenerateOutcome, generate
from sdksmith.targets.registry import options_of

_NUMBERS = itertools.count()


@dataclass(frozen=True)
class Package:
    """A generated package; `folder` holds its project, and is gone after the ``with``."""

    folder: Path
    name: str
    outcome: GenerateOutcome

    def files(self) -> dict[str, str]:
        """Return path -> text of what the document made; the runtime, which is copied, is left out."""
        texts: dict[str, str] = {}
        for file in sorted(self.folder.rglob("*")):
            path = file.relative_to(self.folder).as_posix()
            if file.is_file() and "/core/" not in path and "__pycache__" not in path and file.name != "errors.py":
                texts[path] = file.read_bytes().decode("utf-8")
        return texts

    def modules(self) -> dict[str, Any]:
        """Import every module; dotted name -> module."""
        names = [
            ".".join(file.relative_to(self.folder).with_suffix("").parts).removesuffix(".__init__")
            for file in sorted(self.folder.rglob("*.py"))
        ]
        return {name: importlib.import_module(name) for name in names}


@contextmanager
def packaged(tree: Any, name: str = "", **settings: Any) -> Iterator[Package]:
    """Generate a package, of a name of its own unless one is given, and change into an empty folder for as long as the ``with`` lasts.

    Raises
    ------
    Failure
        The document was refused.
    """
    name = name or f"property_{next(_NUMBERS)}"
    before = Path.cwd()
    with TemporaryDirectory(prefix="sdksmith-properties-") as temporary:
        folder = Path(temporary).resolve()
        source = folder / "openapi.json"
        source.write_text(json.dumps(tree), encoding="ascii")
        python = {"package": name, "client": "Api"}
        config = to_config({"targets": {"python": python}, **settings}, options_of)
        (folder / "cwd").mkdir()
        os.chdir(folder / "cwd")
        project = folder / "project"
        try:
            outcome = generate(str(source), config, outputs={"python": project})
            sys.path.insert(0, str(project))
            importlib.invalidate_caches()
            yield Package(project, name, outcome)
        finally:
            sys.path[:] = [path for path in sys.path if path != str(project)]
            os.chdir(before)
            for module in [each for each in sys.modules if each.partition(".")[0] == name]:
                del sys.modules[module]
