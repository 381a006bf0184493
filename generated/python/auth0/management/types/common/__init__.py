"""Types of ``common``."""
