from typing import Optional

from typing_extensions import Required, TypedDict

from ...core.model import Model
from ..common.enums import AuthenticationTypeEnum
from .enums import PreferredAuthenticationMethodEnum


class SetUserAuthenticationMethods(Model, closed=True):
    """A method that the user shall have."""

    type: AuthenticationTypeEnum
    """Kinds of authentication method that can be stored for a user."""

    preferred_authentication_method: Optional[PreferredAuthenticationMethodEnum] = None
    """How a phone is reached by preference."""

    name: Optional[str] = None
    """What the method is called.

    1 to 20 characters.
    """

    phone_number: Optional[str] = None
    """Phone that codes are sent to.

    2 to 30 characters.
    """

    email: Optional[str] = None
    """Address that codes are sent to.

    At least 1 character.
    """

    totp_secret: Optional[str] = None
    """Base32 secret of an authenticator app.

    At least 1 character.
    """


class SetUserAuthenticationMethodsDict(TypedDict, total=False):
    """``SetUserAuthenticationMethods`` as a plain dict."""

    type: Required[AuthenticationTypeEnum]
    preferred_authentication_method: PreferredAuthenticationMethodEnum
    name: str
    phone_number: str
    email: str
    totp_secret: str
