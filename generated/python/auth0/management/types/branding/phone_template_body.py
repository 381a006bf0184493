from typing import Optional

from ...core.model import Model


class PhoneTemplateBody(Model, closed=True):
    """Text for each way of delivery."""

    text: Optional[str] = None
    """Words of a text message.

    1 to 20000 characters.
    """

    voice: Optional[str] = None
    """Words of a call.

    1 to 20000 characters.
    """
