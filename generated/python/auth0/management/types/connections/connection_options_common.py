from typing import Optional

from ...core.model import Model
from .enums import ConnectionNonPersistentAttrs


class ConnectionOptionsCommon(Model):
    """Settings that every strategy has."""

    non_persistent_attrs: Optional[ConnectionNonPersistentAttrs] = None
    """Attributes of users that are not kept."""
