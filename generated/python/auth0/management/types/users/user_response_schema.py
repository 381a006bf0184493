from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .enums import UserAppMetadataSchema, UserMetadataSchema
from .user_identity_schema import UserIdentitySchema


class UserResponseSchema(Model):
    """A user as it appears in a list."""

    user_id: Optional[str] = None
    """Which user is meant.

    The server's default is auth0|507f1f77bcf86cd799439020.
    """

    email: Optional[str] = None
    """Where the user reads email.

    The server's default is john.doe@gmail.com.
    """

    email_verified: Optional[bool] = None
    """Whether the email address is known to belong to the user.

    The server's default is false.
    """

    phone_number: Optional[str] = None
    """Phone number in E.164 form.

    The server's default is +199999999999999.
    """

    created_at: Optional[datetime] = None
    """When the user came into being."""

    updated_at: Optional[datetime] = None
    """When the user last changed."""

    identities: Optional[List[UserIdentitySchema]] = None
    """Accounts that are linked to this user."""

    app_metadata: Optional[UserAppMetadataSchema] = None
    """Facts about the user that the user cannot edit."""

    user_metadata: Optional[UserMetadataSchema] = None
    """Facts about the user that the user may edit."""

    name: Optional[str] = None
    """What the user is called."""

    logins_count: Optional[int] = None
    """How often the user has logged in."""

    blocked: Optional[bool] = None
    """True keeps the user from logging in."""
