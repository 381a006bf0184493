from typing import List, TypeAlias

from .suspicious_ip_throttling_allowlist_item import SuspiciousIpThrottlingAllowlistItem

SuspiciousIpThrottlingAllowlist: TypeAlias = List[SuspiciousIpThrottlingAllowlistItem]
"""Addresses that are never slowed down."""
