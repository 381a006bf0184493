"""The ``actions`` operations."""
