"""Types of ``hooks``."""
