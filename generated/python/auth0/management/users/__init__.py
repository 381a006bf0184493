"""The ``users`` operations."""
