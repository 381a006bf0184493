"""The ``flows`` operations."""
