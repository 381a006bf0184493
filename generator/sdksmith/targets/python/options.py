"""``[targets.python]``: what can be chosen about a Python library."""

from __future__ import annotations

import keyword
import os
from pathlib import Path
from typing import Annotated, Literal, Self

import msgspec

from sdksmith.config import TargetOptions
from sdksmith.diagnostics import Diagnostics, Location

_PackageName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$")]
_Argument = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]
_Identifier = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z][A-Za-z0-9]*$")]


class ClientCredentialsOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.python.client_credentials]``: a client that gets its tokens itself (RFC 6749 section 4.4)."""

    #: Class name of that client; ``Async`` is put before it for the other.
    client: _Identifier
    #: A variable of the servers, and the name of its keyword in that client; default: as in the root client.
    server_variable: str | None = None
    argument: _Argument | None = None
    #: Where the secret is sent: a field of the form, or HTTP basic.
    secret_in: Literal["body", "header"] = "body"


class ImportBudgetOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.python.import_budget]``: how many modules the library may load, itself and what it depends on."""

    #: From nothing to a client that is made.
    import_: Annotated[int, msgspec.Meta(ge=1)] | None = msgspec.field(default=None, name="import")
    #: From nothing to the answer of a first call.
    first_call: Annotated[int, msgspec.Meta(ge=1)] | None = None
    #: That call, ``"group.sub_group.method"``. Default: the one that the README shows.
    method: str | None = None


class PythonOptions(TargetOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.python]``."""

    output: str = "generated/python"
    #: Dotted import name; default: made from the document's title.
    package: _PackageName | None = None
    #: Class name of the root client; ``Async`` is put before it for the other. Default: made from the title.
    client: _Identifier | None = None
    #: Name and version of the distribution in the generated pyproject.toml.
    distribution: str | None = None
    version: str = "0.0.0"
    http_library: Literal["httpx2", "httpx"] = "httpx2"
    #: A Markdown file, relative to the config file, that becomes the README's section on moving from another library.
    migration: str | None = None
    #: Whether the library brings tests of its own: each method is called against a server on loopback.
    tests: bool = False
    #: Held by a test among them. Left out, nothing is counted.
    import_budget: ImportBudgetOptions | None = None
    #: Left out, no such client is made.
    client_credentials: ClientCredentialsOptions | None = None

    def __post_init__(self) -> None:
        """Refuse names that make a library nobody can import.

        Raises
        ------
        ValueError
            A name, or a part of one, is a keyword of Python.
        """
        for key, name in (("package", self.package), ("client", self.client)):
            words = [part for part in (name or "").split(".") if keyword.iskeyword(part)]
            if words:
                raise ValueError(f"`{key}` can't have {words[0]!r}, a keyword of Python, as a name")

    def anchored(self, folder: Path) -> Self:
        """Return the options with paths that start from the working directory; those given start from `folder`."""
        if self.migration is None:
            return self
        return msgspec.structs.replace(self, migration=os.path.normpath(folder / self.migration))

    def texts(self, diagnostics: Diagnostics) -> tuple[str, ...]:
        """Return the text that ``migration`` names, ``""`` where it names none."""
        if self.migration is None:
            return ("",)
        try:
            return (Path(self.migration).read_text(encoding="utf-8").strip(),)
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            diagnostics.error(
                "migration-unreadable",
                f"the text that `migration` names can't be read: {reason}",
                location=Location(self.migration),
                hint="the path is relative to the config file",
            )
            return ("",)
