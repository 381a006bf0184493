"""The ``stats`` operations."""
