"""Types of ``clients``."""
