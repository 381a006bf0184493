"""The ``jobs.errors`` operations."""
