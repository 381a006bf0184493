"""The ``events`` operations."""
