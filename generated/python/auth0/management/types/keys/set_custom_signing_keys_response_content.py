from typing import List, Optional

from ...core.model import Model
from .custom_signing_key_jwk import CustomSigningKeyJwk


class SetCustomSigningKeysResponseContent(Model, closed=True):
    """Signing keys that are stored."""

    keys: Optional[List[CustomSigningKeyJwk]] = None
    """Every key in the set."""
