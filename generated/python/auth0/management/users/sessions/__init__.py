"""The ``users.sessions`` operations."""
