"""Trees as a template gets them: data alone, with HTML that is safe already."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sdksmith.model.types import Symbol


@dataclass(frozen=True, slots=True, eq=False)
class AttributeFacts:
    """Facts about an attribute, wherever it appears.

    Attributes
    ----------
    marks
        Class of the style sheet, and word.
    limits
        Limits and the like, each a sentence of plain text.
    allowed
        Values, as JSON.
    """

    name: str
    type: str
    marks: tuple[tuple[str, str], ...]
    text: str
    html: Markup
    limits: tuple[str, ...]
    allowed: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True, eq=False)
class AttributeView:
    """An attribute on a page.

    Attributes
    ----------
    opens
        What leads to the children: the words of the summary, ``""`` where there are none.
    link
        Symbol of the type whose page has what is not shown here.
    """

    facts: AttributeFacts
    anchor: str
    opens: str
    children: tuple[AttributeView, ...]
    variants: tuple[VariantView, ...]
    link: Symbol | None


@dataclass(frozen=True, slots=True)
class VariantView:
    """A variant of a union: its title leads by the discriminator's value where there is one."""

    title: str
    anchor: str
    type: str
    children: tuple[AttributeView, ...]
    variants: tuple[VariantView, ...]
    link: Symbol | None


@dataclass(frozen=True, slots=True)
class Tree:
    """Tree of the attributes of a body, a response or a type.

    Attributes
    ----------
    type
        As a reader says it.
    count
        How many attributes are shown, on all levels.
    """

    type: str
    attributes: tuple[AttributeView, ...]
    variants: tuple[VariantView, ...]
    link: Symbol | None
    count: int
    allowed: tuple[str, ...] = ()
