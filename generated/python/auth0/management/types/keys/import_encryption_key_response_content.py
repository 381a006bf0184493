from datetime import datetime
from typing import Optional

from ...core.model import Model
from .enums import EncryptionKeyState, EncryptionKeyType


class ImportEncryptionKeyResponseContent(Model, closed=True):
    """The imported key."""

    kid: str
    """Identifies the key."""

    type: EncryptionKeyType
    """Place of an encryption key in the hierarchy."""

    state: EncryptionKeyState
    """Where an encryption key stands in its life."""

    created_at: datetime
    """When the key came into being."""

    updated_at: datetime
    """When the key last changed."""

    parent_kid: Optional[str] = None
    """Identifies the key that wraps this one."""

    public_key: Optional[str] = None
    """Public half of the key."""
