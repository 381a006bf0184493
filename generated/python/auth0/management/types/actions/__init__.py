"""Types of ``actions``."""
