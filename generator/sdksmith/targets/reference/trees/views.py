"""Trees as a template gets them: data alone, with HTML that is safe already."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sdksmith.model.types import Symbol


@dataclass(frozen=True, slots=True)
class ValueFacts:
    """What is said of values.

    Attributes
    ----------
    limits
        Each a sentence of plain text.
    values
        What leads to values, and these: as JSON, or a pattern.
    """

    limits: tuple[str, ...] = ()
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class AttributeFacts:
    """Facts about an attribute, wherever it appears.

    Attributes
    ----------
    marks
        Class of the style sheet, and word.
    """

    name: str
    type: str
    marks: tuple[tuple[str, str], ...]
    text: str
    html: Markup
    values: ValueFacts


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


@dataclass(frozen=True, slots=True, eq=False)
class KindFacts:
    """Facts about a type, where a tree or a variant of it begins.

    Attributes
    ----------
    name
        As a reader says it.
    marks
        Class of the style sheet, and word.
    text, html
        What the document says of it; empty where the page says it already.
    """

    name: str
    marks: tuple[tuple[str, str], ...]
    text: str
    html: Markup
    values: ValueFacts


@dataclass(frozen=True, slots=True)
class VariantView:
    """A variant of a union: its title leads by the discriminator's value where there is one.

    Attributes
    ----------
    opens
        Whether there is more of it than its title.
    """

    title: str
    anchor: str
    opens: bool
    facts: KindFacts
    children: tuple[AttributeView, ...]
    variants: tuple[VariantView, ...]
    link: Symbol | None


@dataclass(frozen=True, slots=True)
class Tree:
    """Tree of the attributes of a body, a response or a type.

    Attributes
    ----------
    count
        How many attributes are shown, on all levels.
    """

    facts: KindFacts
    attributes: tuple[AttributeView, ...]
    variants: tuple[VariantView, ...]
    link: Symbol | None
    count: int
