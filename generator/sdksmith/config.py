"""sdksmith.toml -> :class:`Config`.

The file is read with :mod:`tomllib` and checked with msgspec, which names the key and the expected type. Every key is
optional: without a file the defaults below hold.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeAlias, TypeGuard

import msgspec

from sdksmith.diagnostics import Diagnostics, Failure, Location
from sdksmith.words import snake

#: What the pager of an operation may be told to be, where the document misleads (docs/mapping.md).
PagingChoice = Literal["auto", "offset", "items", "cursor", "last-item", "next-url", "link-header", "none"]
#: The common ways to page: by the number of a page or of items, by a cursor that the answer or its last item names, by a URL
#: in the answer or in its ``Link`` header.
PagingConvention = Literal["offset", "items", "cursor", "last-item", "next-url", "link-header"]


class PagingConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[pagination]``: whether operations page, and how."""

    enabled: bool = True
    #: Which of the common conventions are looked for; ``page`` + ``per_page`` and ``from`` + ``take`` are always.
    conventions: tuple[PagingConvention, ...] = ("offset", "items", "cursor", "last-item", "next-url", "link-header")
    #: ``"group.sub_group.method"`` (snake case) -> how it pages; for operations whose document misleads.
    operations: dict[str, PagingChoice] = {}

    def choice(self, names: Sequence[str], words: str) -> PagingChoice:
        """Return what is chosen for an operation, by the names of its groups and its own as the document spells them."""
        return self.operations.get(".".join(snake(name, words) for name in names), "auto")


class LoadConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[input]``: what may be read, and how much of it."""

    #: Folders outside the root document's own that ``$ref`` may read, relative to the config file.
    allowed_roots: tuple[str, ...] = ()
    max_bytes: Annotated[int, msgspec.Meta(ge=1)] = 100_000_000
    max_depth: Annotated[int, msgspec.Meta(ge=1, le=2_000)] = 500
    #: Nodes of the tree after YAML aliases are followed.
    max_nodes: Annotated[int, msgspec.Meta(ge=1)] = 10_000_000
    timeout_seconds: Annotated[float, msgspec.Meta(gt=0)] = 30.0


class TargetOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Table of a target, ``[targets.<name>]``; each target derives its own."""

    #: Where the files go, relative to the config file.
    output: str = "generated"

    def anchored(self, folder: Path) -> Self:
        """Return the options with paths that start from the working directory; those given start from `folder`."""
        return self

    def texts(self, diagnostics: Diagnostics) -> tuple[str, ...]:
        """Return the content of the files that the options name and that go into the output as they stand.

        Parameters
        ----------
        diagnostics
            Gets an error for each file that can't be read.
        """
        return ()


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole file."""

    #: The OpenAPI document, relative to the config file.
    spec: str | None = None
    #: OpenAPI Overlay documents, applied in this order, relative to the config file.
    overlays: tuple[str, ...] = ()
    #: How names are split into words: "lodash" makes digits words of their own, "compact" leaves them attached.
    words: Literal["lodash", "compact"] = "compact"
    #: ``x-release-lifecycle`` values whose operations and types are left out, case-insensitive.
    exclude_lifecycle: tuple[str, ...] = ()
    input: LoadConfig = LoadConfig()
    pagination: PagingConfig = PagingConfig()
    #: ``[targets.<name>]``, by name; those that the file has.
    targets: Mapping[str, TargetOptions] = {}


#: Name of a target -> the type of its table.
OptionsOf: TypeAlias = Callable[[str], type[TargetOptions] | None]


def to_config(tree: Mapping[str, Any], options_of: OptionsOf) -> Config:
    """Make a configuration of the parsed file.

    Parameters
    ----------
    options_of
        As for :func:`load_config`.

    Raises
    ------
    msgspec.ValidationError
        A key is unknown, or a value is not of its type.
    """
    targets = tree.get("targets", {})
    config = msgspec.convert({key: value for key, value in tree.items() if key != "targets"}, Config)
    if not _is_table(targets):
        raise msgspec.ValidationError("Expected `object` - at `$.targets`")
    found: dict[str, TargetOptions] = {}
    for name, table in targets.items():
        kind = options_of(name)
        if kind is None:
            raise msgspec.ValidationError(f"Object contains unknown field `{name}` - at `$.targets`")
        try:
            found[name] = msgspec.convert(table, kind)
        except msgspec.ValidationError as error:
            raise msgspec.ValidationError(_below(str(error), f"targets.{name}")) from error
    return msgspec.structs.replace(config, targets=found)


def _below(message: str, key: str) -> str:
    """Return msgspec's message about a table as one about the file that holds the table."""
    text, found, place = message.partition(" - at `$")
    return f"{text} - at `$.{key}{place if found else '`'}"


def load_config(path: Path | None, overrides: tuple[str, ...] = (), *, options_of: OptionsOf) -> Config:
    """Read a config file and apply ``key=value`` overrides.

    Parameters
    ----------
    path
        The file, or ``None`` for the defaults.
    overrides
        ``"input.max_depth=20"``: a dotted key, and a TOML value or, where that does not parse, a plain string.

    Raises
    ------
    Failure
        The file can't be read, is not TOML, or holds an unknown key or a wrong type.
    """
    diagnostics = Diagnostics()
    name = str(path) if path else "<config>"
    text = ""
    tree: dict[str, Any] = {}
    if path is not None:
        try:
            text = path.read_text(encoding="utf-8")
            tree = tomllib.loads(text)
        except IsADirectoryError as error:
            message = "the config file is a folder"
            hint = "name the file in it, such as sdksmith.toml"
            diagnostics.error("config-unreadable", message, location=Location(name), hint=hint)
            raise Failure(diagnostics) from error
        except OSError as error:
            diagnostics.error(
                "config-unreadable", f"the config file can't be read: {error.strerror}", location=Location(name)
            )
            raise Failure(diagnostics) from error
        except UnicodeDecodeError as error:
            message = "the config file is not valid UTF-8"
            diagnostics.error("config-syntax", message, location=Location(name), hint="save the file as UTF-8")
            raise Failure(diagnostics) from error
        except tomllib.TOMLDecodeError as error:
            reason, _, _ = str(error).partition(" (at ")
            message = f"the config file is not valid TOML: {reason[:1].lower()}{reason[1:]}"
            diagnostics.error("config-syntax", message, location=_syntax_place(name, text, str(error)))
            raise Failure(diagnostics) from error
    for override in overrides:
        _apply_override(tree, override, diagnostics)
    try:
        config = _with_texts(tree, overrides, options_of)
    except msgspec.ValidationError as error:
        message = f"the configuration is not valid: {error}"
        diagnostics.error("config-invalid", message, location=_key_place(name, text, str(error)))
        raise Failure(diagnostics) from error
    if diagnostics.has_errors:
        raise Failure(diagnostics)
    return config


def _with_texts(tree: dict[str, Any], overrides: tuple[str, ...], options_of: OptionsOf) -> Config:
    """Make a configuration; what an override gives for a text is one, though TOML would read 1.0 as a number."""
    for override in (*overrides, ""):
        try:
            return to_config(tree, options_of)
        except msgspec.ValidationError as error:
            found = re.fullmatch(
                r"Expected `str(?: \| null)?`, got `(?:float|int|bool)` - at `\$\.([^`]+)`", str(error)
            )
            key, _, text = next(
                (each for each in (one.partition("=") for one in overrides) if found and each[0].strip() == found[1]),
                ("", "", ""),
            )
            if not key or not override:
                raise
            table = tree
            *parents, last = key.strip().split(".")
            for part in parents:
                table = table[part]
            table[last] = text
    raise AssertionError


def _syntax_place(name: str, text: str, message: str) -> Location:
    """Return the place that tomllib's message ends with: its errors have no attributes before Python 3.14."""
    lines = text.split("\n")
    found = re.search(r"\(at line (\d+), column (\d+)\)\Z", message)
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    return Location(name, line, column, excerpt=lines[line - 1] if line <= len(lines) else "")


def _key_place(name: str, text: str, message: str) -> Location:
    """Return where the key stands that msgspec's message is about, if only one line can be meant."""
    found = re.search(r"unknown field `([^`]+)`", message) or re.search(r"`\$(?:\.[^`]*)?\.([^`.\[]+)[^`]*`\Z", message)
    if found is not None:
        key = re.compile(rf"^\s*(?=\[?(?:[\w.]+\.)?[\"']?{re.escape(found[1])}[\"']?\s*[=\]])")
        places = [(number, match) for number, line in enumerate(text.split("\n"), 1) if (match := key.match(line))]
        if len(places) == 1:
            ((number, match),) = places
            return Location(name, number, match.end() + 1, excerpt=match.string)
    return Location(name)


def _is_table(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _apply_override(tree: dict[str, Any], override: str, diagnostics: Diagnostics) -> None:
    key, separator, text = override.partition("=")
    parts = key.strip().split(".")
    if not separator or not all(parts):
        diagnostics.error(
            "config-override", f"--set takes key=value, found {override!r}", location=Location("<command line>")
        )
        return
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        value = text
    table = tree
    for part in parts[:-1]:
        child: object = table.setdefault(part, {})
        if not _is_table(child):
            diagnostics.error(
                "config-override", f"--set {key}: {part!r} is not a table", location=Location("<command line>")
            )
            return
        table = child
    table[parts[-1]] = value
