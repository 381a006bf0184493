from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .enums import (
    CreatedAuthenticationMethodTypeEnum,
    PreferredAuthenticationMethodEnum,
)
from .user_authentication_method_properties import UserAuthenticationMethodProperties


class SetUserAuthenticationMethodResponseContent(Model, closed=True):
    """A method that the user has."""

    id: Optional[str] = None
    """Tells the method from all others."""

    type: CreatedAuthenticationMethodTypeEnum
    """Which kind a stored method is of."""

    name: Optional[str] = None
    """What the method is called."""

    phone_number: Optional[str] = None
    """Phone that codes are sent to.

    2 to 30 characters.
    """

    email: Optional[str] = None
    """Address that codes are sent to."""

    authentication_methods: Optional[List[UserAuthenticationMethodProperties]] = None
    """Methods that belong to this one."""

    preferred_authentication_method: Optional[PreferredAuthenticationMethodEnum] = None
    """How the phone is reached by preference."""

    created_at: Optional[datetime] = None
    """When the method came into being."""
