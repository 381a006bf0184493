"""The types of a generated package as its source has them, and what its annotations mean."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

_LISTS: Final = ("Sequence", "List", "list")
_DICTS: Final = ("Mapping", "Dict", "dict")
#: Of a type that says more than a value is.
_AROUND: Final = ("Annotated", "Required", "NotRequired", "ClassVar", "Final")


@dataclass
class Types:
    """The declarations of a package's types.

    Attributes
    ----------
    exported
        Names that users have.
    classes, dicts, aliases
        Name -> the class, the keys of a plain dict, what another name stands for.
    keeps_plain
        Whether the plain form of a class is told apart from it.
    """

    exported: set[str] = field(default_factory=set[str])
    classes: dict[str, ast.ClassDef] = field(default_factory=dict[str, ast.ClassDef])
    dicts: dict[str, dict[str, ast.expr]] = field(default_factory=dict[str, dict[str, ast.expr]])
    aliases: dict[str, ast.expr] = field(default_factory=dict[str, ast.expr])
    keeps_plain: bool = False

    @classmethod
    def read(cls, folder: Path) -> Types:
        """Read the modules of a folder.

        Raises
        ------
        SyntaxError
            One is no Python.
        """
        found = cls()
        for file in sorted(folder.rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"), filename=str(file))
            if file == folder / "__init__.py":
                found.exported |= set(_exports(tree))
            else:
                for node in tree.body:
                    found._declared(node)
        return found

    def _declared(self, node: ast.stmt) -> None:
        match node:
            case ast.ClassDef(name=name):
                if any(isinstance(base, ast.Name) and base.id == "TypedDict" for base in node.bases):
                    self.dicts[name] = dict(annotated(node))
                else:
                    self.classes[name] = node
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                self.aliases[name] = value
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(args=[_, ast.Dict(keys=keys, values=values)])):
                pairs = zip(keys, values, strict=True)
                self.dicts[name] = {str(key.value): value for key, value in pairs if isinstance(key, ast.Constant)}
            case _:
                pass

    def fields(self, name: str) -> dict[str, ast.AnnAssign]:
        """Return the fields of a class, those that it inherits first."""
        found: dict[str, ast.AnnAssign] = {}
        for base in self.bases(name):
            found |= self.fields(base)
        for item in self.classes[name].body:
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and item.target.id[0] != "_":
                found[item.target.id] = item
        return found

    def bases(self, name: str) -> list[str]:
        """Return the bases of a class that are types of the package."""
        return [base.id for base in self.classes[name].bases if isinstance(base, ast.Name) and base.id in self.classes]

    def meaning(self, node: ast.expr, inside: tuple[str, ...] = ()) -> frozenset[str]:
        """Return what a value of an annotation may be: alternatives, with other names expanded."""
        match node:
            case ast.Constant(value=None):
                return frozenset(("None",))
            case ast.Constant(value=str(text)):
                return self.meaning(ast.parse(text, mode="eval").body, inside)
            case ast.Name(id=name):
                return self._named(name, inside)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return _settled(self.meaning(left, inside) | self.meaning(right, inside))
            case ast.Subscript(value=ast.Name(id=name), slice=given):
                return _settled(self._subscript(name, given, inside))
            case _:
                return frozenset((ast.unparse(node),))

    def _subscript(self, name: str, given: ast.expr, inside: tuple[str, ...]) -> frozenset[str]:
        items = given.elts if isinstance(given, ast.Tuple) else [given]
        if name == "Optional":
            return self.meaning(given, inside) | {"None"}
        if name == "Union":
            return frozenset[str]().union(*(self.meaning(each, inside) for each in items))
        if name in _AROUND:
            return self.meaning(items[0], inside)
        if name == "Literal":
            return frozenset(f"Literal[{_json(each)}]" for each in items)
        # Inside of a list or a dict a class says enough.
        inner = replace(self, keeps_plain=False)
        if name in _LISTS:
            return frozenset((f"list[{joined(inner.meaning(items[0], inside))}]",))
        if name in _DICTS:
            return frozenset((f"dict[str, {joined(inner.meaning(items[1], inside))}]",))
        return frozenset((f"{name}[{', '.join(joined(self.meaning(each, inside)) for each in items)}]",))

    def _named(self, name: str, inside: tuple[str, ...]) -> frozenset[str]:
        if name in self.aliases and name not in inside:
            return self.meaning(self.aliases[name], (*inside, name))
        # A plain dict stands for the class that it says over again.
        says_again = name in self.dicts and not self.keeps_plain
        return frozenset() if says_again and name.removesuffix("Dict") in self.names else frozenset((name,))

    def mentioned(self, node: ast.expr) -> set[str]:
        """Return the names that an annotation has, and those that these stand for."""
        found: set[str] = set()
        open_ = [node]
        while open_:
            for each in ast.walk(open_.pop()):
                if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value.isidentifier():
                    each = ast.Name(each.value)
                if isinstance(each, ast.Name) and each.id not in found:
                    found.add(each.id)
                    if each.id in self.aliases:
                        open_.append(self.aliases[each.id])
        return found

    @property
    def names(self) -> set[str]:
        """Names of classes, and other names."""
        return self.classes.keys() | self.aliases.keys()

    def values(self, node: ast.expr) -> frozenset[str]:
        """Return the values of an enum that an annotation names, each as ``Enum: "value"``."""
        match node:
            case ast.Name(id=name) if name in self.aliases:
                found = _enum_values(self.aliases[name])
                if found:
                    return frozenset(f"{name}: {value}" for value in found)
                return self.values(self.aliases[name])
            case ast.Subscript(slice=given):
                items = given.elts if isinstance(given, ast.Tuple) else [given]
                return self.values(items[0]) if ast.unparse(node.value) != "Literal" else frozenset()
            case _:
                return frozenset()

    def enums(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the enums, each with the JSON of its values."""
        for name, value in self.aliases.items():
            if found := _enum_values(value):
                yield name, found


def annotated(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a class annotates."""
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            yield item.target.id, item.annotation


def joined(types: frozenset[str]) -> str:
    """Return alternatives as one text."""
    return " | ".join(sorted(types))


def _enum_values(node: ast.expr) -> list[str]:
    """Return the values of ``Union[Literal["a", "b"], str]``, which may be others as well."""
    match node:
        case ast.Subscript(value=ast.Name(id="Union"), slice=ast.Tuple(elts=[literal, ast.Name()])):
            pass
        case _:
            return []
    if isinstance(literal, ast.Subscript) and isinstance(literal.value, ast.Name) and literal.value.id == "Literal":
        items = literal.slice.elts if isinstance(literal.slice, ast.Tuple) else [literal.slice]
        return [_json(each) for each in items]
    return []


def _settled(types: frozenset[str]) -> frozenset[str]:
    """Leave out what another alternative says already: known values of an open enum."""
    literals = {each for each in types if each.startswith("Literal[")}
    if "Any" in types and literals:
        # Whatever is not known yet is of the kind of what is.
        return (types - literals - {"Any"}) | {_kind(each[len("Literal[") : -1]) for each in literals}
    return types - {each for each in literals if _kind(each[len("Literal[") : -1]) in types}


def _kind(value: str) -> str:
    return type(json.loads(value)).__name__


def _json(node: ast.expr) -> str:
    return json.dumps(ast.literal_eval(node), ensure_ascii=False)


def _exports(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            for key in node.value.keys:
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value
