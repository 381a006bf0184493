"""Data for the templates of pages, with HTML that is safe already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sdksmith.model.types import Symbol
from sdksmith.targets.reference.frame.views import PageLink, SiteView
from sdksmith.targets.reference.pages.authorization import RequirementView, SchemeView, ScopeView
from sdksmith.targets.reference.trees.views import AttributeView, Tree


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample in one language, in two forms; the second is empty where it is the same."""

    language: str
    key: str
    required: str
    required_html: Markup
    complete: str
    complete_html: Markup


@dataclass(frozen=True, slots=True)
class BodyView:
    """Body in one or more content types."""

    content_types: tuple[str, ...]
    anchor: str
    tree: Tree


@dataclass(frozen=True, slots=True)
class Section:
    """Attributes with a heading: parameters of a place, or a body, which may be of several types."""

    title: str
    anchor: str
    text: str
    html: Markup
    attributes: tuple[AttributeView, ...]
    bodies: tuple[BodyView, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class ResponseView:
    """A response.

    Attributes
    ----------
    is_empty
        Nothing comes back, by the status and by the document.
    is_success
        It is that of a call that went well.
    headers
        Name, type and text of each.
    errors
        Language, and the class of the error.
    """

    status: str
    anchor: str
    text: str
    html: Markup
    bodies: tuple[BodyView, ...]
    is_empty: bool
    headers: tuple[tuple[str, str, str], ...]
    example: str
    example_html: Markup
    errors: tuple[tuple[str, str], ...]
    links: tuple[PageLink, ...]
    is_success: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationContext:
    """``operation.html.j2``."""

    site: SiteView
    script_words: str
    title: str
    page_marks: Sequence[tuple[str, str]]
    method: str
    path: str
    path_parts: Sequence[tuple[str, bool]]
    text: str
    html: Markup
    samples: Sequence[Sample]
    authorization: Sequence[RequirementView]
    scopes: Sequence[ScopeView]
    #: Parameters by place, and the body.
    sections: Sequence[Section]
    responses: Sequence[ResponseView]
    #: Requests that the API sends because of the call.
    callbacks: Sequence[PageLink]
    #: Sentences, as Markdown and as HTML.
    paging: Sequence[tuple[str, Markup]]
    idempotent: bool
    streaming: bool
    previous: PageLink | None
    following: PageLink | None
    addresses: Mapping[Symbol, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupContext:
    """``group.html.j2``."""

    site: SiteView
    script_words: str
    title: str
    text: str
    html: Markup
    operations: Sequence[tuple[str, PageLink]]
    groups: Sequence[PageLink]


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeContext:
    """``type.html.j2``."""

    site: SiteView
    script_words: str
    title: str
    page_marks: Sequence[tuple[str, str]]
    text: str
    html: Markup
    tree: Tree
    users: Sequence[PageLink]
    addresses: Mapping[Symbol, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class StartContext:
    """``start.html.j2``."""

    site: SiteView
    script_words: str
    title: str
    version: str
    text: str
    html: Markup
    servers: Sequence[tuple[str, str]]
    #: Language, key, command, statements, and both as HTML.
    libraries: Sequence[tuple[str, str, str, str, Markup]]
    samples: Sequence[Sample]
    sample_link: PageLink | None
    authentication: Sequence[SchemeView]
    groups: Sequence[PageLink]
    #: Requests that the API sends.
    incoming: Sequence[PageLink]
    changes: Sequence[PageLink]
    #: Status and, by language, the class.
    errors: Sequence[tuple[str, str]]
    paging: bool


@dataclass(frozen=True, slots=True)
class ChangeView:
    """Changes of one cause: what happened, whom it breaks, to what, and what that was and is."""

    what: str
    #: Key and word of each.
    marks: tuple[tuple[str, str], ...]
    members: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangesContext:
    """``changes.html.j2``."""

    site: SiteView
    script_words: str
    title: str
    #: How the version moves, in words.
    bump: str
    #: Whose names the changes have, as a sentence.
    named: str
    #: Marks that changes have: key, word, and what it means.
    breaks: Sequence[tuple[str, str, str]]
    #: Anchor, heading, and the changes.
    sections: Sequence[tuple[str, str, Sequence[ChangeView]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentContext:
    """``document.json.j2``."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LogoContext:
    """``logo.svg.j2``."""

    image: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StyleContext:
    """``style.css.j2``."""

    colour: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ListContext:
    """``llms.txt.j2`` and ``sitemap.xml.j2``."""

    title: str
    about: str
    groups: Sequence[tuple[str, Sequence[PageLink]]]
    pages: Sequence[str]
