"""Whether two additions to a Python module at one place go together, because their order can't matter."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Sequence


def may_join(mine: Sequence[str], base: Sequence[str], now: Sequence[str]) -> bool:
    """Whether both sides of a conflict can stay.

    They can when nothing stood at the place before, and each consists of whole functions, classes or imports of other names
    than the other's. What is generated may be fields of a class as well: functions behind them are no matter to these.
    """
    if any(line.strip() for line in base):
        return False
    own, generated = _names(mine), _names(now, fields=_indent(now) > 0)
    return bool(own and generated) and own.isdisjoint(generated) and _indent(mine) == _indent(now)


def _names(lines: Sequence[str], *, fields: bool = False) -> set[str]:
    """Return what lines declare, nothing where that is not all they do.

    Parameters
    ----------
    fields
        Annotated names, with texts that document them, are declarations too.
    """
    try:
        body = ast.parse(textwrap.dedent("\n".join(lines))).body
    except SyntaxError:
        return set()
    found: set[str] = set()
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(each.asname or each.name).partition(".")[0] for each in node.names}
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif fields and isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif not (fields and found and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            return set()
    return found


def _indent(lines: Sequence[str]) -> int:
    first = next((line for line in lines if line.strip()), "")
    return len(first) - len(first.lstrip())
