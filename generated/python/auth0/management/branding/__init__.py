"""The ``branding`` operations."""
