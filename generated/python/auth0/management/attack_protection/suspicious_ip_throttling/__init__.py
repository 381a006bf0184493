"""The ``attack_protection.suspicious_ip_throttling`` operations."""
