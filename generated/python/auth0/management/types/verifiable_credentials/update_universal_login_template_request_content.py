from typing import TypeAlias, Union

from ...core.model import Model


class UpdateUniversalLoginTemplateRequestContentTemplate(Model):
    template: str
    """The page as HTML with Liquid tags.

    At most 102400 characters.
    """


UpdateUniversalLoginTemplateRequestContent: TypeAlias = Union[
    str, UpdateUniversalLoginTemplateRequestContentTemplate
]
"""The page template, as bare text or inside an object."""
