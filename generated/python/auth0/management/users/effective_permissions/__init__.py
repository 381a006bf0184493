"""The ``users.effective_permissions`` operations."""
