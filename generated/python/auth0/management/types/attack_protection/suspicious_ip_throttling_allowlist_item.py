from typing import TypeAlias

SuspiciousIpThrottlingAllowlistItem: TypeAlias = str
"""An IP address or a range of them."""
