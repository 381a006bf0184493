from ...core.model import Model
from .client_authentication_method_private_key_jwt_credentials import (
    ClientAuthenticationMethodPrivateKeyJwtCredentials,
)


class ClientAuthenticationMethodPrivateKeyJwt(Model, closed=True):
    """Proof of identity by a signed token (`private_key_jwt`)."""

    credentials: ClientAuthenticationMethodPrivateKeyJwtCredentials
    """Credentials whose keys may sign the token."""
