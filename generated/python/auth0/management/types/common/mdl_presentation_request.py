from typing import Annotated, Union

from pydantic import Field
from typing_extensions import Required, TypedDict

from ...core.model import Model
from .mdl_presentation_request_properties import (
    MdlPresentationRequestProperties,
    MdlPresentationRequestPropertiesDict,
)


class MdlPresentationRequest(Model, closed=True):
    """What must be presented, by document type (ISO/IEC 18013-5)."""

    org_iso_18013_5_1_m_dl: Annotated[
        MdlPresentationRequestProperties, Field(alias="org.iso.18013.5.1.mDL")
    ]
    """What must be presented, by name space (ISO/IEC 18013-5)."""


MdlPresentationRequestDict = TypedDict(
    "MdlPresentationRequestDict",
    {
        "org.iso.18013.5.1.mDL": Required[
            Union[
                MdlPresentationRequestProperties, MdlPresentationRequestPropertiesDict
            ]
        ]
    },
    total=False,
)
"""``MdlPresentationRequest`` as a plain dict."""
