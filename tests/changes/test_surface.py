"""The surface that the Python target gives is that of the code it generates."""

from __future__ import annotations

import ast
import json
from pathlib import Path

from tests.changes.probes import Package

from sdksmith.config import load_config
from sdksmith.pipeline import surface
from sdksmith.targets.registry import options_of


def methods_in(package: Path) -> dict[str, list[str]]:
    """Return class name and method -> its parameters, read from the source."""
    found: dict[str, list[str]] = {}
    for file in package.rglob("client.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.ClassDef) or node.name.startswith(("Async", "Raw")):
                continue
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and not item.name.startswith("_") and not item.decorator_list:
                    names = [each.arg for each in (*item.args.args, *item.args.kwonlyargs)]
                    found[f"{file.parent.relative_to(package).as_posix()}:{item.name}"] = [
                        name for name in names if name not in ("self", "request_options")
                    ]
    return found


def fields_in(package: Path) -> dict[str, set[str]]:
    """Return model -> its own fields."""
    found: dict[str, set[str]] = {}
    for file in (package / "types").rglob("*.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                names = {
                    each.target.id
                    for each in node.body
                    if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
                }
                found[node.name] = names
    return found


def test_methods_arguments_and_fields_are_those_of_the_code(repository: Path) -> None:
    config = load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)
    found, _ = surface(str(repository / "specs" / "management-api.yaml"), config, "python")
    package = repository / "generated" / "python" / "auth0" / "management"

    written = methods_in(package)
    given: dict[str, list[str]] = {path: [] for path, member in found.members.items() if member.kind == "method"}
    for path, member in found.members.items():
        if member.kind == "argument":
            owner, _, name = path.partition("(")
            given[owner].append(name.removesuffix(")"))
    by_file = {
        f"{'/'.join(path.split('.')[1:-1])}:{path.rpartition('.')[2]}": sorted(names) for path, names in given.items()
    }
    own = {key: sorted(names) for key, names in written.items() if key.partition(":")[0] != "."}
    assert by_file == own
    assert len(by_file) == 64

    models = fields_in(package)
    for path, member in found.members.items():
        if member.kind == "class":
            fields = {other.rpartition(".")[2] for other in found.members if other.startswith(f"{path}.")}
            keys = {json.loads(other[len(path) + 1 : -1]) for other in found.members if other.startswith(f"{path}[")}
            assert models.get(path, set()) <= fields | keys, path
        if member.kind == "name":
            assert path not in models or not models[path], path


def test_the_names_of_types_are_those_that_the_package_exports(repository: Path) -> None:
    config = load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)
    found, _ = surface(str(repository / "specs" / "management-api.yaml"), config, "python")

    package = Package.read(repository / "generated" / "python" / "auth0" / "management", "auth0.management")

    assert {path for path, member in found.members.items() if member.kind in ("class", "name")} == package.exported
    for name, keys in package.dicts.items():
        said = {path for path in found.members if path.startswith(f"{name}[")}
        assert {f"{name}[{json.dumps(key)}]" for key in keys} <= said, name
