"""``[targets.reference]``: what can be chosen about an API reference."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from sdksmith.config import TargetOptions

_Address = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s\"<>]+$")]
_Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9a-fA-F]{6}$")]


class LinkOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[targets.reference.links]]``: a link in the header of each page."""

    text: str
    url: _Address


class ReferenceOptions(TargetOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.reference]``."""

    output: str = "generated/reference"
    #: Pages for people, for programs, or both.
    format: Literal["html", "markdown", "both"] = "both"
    #: Where the site will be, for ``sitemap.xml``; without it there is none.
    base_url: _Address | None = None
    #: Default: the document's title.
    title: str | None = None
    #: Colour of links and marks.
    colour: _Colour = "#1f4fbf"
    links: tuple[LinkOptions, ...] = ()
    #: Of the site's own words; the texts of the document are as they are.
    language: Literal["en", "fr"] = "en"
