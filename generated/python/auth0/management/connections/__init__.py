"""The ``connections`` operations."""
