from typing import Optional

from ...core.model import Model
from .client_authentication_method_private_key_jwt import (
    ClientAuthenticationMethodPrivateKeyJwt,
)


class ClientAuthenticationMethod(Model, closed=True):
    """Ways in which an application can prove its identity without a shared secret."""

    private_key_jwt: Optional[ClientAuthenticationMethodPrivateKeyJwt] = None
    """Proof of identity by a signed token (`private_key_jwt`)."""
