"""The documents that are generated from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.environments import Environments, Missing
from benchmarks.processes import run

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "specs"
CONFIG = ROOT / "specs" / "sdksmith.toml"


@dataclass(frozen=True)
class Document:
    """A document, and how sdksmith is asked to generate from it.

    Attributes
    ----------
    name
        For people, with its version.
    file
        JSON, which every generator reads fastest.
    options
        Of ``sdksmith generate``. Everything is generated, whatever its stage of release, as the peers do.
    package
        Import name of what sdksmith makes.
    """

    name: str
    file: Path
    options: Sequence[str]
    package: str

    def tree(self) -> dict[str, Any]:
        """Read it."""
        tree: dict[str, Any] = json.loads(self.file.read_text(encoding="utf-8"))
        return tree

    def size(self) -> str:
        """Return what tells how big it is."""
        tree = self.tree()
        methods = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
        operations = sum(len(methods.intersection(path)) for path in tree["paths"].values())
        schemas = len(tree.get("components", {}).get("schemas", {}))
        return f"{self.file.stat().st_size / 1e6:.1f} MB, {operations:,} operations, {schemas:,} schemas"


def management(folder: Path, python: str) -> Document:
    """Return the Management API: the newest full document when it is at hand, else this repository's own part of it."""
    # All operations, and no tests beside the library: that is what the peers make.
    options = ("--config", str(CONFIG), "--set", "exclude_lifecycle=[]", "--set", "targets.python.tests=false")
    full = sorted((SHARED / "management").glob("*.json"))
    if full:
        return Document(f"Management API {full[-1].stem}", full[-1], options, "auth0.management")
    file = folder / "management-api.json"
    folder.mkdir(parents=True, exist_ok=True)
    convert = (
        "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), open(sys.argv[2], 'w'), default=str)"
    )
    run([python, "-c", convert, str(ROOT / "specs" / "management-api.yaml"), str(file)])
    return Document("Management API (only the part in specs/)", file, options, "auth0.management")


def github(environments: Environments) -> Document | Missing:
    """Return GitHub's document, from npm."""
    file = environments.npm_file("github-document")
    if isinstance(file, Missing):
        return file
    return Document("GitHub (@octokit/openapi)", file, ("--set", "targets.python.package=github_api"), "github_api")


def answer() -> Path:
    """Return the documented answer of the create-action operation, or a smaller one of this repository's."""
    full = SHARED / "create-action.response.json"
    return full if full.is_file() else Path(__file__).with_name("answer.json")
