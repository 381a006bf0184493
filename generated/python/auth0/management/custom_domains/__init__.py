"""The ``custom_domains`` operations."""
