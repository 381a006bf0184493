"""Types of ``stats``."""
