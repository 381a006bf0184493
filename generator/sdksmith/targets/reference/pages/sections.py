"""Sections of a page: parameters by place, and bodies by content type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from sdksmith.model import MediaType, Parameter, RequestBody, Type
from sdksmith.targets.reference.markup import texts
from sdksmith.targets.reference.pages.views import BodyView, Section
from sdksmith.targets.reference.trees.building import TreeBuilder

_PLACES = ("path", "query", "querystring", "header", "cookie")


def place_sections(
    parameters: Sequence[Parameter], trees: TreeBuilder, words: Mapping[str, str], order: Mapping[str, int]
) -> list[Section]:
    """Return a section for each place that parameters stand in.

    Parameters
    ----------
    order
        Wire name of a parameter of the path -> its place in a call.
    """
    found: list[Section] = []
    for place in _PLACES:
        here = [each for each in parameters if each.location == place]
        if place == "path":
            here.sort(key=lambda each: order.get(each.name, len(order)))
        if here:
            found.append(Section(words[place], place, "", Markup(""), trees.parameters(here, place), ()))
    return found


def body_section(
    body: RequestBody, chosen: MediaType | None, trees: TreeBuilder, words: Mapping[str, str], said: Sequence[str]
) -> Section:
    """Return the section of what is sent, the representation that libraries send first.

    Parameters
    ----------
    said
        Texts of the document that the page has already.
    """
    ordered = sorted(body.alternatives, key=lambda media: media is not chosen)
    return Section(
        words["body"],
        "body",
        texts.markdown(body.description),
        texts.html(body.description),
        (),
        bodies(ordered, "body", trees, (body.description, *said)),
        body.required,
    )


def bodies(
    alternatives: Sequence[MediaType], anchor: str, trees: TreeBuilder, said: Sequence[str]
) -> tuple[BodyView, ...]:
    """Return each type that a body may be of, once, with its content types."""
    kinds: list[Type] = []
    names: list[list[str]] = []
    for media in alternatives:
        if media.type in kinds:
            # The same attributes in another form are named beside the first.
            names[kinds.index(media.type)].append(texts.visible(media.content_type))
        else:
            kinds.append(media.type)
            names.append([texts.visible(media.content_type)])
    places = [anchor if number == 1 else f"{anchor}-{number}" for number in range(1, len(kinds) + 1)]
    return tuple(
        BodyView(tuple(named), place, trees.tree(kind, place, said))
        for kind, named, place in zip(kinds, names, places, strict=True)
    )
