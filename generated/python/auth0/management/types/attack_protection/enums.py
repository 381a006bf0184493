from typing import Any, Literal, TypeAlias, Union

SuspiciousIpThrottlingShieldsEnum: TypeAlias = Union[
    Literal["block", "admin_notification"], Any
]
"""What happens to an address that goes beyond its limit."""
