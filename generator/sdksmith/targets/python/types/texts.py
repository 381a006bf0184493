"""Contents of a module of types, each with the part of a template that renders it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldText:
    """A field of a class: its statement, and the text below it (``""`` for none)."""

    statement: str
    docstring: str


@dataclass(frozen=True)
class ClassText:
    """A model class."""

    name: str
    first_line: str
    docstring: str
    fields: list[FieldText]
    template: str = "parts/class.py.j2"
    #: Blank lines that Black wants between the imports and this.
    below_imports: str = "\n\n"


@dataclass(frozen=True)
class TypedDictText:
    """A ``TypedDict`` as a class; its keys are statements."""

    name: str
    first_line: str
    docstring: str
    keys: list[str]
    template: str = "parts/typed_dict.py.j2"
    below_imports: str = "\n\n"


@dataclass(frozen=True)
class AliasText:
    """An assignment that gives a type a name."""

    name: str
    statement: str
    docstring: str
    template: str = "parts/alias.py.j2"
    below_imports: str = "\n"
