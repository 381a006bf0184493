"""The ``verifiable_credentials.verification`` operations."""
