from typing import Annotated, Union

from pydantic import Field
from typing_extensions import Required, TypedDict

from ...core.model import Model
from .mdl_presentation_properties import (
    MdlPresentationProperties,
    MdlPresentationPropertiesDict,
)


class MdlPresentationRequestProperties(Model, closed=True):
    """What must be presented, by name space (ISO/IEC 18013-5)."""

    org_iso_18013_5_1: Annotated[
        MdlPresentationProperties, Field(alias="org.iso.18013.5.1")
    ]
    """Facts of a driving licence that must be shown."""


MdlPresentationRequestPropertiesDict = TypedDict(
    "MdlPresentationRequestPropertiesDict",
    {
        "org.iso.18013.5.1": Required[
            Union[MdlPresentationProperties, MdlPresentationPropertiesDict]
        ]
    },
    total=False,
)
"""``MdlPresentationRequestProperties`` as a plain dict."""
