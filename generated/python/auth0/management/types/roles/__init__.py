"""Types of ``roles``."""
