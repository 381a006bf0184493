"""Types of ``branding``."""
