from typing import Optional

from ...core.model import Model
from .enums import PhoneTemplateNotificationTypeEnum
from .phone_template_content import PhoneTemplateContent


class ResetPhoneTemplateResponseContent(Model, closed=True):
    """A phone template with its original text."""

    id: Optional[str] = None
    """Tells the template from all others.

    1 to 255 characters.
    """

    content: PhoneTemplateContent
    """What a phone notification says."""

    type: PhoneTemplateNotificationTypeEnum
    """Occasion on which a phone notification is sent."""

    disabled: bool
    """Whether the message is switched off.

    The server's default is false.
    """
