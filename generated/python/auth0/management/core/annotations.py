"""Annotations whose names are loaded when somebody evaluates them.

The names that annotations of methods use are imported for type checkers only, so that
importing a client costs little. Frameworks and notebooks evaluate annotations at run
time; they find the names in the globals of the module, where these put them.
"""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from types import FunctionType
from typing import Any

_NAME = re.compile(r"[^\W\d]\w*")


class LateAnnotations(dict[str, Any]):
    """The annotations of a function; reading them provides the names that they use."""

    def __init__(self, annotations: dict[str, Any], module: str) -> None:
        super().__init__(annotations)
        self._module = module

    def _provide(self) -> None:
        module = sys.modules.get(self._module)
        if module is None:
            return
        known = vars(module)
        names = {
            name
            for annotation in super().values()
            if isinstance(annotation, str)
            for name in _NAME.findall(annotation)
        }
        for name in names:
            if name not in known and not hasattr(builtins, name):
                value = _find(name, self._module)
                if value is not None:
                    known[name] = value

    # `dict(annotations)` takes the quick way past these methods where none but one of
    # them is overridden.

    def __iter__(self) -> Iterator[str]:
        self._provide()
        return super().__iter__()

    def __getitem__(self, key: str) -> Any:
        self._provide()
        return super().__getitem__(key)

    def items(self) -> Any:
        """Return the items."""
        self._provide()
        return super().items()

    def values(self) -> Any:
        """Return the values."""
        self._provide()
        return super().values()

    def get(self, key: str, default: Any = None, /) -> Any:
        """Return an annotation."""
        self._provide()
        return super().get(key, default)

    def copy(self) -> dict[str, Any]:
        """Return a plain copy."""
        self._provide()
        return dict(self)


def annotate_late(cls: type) -> None:
    """Give the methods and properties of a class annotations that can be evaluated."""
    for value in vars(cls).values():
        function = value if isinstance(value, FunctionType) else _function_of(value)
        if function is not None and function.__module__ == cls.__module__:
            function.__annotations__ = LateAnnotations(
                function.__annotations__, cls.__module__
            )


def _function_of(value: Any) -> FunctionType | None:
    function = getattr(value, "func", None) or getattr(value, "fget", None)
    return function if isinstance(function, FunctionType) else None


def _find(name: str, module: str) -> Any:
    package = __name__.rpartition(".core.")[0]
    for place in (f"{package}.types", f"{package}.core", "logging"):
        try:
            return getattr(import_module(place), name)
        except AttributeError:
            continue
    return _client(name, module)


def _client(name: str, module: str) -> Any:
    """Return the client of a group below the one that a module holds."""
    folder = module.rpartition(".")[0]
    for holder in list(vars(sys.modules[module]).values()):
        if isinstance(holder, type) and holder.__module__ == module:
            for attribute, value in vars(holder).items():
                function = _function_of(value)
                if function is not None and _returned(function) == name:
                    found = import_module(f"{folder}.{attribute}.client")
                    return getattr(found, name, None)
    return None


def _returned(function: FunctionType) -> Any:
    annotations: Any = function.__annotations__
    return dict[str, Any].get(annotations, "return")
