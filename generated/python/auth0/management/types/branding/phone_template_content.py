from typing import Annotated, Optional

from pydantic import Field

from ...core.model import Model
from .phone_template_body import PhoneTemplateBody


class PhoneTemplateContent(Model, closed=True):
    """What a phone notification says."""

    syntax: Optional[str] = None
    """Template language, such as `liquid`."""

    from_: Annotated[Optional[str], Field(alias="from")] = None
    """Number the message comes from.

    1 to 16 characters.
    """

    body: Optional[PhoneTemplateBody] = None
    """Text for each way of delivery."""
