"""Names that a class body takes from its own annotations."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path


def hidden_names(package: Path) -> list[str]:
    """Return ``module.Class.name`` for each name of a class that its annotations mean something else by."""
    return [
        f"{path.relative_to(package).as_posix()}: {found}"
        for path in sorted(package.rglob("*.py"))
        for found in _in_module(ast.parse(path.read_text()))
    ]


def _in_module(module: ast.Module) -> Iterator[str]:
    for body in ast.walk(module):
        if isinstance(body, ast.ClassDef):
            used = {name for statement in body.body for name in _annotated(statement)}
            yield from (f"{body.name}.{name}" for name in sorted(used & set(_defined(body))))


def _defined(body: ast.ClassDef) -> Iterator[str]:
    for statement in body.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))
            case _:
                pass


def _annotated(statement: ast.stmt) -> Iterator[str]:
    annotations: list[ast.expr | None] = []
    if isinstance(statement, ast.AnnAssign):
        annotations.append(statement.annotation)
    elif isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        given = statement.args
        annotations += [argument.annotation for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        annotations.append(statement.returns)
        annotations += statement.decorator_list
    for annotation in filter(None, annotations):
        yield from _names(annotation)


def _names(node: ast.AST) -> Iterator[str]:
    """Yield the names in an annotation, quoted ones included; the values of a literal, and what a call is given, are data."""
    match node:
        case ast.Name(id=name):
            yield name
        case ast.Constant(value=str(text)) if text.isidentifier():
            yield text
        case ast.Subscript(value=ast.Name(id="Literal")) | ast.Call():
            pass
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _names(child)
