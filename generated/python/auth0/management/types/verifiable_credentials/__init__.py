"""Types of ``verifiable_credentials``."""
