"""The ``client_grants`` operations."""
