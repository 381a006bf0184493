"""The ``guardian.factors.push_notification`` operations."""
