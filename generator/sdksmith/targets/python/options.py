"""``[targets.python]``: what can be chosen about a Python library."""

from __future__ import annotations

import keyword
import os
import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import msgspec

from sdksmith.config import PinnedNames, TargetOptions, described
from sdksmith.diagnostics import Diagnostics, Location
from sdksmith.targets.python.custom.options import CustomOptions

_OUTPUT = described(
    "the folder to write. It belongs to sdksmith: what it wrote earlier and no longer generates is removed",
    example="generated/python",
    kind="a path",
)
_ImportName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$")]
_Argument = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]
_ClassName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z][A-Za-z0-9]*$")]
#: PEP 508, "Names".
_DistributionName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$")]
#: PEP 440, "Public version identifiers" and "Local version identifiers", as they are normalized.
_Version = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^([0-9]+!)?[0-9]+(\.[0-9]+)*([-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?[0-9]*)?"
        r"([-_.]?(post|rev|r)[-_.]?[0-9]*)?([-_.]?dev[-_.]?[0-9]*)?(\+[a-z0-9]+([-_.][a-z0-9]+)*)?$"
    ),
]
_Positive = Annotated[int, msgspec.Meta(ge=1)]
_KEYWORDS = {"not": {"pattern": rf"(^|\.)({'|'.join(keyword.kwlist)})(\.|$)"}}
#: ``test`` is installed with Python too, though it is not in that list.
_OF_PYTHON = sys.stdlib_module_names | {"test"}
#: What the package itself imports by these names.
_DEPENDENCIES = ("httpx", "httpx2", "pydantic", "pydantic_core", "typing_extensions")


class ClientCredentialsOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.python.client_credentials]``: a client that gets its tokens itself (RFC 6749 section 4.4)."""

    client: Annotated[
        _ClassName,
        described(
            "class name of that client; `Async` is put before it for the other; without the table there is none",
            example="ManagementClient",
            kind="a class name",
            schema=_KEYWORDS,
        ),
    ]
    server_variable: Annotated[
        str | None,
        described(
            "a variable of the servers that has another name as a keyword of this client", example="tenantDomain"
        ),
    ] = None
    argument: Annotated[
        _Argument | None,
        described("that name", example="domain", default="as in the root client", kind="a name in snake case"),
    ] = None
    secret_in: Annotated[
        Literal["body", "header"],
        described(
            'where the secret is sent: `"body"`, as a field of the form, or `"header"`, as HTTP basic', example="header"
        ),
    ] = "body"

    def __post_init__(self) -> None:
        """Refuse a client that can't be named.

        Raises
        ------
        ValueError
            A name is a keyword of Python.
        """
        _refuse_keywords(client=self.client, argument=self.argument)


class ImportBudgetOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.python.import_budget]``: how many modules the library may load, itself and what it depends on."""

    import_: Annotated[
        _Positive | None,
        described(
            "modules that are loaded when a client has been imported and made; without it they are not counted",
            example=30,
        ),
    ] = msgspec.field(default=None, name="import")
    first_call: Annotated[
        _Positive | None,
        described(
            "modules that are loaded when a first call has been made too; without it they are not counted", example=200
        ),
    ] = None
    method: Annotated[
        str | None,
        described(
            'that call, as `"group.sub_group.method"`', example="users.list", default="the one that the README shows"
        ),
    ] = None


class PythonOptions(TargetOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.python]``."""

    output: Annotated[str, _OUTPUT] = "generated/python"
    package: Annotated[
        _ImportName | None,
        described(
            "the import name; may have dots",
            example="acme.billing",
            default="from the title",
            kind="an import name",
            schema=_KEYWORDS,
        ),
    ] = None
    client: Annotated[
        _ClassName | None,
        described(
            "the class that users construct; `Async` is put before it for the other",
            example="Acme",
            default="from the title",
            kind="a class name",
            schema=_KEYWORDS,
        ),
    ] = None
    distribution: Annotated[
        _DistributionName | None,
        described(
            "name of the distribution, for `pip install`",
            example="acme-billing",
            default="from the package",
            kind="the name of a distribution",
        ),
    ] = None
    version: Annotated[
        _Version,
        described(
            "version of the distribution; also in the `User-Agent` header",
            example="1.0.0",
            kind="a PEP 440 version, as a string",
        ),
    ] = "0.0.0"
    http_library: Annotated[
        Literal["httpx2", "httpx"],
        described(
            'the HTTP library that the package depends on: `"httpx2"` or `"httpx"`. Users may pass in clients of either',
            example="httpx",
        ),
    ] = "httpx2"
    migration: Annotated[
        str | None,
        described(
            "a Markdown file that becomes a section of the generated README as it stands: how to move from another library",
            example="migrating.md",
            kind="a path",
        ),
    ] = None
    tests: Annotated[
        bool,
        described(
            "the package brings tests of its own, in `tests/`: each method is called against a small server on loopback",
            example=True,
        ),
    ] = False
    names: PinnedNames = msgspec.field(default_factory=dict[str, str])
    import_budget: ImportBudgetOptions | None = None
    client_credentials: ClientCredentialsOptions | None = None
    custom: CustomOptions | None = None

    def __post_init__(self) -> None:
        """Refuse names that make a library nobody can import.

        Raises
        ------
        ValueError
            A name, or a part of one, is a keyword of Python, or that of a module which hides the package.
        """
        _refuse_keywords(package=self.package, client=self.client)
        first = (self.package or "").split(".")[0]
        if first in _OF_PYTHON:
            raise ValueError(f"`package` can't begin with {first!r}, a module of Python's own")
        if first in _DEPENDENCIES:
            raise ValueError(f"`package` can't begin with {first!r}, which the package itself imports")

    def sources(self) -> tuple[str, ...]:
        """Return the path that ``migration`` names, and those of the modules of the user's own."""
        from sdksmith.targets.python.custom.sources import source_files

        own = tuple(map(str, source_files(self.custom).values()))
        return own if self.migration is None else (self.migration, *own)

    def next_step(self, output: Path) -> str:
        """Return the command that installs the package."""
        # A path without a slash could be the name of a distribution.
        return f"pip install {shlex.quote(os.fspath(output) if output.is_absolute() else f'./{output.as_posix()}')}"

    @classmethod
    def suggested(cls, title: str) -> Mapping[str, Any]:
        """Return the names of the package and of the client."""
        found = re.findall(r"[A-Za-z][A-Za-z0-9]*", re.sub(r"['\u2019]s\b", "", title))
        words = [word for word in found if word.lower() not in _FILLERS][:4] or ["Api"]
        package = "_".join(words).lower()
        if keyword.iskeyword(package) or package in _OF_PYTHON or package in _DEPENDENCIES:
            package += "_client"
        client = "".join(word[0].upper() + word[1:] for word in words)
        return {"package": package, "client": f"{client}Client" if keyword.iskeyword(client) else client}

    def anchored(self, folder: Path) -> Self:
        """Return the options with paths that start from the working directory; those given start from `folder`."""
        found = self
        if self.migration is not None:
            found = msgspec.structs.replace(found, migration=os.path.normpath(folder / self.migration))
        if self.custom is not None and self.custom.folder is not None:
            custom = msgspec.structs.replace(self.custom, folder=os.path.normpath(folder / self.custom.folder))
            found = msgspec.structs.replace(found, custom=custom)
        return found

    def texts(self, diagnostics: Diagnostics) -> tuple[str, ...]:
        """Return the text that ``migration`` names, ``""`` where it names none, and the modules of the user's own."""
        from sdksmith.targets.python.custom.sources import read_sources

        own = (f"{path}\0{text}" for path, text in read_sources(self.custom, diagnostics).items())
        return (self.migration_text(diagnostics), *own)

    def migration_text(self, diagnostics: Diagnostics) -> str:
        """Return the text that ``migration`` names, ``""`` where it names none."""
        if self.migration is None:
            return ""
        try:
            return Path(self.migration).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            diagnostics.error(
                "migration-unreadable",
                f"the text that `migration` names can't be read: {reason}",
                location=Location(self.migration),
                hint="the path is relative to the config file",
            )
            return ""


#: Words of a title that say what kind of thing it is, not which one.
_FILLERS = frozenset(
    (
        "the a an of for api apis rest restful openapi swagger specification spec documentation docs reference official v1 v2 v3"
    ).split()
)


def _refuse_keywords(**names: str | None) -> None:
    for key, name in names.items():
        words = [part for part in (name or "").split(".") if keyword.iskeyword(part)]
        if words:
            raise ValueError(f"`{key}` can't have {words[0]!r}, a keyword of Python, as a name")
