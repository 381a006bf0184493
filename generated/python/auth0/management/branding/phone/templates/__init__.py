"""The ``branding.phone.templates`` operations."""
