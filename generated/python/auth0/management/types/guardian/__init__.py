"""Types of ``guardian``."""
