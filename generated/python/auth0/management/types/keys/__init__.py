"""Types of ``keys``."""
