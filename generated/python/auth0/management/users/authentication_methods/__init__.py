"""The ``users.authentication_methods`` operations."""
