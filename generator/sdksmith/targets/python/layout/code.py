"""Lays Python out as Black does, for the few shapes that generated code has.

Black over a whole SDK costs many times what making it costs (docs/decisions/0004-layout-without-black.md), and the target knows the structure it
prints: brackets with items, and the statement around them. The tests hold all of it against the real Black.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

#: Black's default line length.
LINE_LENGTH: Final = 88
_STEP: Final = 4


@dataclass(frozen=True, slots=True)
class Brackets:
    """An expression that ends with a bracket: ``head`` includes the opening one, ``tail`` is the closing one."""

    head: str
    items: tuple[Expression, ...]
    tail: str


#: Text that is never split, or brackets that may be.
Expression: TypeAlias = str | Brackets


def width(text: str) -> int:
    """Return the columns of a text as Black counts them: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def flat(expression: Expression) -> str:
    """Return an expression on one line."""
    if isinstance(expression, str):
        return expression
    if len(expression.items) == 1:
        return f"{expression.head}{flat(expression.items[0])}{expression.tail}"
    return f"{expression.head}{', '.join(map(flat, expression.items))}{expression.tail}"


def expression(value: Expression, indent: int, before: int = 0, after: int = 0) -> str:
    """Return an expression, split when it does not fit.

    Parameters
    ----------
    indent
        Columns of the statement that the expression stands in; continuation lines are indented from there.
    before, after
        Columns taken on the first line before it (the indent included) and on the last line after it.
    """
    text = flat(value)
    if isinstance(value, str) or not value.items or before + width(text) + after <= LINE_LENGTH:
        return text
    inner = indent + _STEP
    pad = " " * inner
    body = ", ".join(map(flat, value.items))
    if inner + width(body) <= LINE_LENGTH and not (_is_display(value) and len(value.items) > 1):
        return f"{value.head}\n{pad}{body}\n{' ' * indent}{value.tail}"
    if len(value.items) == 1:
        body = expression(value.items[0], inner, inner, 0)
        return f"{value.head}\n{pad}{body}\n{' ' * indent}{value.tail}"
    lines = [f"{pad}{expression(item, inner, inner, 1)},\n" for item in value.items]
    return f"{value.head}\n{''.join(lines)}{' ' * indent}{value.tail}"


def _is_display(value: Brackets) -> bool:
    """Whether brackets are a list or a dict of several items, which Black never puts on a line of their own."""
    opening, before = value.head[-1], value.head[-2:-1]
    return opening == "{" or (opening == "[" and not (before.isalnum() or before in ("_", "]", ")")))


def exploded(value: Brackets, indent: int) -> str:
    """Return brackets with an item a line and a trailing comma, which Black leaves as they are however short."""
    if not value.items:
        return value.head + value.tail
    inner = indent + _STEP
    pad = " " * inner
    lines = [f"{pad}{expression(item, inner, inner, 1)},\n" for item in value.items]
    return f"{value.head}\n{''.join(lines)}{' ' * indent}{value.tail}"


def alias(name: str, value: Expression) -> str:
    """Return ``name: TypeAlias = value``.

    Black splits what is assigned first; when the name leaves no room for that, the annotation instead.
    """
    start = f"{name}: TypeAlias = "
    text = flat(value)
    if width(start) + width(text) <= LINE_LENGTH:
        return start + text
    if isinstance(value, Brackets) and width(start) + width(value.head) <= LINE_LENGTH:
        return start + expression(value, 0, width(start))
    if width(start) + 1 <= LINE_LENGTH:
        return f"{start}(\n    {expression(value, _STEP, _STEP)}\n)"
    # A name that is too long by itself makes Black split whatever else can be.
    before = width(") = ") if width(name) + width(": (") <= LINE_LENGTH else LINE_LENGTH
    return f"{name}: (\n    TypeAlias\n) = {expression(value, 0, before)}"


def annotated(name: str, annotation: Expression, default: str | None, indent: int) -> str:
    """Return ``name: annotation = default`` as a statement."""
    return _statement(f"{name}: ", annotation, "" if default is None else f" = {default}", indent)


def assignment(target: str, value: Expression, indent: int) -> str:
    """Return ``target = value`` as a statement; `target` may have an annotation that is short."""
    return _statement(f"{target} = ", value, "", indent)


def call_line(value: Brackets, indent: int, target: str = "", before: str = "") -> str:
    """Return a call as a statement, with what is before it (``await``), and assigned when there is a target.

    Where the first line is too long even so, Black puts parentheses around the value, if every line fits then; around a
    call without arguments, which it can't split, in any case.
    """
    pad = " " * indent
    start = f"{target} = {before}" if target else before
    lines = f"{pad}{start}{expression(value, indent, indent + width(start))}".split("\n")
    if target and width(lines[0]) > LINE_LENGTH:
        inner = indent + _STEP
        text = f"{pad}    {before}{expression(value, inner, inner + width(before))}"
        if not value.items or all(width(line) <= LINE_LENGTH for line in text.split("\n")):
            return f"{pad}{target} = (\n{text}\n{pad})"
    return "\n".join(lines)


def _statement(start: str, value: Expression, end: str, indent: int) -> str:
    pad = " " * indent
    before = indent + width(start)
    text = flat(value)
    columns = before + width(text)
    if columns + width(end) <= LINE_LENGTH:
        return f"{pad}{start}{text}{end}"
    if isinstance(value, str) and not end:
        if indent + _STEP + width(value) > LINE_LENGTH:
            return f"{pad}{start}{value}"
        return f"{pad}{start}(\n{pad}    {value}\n{pad})"
    head, separator, default = end.rpartition(" = ")
    if separator and columns + width(" = (") <= LINE_LENGTH:
        # Black would rather split what is assigned than what it is assigned to.
        return f"{pad}{start}{text}{head} = (\n{pad}    {default}\n{pad})"
    return f"{pad}{start}{expression(value, indent, before, width(end))}{end}"


def parameter(name: str, annotation: Expression, default: str | None, indent: int) -> str:
    """Return ``name: annotation = default,`` as a line of an exploded signature."""
    start = f"{name}: "
    end = "," if default is None else f" = {default},"
    return f"{' ' * indent}{start}{expression(annotation, indent, indent + width(start), width(end))}{end}"


def property_line(name: str, returns: str, indent: int = 4) -> str:
    """Return ``def name(self) -> returns:``."""
    pad = " " * indent
    line = f"{pad}def {name}(self) -> {returns}:"
    return line if width(line) <= LINE_LENGTH else f"{pad}def {name}(\n{pad}    self,\n{pad}) -> {returns}:"


def class_line(name: str, bases: Sequence[Expression]) -> str:
    """Return the first line or lines of a class."""
    value = Brackets(f"class {name}(", tuple(bases), ")")
    return f"{expression(value, 0, 0, 1)}:"


def import_from(module: str, names: Sequence[str], indent: int = 0) -> str:
    """Return ``from module import names``: constants, then classes, then functions, as isort orders them."""
    pad = " " * indent
    ordered = sorted(set(names), key=_import_order)
    line = f"{pad}from {module} import {', '.join(ordered)}"
    if width(line) <= LINE_LENGTH:
        return line
    inner = "".join(f"{pad}    {name},\n" for name in ordered)
    return f"{pad}from {module} import (\n{inner}{pad})"


def _import_order(name: str) -> tuple[int, str, str]:
    kind = 0 if name.isupper() and width(name) > 1 else 1 if name[:1].isupper() else 2
    return (kind, name.casefold(), name)


def result_statement(annotation: Expression, value: Brackets, indent: int = 8) -> str:
    """Return ``_result: annotation = value`` with an argument a line, without the indent of its first line.

    No parameter starts with an underscore, so the name is free.
    """
    start = f"_result: {flat(annotation)} = "
    if indent + width(start) + width(value.head) <= LINE_LENGTH:
        return start + exploded(value, indent)
    if indent + width(start) + 1 <= LINE_LENGTH or isinstance(annotation, str):
        inner = exploded(value, indent + _STEP)
        return f"{start}(\n{' ' * (indent + _STEP)}{inner}\n{' ' * indent})"
    split = expression(annotation, indent, LINE_LENGTH)
    return f"_result: {split} = {exploded(value, indent)}"


def call_statement(target: str, function: str, argument: str, indent: int) -> str:
    """Return ``target = function(argument)``."""
    return call_line(Brackets(f"{function}(", (argument,), ")"), indent, target)
