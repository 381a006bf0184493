from datetime import datetime
from typing import Optional

from ...core.model import Model


class ActionSecretResponse(Model):
    """Name of a secret of an action; its value is never given out."""

    name: Optional[str] = None
    """What the secret is called.

    The server's default is mySecret.
    """

    updated_at: Optional[datetime] = None
    """When the secret last changed.

    The server's default is 2021-01-01T00:00:00.000Z.
    """
