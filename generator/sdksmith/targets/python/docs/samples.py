"""Sample programs in Python, for documentation in any form."""

from __future__ import annotations

from collections.abc import Sequence

from sdksmith.config import Config
from sdksmith.model import Ledger
from sdksmith.naming import Names
from sdksmith.sdk import STREAMS, Method, Sdk
from sdksmith.sdk.values import NoValueError, Values
from sdksmith.sdk.wire.cases import GivenArgument
from sdksmith.targets.python.client.groups import calls_of
from sdksmith.targets.python.deciding import decide
from sdksmith.targets.python.layout.code import Brackets, expression
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.tests.construction import Constructor, Used


class PythonSamples:
    """Writer of programs that use the blocking client."""

    language = "Python"
    lexer = "python"

    def __init__(self, sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> None:
        self._decisions = decide(sdk, names, config, options, Ledger())
        self._distribution = options.distribution or self._decisions.package.replace(".", "-").replace("_", "-")
        self._values = Values(sdk.api.declarations, sdk.unions, "request")
        self._calls = {call.method.symbol: call for group in sdk.groups() for call in calls_of(group, self._decisions)}

    def install(self) -> str:
        """Return the command that installs the library."""
        return f"pip install {self._distribution}"

    def client(self) -> str:
        """Return the statements that make a client."""
        return f"from {self._decisions.package} import {self._decisions.client}\n\n{self._made()}"

    def _made(self) -> str:
        return expression(self._decisions.construction.call(prefix="client = "), 0, 0)

    def name(self, method: Method) -> str:
        """Return how a program names a method."""
        call = self._calls[method.symbol]
        return ".".join(("client", *call.attributes, call.name))

    def error(self, name: str) -> str:
        """Return how a program names an error."""
        return f"{self._decisions.package}.{name}"

    def sample(self, method: Method, given: Sequence[GivenArgument]) -> str | None:
        """Return a program that makes a call."""
        call = self._calls[method.symbol]
        used = Used()
        api = self._decisions.sdk.api
        constructor = Constructor(api.declarations, self._decisions.names, self._decisions.unions, self._values, used)
        try:
            arguments = constructor.arguments(call, given)
        except NoValueError:
            return None
        imports = ["from datetime import UTC, datetime", ""] if used.datetime else []
        names = f"{self._decisions.client}, types" if used.types else self._decisions.client
        imports.append(f"from {self._decisions.package} import {names}")
        made = Brackets(f"{self.name(method)}(", arguments, ")")
        return "\n".join([*imports, "", self._made(), "", *_used(method, made)])


def _used(method: Method, made: Brackets) -> list[str]:
    """Return the statements that make the call, and do something with what comes."""
    kind = method.result.kind
    if kind == "nothing":
        return [expression(made, 0, 0)]
    if kind in ("pages", *STREAMS):
        shown = "print(len(chunk))" if kind == "download" else "print(item)"
        start = f"for {'chunk' if kind == 'download' else 'item'} in "
        return [f"{start}{expression(made, 0, len(start), 1)}:", f"    {shown}"]
    start = "response = "
    return [f"{start}{expression(made, 0, len(start))}", "print(response)"]
