"""The ``branding.templates`` operations."""
