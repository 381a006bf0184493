"""The ``verifiable_credentials`` operations."""
