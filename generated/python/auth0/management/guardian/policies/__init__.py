"""The ``guardian.policies`` operations."""
