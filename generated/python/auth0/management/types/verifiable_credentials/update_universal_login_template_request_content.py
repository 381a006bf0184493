from typing import TypeAlias, Union

from typing_extensions import Required, TypedDict

from ...core.model import Model


class UpdateUniversalLoginTemplateRequestContentTemplate(Model, closed=True):
    template: str
    """The page as HTML with Liquid tags.

    At most 102400 characters.
    """


class UpdateUniversalLoginTemplateRequestContentTemplateDict(TypedDict, total=False):
    """``UpdateUniversalLoginTemplateRequestContentTemplate`` as a plain dict."""

    template: Required[str]


UpdateUniversalLoginTemplateRequestContent: TypeAlias = Union[
    str, UpdateUniversalLoginTemplateRequestContentTemplate
]
"""The page template, as bare text or inside an object."""


UpdateUniversalLoginTemplateRequestContentDict: TypeAlias = Union[
    str, UpdateUniversalLoginTemplateRequestContentTemplateDict
]
"""``UpdateUniversalLoginTemplateRequestContent`` as plain data."""
