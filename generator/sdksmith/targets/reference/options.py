"""``[targets.reference]``: what can be chosen about an API reference."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

import msgspec

from sdksmith.config import TargetOptions, described
from sdksmith.diagnostics import Diagnostics, Location
from sdksmith.surface import StateChanges
from sdksmith.targets.reference.words import unusable

_Address = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s\"<>]+$")]
_Language = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
_Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9a-fA-F]{6}$")]


class LinkOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[targets.reference.links]]``: a link in the header of each page."""

    text: Annotated[str, described("what a link says", example="Status")]
    url: Annotated[
        _Address,
        described(
            "where it leads", example="https://status.acme.com", kind="an address that begins with http or https"
        ),
    ]


class OlderOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[targets.reference.older]]``: an earlier state of the document, newest first."""

    version: Annotated[str, described("what it is called", example="1.4")]
    spec: Annotated[
        str,
        described("its document, relative to the config file", example="specs/1.4.yaml", kind="a path"),
    ]


class ReferenceOptions(TargetOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.reference]``."""

    output: Annotated[
        str,
        described(
            "the folder to write. It belongs to sdksmith, as that of Python does",
            example="generated/reference",
            kind="a path",
        ),
    ] = "generated/reference"
    format: Annotated[
        Literal["html", "markdown", "both"],
        described(
            '`"html"` for people, `"markdown"` for programs and other site generators, or `"both"`', example="html"
        ),
    ] = "both"
    base_url: Annotated[
        _Address | None,
        described(
            "where the site will be; then there is a `sitemap.xml`",
            example="https://docs.acme.com/api",
            kind="an address that begins with http or https",
        ),
    ] = None
    title: Annotated[str | None, described("name of the site", example="Acme Billing", default="from the document")] = (
        None
    )
    logo: Annotated[
        str | None,
        described(
            "an SVG for the header and the browser's tab, relative to the config file",
            example="acme.svg",
            kind="a path",
        ),
    ] = None
    colour: Annotated[
        _Colour,
        described("of links and marks, as six hexadecimal digits", example="#0a7a5a", kind="a colour such as #0a7a5a"),
    ] = "#1f4fbf"
    links: tuple[LinkOptions, ...] = ()
    language: Annotated[
        _Language,
        described(
            'of the site: `"en"` and `"fr"` have words of their own; for another, `translations` has them',
            example="fr",
            kind="a language tag (BCP 47)",
        ),
    ] = "en"
    translations: Annotated[
        Mapping[str, str],
        described(
            "the site's own words in place of those of the language, by the keys of "
            "[english.py](../generator/sdksmith/targets/reference/words/english.py)",
            example={"search": "Suche"},
        ),
    ] = {}

    search: Annotated[
        bool,
        described(
            "a search on each page. Its index is made after the pages, in `pagefind/`, where `sdksmith[reference]` is installed; it "
            "is not for committing, and git leaves it out",
            example=False,
        ),
    ] = True

    older: tuple[OlderOptions, ...] = ()

    def anchored(self, folder: Path) -> Self:
        """Return the options with paths that start from the working directory; those given start from `folder`."""
        older = tuple(msgspec.structs.replace(each, spec=os.path.normpath(folder / each.spec)) for each in self.older)
        logo = os.path.normpath(folder / self.logo) if self.logo is not None else None
        return msgspec.structs.replace(self, logo=logo, older=older)

    def earlier(self) -> tuple[tuple[str, str], ...]:
        """Return what ``older`` names."""
        return tuple((each.version, each.spec) for each in self.older)

    def compared(self, changes: tuple[StateChanges, ...]) -> ReferenceOptions:
        """Return the options with changes."""
        given = {name: getattr(self, name) for name in self.__struct_fields__ if name != "changes"}
        return ComparedOptions(**given, changes=changes)

    def sources(self) -> tuple[str, ...]:
        """Return the paths of what ``logo`` names, and of the documents of ``older`` that are files."""
        named = (self.logo, *(state.spec for state in self.older))
        return tuple(each for each in named if each is not None and Path(each).is_file())

    def texts(self, diagnostics: Diagnostics) -> tuple[str, ...]:
        """Return the image that ``logo`` names, ``""`` where it names none, and the documents that ``older`` names."""
        for key, text in self.translations.items():
            if reason := unusable(key, text):
                diagnostics.error(
                    "no-such-word",
                    f"the translation of {key!r} can't be used: {reason}",
                    location=Location("<config>", pointer=("targets", "reference", "translations", key)),
                    hint="the keys, and the English words, stand in targets/reference/words/english.py",
                )
        return (*self._image(diagnostics), *map(_text, self.older))

    def _image(self, diagnostics: Diagnostics) -> tuple[str, ...]:
        if self.logo is None:
            return ("",)
        try:
            text = Path(self.logo).read_text(encoding="utf-8").strip()
            if "<svg" in text:
                return (text,)
            reason = "it is not SVG"
        except (OSError, UnicodeDecodeError) as error:
            reason = (error.strerror or "").lower() if isinstance(error, OSError) else "it is not SVG"
        diagnostics.error(
            "logo-unreadable",
            f"the image that `logo` names can't be read: {reason}",
            location=Location(self.logo),
            hint="it has to be SVG; the path is relative to the config file",
        )
        return ("",)

    def next_step(self, output: Path) -> str:
        """Return the command that serves the pages, where there are any for a browser."""
        return (
            "" if self.format == "markdown" else f"python -m http.server --directory {shlex.quote(os.fspath(output))}"
        )

    def finish(self, output: Path, digest: str, diagnostics: Diagnostics) -> None:
        """Make the index of the search."""
        if self.search and self.format != "markdown":
            from sdksmith.targets.reference.search import make_index

            make_index(output, digest, diagnostics)


class ComparedOptions(ReferenceOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The options of a run: with what changed since the states that they name. No config has this."""

    changes: tuple[StateChanges, ...] = ()


def _text(older: OlderOptions) -> str:
    try:
        return Path(older.spec).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        # Said with its place when it is read as a document.
        return ""
