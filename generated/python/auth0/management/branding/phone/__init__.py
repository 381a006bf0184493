"""The ``branding.phone`` operations."""
