"""Sample programs in Go, for documentation in any form."""

from __future__ import annotations

from collections.abc import Sequence

from sdksmith.naming import Names
from sdksmith.sdk import Method, Sdk
from sdksmith.sdk.values import NoValueError
from sdksmith.sdk.wire.cases import GivenArgument, WireCases
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.targets.go.docs.blocks import Block, BlockWriter, walked
from sdksmith.targets.go.options import GoOptions
from sdksmith.targets.go.package.paths import find_packages


class GoSamples:
    """Writer of programs."""

    language = "Go"
    lexer = "go"

    def __init__(self, sdk: Sdk, names: Names, options: GoOptions) -> None:
        self._names = names
        self._packages = find_packages(sdk.api, names, options)
        self._blocks = BlockWriter(sdk, names, self._packages, WireCases(sdk))

    def install(self) -> str:
        """Return the command that installs the library."""
        return f"go get {self._packages.module}"

    def client(self) -> str:
        """Return the statements that make a client."""
        return self._blocks.client().text

    def name(self, method: Method) -> str:
        """Return how a program names a method."""
        path = [self._names.groups[method.group[: depth + 1]].attribute for depth in range(len(method.group))]
        return ".".join(("client", *path, self._names.methods[method.symbol]))

    def error(self, name: str) -> str:
        """Return how a program names an error."""
        return f"{self._packages.root}.{'APIError' if name == 'ApiError' else name}"

    def sample(self, method: Method, given: Sequence[GivenArgument]) -> str | None:
        """Return a program that makes a call."""
        try:
            block = walked(self._blocks, method, given)
        except (NoValueError, UntestableError):
            return None
        return program(self._blocks.client(), block)


def program(client: Block, block: Block) -> str:
    """Return a whole program of what makes a client and what uses it."""
    text = "\n".join((*client.lines, *block.lines))
    # A value may turn out to need no type of its own.
    paths = sorted(path for path in {"log", *client.imports, *block.imports} if f"{path.rpartition('/')[2]}." in text)
    standard = [path for path in paths if "." not in path.split("/")[0]]
    others = [path for path in paths if path not in standard]
    imports = [*(f'\t"{path}"' for path in standard), "", *(f'\t"{path}"' for path in others)]
    body = [f"\t{line}" if line else "" for line in (*client.lines, "", *block.lines)]
    return "\n".join(["package main", "", "import (", *imports, ")", "", "func main() {", *body, "}"])
