"""The ``hooks.secrets`` operations."""
