"""Types of ``email_templates``."""
