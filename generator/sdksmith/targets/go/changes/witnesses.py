"""Tests of Go that show what a change does: they pass with the old module, and fail with the new one as the change says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence, Set
from typing import Any, Final

from sdksmith.model import Reference, all_properties, object_at
from sdksmith.naming import Names
from sdksmith.sdk import Sdk
from sdksmith.sdk.values import NoValueError, is_dict
from sdksmith.sdk.wire.cases import WireCases
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.surface import Change, Member
from sdksmith.targets.go.changes.exchanges import HELPERS, SentWriter, is_written
from sdksmith.targets.go.changes.members import Members
from sdksmith.targets.go.changes.statements import StatementWriter, names_in
from sdksmith.targets.go.layout.comments import comment, wrap
from sdksmith.targets.go.methods.expressions import ValueWriter
from sdksmith.targets.go.options import GoOptions
from sdksmith.targets.go.package.paths import find_packages
from sdksmith.targets.go.plan import import_lines
from sdksmith.targets.go.types.expressions import Imports

#: What the texts of tests name of the standard library: name -> import path.
_STANDARD: Final = {
    name.rpartition("/")[2]: name
    for name in (
        "context",
        "encoding/json",
        "errors",
        "io",
        "net/http",
        "net/url",
        "reflect",
        "slices",
        "strings",
        "testing",
        "time",
    )
}


class Witnesses:
    """Writer of tests, each of which is a witness of changes."""

    def __init__(self, sdk: Sdk, names: Names, options: GoOptions) -> None:
        self._packages = find_packages(sdk.api, names, options)
        self._found = Members(sdk, names, options)
        self._members = {member.path: member for member in self._found}
        self._declarations = sdk.api.declarations
        self._names = names
        self._cases = WireCases(sdk)
        imports = Imports()
        root = self._packages.root_import
        self._values = ValueWriter(sdk, names, self._packages.root, root, imports, self._cases.sent)
        self._statements = StatementWriter(self._members)
        self._sent = SentWriter(sdk, names, self._packages, self._cases, self._found)

    @property
    def methods(self) -> Set[str]:
        """The paths of methods."""
        return self._found.methods.keys()

    def program(self, changes: Sequence[Change], title: str, newer: Witnesses) -> str | None:
        """Return a test; ``None`` where there is none that would show any of the changes.

        Parameters
        ----------
        changes
            Of one entry.
        newer
            The writer for the new state.
        """
        paths = dict[str, str]()
        statements: dict[str, None] = {}
        tests: list[list[str]] = []
        for change in changes:
            if "types" in change.breaks:
                for statement in self._statements.lines(change):
                    if self._find_imports([statement], change, paths):
                        statements[statement] = None
                continue
            for lines in self._run(change, newer):
                if self._find_imports(lines, change, paths):
                    tests.append(lines)
        return self._text(title, list(statements), tests, paths) if statements or tests else None

    def usage(self, path: str) -> str:
        """Return what a member is called, and its type; ``""`` where there is no such member."""
        member = self._members.get(path)
        return f"{path} {' | '.join(sorted(member.types))}".rstrip() if member is not None else ""

    def _text(
        self, title: str, statements: Sequence[str], tests: Sequence[Sequence[str]], paths: dict[str, str]
    ) -> str:
        functions: list[Sequence[str]] = []
        if statements:
            made = ["\tc := client.NewClient()"] if "c" in names_in("\n".join(statements)) else []
            body = [*made, *(f"\t{line}" for line in statements)]
            functions.append(["func TestItCompiles(t *testing.T) {", *body, "}"])
        for number, lines in enumerate(tests, 1):
            functions.append(
                [f"func TestItDoesTheSame{number}(t *testing.T) {{", *(f"\t{line}" for line in lines), "}"]
            )
        written = "\n".join(line for function in functions for line in function)
        functions += [lines for name, lines in HELPERS.items() if name in written]
        text = "\n\n".join("\n".join(function) for function in functions)
        used = names_in(text)
        standard = {path for name, path in _STANDARD.items() if name in used}
        others = {path for name, path in paths.items() if name in used}
        head = "\n".join([*comment(wrap(f"Shows a change: {title}")), "package witness", "", "import ("])
        return "\n".join([head, *import_lines(standard | others), ")", "", text, ""])

    def _find_imports(self, lines: Sequence[str], change: Change, paths: dict[str, str]) -> bool:
        """Enter the packages that lines name; false where two of one name would be needed."""
        root = self._packages.root_import
        found = {name: f"{root}/{name}" for name in ("client", "core", "option")} | {self._packages.root: root}
        method = self._found.methods.get(self._method_of(change.member))
        if method is not None and method.group:
            path = self._packages.request_import(method.group)
            found.setdefault(path.rpartition("/")[2], path)
        needed = {name: path for name, path in found.items() if name in names_in("\n".join(lines)) | {"client"}}
        if any(paths.get(name, path) != path for name, path in needed.items()):
            return False
        paths.update(needed)
        return True

    def _method_of(self, member: str) -> str:
        """Return the path of the method that a member is part of: itself, an argument, its request or a field of that."""
        owner = member.partition("(")[0].partition(": ")[0]
        return self._found.requests.get(owner) or self._found.requests.get(owner.rpartition(".")[0]) or owner

    # -- what runs ------------------------------------------------------------------------------------------------

    def _run(self, change: Change, newer: Witnesses) -> Iterator[list[str]]:
        """Yield the statements of tests that send something, or look at what comes."""
        member = self._members.get(change.member)
        path = self._method_of(change.member)
        try:
            if change.code.startswith("error-body"):
                yield self._sent.failing(change)
            elif member is not None and member.kind == "value":
                yield self._constant(member)
            elif member is not None and member.kind == "setting":
                yield self._sent.to_server(change)
            elif (method := self._found.methods.get(path)) is not None and path in newer.methods:
                yield self._sent.call(change, method)
            elif method is not None:
                yield self._sent.body(method)
            else:
                yield self._written(change)
        except (NoValueError, UntestableError):
            return

    def _constant(self, member: Member) -> list[str]:
        constant = member.path.partition(": ")[2]
        return is_written(constant, json.loads(member.wire["value"]))

    def _written(self, change: Change) -> list[str]:
        """Return what writes a value of a type, with what it must have and the field that the change is about."""
        owner, _, field = change.member.rpartition(".")
        if owner not in self._members or self._members[owner].kind != "class":
            raise UntestableError(owner)
        symbol = self._members[owner].place
        declared = object_at(symbol, self._declarations)
        fields = self._names.fields[symbol]
        value: Any = self._cases.sent.value(Reference(symbol), owner)
        if not is_dict(value):
            raise UntestableError(owner)
        kept = {
            entry.name
            for entry in all_properties(declared, self._declarations)
            if entry.required or fields[entry.name] == field
        }
        value = {name: each for name, each in value.items() if name in kept}
        return is_written(self._values.value(value, Reference(symbol)), value)
