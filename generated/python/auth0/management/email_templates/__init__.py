"""The ``email_templates`` operations."""
