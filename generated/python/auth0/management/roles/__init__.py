"""The ``roles`` operations."""
