from typing import Optional

from ...core.model import Model


class ClientAddonAws(Model):
    """Settings for sign-in to Amazon Web Services."""

    principal: Optional[str] = None
    """ARN of the identity provider at AWS."""

    role: Optional[str] = None
    """ARN of the role at AWS."""

    lifetime_in_seconds: Optional[int] = None
    """Seconds for which a token stays usable.

    900 to 43200.
    """
