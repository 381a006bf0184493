"""Functions of one statement, as gofmt lays them out."""

from __future__ import annotations

from typing import Final

#: What gofmt puts on one line at most: the header and the statement, without braces (go/printer, "funcBody").
_ONE_LINE: Final = 99


def function(header: str, statement: str, indent: str = "", *, before: str = "") -> list[str]:
    """Return a function whose body is one statement.

    Parameters
    ----------
    before
        What stands before it on its line, where it is a value.
    """
    if len(header) + len(statement) <= _ONE_LINE:
        return [f"{indent}{before}{header} {{ {statement} }}"]
    return [f"{indent}{before}{header} {{", f"{indent}\t{statement}", f"{indent}}}"]
