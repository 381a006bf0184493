"""Types of ``logs``."""
