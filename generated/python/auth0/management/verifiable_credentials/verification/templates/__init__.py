"""The ``verifiable_credentials.verification.templates`` operations."""
