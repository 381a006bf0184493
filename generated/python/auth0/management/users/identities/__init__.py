"""The ``users.identities`` operations."""
