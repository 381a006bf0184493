"""The ``guardian.factors`` operations."""
