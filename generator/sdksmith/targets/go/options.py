"""``[targets.go]``: what can be chosen about a Go library."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated

import msgspec

from sdksmith.config import PinnedNames, TargetOptions, described

_ModulePath = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9.\-]*(/[A-Za-z0-9_.~\-]+)*$")]
_PackageName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*$")]
_HeaderText = Annotated[str, msgspec.Meta(pattern=r"^[!-~]+$")]


class GoOptions(TargetOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.go]``."""

    output: Annotated[
        str,
        described(
            "the folder to write, which becomes a module. It belongs to sdksmith, as that of Python does",
            example="generated/go",
            kind="a path",
        ),
    ] = "generated/go"
    module: Annotated[
        _ModulePath | None,
        described(
            "path of the module, as it stands in `go.mod`",
            example="github.com/acme/billing-go",
            default="from the package",
            kind="the path of a module",
        ),
    ] = None
    package: Annotated[
        _PackageName | None,
        described(
            "name of the root package, which has the types, and of its folder in the module: `client`, `option` and `core` are "
            "inside of it",
            example="billing",
            default="from the title",
            kind="a name of lower-case letters and digits",
        ),
    ] = None
    version: Annotated[
        _HeaderText,
        described("of the library: sent in the `User-Agent` header", example="1.0.0", kind="a string without spaces"),
    ] = "0.0.0"
    tests: Annotated[
        bool,
        described(
            "the module brings tests of its own: each method is called against a small server on loopback", example=True
        ),
    ] = False
    names: PinnedNames = msgspec.field(default_factory=dict[str, str])

    def next_step(self, output: Path) -> str:
        """Return the command that builds the module."""
        return f"go -C {shlex.quote(os.fspath(output))} build ./..."

    def __post_init__(self) -> None:
        """Refuse a package that nobody can import.

        Raises
        ------
        ValueError
            Its name is a keyword of Go, or that of programs.
        """
        if self.package is None:
            return
        from sdksmith.targets.go.package.reserved import KEYWORDS

        if self.package in KEYWORDS:
            raise ValueError(f"`package` can't be {self.package!r}, a keyword of Go")
        if self.package == "main":
            raise ValueError("`package` can't be 'main', which is a program: nobody can import it")
