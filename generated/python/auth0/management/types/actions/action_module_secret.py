from datetime import datetime
from typing import Optional

from ...core.model import Model


class ActionModuleSecret(Model, closed=True):
    """Name of a secret of a module; its value is never given out."""

    name: Optional[str] = None
    """What the secret is called."""

    updated_at: Optional[datetime] = None
    """When the secret last changed."""
