"""The ``actions.versions`` operations."""
