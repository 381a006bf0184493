"""The ``keys.custom_signing`` operations."""
