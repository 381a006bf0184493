"""Tables of the configuration, with what is said of each key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import msgspec

from sdksmith.diagnostics import Diagnostics
from sdksmith.words import snake


def described(
    meaning: str,
    *,
    example: object = None,
    default: str = "",
    kind: str = "",
    schema: Mapping[str, Any] | None = None,
    secret: bool = False,
) -> msgspec.Meta:
    """Return what is said of a key.

    Parameters
    ----------
    meaning
        A clause, as Markdown.
    example
        A value that somebody would write.
    default
        What holds without the key, in words, where it is no value of its own.
    kind
        What the value is, with its article, where that is narrower than its type: ``an import name``. Of a list: what its items
        are, in the plural.
    schema
        Further keywords of its JSON Schema.
    secret
        Its value is never printed.
    """
    return msgspec.Meta(
        description=meaning,
        examples=None if example is None else [example],
        extra_json_schema=None if schema is None else dict(schema),
        extra={"default": default, "kind": kind, **({"secret": True} if secret else {})},
    )


#: What the pager of an operation may be told to be, where the document misleads (docs/mapping.md).
PagingChoice = Literal["auto", "offset", "items", "cursor", "last-item", "next-url", "link-header", "none"]
#: The common ways to page: by the number of a page or of items, by a cursor that the response or its last item names, by a URL
#: in the response or in its ``Link`` header.
PagingConvention = Literal["offset", "items", "cursor", "last-item", "next-url", "link-header"]


class PagingConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[pagination]``: whether operations page, and how."""

    enabled: Annotated[bool, described("whether operations that page return pagers", example=False)] = True
    conventions: Annotated[
        tuple[PagingConvention, ...],
        described(
            "the ways to page that are looked for; `page` with `per_page` and `from` with `take` are in any case",
            example=["offset", "cursor"],
        ),
    ] = ("offset", "items", "cursor", "last-item", "next-url", "link-header")
    operations: Annotated[
        dict[str, PagingChoice],
        described(
            'an operation, as `"group.sub_group.method"` -> one of the conventions, `"auto"`, or `"none"` (it returns what the '
            "server sends)",
            example={"users.list": "cursor"},
        ),
    ] = {}

    def choice(self, names: Sequence[str], words: str) -> PagingChoice:
        """Return what is chosen for an operation, by the names of its groups and its own as the document spells them."""
        return self.operations.get(".".join(snake(name, words) for name in names), "auto")


#: RFC 9110 section 5.6.2.
_HeaderName = Annotated[str, msgspec.Meta(pattern=r"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")]


class LoadConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[input]``: what may be read, and how much of it."""

    allowed_roots: Annotated[
        tuple[str, ...],
        described("further folders that `$ref` may read", example=["../common"], kind="paths"),
    ] = ()
    max_bytes: Annotated[
        int, msgspec.Meta(ge=1), described("size of all files together, in bytes", example=50_000_000)
    ] = 100_000_000
    max_depth: Annotated[int, msgspec.Meta(ge=1, le=2_000), described("nesting; at most 2,000", example=1_000)] = 500
    max_nodes: Annotated[
        int, msgspec.Meta(ge=1), described("nodes of the tree, YAML aliases followed", example=20_000_000)
    ] = 10_000_000
    timeout_seconds: Annotated[
        float, msgspec.Meta(gt=0), described("for a document that is loaded from a URL", example=60.0)
    ] = 30.0
    headers: Annotated[
        dict[_HeaderName, str],
        described(
            "headers that are sent to the server of `spec`, where that is a URL, and to no other; `${NAME}` is a variable of the "
            "environment, `$$` a dollar. No value is ever printed",
            example={"Authorization": "Bearer ${DOCS_TOKEN}"},
            kind="a table of headers, each a name and a string",
            secret=True,
        ),
    ] = {}


class Acceptance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of ``[[diff.accept]]``: a breaking change that is meant to be."""

    code: Annotated[str, described("what happened, as `diff` has it in its JSON", example="method-removed")]
    member: Annotated[str, described("what it happened to", example="client.pets.get_pet")]
    reason: Annotated[str, described("why it is accepted", example="nobody calls it: our logs have no such request")]


class DiffConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[diff]``: what ``diff`` takes as it is."""

    accept: tuple[Acceptance, ...] = ()


class VersioningConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[versioning]``: how the version moves."""

    breaking: Annotated[
        Literal["major", "minor"],
        described("what a breaking change moves; it is the minor version in any case below 1.0", example="minor"),
    ] = "major"
    count: Annotated[
        tuple[Literal["types", "run", "wire"], ...],
        described(
            "which breaks are breaking changes: what fails a type checker, what runs otherwise, what is sent otherwise",
            example=["run", "wire"],
        ),
    ] = ("types", "run", "wire")


PinnedNames = Annotated[
    dict[str, str],
    described(
        "names that are to be others than those made of the document, or to stay what they are: a schema, a property "
        "(`Pet.owner`: the inline type there, else the field), an operation by its `operationId`, an argument of it "
        "(`listPets.limit`), or any of them by its pointer (`#/components/schemas/Pet`) -> the name in the library",
        example={"Pet.owner": "PetOwner"},
    ),
]


class TargetOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Table of a target, ``[targets.<name>]``; each target derives its own."""

    output: Annotated[str, described("the folder to write", kind="a path")] = "generated"

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

    def sources(self) -> tuple[str, ...]:
        """Return the paths of those files."""
        return ()

    def next_step(self, output: Path) -> str:
        """Return the command that somebody would run next, when the output folder has been made; ``""`` for none."""
        return ""

    def earlier(self) -> tuple[tuple[str, str], ...]:
        """Return the earlier states whose changes are told, newest first: what each is called, and the path of its document."""
        return ()

    def compared(self, changes: tuple[Any, ...]) -> TargetOptions:
        """Return the options with the changes since each of the states of :meth:`earlier`.

        Parameters
        ----------
        changes
            Each a :class:`~sdksmith.surface.StateChanges`, which this module does not know.
        """
        return self

    def finish(self, output: Path, digest: str, diagnostics: Diagnostics) -> None:
        """Do what is left to do in the output folder when its files have been written.

        Parameters
        ----------
        digest
            Of all that was written: another one for other files.
        diagnostics
            Gets a warning for what can't be done.
        """

    @classmethod
    def suggested(cls, title: str) -> Mapping[str, Any]:
        """Return values that a first configuration sets, guessed from the title of the document, by key."""
        return {}


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole file."""

    spec: Annotated[
        str | None, described("the document: a path, or a URL", example="openapi.yaml", kind="a path or a URL")
    ] = None
    overlays: Annotated[
        tuple[str, ...],
        described(
            "[Overlay documents](overlays.md) that are applied to it, in this order",
            example=["fixes.yaml"],
            kind="paths",
        ),
    ] = ()
    words: Annotated[
        Literal["lodash", "compact"],
        described(
            'how names are split into words. `"compact"` leaves digits attached (`set_fcmv1_provider`); `"lodash"` makes words of '
            "them (`set_fcmv_1_provider`)",
            example="lodash",
        ),
    ] = "compact"
    exclude_lifecycle: Annotated[
        tuple[str, ...],
        described(
            "values of `x-release-lifecycle` whose operations and types are left out, whatever their case",
            example=["beta"],
        ),
    ] = ()
    file_header: Annotated[
        str,
        described(
            "a text that every source file of the libraries begins with, as a comment; may have several lines",
            example="Copyright Acme, Inc.",
        ),
    ] = ""
    edits: Annotated[
        Literal["refuse", "merge"],
        described(
            'what becomes of edits of generated files: `"refuse"` stops a run that would overwrite one, `"merge"` keeps them in what '
            "is generated now",
            example="merge",
        ),
    ] = "refuse"
    templates: Annotated[
        str | None,
        described(
            "a folder of [templates of your own](templates.md): `<target>/<name>.j2` in it takes the place of ours",
            example="templates",
            kind="a path",
        ),
    ] = None
    input: LoadConfig = LoadConfig()
    pagination: PagingConfig = PagingConfig()
    diff: DiffConfig = DiffConfig()
    versioning: VersioningConfig = VersioningConfig()
    #: ``[targets.<name>]``, by name; those that the file has.
    targets: Mapping[str, TargetOptions] = {}
