"""The ``jobs`` operations."""
