"""Outline of a Python package: signatures and declarations, as it has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sdksmith.config import Config
from sdksmith.model import Ledger
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.outline import Outline, OutlinedMethod, OutlinedType
from sdksmith.sdk import Sdk
from sdksmith.targets.python.client.groups import calls_of, group_attributes
from sdksmith.targets.python.deciding import decide
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.layout.code import flat
from sdksmith.targets.python.methods.signatures import Call, MethodArgument
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.types.homes import COMMON, LEAVES, Home
from sdksmith.targets.python.types.modules import TypeModules
from sdksmith.targets.python.types.texts import ClassText


def outline(sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> Outline:
    """Return the outline of a package; that of its asynchronous client differs in ``await`` alone."""
    decisions = decide(sdk, names, config, options, Ledger())
    modules = TypeModules(sdk.api, decisions, Ledger())
    sharing = Counter(decisions.homes.values())

    def declaration(symbol: Symbol) -> tuple[str, ...]:
        lines: list[str] = []
        for text in modules.declared(symbol):
            if isinstance(text, ClassText):
                fields = [line for field in text.fields for line in field.statement.split("\n")]
                lines += [text.first_line, *(fields or ["    pass"])]
            else:
                lines += text.statement.split("\n")
        return tuple(lines)

    return Outline(
        target="python",
        language="Python",
        construction=flat(decisions.construction.call()),
        groups={group.path: ".".join(("client", *group_attributes(group.path, names))) for group in sdk.groups()},
        methods={
            call.method.symbol: _method(call, decisions)
            for group in sdk.groups()
            for call in calls_of(group, decisions)
        },
        types={symbol: _type(symbol, decisions, sharing) for symbol in sdk.emitted},
        declaration=declaration,
    )


def _method(call: Call, decisions: Decisions) -> OutlinedMethod:
    positional = [argument for argument in call.arguments if argument.is_positional]
    keywords = [argument for argument in call.arguments if not argument.is_positional]
    # What must be given comes first: it is what is shown where room is scarce.
    keywords.sort(key=lambda argument: argument.default is not None)
    star = ["*"] if keywords else []
    return OutlinedMethod(
        symbol=call.method.symbol,
        path=".".join(("client", *call.attributes, call.name)),
        arguments=(*map(_full, positional), *star, *map(_full, keywords)),
        brief=(*map(_brief, positional), *star, *map(_brief, keywords)),
        returns=f"-> {flat(call.returns)}",
        file="/".join((decisions.folder, *decisions.folders.get(call.method.group, ()), "client.py")),
    )


def _full(argument: MethodArgument) -> str:
    default = "" if argument.default is None else f" = {argument.default}"
    return f"{argument.name}: {flat(argument.annotation)}{default}"


def _brief(argument: MethodArgument) -> str:
    return argument.name if argument.default is None else f"{argument.name}=..."


def _type(symbol: Symbol, decisions: Decisions, sharing: Mapping[Home, int]) -> OutlinedType:
    home = decisions.homes[symbol]
    return OutlinedType(
        symbol=symbol,
        name=decisions.names.types[symbol],
        file=f"{decisions.folder}/types/{home.folder}/{home.module}.py",
        placing=_placing(home, sharing[home]),
    )


def _placing(home: Home, members: int) -> str:
    folder = "its name mentions no group" if home.folder == COMMON else f"its name mentions the group {home.folder}"
    if home.module == LEAVES:
        return f"{folder}, and it mentions no other type"
    if members == 1:
        return folder
    return f"{folder}; a module has what is declared inline in each other, or refers to each other in a circle"
