"""The ``logs`` operations."""
