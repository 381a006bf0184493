from typing import Optional

from ...core.model import Model
from .enums import UserAuthenticationMethodPropertiesEnum


class UserAuthenticationMethodProperties(Model):
    """One of several methods that belong together."""

    type: Optional[UserAuthenticationMethodPropertiesEnum] = None
    """Kind of a method that belongs to another."""

    id: Optional[str] = None
    """Tells the method from all others."""
