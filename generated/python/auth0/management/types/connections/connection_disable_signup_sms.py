from typing import TypeAlias

from .enums import ConnectionDisableSignup

ConnectionDisableSignupSms: TypeAlias = ConnectionDisableSignup
"""True keeps new users from signing up by text message."""
