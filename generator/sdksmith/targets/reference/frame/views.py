"""Data for templates about the frame around each page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page of the site, or out of it.

    Attributes
    ----------
    verb
        The method of HTTP of an operation, where a menu shows it.
    """

    text: str
    url: str
    about: str = ""
    current: bool = False
    verb: str = ""


@dataclass(frozen=True, slots=True)
class MenuView:
    """A menu: items of a list, and between them the one that the page is at or below."""

    before: Markup
    current: PageLink | None
    after: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteView:
    """Data that all pages have.

    Attributes
    ----------
    root
        The way to the root of the site.
    menu
        The groups of the first level; the one of the page is current, and has its operations and sub-groups in `inner`.
    """

    title: str
    language: str
    words: Mapping[str, str]
    root: str
    menu: MenuView
    inner: MenuView | None
    header: Sequence[PageLink]
    crumbs: Sequence[PageLink]
    markdown: str
    logo: bool
    search: bool
