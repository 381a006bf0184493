"""The ``attack_protection`` operations."""
