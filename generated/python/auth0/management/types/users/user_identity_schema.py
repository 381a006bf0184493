from typing import Annotated, Optional

from pydantic import Field

from ...core.model import Model
from .enums import UserIdentityProviderEnum
from .user_id import UserId
from .user_profile_data import UserProfileData


class UserIdentitySchema(Model, closed=True):
    """An account of the user at an identity provider."""

    connection: Optional[str] = None
    """Connection the account is in."""

    user_id: Optional[UserId] = None
    """Identifier at the identity provider: text, or a number at some."""

    provider: Optional[UserIdentityProviderEnum] = None
    """Which provider an account is at."""

    is_social: Annotated[Optional[bool], Field(alias="isSocial")] = None
    """Whether the provider is a social network."""

    access_token: Optional[str] = None
    """Token of the provider, for tokens with the scope `read:user_idp_tokens`."""

    access_token_secret: Optional[str] = None
    """Secret of the provider's token; same scope."""

    refresh_token: Optional[str] = None
    """Refresh token of the provider; same scope."""

    profile_data: Annotated[Optional[UserProfileData], Field(alias="profileData")] = (
        None
    )
    """Profile that the identity provider sent."""
