from datetime import datetime
from typing import Optional

from ...core.model import Model
from ..common.mdl_presentation_request import MdlPresentationRequest


class CreateVerifiableCredentialTemplateResponseContent(Model):
    """The template, newly made."""

    id: Optional[str] = None
    """Tells the template from all others.

    The server's default is vct_0000000000000001.
    """

    name: Optional[str] = None
    """What the template is called."""

    type: Optional[str] = None
    """Kind of document.

    The server's default is mdl.
    """

    presentation: Optional[MdlPresentationRequest] = None
    """What must be presented, by document type (ISO/IEC 18013-5)."""

    created_at: Optional[datetime] = None
    """When the template came into being.

    The server's default is 2021-01-01T00:00:00Z.
    """

    updated_at: Optional[datetime] = None
    """When the template last changed.

    The server's default is 2021-01-01T00:00:00Z.
    """
