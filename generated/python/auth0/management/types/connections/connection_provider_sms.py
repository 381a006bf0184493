from typing import TypeAlias

from .enums import ConnectionProviderEnumSms

ConnectionProviderSms: TypeAlias = ConnectionProviderEnumSms
"""Who delivers text messages for this connection.

Deprecated.
"""
