from typing import Annotated, List, Optional, TypeAlias

from pydantic import Field

from ...core.model import Model
from .user_id import UserId
from .user_profile_data import UserProfileData


class DeleteUserIdentityResponseContentItem(Model, closed=True):
    connection: str
    """Connection by its name.

    The server's default is Initial-Connection.
    """

    user_id: UserId
    """Identifier at the provider."""

    provider: str
    """Kind of provider the account is at.

    The server's default is auth0.
    """

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


DeleteUserIdentityResponseContent: TypeAlias = List[
    DeleteUserIdentityResponseContentItem
]
"""Identities the user still has."""
