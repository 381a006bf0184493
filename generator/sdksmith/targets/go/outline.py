"""Outline of a Go module: signatures and declarations, as it has them."""

from __future__ import annotations

from collections.abc import Iterator

from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.outline import Outline, OutlinedMethod, OutlinedType
from sdksmith.sdk import Sdk
from sdksmith.targets.go.client.files import client_files
from sdksmith.targets.go.client.options import CredentialKeys, test_options
from sdksmith.targets.go.client.tree import client_names
from sdksmith.targets.go.methods.writing import MethodWriter
from sdksmith.targets.go.options import GoOptions
from sdksmith.targets.go.package.paths import Packages, find_packages
from sdksmith.targets.go.types.declared import DeclarationWriter
from sdksmith.targets.go.types.expressions import Imports
from sdksmith.targets.go.types.files import files_of_types


def outline(sdk: Sdk, names: Names, options: GoOptions) -> Outline:
    """Return the outline of a module."""
    packages = find_packages(sdk.api, names, options)

    def declaration(symbol: Symbol) -> tuple[str, ...]:
        lines = DeclarationWriter(sdk, names, packages.root_import).lines(symbol)
        return tuple(_without_methods(lines))

    return Outline(
        target="go",
        language="Go",
        construction=f"client.NewClient({', '.join(test_options(sdk, names))})",
        groups={group.path: _expression(group.path, names) for group in sdk.groups()},
        methods={method.symbol: method for method in _methods(sdk, names, packages)},
        types={each.symbol: each for each in _types(sdk, names, packages)},
        declaration=declaration,
    )


def _expression(path: tuple[str, ...], names: Names) -> str:
    return ".".join(("client", *(names.groups[path[: depth + 1]].attribute for depth in range(len(path)))))


def _methods(sdk: Sdk, names: Names, packages: Packages) -> Iterator[OutlinedMethod]:
    clients, files = client_names(sdk.api, names), client_files(sdk)
    for group in sdk.groups():
        writer = MethodWriter(sdk, names, packages, CredentialKeys(), Imports())
        for method in sorted(group.methods, key=lambda method: names.methods[method.symbol]):
            text = writer.text(method, clients[group.path])
            _, _, rest = text.signature.partition(f" {text.name}(")
            arguments, returns = _split(rest)
            yield OutlinedMethod(
                symbol=method.symbol,
                path=f"{_expression(group.path, names)}.{text.name}",
                arguments=arguments,
                brief=tuple(argument.partition(" ")[0] for argument in arguments if not argument.startswith("opts ")),
                returns=returns,
                file=f"{packages.root}/client/{files[group.path]}.go",
            )


def _split(text: str) -> tuple[tuple[str, ...], str]:
    """Return the parameters up to the bracket that closes them, and what is behind it."""
    found: list[str] = [""]
    depth = 0
    for position, character in enumerate(text):
        if character == ")" and depth == 0:
            return tuple(filter(None, map(str.strip, found))), text[position + 1 :].strip()
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            found.append("")
        else:
            found[-1] += character
    raise AssertionError("a signature has a closing bracket")


def _types(sdk: Sdk, names: Names, packages: Packages) -> Iterator[OutlinedType]:
    for file, symbols in files_of_types(sdk, names).items():
        for symbol in symbols:
            yield OutlinedType(
                symbol=symbol,
                name=names.types[symbol],
                file=f"{packages.root}/{file}.go",
                placing="a file has the types whose names mention one group; the others are in common.go",
            )


def _without_methods(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line.startswith("func "):
            return
        if line and not line.lstrip().startswith("//"):
            yield line
