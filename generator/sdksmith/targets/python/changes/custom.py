"""What a generated package has of its maintainers' own: names that its root exports, and methods that models get."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from sdksmith.surface import Member


def exports(package: Path) -> Iterator[Member]:
    """Yield the names that come from modules of a folder in the package; those of generated modules are told of elsewhere."""
    tree = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_MODULES":
            modules: dict[str, str] = ast.literal_eval(node.value)
            for name, module in modules.items():
                # Generated modules whose names the root has lie beside it, or belong to the runtime.
                if "." in module and not module.startswith("core."):
                    yield Member(kind="name", path=name, wire={})


def methods_of_models(
    package: Path, imported: Callable[[Path, ast.AST, str], tuple[Path, ast.ClassDef] | None]
) -> Iterator[Member]:
    """Yield the methods and properties of classes that are bases of models and stand outside of the generated types.

    Parameters
    ----------
    imported
        Finds the class that a module imports by a name.
    """
    generated = (package / "types", package / "core")
    for file in sorted((package / "types").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for model in (node for node in tree.body if isinstance(node, ast.ClassDef)):
            for base in model.bases:
                found = imported(file, tree, ast.unparse(base))
                if found is not None and not any(found[0].is_relative_to(folder) for folder in generated):
                    for node in found[1].body:
                        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
                            yield Member(kind="method", path=f"{model.name}.{node.name}", wire={})
