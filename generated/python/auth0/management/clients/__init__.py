"""The ``clients`` operations."""
