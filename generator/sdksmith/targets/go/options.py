"""``[targets.go]``: what can be chosen about a Go library."""

from __future__ import annotations

from typing import Annotated

import msgspec

from sdksmith.config import TargetOptions

_ModulePath = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9.\-]*(/[A-Za-z0-9_.~\-]+)*$")]
_PackageName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9]*$")]


class GoOptions(TargetOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.go]``."""

    output: str = "generated/go"
    #: Path of the module, as it stands in go.mod. Default: ``example.com/`` and the package.
    module: _ModulePath | None = None
    #: Name of the root package, and of its folder in the module. Default: made from the document's title.
    package: _PackageName | None = None
    #: Of the library: sent in the User-Agent header.
    version: str = "0.0.0"
    #: Whether the library brings tests of its own: each method is called against a server on loopback.
    tests: bool = False
