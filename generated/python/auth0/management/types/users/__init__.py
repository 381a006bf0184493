"""Types of ``users``."""
