"""Types of ``connections``."""
