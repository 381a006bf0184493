"""The ``roles.permissions`` operations."""
