"""How a program uses a member of a package: the line that a reader compares before and after a change."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from sdksmith.sdk.values import NoValueError
from sdksmith.sdk.wire.cases import GivenArgument, WireCases
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.surface import Member, is_key
from sdksmith.targets.python.changes.members import Members
from sdksmith.targets.python.layout.code import flat
from sdksmith.targets.python.methods.signatures import Call
from sdksmith.targets.python.tests.construction import Constructor
from sdksmith.words import words


class Usages:
    """Writer of one line of code for a member."""

    def __init__(self, found: Members, members: Mapping[str, Member], cases: WireCases, writer: Constructor) -> None:
        self._found = found
        self._members = members
        self._cases = cases
        self._writer = writer

    def of(self, path: str) -> str:
        """Return the code; ``""`` where there is no such member, or nothing to be written for it."""
        member = self._members.get(path)
        if member is None:
            return ""
        owner = path.partition("(")[0]
        match member.kind:
            case "method" | "argument":
                return self._call(self._found.calls[owner], path.partition("(")[2].removesuffix(")"))
            case "field" if is_key(member):
                owner, _, key = path.partition("[")
                return f"{_variable(owner)}[{key} = value  # {_joined(member)}"
            case "field":
                owner, _, name = path.rpartition(".")
                return f"value: {_joined(member)} = {_variable(owner)}.{name}"
            case "name":
                return f"types.{path}  # {_joined(member)}"
            case "class":
                return f"types.{path}"
            case "setting":
                return f'{owner}({path.partition("(")[2][:-1]}="...")'
            case "error":
                _, _, body = path.partition(": ")
                name = body.partition(".")[0]
                return f"except errors.{name} as error: error.body  # {_joined(member)}"
            case "reader":
                return f"{path}(body, headers)"
            case "package":
                return f"import {_joined(member)}"
            case "client":
                return f"{path}(...)"
            case "requirement":
                return f"{path.partition(' ')[2]}{_joined(member)}"
            case "value":
                return path.partition(": ")[2]

    def _call(self, call: Call, name: str) -> str:
        path = ".".join(("client", *call.attributes, call.name))
        try:
            case = self._cases.case(call.method)
        except (NoValueError, UntestableError):
            return f"{path}(...)"
        least, most = case.calls[0].arguments, case.calls[-1].arguments
        known = [call.argument(each.argument).name for each in least]
        given: list[GivenArgument] = [each for each in most if call.argument(each.argument).name in (*known, name)]
        return f"{path}({', '.join(map(flat, self._writer.arguments(call, given or least)))})"


def _variable(owner: str) -> str:
    return "_".join(words(owner)).lower()


def _joined(member: Member) -> str:
    found = " | ".join(sorted(member.types, key=lambda text: (text == "None", text)))
    return re.sub(r"Literal\[(true|false)\]", lambda match: f"Literal[{json.loads(match[1])}]", found)
