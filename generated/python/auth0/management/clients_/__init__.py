"""The ``clients_`` operations."""
