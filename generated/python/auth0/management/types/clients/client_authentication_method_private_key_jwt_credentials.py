from typing import List, TypeAlias

from ..common.credential_id import CredentialId

ClientAuthenticationMethodPrivateKeyJwtCredentials: TypeAlias = List[CredentialId]
"""Credentials whose keys may sign the token."""
