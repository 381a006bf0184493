"""A program: use everything of one generated package, and print what went wrong as JSON.

Run it as ``python -W error exercise.py FOLDER``; it imports nothing of this project, only the package in the folder.
Each module is imported, each name that type checkers alone would import is looked up, and of each model values are
decoded, encoded, and built by hand.
"""

from __future__ import annotations

import ast
import gc
import importlib
import json
import sys
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import typing_extensions

#: Problems that are told one by one; more of them are counted.
MOST_PROBLEMS = 20
LONGEST_PROBLEM = 400
#: How often a class may stand inside itself in a sample.
NESTING = 2
#: How many classes deep a sample is full; below there is only what is required.
FULL = 3
UNKNOWN_FIELD = "x-of-tomorrow"
UNKNOWN_VALUE = "value-of-tomorrow"


@dataclass(frozen=True)
class Style:
    """How a sample is made.

    Attributes
    ----------
    choice
        Index of the variant of a union, and of the value of an enum.
    only_required
        Whether everything is left out that can be.
    unknown
        Whether open enums have a value that the document does not know. Such a value is kept; it may count as drift.
    """

    choice: int = 0
    only_required: bool = False
    unknown: bool = False


STYLES = (Style(), Style(only_required=True), Style(-1), Style(-1, only_required=True), Style(unknown=True))


class Exercise:
    """What was found in a package."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self.counts = {"modules": 0, "types": 0, "models": 0, "values": 0}
        files = sorted(folder.rglob("*.py"))
        self.names = [".".join(file.relative_to(folder).with_suffix("").parts) for file in files]
        self.names = [name.removesuffix(".__init__") for name in self.names]
        root = next(name.removesuffix(".core") for name in self.names if name.endswith(".core"))
        self.decode = importlib.import_module(f"{root}.core.decoding").decode
        self.type_adapter = importlib.import_module(f"{root}.core.validation").type_adapter
        self.encode = importlib.import_module(f"{root}.core.encoding").encode_json
        self.model = importlib.import_module(f"{root}.core.model").Model
        self.package = importlib.import_module(f"{root}")
        self.types = importlib.import_module(f"{root}.types")

    def run(self) -> dict[str, Any]:
        """Do all there is, and return the counts and the problems."""
        for name, file in zip(self.names, sorted(self.folder.rglob("*.py")), strict=True):
            with self.noting(name):
                self._import(name, file)
        for name in self.types.__all__:
            with self.noting(f"type {name}"):
                self._use(name, getattr(self.types, name))
        for name in self.package.__all__:
            with self.noting(f"export {name}"):
                getattr(self.package, name)
        hidden = len(self.problems) - MOST_PROBLEMS
        shown = [problem[:LONGEST_PROBLEM] for problem in self.problems[:MOST_PROBLEMS]]
        shown += [f"and {hidden} more"] if hidden > 0 else []
        return {**self.counts, "problems": shown}

    def noting(self, where: str) -> _Noting:
        """Return a context that turns an exception into a problem."""
        return _Noting(self.problems, where)

    def _import(self, name: str, file: Path) -> None:
        importlib.import_module(name)
        self.counts["modules"] += 1
        package = name if file.stem == "__init__" else name.rpartition(".")[0]
        for statement in _checked_only(ast.parse(file.read_text(encoding="utf-8"))):
            module = importlib.import_module("." * statement.level + (statement.module or ""), package)
            for each in statement.names:
                if each.name != "*" and not hasattr(module, each.name):
                    self.problems.append(f"{name}: {module.__name__} has no {each.name}")

    def _use(self, name: str, found: Any) -> None:
        self.counts["types"] += 1
        is_model = isinstance(found, type) and issubclass(found, self.model)
        if is_model:
            self.counts["models"] += 1
            assert found.model_rebuild() is not False, "can't be built"
        else:
            self.type_adapter(found)
        for style in STYLES:
            sample = self._sample(found, style, ())
            if _is_plain(found):
                # Data that is sent, and that nothing is read as.
                self.counts["values"] += 1
                assert json.loads(self.encode(sample)) == sample
                continue
            if is_model and style.unknown:
                sample[UNKNOWN_FIELD] = {"deep": [1, None]}
            self._round_trip(f"{name}, {style}", found, sample, may_drift=style.unknown)
        if is_model:
            self._by_hand(name, found)

    def _round_trip(self, name: str, expected: Any, sample: Any, *, may_drift: bool) -> None:
        self.counts["values"] += 1
        drifts: list[Any] = []
        value = self.decode(expected, json.dumps(sample).encode(), drifts.extend)
        if drifts and not may_drift:
            self.problems.append(f"{name}: {sample} was not taken: {drifts[0]}")
        back = json.loads(self.encode(value))
        if back != sample:
            self.problems.append(f"{name}: {json.dumps(sample)} came back as {json.dumps(back)}")

    def _by_hand(self, name: str, model: Any) -> None:
        """Build a model of Python values, under the Python names and under those of the wire."""
        sample = self._sample(model, Style(), ())
        value = self.decode(model, json.dumps(sample).encode())
        model = type(value)
        by_name = {field: getattr(value, field) for field in model.model_fields}
        by_alias = {
            field if info.alias is None else info.alias: by_name[field] for field, info in model.model_fields.items()
        }
        for fields in (by_name, by_alias):
            back = json.loads(self.encode(model(**fields)))
            if back != sample:
                self.problems.append(f"{name}: built by hand of {json.dumps(sample)} it is {json.dumps(back)}")

    # -- values of a type -------------------------------------------------------------------------------------------

    def _sample(self, kind: Any, style: Style, inside: tuple[Any, ...]) -> Any:
        if len(inside) >= FULL and not style.only_required:
            style = replace(style, only_required=True)
        origin = get_origin(kind)
        if origin is Annotated:
            return self._sample(get_args(kind)[0], style, inside)
        if origin is Literal:
            return get_args(kind)[style.choice]
        if origin in (Union, types.UnionType):
            return self._sample(self._variant(get_args(kind), style, inside), style, inside)
        if origin in (list, Sequence):
            item = get_args(kind)[0]
            return (
                []
                if style.only_required or _nests(item, inside)
                else [self._sample(item, replace(style, only_required=False), inside)]
            )
        if origin in (dict, Mapping):
            value = get_args(kind)[1]
            return (
                {}
                if style.only_required or _nests(value, inside)
                else {"key": self._sample(value, replace(style, only_required=False), inside)}
            )
        if isinstance(kind, type) and issubclass(kind, self.model):
            return self._object(kind, style, inside)
        if typing_extensions.is_typeddict(kind):
            return self._typed_dict(kind, style, inside)
        if kind is Any:
            return UNKNOWN_VALUE if style.unknown else [{"any": True}, "thing"][style.choice]
        return _PLAIN[kind]

    def _variant(self, variants: tuple[Any, ...], style: Style, inside: tuple[Any, ...]) -> Any:
        # An open enum is Union[Literal[...], Any]. Null is a variant like others, and the last of an optional one.
        known = [each for each in variants if get_origin(each) is Literal]
        if known and Any in variants:
            return Any if style.unknown else known[0]
        possible = [each for each in variants if not _nests(each, inside)]
        return (possible or [each for each in variants if each is type(None)] or list(variants))[style.choice]

    def _object(self, model: Any, style: Style, inside: tuple[Any, ...]) -> dict[str, Any]:
        model.model_rebuild()
        assert inside.count(model) <= NESTING + 2, f"no finite value of {model.__name__} was found"
        result: dict[str, Any] = {}
        for name, info in model.model_fields.items():
            # A tag is written though it need not be given.
            fixed = not info.is_required() and info.default is not None
            # What only the server sets has a default for who makes a model by hand; an answer must have it.
            answered = info.json_schema_extra == {"readOnly": True}
            if (
                info.is_required()
                or fixed
                or answered
                or not (style.only_required or _nests(info.annotation, (*inside, model)))
            ):
                result[name if info.alias is None else info.alias] = self._sample(
                    info.annotation, style, (*inside, model)
                )
        told = model.class_for(result)
        if told is not model:
            # Read as the sub-type that the tag names, whatever that needs beside.
            return {**self._object(told, style, inside), **result}
        return result

    def _typed_dict(self, kind: Any, style: Style, inside: tuple[Any, ...]) -> dict[str, Any]:
        hints = typing_extensions.get_type_hints(kind)
        assert inside.count(kind) <= NESTING + 2, f"no finite value of {kind.__name__} was found"
        return {
            name: self._sample(hint, style, (*inside, kind))
            for name, hint in hints.items()
            if name in kind.__required_keys__ or not (style.only_required or _nests(hint, (*inside, kind)))
        }


_PLAIN: dict[Any, Any] = {
    str: 'text ü "quoted"',
    int: 7,
    float: 1.5,
    bool: True,
    type(None): None,
    None: None,
    datetime: "2024-05-06T07:08:09.120000Z",
}


class _Noting:
    def __init__(self, problems: list[str], where: str) -> None:
        self.problems = problems
        self.where = where

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> bool:
        if error is None or not isinstance(error, Exception):
            return False
        self.problems.append(f"{self.where}: {type(error).__name__}: {str(error)[:300]}")
        return True


def _nests(kind: Any, inside: tuple[Any, ...]) -> bool:
    """Say whether a type would put a class into itself once more than a sample wants it."""
    full = {each for each in inside if inside.count(each) >= NESTING}
    # Types can hold each other in many ways; mostly there is no need to look.
    return bool(full) and _mentions(kind, full)


def _mentions(kind: Any, classes: set[Any]) -> bool:
    if isinstance(kind, type):
        return kind in classes
    return any(_mentions(each, classes) for each in get_args(kind) if get_origin(kind) is not Literal)


def _is_plain(kind: Any) -> bool:
    """Say whether a type is that of plain dicts, or has them among its variants."""
    if isinstance(kind, type):
        return typing_extensions.is_typeddict(kind)
    return get_origin(kind) is not Literal and any(map(_is_plain, get_args(kind)))


def _checked_only(tree: ast.Module) -> Iterator[ast.ImportFrom]:
    """Yield the imports that are made for type checkers alone."""
    for statement in tree.body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            yield from (each for each in statement.body if isinstance(each, ast.ImportFrom) and each.level)


if __name__ == "__main__":
    # Nearly all that is made here stays: to look for garbage would be a third of the time.
    gc.disable()
    sys.path.insert(0, sys.argv[1])
    typing.cast(Any, sys.stdout).reconfigure(encoding="utf-8")
    print(json.dumps(Exercise(Path(sys.argv[1])).run()))
