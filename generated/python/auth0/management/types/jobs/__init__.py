"""Types of ``jobs``."""
