from typing import Optional

from ...core.model import Model


class UserProfileData(Model):
    """Profile that the identity provider sent."""

    email: Optional[str] = None
    """Where the user reads email."""

    email_verified: Optional[bool] = None
    """Whether the email address is known to belong to the user."""

    name: Optional[str] = None
    """Full name at the provider."""

    username: Optional[str] = None
    """Short name to log in with, where the connection uses one.

    The server's default is johndoe.
    """

    given_name: Optional[str] = None
    """First name, or several."""

    phone_number: Optional[str] = None
    """Phone number in E.164 form."""

    phone_verified: Optional[bool] = None
    """Whether the phone number is known to belong to the user."""

    family_name: Optional[str] = None
    """Surname."""
