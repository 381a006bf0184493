"""The ``hooks`` operations."""
